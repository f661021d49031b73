//! What the reader keeps for good: articles with their pictures, in a cache that only this writes.
//!
//! An article is saved if and only if its record is there: written last, taken away first. The record names all of its files,
//! so whatever else lies in the cache was left by an attempt that broke off, and goes with the next change.

mod change;
mod files;
mod renewal;

pub use renewal::renew;

use super::record::Record;
use crate::features::insert::insert_before;
use crate::names::{PICTURE_CACHE, SAVED_CACHE};
use crate::platform::caches::{self, Refused};
use crate::platform::{channel, clock, document, quota, site_root};
use change::Change;
use files::SavedArticle;

/// Why an article is not saved, or not let go of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The browser keeps nothing here.
    Unavailable,
    /// The device has no room for it.
    Full,
    /// The article, or its JSON, could not be had.
    Network,
}

impl From<Refused> for NotSaved {
    fn from(_: Refused) -> NotSaved {
        NotSaved::Unavailable
    }
}

/// What is known of an article that is to be saved. What is left empty is read from the article.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The headline.
    pub title: String,
    /// The name of the section.
    pub section: String,
    /// When it was published.
    pub date: String,
}

/// Whether the article at a path is saved.
///
/// # Errors
/// The browser keeps nothing.
pub async fn is_saved(path: &str) -> Result<bool, NotSaved> {
    Ok(caches::find(&change::record_path(path), Some(SAVED_CACHE)).await?.is_some())
}

/// Saves the article at a path with its pictures, or nothing of it. Gives how many bytes it takes.
///
/// # Errors
/// Why nothing is saved.
pub async fn save(path: &str, known: Known) -> Result<u64, NotSaved> {
    let change = Change::begin().await?;
    let article = files::fetch(path, known, clock::now()).await?;
    if change.write(&article).await.is_err() {
        // What was only visited makes room for what is saved. Where it cannot be deleted, there is no more than before.
        let _ = caches::delete(PICTURE_CACHE).await;
        change.write_or_sweep(&article).await?;
    }
    quota::persist();
    tell_changed();
    Ok(article.record.bytes)
}

/// Lets go of the article at a path. It can be taken back, as long as the page is open.
///
/// # Errors
/// It is saved still.
pub async fn remove(path: &str) -> Result<Undo, NotSaved> {
    let change = Change::begin().await?;
    let Some(record) = change.record(path).await? else { return Ok(Undo(None)) };
    let files = change.files(&record).await?;
    change.delete_record(path).await?;
    // With its record it is gone. Files that stay behind go with the next change.
    let _ = change.sweep().await;
    tell_changed();
    Ok(Undo(Some(SavedArticle { record, files })))
}

/// What was let go of.
pub struct Undo(Option<SavedArticle>);

/// Takes it back: it is saved since when it was.
///
/// # Errors
/// It is not saved: there is no room for it any more.
pub async fn restore(undo: Undo) -> Result<(), NotSaved> {
    let Some(article) = undo.0 else { return Ok(()) };
    let change = Change::begin().await?;
    change.write(&article).await.map_err(|_| NotSaved::Full)?;
    tell_changed();
    Ok(())
}

/// The records of all saved articles of this paper, the latest first.
///
/// # Errors
/// The browser keeps nothing.
pub async fn list() -> Result<Vec<Record>, NotSaved> {
    let mut list = Vec::new();
    if caches::has(SAVED_CACHE).await? {
        let records = change::all_records(&caches::open(SAVED_CACHE).await?).await?;
        for record in records.into_iter().flatten().filter(|record| site_root::has(&record.path)) {
            insert_before(&mut list, record, |a: &Record, b: &Record| (b.at, &a.path) < (a.at, &b.path));
        }
    }
    Ok(list)
}

/// Tells this page and other tabs that something was saved or let go of.
fn tell_changed() {
    document::tell(SAVED_CACHE);
    channel::post(SAVED_CACHE, "changed");
}
