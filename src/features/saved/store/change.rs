//! Changes of what is saved.

use futures::FutureExt;
use futures::future::{join_all, try_join_all};

use super::NotSaved;
use super::files::{File, SavedArticle};
use crate::features::saved::record::Record;
use crate::names::{KEPT_HEADER, SAVED_CACHE};
use crate::platform::caches::{self, Cache, Refused};
use crate::platform::clock;
use crate::platform::lock::{self, Held};
use crate::platform::site_root::is_picture;

/// The records are kept below this path.
const RECORDS: &str = "/saved/record";

/// Where the record of the article at a path is kept.
pub fn record_path(path: &str) -> String {
    [RECORDS, path].concat()
}

/// A change: one at a time, in all tabs.
pub struct Change {
    cache: Cache,
    /// Browsers without locks go without.
    _lock: Option<Held>,
}

impl Change {
    /// Waits until no other tab changes anything.
    pub async fn begin() -> Result<Change, NotSaved> {
        let lock = lock::hold(SAVED_CACHE).await.map(Held::without_delay);
        Ok(Change { cache: caches::open(SAVED_CACHE).await?, _lock: lock })
    }

    /// The record of the article at a path, if that is saved.
    pub async fn record(&self, path: &str) -> Result<Option<Record>, Refused> {
        record_of(&self.cache, path).await
    }

    /// The files that a record names, as far as they are there.
    pub async fn files(&self, record: &Record) -> Result<Vec<File>, Refused> {
        let files = record.files.iter().map(|path| self.file(path).boxed_local());
        Ok(try_join_all(files).await?.into_iter().flatten().collect())
    }

    async fn file(&self, path: &str) -> Result<Option<File>, Refused> {
        let Some(answer) = self.cache.get(path).await? else { return Ok(None) };
        let kept_at = answer.header(KEPT_HEADER);
        Ok(answer.body().await.map(|body| File { path: path.to_owned(), body, kept_at }))
    }

    /// Pictures first, so that no document is there without its own; the record last. Where the article was saved before, its
    /// record names the files of both until then: whatever breaks off in between, none that is needed goes with the next
    /// change.
    pub async fn write(&self, article: &SavedArticle) -> Result<(), Refused> {
        let SavedArticle { record, files } = article;
        self.put_files(files, true).await?;
        if let Some(mut both) = self.record(&record.path).await? {
            both.add_files(&record.files);
            self.put_record(&both).await?;
        }
        self.put_files(files, false).await?;
        self.put_record(record).await
    }

    /// Writes, or leaves nothing of the attempt.
    pub async fn write_or_sweep(&self, article: &SavedArticle) -> Result<(), NotSaved> {
        if self.write(article).await.is_ok() {
            return Ok(());
        }
        let _ = self.sweep().await;
        Err(NotSaved::Full)
    }

    /// Puts the pictures, or all that are none.
    async fn put_files(&self, files: &[File], pictures: bool) -> Result<(), Refused> {
        for File { path, body, kept_at } in files.iter().filter(|file| is_picture(&file.path) == pictures) {
            let now = || clock::now().to_string();
            let kept_at = kept_at.clone().unwrap_or_else(now);
            self.cache.put(path, body, &[("content-type", &body.media_type()), (KEPT_HEADER, &kept_at)]).await?;
        }
        Ok(())
    }

    /// Puts a record.
    pub async fn put_record(&self, record: &Record) -> Result<(), Refused> {
        let headers = [("content-type", "application/json")];
        self.cache.put_text(&record_path(&record.path), &record.to_json(), &headers).await
    }

    /// Takes the record of the article at a path away.
    pub async fn delete_record(&self, path: &str) -> Result<(), Refused> {
        self.cache.delete(&record_path(path)).await
    }

    /// Takes away what no record names, as the last step of a change. A record of a later version may name anything: then all stays.
    pub async fn sweep(&self) -> Result<(), Refused> {
        let mut named = Vec::new();
        for record in all_records(&self.cache).await? {
            let Some(record) = record else { return Ok(()) };
            named.push(record_path(&record.path));
            named.extend(record.files);
        }
        for path in self.cache.paths().await? {
            if !named.contains(&path) {
                self.cache.delete(&path).await?;
            }
        }
        // Where nothing is saved there is no cache: by that others see that they need not look.
        if named.is_empty() {
            caches::delete(SAVED_CACHE).await?;
        }
        Ok(())
    }
}

/// All records. Those that cannot be read are none.
pub async fn all_records(cache: &Cache) -> Result<Vec<Option<Record>>, Refused> {
    let paths = cache.paths().await?;
    let articles = paths.iter().filter_map(|path| path.strip_prefix(RECORDS)).filter(|path| path.starts_with('/'));
    join_all(articles.map(|path| record_of(cache, path).boxed_local())).await.into_iter().collect()
}

async fn record_of(cache: &Cache, path: &str) -> Result<Option<Record>, Refused> {
    let Some(answer) = cache.get(&record_path(path)).await? else { return Ok(None) };
    Ok(answer.text().await.and_then(|text| Record::parse(path, &text)))
}
