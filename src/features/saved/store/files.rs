//! All files of an article: its document, its JSON, its pictures.

use std::time::Duration;

use futures::FutureExt;
use futures::future::join_all;

use super::{Known, NotSaved};
use crate::features::saved::record::Record;
use crate::features::saved::source::{NARROW, PageSource, WIDE, file_of_width};
use crate::names::KEPT_HEADER;
use crate::platform::caches;
use crate::platform::http::{self, CachePolicy};
use crate::platform::parsed_document::{Image, ParsedDocument};
use crate::platform::response::{Body, Response};
use crate::platform::site_root::{self, is_picture};

/// How long a file may take: all tabs wait for each other's changes.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// The link to its section, in the document of an article: the first of its breadcrumbs leads to the front page.
const SECTION: &str = "main .breadcrumb li + li a";

/// An article with all its files and the record of them.
pub struct SavedArticle {
    /// The record.
    pub record: Record,
    /// The files that it names.
    pub files: Vec<File>,
}

/// A file of an article.
pub struct File {
    /// Its path on the site.
    pub path: String,
    /// What is in it.
    pub body: Body,
    /// When it was kept, if it does not come from the network: an old copy does not get young again.
    pub kept_at: Option<String>,
}

impl File {
    fn new(path: &str, answer: &Response, body: Body) -> File {
        File { path: path.to_owned(), body, kept_at: answer.header(KEPT_HEADER) }
    }
}

/// The article at a path as it is now, to be saved since an instant. Pictures that cannot be had are missing, as they are
/// now.
pub async fn fetch(path: &str, known: Known, at: i64) -> Result<SavedArticle, NotSaved> {
    let data_path = site_root::data_path(path);
    let pages = [path, data_path.as_str()].map(|path| have(path, CachePolicy::Revalidate).boxed_local());
    let mut files: Vec<File> = join_all(pages).await.into_iter().flatten().collect();
    let [document, json] = &files[..] else { return Err(NotSaved::Network) };
    let (html, json) = (document.body.text().await, json.body.text().await);
    let document = html.and_then(|html| ParsedDocument::parse(&html)).ok_or(NotSaved::Network)?;
    let page = json.and_then(|json| PageSource::parse(&json)).ok_or(NotSaved::Network)?;
    let pictures = pictures_of(&document);
    let pictures = pictures.iter().map(|path| have(path, CachePolicy::Default).boxed_local());
    files.extend(join_all(pictures).await.into_iter().flatten());

    let article = page.content.article;
    let record = Record {
        title: or_else(known.title, || article.title),
        date: or_else(known.date, || article.date),
        section: or_else(known.section, || document.text(SECTION).unwrap_or_default()),
        lang: page.lang,
        build: page.build,
        at,
        bytes: files.iter().map(|file| file.body.size()).sum(),
        files: files.iter().map(|file| file.path.clone()).collect(),
        ..Record::new(path)
    };
    Ok(SavedArticle { record, files })
}

fn or_else(known: String, read: impl FnOnce() -> String) -> String {
    if known.is_empty() { read() } else { known }
}

/// A file from the network, or as it was kept when it was shown.
async fn have(path: &str, policy: CachePolicy) -> Option<File> {
    // Pictures are named by their content: what is kept under a name is what it would be now.
    if policy == CachePolicy::Default
        && let Some(file) = find_cached(path).await
    {
        return Some(file);
    }
    match http::get_file(path, policy, TIMEOUT).await {
        Ok((answer, body)) if answer.is_ok() && !answer.is_redirected() => Some(File::new(path, &answer, body)),
        _ => find_cached(path).await,
    }
}

async fn find_cached(path: &str) -> Option<File> {
    let answer = caches::find(path, None).await.ok()??;
    let body = answer.body().await?;
    Some(File::new(path, &answer, body))
}

/// One file of each picture: that of the width which suits its place.
fn pictures_of(document: &ParsedDocument) -> Vec<String> {
    let mut files = Vec::new();
    for image in document.images("main img", "[data-body], .cover") {
        let Image { src, srcset, is_within } = image;
        let wanted = if is_within { WIDE } else { NARROW };
        let file = file_of_width(&srcset, wanted).map(str::to_owned).or(src);
        if let Some(file) = file.filter(|file| is_picture(file) && !files.contains(file)) {
            files.push(file);
        }
    }
    files
}
