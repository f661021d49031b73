//! Bringing saved articles up to a newer build of the site.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::files::{self, TIMEOUT};
use super::{Known, NotSaved, list, tell_changed};
use crate::features::saved::record::Record;
use crate::names::storage_keys::FAILED_RENEWAL;
use crate::platform::{clock, http, storage};

/// How long an attempt that failed is left at that, in milliseconds.
const PAUSE: u64 = 60 * 60_000;

/// So many articles are brought up for a page.
const AT_ONCE: usize = 5;

/// An attempt that failed.
#[derive(Debug, Serialize, Deserialize)]
struct Failure {
    /// The build that an article could not be brought up to.
    build: String,
    /// The article.
    path: String,
    /// When, in milliseconds since 1970.
    at: i64,
}

/// Brings saved articles up to a newer build of the site, so that their scripts are those that are kept; a few at a time.
pub async fn renew(build: &str) {
    let failed = last_failure(build);
    if failed.as_ref().is_some_and(|failed| clock::now().abs_diff(failed.at) < PAUSE) {
        return;
    }
    let old = list().await.unwrap_or_default().into_iter().filter(|record| record.build != build);
    // What failed last time does not stand in the way of the others.
    let (last, first): (Vec<_>, Vec<_>) =
        old.partition(|record| failed.as_ref().is_some_and(|failed| failed.path == record.path));
    for record in first.into_iter().chain(last).take(AT_ONCE) {
        // Whether it is there at all; what it holds is fetched with its pictures.
        let Ok(answer) = http::head(&record.path, TIMEOUT).await else { return };
        let path = record.path.clone();
        if renew_one(record, build, answer.status(), answer.is_ok()).await.is_err() {
            return remember(&Failure { build: build.to_owned(), path, at: clock::now() });
        }
    }
}

/// What was visited does not make room here: nobody asked for this, and it would be so for every article that is too large.
async fn renew_one(record: Record, build: &str, status: u16, is_ok: bool) -> Result<(), NotSaved> {
    let change = Change::begin().await?;
    // Meanwhile the reader may have let go of it.
    if change.record(&record.path).await?.is_none() {
        return Ok(());
    }
    // An article that the paper has taken back stays with those who saved it, and is not asked for again.
    if matches!(status, 404 | 410) {
        return Ok(change.put_record(&Record { build: build.to_owned(), ..record }).await?);
    }
    if !is_ok {
        return Err(NotSaved::Network);
    }
    let known = Known { section: record.section, ..Known::default() };
    let fresh = files::fetch(&record.path, known, record.at).await?;
    // An address that leads elsewhere now gives what was saved before: that is no newer.
    if fresh.record.build != build {
        return Err(NotSaved::Network);
    }
    change.write_or_sweep(&fresh).await?;
    tell_changed();
    Ok(())
}

fn last_failure(build: &str) -> Option<Failure> {
    let failed: Failure = serde_json::from_str(&storage::get(FAILED_RENEWAL)?).ok()?;
    (failed.build == build).then_some(failed)
}

/// Where the browser keeps nothing, each page tries anew.
fn remember(failed: &Failure) {
    storage::set(FAILED_RENEWAL, &serde_json::to_string(failed).unwrap_or_default());
}
