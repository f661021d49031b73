//! The files of the index: those that were used before, and the site's.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use wasm_bindgen_futures::spawn_local;

use crate::names::SEARCH_CACHE;
use crate::platform::http::{self, CachePolicy};
use crate::platform::response::Body;
use crate::platform::{caches, site_root};
use crate::search::index::{Manifest, PACKED, manifest_path};
use crate::search::{FileError, Files};
use crate::values::Lang;

/// How long a file may take.
const TIMEOUT: Duration = Duration::from_secs(30);
/// So many files stay in memory.
const IN_MEMORY: usize = 60;
/// So many files stay on the device, for when there is no network.
const ON_DEVICE: usize = 120;

type Bytes = Result<Rc<[u8]>, FileError>;
type Loading = Shared<LocalBoxFuture<'static, Bytes>>;

thread_local! {
    static MANIFEST: RefCell<Option<(Lang, Rc<Manifest>)>> = const { RefCell::new(None) };
    static FILES: RefCell<Vec<(String, Loading)>> = const { RefCell::new(Vec::new()) };
}

/// The files of this site.
pub struct SiteFiles;

impl Files for SiteFiles {
    async fn manifest(&self, lang: Lang, is_fresh: bool) -> Result<Rc<Manifest>, FileError> {
        let known = MANIFEST.with_borrow(|known| known.clone()).filter(|(known, _)| *known == lang && !is_fresh);
        if let Some((_, manifest)) = known {
            return Ok(manifest);
        }
        let policy = if is_fresh { CachePolicy::Revalidate } else { CachePolicy::Default };
        let bytes = newest(&manifest_path(lang), policy).await?;
        let manifest: Rc<Manifest> = Rc::new(
            std::str::from_utf8(&bytes)
                .ok()
                .and_then(|text| serde_json::from_str(text).ok())
                .ok_or(FileError::Unreachable)?,
        );
        MANIFEST.set(Some((lang, manifest.clone())));
        Ok(manifest)
    }

    fn begin(&self, path: &str) {
        spawn_local(loading(path).map(drop));
    }

    async fn file(&self, path: &str) -> Bytes {
        loading(path).await
    }
}

/// A file that is there or on its way.
fn loading(path: &str) -> Loading {
    FILES.with_borrow_mut(|files| {
        // What could not be had is tried again.
        files.retain(|(_, loading)| !matches!(loading.peek(), Some(Err(_))));
        let known = files.iter().find(|(known, _)| known == path).map(|(_, loading)| loading.clone());
        known.unwrap_or_else(|| {
            let begun = kept_or_fetched(path.to_owned()).boxed_local().shared();
            if files.len() >= IN_MEMORY {
                drop(files.remove(0));
            }
            files.push((path.to_owned(), begun.clone()));
            begun
        })
    })
}

/// Lets the next question ask the site which index it has.
pub fn forget() {
    MANIFEST.take();
}

/// A file that changes: the site's, or the last one that was had where there is no network.
async fn newest(path: &str, policy: CachePolicy) -> Bytes {
    let path = site_root::at(path);
    match fetched(&path, policy).await {
        Err(FileError::Unreachable) => kept(&path).await.ok_or(FileError::Unreachable),
        other => other,
    }
}

/// A file whose name says what is in it.
async fn kept_or_fetched(path: String) -> Bytes {
    let path = site_root::at(&path);
    match kept(&path).await {
        Some(bytes) => Ok(bytes),
        None => fetched(&path, CachePolicy::Default).await,
    }
}

async fn kept(path: &str) -> Option<Rc<[u8]>> {
    let response = caches::find(path, Some(SEARCH_CACHE)).await.ok()??;
    content(path, &response.body().await?).await.ok()
}

/// Fetches a file, and keeps it on the device if that may be.
async fn fetched(path: &str, policy: CachePolicy) -> Bytes {
    let mut answer = http::get_file(path, policy, TIMEOUT).await;
    if answer.is_err() && policy == CachePolicy::Default {
        // What the document loaded ahead may have failed while there was no network: that failure is no answer.
        answer = http::get_file(path, CachePolicy::Reload, TIMEOUT).await;
    }
    let (response, body) = answer.map_err(|_| FileError::Unreachable)?;
    match response.status() {
        200 => {}
        404 | 410 => return Err(FileError::Missing),
        _ => return Err(FileError::Unreachable),
    }
    let bytes = content(path, &body).await?;
    // Without it the file is fetched again, no more.
    let kept = path.to_owned();
    spawn_local(async move {
        let _ = keep(&kept, &body).await;
    });
    Ok(bytes)
}

/// What is in a file.
async fn content(path: &str, body: &Body) -> Bytes {
    let bytes = if path.ends_with(PACKED) { body.unpacked().await } else { body.bytes().await };
    bytes.map(Rc::from).ok_or(FileError::Unreachable)
}

/// Keeps a file, and lets go of the oldest.
async fn keep(path: &str, body: &Body) -> Result<(), caches::Refused> {
    let cache = caches::open(SEARCH_CACHE).await?;
    cache.put(path, body, &[]).await?;
    let paths = cache.paths().await?;
    for old in paths.iter().take(paths.len().saturating_sub(ON_DEVICE)) {
        cache.delete(old).await?;
    }
    Ok(())
}
