//! `/sw.js`: the service worker, and what it must know of the build.
//!
//! Its bytes change with the shell alone. An article that is published changes nothing here, or every reader would fetch the
//! shell anew for it.

use serde::Serialize;

use crate::i18n::messages;
use crate::model::Edition;
use crate::names::{CACHES, SAVED_CACHE};
use crate::publish::client_files::ClientFiles;
use crate::routes::{PageNumber, Route, data_path};

/// What lies there where the paper has no worker, but for the names of the caches.
const UNREGISTER: &str = include_str!("../unregister_worker.js");

/// The chunks that are of use without a network: what is saved, what can be done with an article, and the settings.
const CHUNKS: [&str; 6] = ["saved", "store", "article", "listen", "settings", "notices"];

/// What the worker is told.
#[derive(Serialize)]
struct WorkerConfig<'a> {
    build: &'a str,
    /// The folder of the host in which the site lies; empty at the root.
    folder: String,
    /// What is kept from the first moment on.
    files: Vec<String>,
    /// What is kept when it is first used.
    later: Vec<String>,
    /// The languages, that at the root last: it has all addresses that no other has.
    editions: Vec<Fallback>,
}

/// What a language says where it has nothing else.
#[derive(Serialize)]
struct Fallback {
    /// The addresses of the language begin so.
    base: String,
    /// The page that stands in for those that are not kept.
    page: String,
    /// What is put before the text of that page, for readers without the client, which would say why. It has no link: the
    /// first of a page is the one to its content.
    why: String,
    /// The page where even that one is gone.
    bare: String,
}

impl Fallback {
    fn of(edition: &Edition) -> Fallback {
        let (page, words) = (edition.path(&Route::Saved), messages(edition.lang));
        Fallback {
            base: edition.path(&Route::Front(PageNumber::FIRST)),
            page,
            why: format!("<p class=\"without-script wrap\">{}</p>", words.offline_why),
            bare: format!(
                "<!DOCTYPE html><html lang=\"{lang}\"><title>{title}</title>\n\
                 <meta name=\"viewport\" content=\"width=device-width\"><h1>{title}</h1><p>{why}</p>\n\
                 <p><a href=\"\">{again}</a></p>",
                lang = edition.lang.code(),
                title = words.offline,
                why = words.offline_why,
                again = words.try_again,
            ),
        }
    }
}

/// What lies there where the paper has no worker: it takes away the one that readers may have.
pub fn unregister_script(folder: &str) -> String {
    format!("const [FOLDER, CACHES, SAVED_CACHE] = [\"{folder}\", \"{CACHES}\", \"{SAVED_CACHE}\"];\n{UNREGISTER}")
}

/// The worker of a build.
///
/// # Errors
/// Where its constants cannot be written as JSON, which no build causes.
pub fn script<'a>(
    client: &ClientFiles,
    editions: impl Iterator<Item = &'a Edition>,
    build: &str,
) -> Result<String, serde_json::Error> {
    let (mut pages, mut fallbacks, mut folder) = (Vec::new(), Vec::new(), String::new());
    for edition in editions {
        folder = edition.folder().to_owned();
        // The search says by itself that it needs the network, and begins when that is back.
        for page in [Route::Saved, Route::Search].map(|route| route.path(edition.lang, edition.default_language)) {
            pages.extend([data_path(&page), page]);
        }
        fallbacks.push(Fallback::of(edition));
    }
    fallbacks.sort_by(|a, b| b.base.len().cmp(&a.base.len()).then_with(|| a.base.cmp(&b.base)));
    pages.sort();
    let main = [&client.loader, &client.script, &client.wasm, &client.late_style];
    let offline = CHUNKS.iter().flat_map(|chunk| client.chunk(chunk));
    let mut files: Vec<&str> = main.into_iter().chain(offline).map(|asset| asset.path.as_str()).collect();
    // What several chunks share is named by each of them.
    files.sort_unstable();
    files.dedup();
    let others = client.chunks.iter().map(|chunk| chunk.asset.path.as_str());
    let later = others.filter(|path| !files.contains(path)).collect::<Vec<_>>();
    files.extend(pages.iter().map(String::as_str));
    let found = |files: Vec<&str>| files.into_iter().map(|file| [&folder, file].concat()).collect();
    let (files, later) = (found(files), found(later));
    let config = serde_json::to_string(&WorkerConfig { build, folder, files, later, editions: fallbacks })?;
    Ok(format!("const CONFIG={config};\n{}", client.service_worker))
}
