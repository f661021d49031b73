//! Finding out what is on the device.

use std::cell::RefCell;

use futures::FutureExt;
use futures::future::try_join_all;

use super::local_articles::{LocalArticles, ReadPage, days_between};
use super::store::{self, NotSaved};
use crate::features::insert::insert_before;
use crate::model::Edition;
use crate::names::{KEPT_HEADER, PAGE_CACHE};
use crate::platform::caches::{self, Cache, Refused};
use crate::platform::parsed_document::ParsedDocument;
use crate::platform::{clock, quota};
use crate::routes::Route;

thread_local! {
    /// What was read in documents: a document is read once, and again when a later one is kept in its place.
    static READ: RefCell<Vec<ReadPage>> = const { RefCell::new(Vec::new()) };
}

/// What is there now of this edition's paper.
pub async fn find_articles(edition: &Edition) -> Result<LocalArticles, NotSaved> {
    let saved = store::list().await?;
    let mut read = read_pages(edition).await?;
    read.retain(|page| !saved.iter().any(|record| record.path == page.path));
    let quota = if saved.is_empty() { None } else { quota::estimate().await };
    let today = clock::midnight(clock::now());
    let days = |at| days_between(clock::midnight(at), today);
    Ok(LocalArticles {
        saved: saved.into_iter().map(|record| (days(record.at), record)).map(|(days, record)| (record, days)).collect(),
        read: read.into_iter().map(|page| (days(page.at), page)).map(|(days, page)| (page, days)).collect(),
        quota,
    })
}

/// The articles whose documents the service worker has kept, the latest first.
async fn read_pages(edition: &Edition) -> Result<Vec<ReadPage>, Refused> {
    let mut list = Vec::new();
    if caches::has(PAGE_CACHE).await? {
        let cache = caches::open(PAGE_CACHE).await?;
        let paths = cache.paths().await?;
        let is_article =
            |path: &str| edition.address(path).is_some_and(|address| matches!(address.route, Route::Article(_)));
        let pages = paths.iter().filter(|path| is_article(path)).map(|path| read_page(&cache, path).boxed_local());
        for page in try_join_all(pages).await?.into_iter().flatten() {
            insert_before(&mut list, page, |a: &ReadPage, b: &ReadPage| a.at > b.at);
        }
    }
    Ok(list)
}

/// What a document says of its article; none where it has no headline.
async fn read_page(cache: &Cache, path: &str) -> Result<Option<ReadPage>, Refused> {
    let Some(answer) = cache.get(path).await? else { return Ok(None) };
    let at = answer.header(KEPT_HEADER).and_then(|at| at.parse().ok()).unwrap_or_default();
    let known = READ.with_borrow(|all| all.iter().find(|page| page.path == path && page.at == at).cloned());
    if known.is_some() {
        return Ok(known);
    }
    let document = answer.text().await.and_then(|html| ParsedDocument::parse(&html));
    let page = document.and_then(|document| {
        let title = document.text("h1").filter(|title| !title.is_empty())?;
        Some(ReadPage { path: path.to_owned(), title, lang: document.lang(), at })
    });
    if let Some(page) = &page {
        READ.with_borrow_mut(|all| {
            all.retain(|known| known.path != path);
            all.push(page.clone());
        });
    }
    Ok(page)
}
