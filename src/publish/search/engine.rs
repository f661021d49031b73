//! Pagefind: words in, files out.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;

use crate::values::Lang;

/// What the files of an index are made by, and how: another version makes others. Raised by hand when the form of the
/// records changes, or Pagefind.
pub const VERSION: &str = "pagefind-1.6.0 habarshy-1";

/// Pagefind's module, which asks the index in a browser.
pub const SCRIPT: &str = "pagefind.js";

/// What Pagefind gets of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What a result shows, as JSON: Pagefind takes it for the address, which it leaves alone and does not look into.
    pub shown: String,
    /// The words of the text.
    pub words: String,
    /// The words of the headline, which weigh more.
    pub title: String,
    /// The words of the tags.
    pub tags: String,
    /// The id of the section.
    pub section: String,
    /// The day: `2024-04-19`.
    pub day: String,
    /// The place in time, from 1: the newest is the greatest.
    pub rank: usize,
}

/// Why there is no index: a fault of ours or of Pagefind.
#[derive(Debug)]
pub struct SearchError(String);

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the index of the search cannot be made: {}", self.0)
    }
}

impl std::error::Error for SearchError {}

fn failed(error: impl fmt::Display) -> SearchError {
    SearchError(error.to_string())
}

/// The files of a language's index by their names in its folder.
///
/// # Errors
/// What Pagefind says.
pub fn index(lang: Lang, entries: Vec<Entry>) -> Result<BTreeMap<String, Vec<u8>>, SearchError> {
    let files = made(lang, entries)?.into_iter().filter_map(|file| {
        let name = name(&file.filename)?;
        is_of_index(&name, lang).then_some((name, file.contents))
    });
    Ok(files.collect())
}

/// Pagefind's module, which all indexes share.
///
/// # Errors
/// What Pagefind says.
pub fn script() -> Result<Vec<u8>, SearchError> {
    let mut files = made(Lang::Ru, Vec::new())?.into_iter();
    let script = files.find(|file| file.filename == Path::new(SCRIPT));
    script.map(|file| file.contents).ok_or_else(|| failed("Pagefind brings no module"))
}

/// Runs Pagefind among threads of its own: it uses rayon within a runtime, and a thread of ours that waits for that would begin
/// another index in the meantime, in a runtime within a runtime.
fn made(lang: Lang, entries: Vec<Entry>) -> Result<Vec<SyntheticFile>, SearchError> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(rayon::current_num_threads()).build().map_err(failed)?;
    threads.install(|| told(lang, entries))
}

fn told(lang: Lang, entries: Vec<Entry>) -> Result<Vec<SyntheticFile>, SearchError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(failed)?;
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder().force_language(lang.code().to_owned()).build();
        let mut index = PagefindIndex::new(Some(options)).map_err(failed)?;
        for entry in entries {
            let Entry { shown, words, title, tags, section, day, rank } = entry;
            // Of an article without a word of text the headline is the text: without one it would be left out.
            let words = if words.is_empty() { title.clone() } else { words };
            let meta = [("tags", tags), ("title", title)].map(|(name, words)| (name.to_owned(), words));
            let filters = [("day", day), ("section", section)].map(|(name, value)| (name.to_owned(), vec![value]));
            let sort = [("date".to_owned(), rank.to_string())];
            let code = lang.code().to_owned();
            let (meta, filters, sort) = (BTreeMap::from(meta), BTreeMap::from(filters), BTreeMap::from(sort));
            index.add_custom_record(shown, words, code, Some(meta), Some(filters), Some(sort)).await.map_err(failed)?;
        }
        index.get_files().await.map_err(failed)
    })
}

fn name(file: &Path) -> Option<String> {
    Some(file.to_str()?.replace('\\', "/"))
}

/// Whether a file is the index's own: Pagefind also brings its elements for pages, which are not ours.
fn is_of_index(name: &str, lang: Lang) -> bool {
    let wasm = match lang {
        Lang::Ru => "wasm.ru.pagefind",
        Lang::En => "wasm.en.pagefind",
        Lang::Kk => "wasm.unknown.pagefind",
    };
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name == wasm || name == "pagefind-entry.json" || ending.starts_with("pf_")
}
