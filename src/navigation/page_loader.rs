//! Where pages come from: those that are in hand, those that are on their way already, and the network.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use leptos::task::spawn_local;

use super::page_cache::PageCache;
use crate::model::{Document, FORMAT, LoadError, Page, Stamp};
use crate::platform::http::{self, Answer, CachePolicy, HttpError};
use crate::platform::{clock, site_root};

/// How long one attempt may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The pauses before further attempts after a failure of the network, in milliseconds.
pub const RETRY_AFTER: [u32; 2] = [300, 1_200];

/// Loads pages.
pub struct PageLoader {
    /// The build that this client belongs to.
    build: String,
    cache: RefCell<PageCache>,
    /// The pages that are fetched before the reader asks for them, by their paths.
    prefetches: RefCell<Vec<(String, Prefetch)>>,
}

type Prefetch = Shared<LocalBoxFuture<'static, Result<Arc<Page>, LoadError>>>;

impl PageLoader {
    /// A loader for the client of a build.
    pub fn new(build: String) -> PageLoader {
        PageLoader { build, cache: RefCell::default(), prefetches: RefCell::default() }
    }

    /// Keeps a page that came by another way.
    pub fn keep(&self, path: String, page: Arc<Page>) {
        self.cache.borrow_mut().keep(path, page, clock::now());
    }

    /// The page at a path if it is in hand and not older than the CDN would have it.
    pub fn fresh(&self, path: &str) -> Option<Arc<Page>> {
        self.cache.borrow_mut().fresh(path, clock::now())
    }

    /// The page at a path if it is in hand, however old.
    pub fn any(&self, path: &str) -> Option<Arc<Page>> {
        self.cache.borrow_mut().any(path)
    }

    /// The page at a path: the one that is prefetched already, or a new one. To give up, drop the future.
    ///
    /// # Errors
    /// Why there is no page.
    pub async fn load(&self, path: &str, policy: CachePolicy) -> Result<Arc<Page>, LoadError> {
        if let Some(prefetch) = self.prefetch_of(path).filter(|_| policy == CachePolicy::Default)
            && let Ok(page) = prefetch.await
        {
            return Ok(page);
        }
        let page = Arc::new(fetch_page(path, policy, &self.build).await?);
        self.keep(path.to_owned(), page.clone());
        Ok(page)
    }

    /// The prefetch of the page at a path, if it is under way.
    fn prefetch_of(&self, path: &str) -> Option<Prefetch> {
        self.prefetches.borrow().iter().find(|(known, _)| known == path).map(|(_, prefetch)| prefetch.clone())
    }

    /// Fetches the page at a path before the reader asks for it; a [`load`](PageLoader::load) of it waits for the same
    /// answer. `then` is called when that is there: with the page, or without, if it failed or was in hand or on its way
    /// before.
    pub fn prefetch(self: &Rc<Self>, path: String, then: impl FnOnce(Option<&Page>) + 'static) {
        if self.prefetch_of(&path).is_some() || self.fresh(&path).is_some() {
            return then(None);
        }
        let this = self.clone();
        let wanted = path.clone();
        let answer = async move { fetch_page(&wanted, CachePolicy::Prefetch, &this.build).await.map(Arc::new) };
        let prefetch = answer.boxed_local().shared();
        self.prefetches.borrow_mut().push((path.clone(), prefetch.clone()));
        let this = self.clone();
        spawn_local(async move {
            let page = prefetch.await.ok();
            this.prefetches.borrow_mut().retain(|(known, _)| *known != path);
            if let Some(page) = &page {
                this.keep(path, page.clone());
            }
            then(page.as_deref());
        });
    }
}

/// Fetches the page at a path. What nobody has asked for yet is not worth a second attempt.
///
/// # Errors
/// Why there is no page.
pub async fn fetch_page(path: &str, policy: CachePolicy, build: &str) -> Result<Page, LoadError> {
    let retries: &[u32] = if policy == CachePolicy::Prefetch { &[] } else { &RETRY_AFTER };
    let Answer { status, text } = get_with_retries(&site_root::data_path(path), policy, retries).await?;
    match status {
        200 => read_page(&text, build),
        404 | 410 => Err(LoadError::NotFound),
        status => Err(LoadError::Status(status)),
    }
}

/// The page at a path as the site has it now, of whatever build, and that build; none where it cannot be had or read.
pub async fn fetch_any_build(path: &str) -> Option<(Page, String)> {
    let Answer { status, text } =
        http::get(&site_root::data_path(path), CachePolicy::Revalidate, TIMEOUT).await.ok()?;
    let stamp = read_stamp(&text).ok().filter(|stamp| status == 200 && stamp.format == FORMAT)?;
    Some((read_document(&text).ok()?, stamp.build))
}

async fn get_with_retries(url: &str, policy: CachePolicy, mut retries: &[u32]) -> Result<Answer, LoadError> {
    loop {
        match http::get(url, policy, TIMEOUT).await {
            Ok(answer) => return Ok(answer),
            Err(HttpError::Offline) => return Err(LoadError::Offline),
            Err(HttpError::TimedOut) => return Err(LoadError::TimedOut),
            Err(HttpError::Failed(error)) => match retries.split_first() {
                Some((pause, later)) => {
                    clock::pause(*pause).await;
                    retries = later;
                }
                None => return Err(LoadError::Network(error)),
            },
        }
    }
}

/// Reads a page's JSON. Its stamp comes first: what another build wrote may have any shape beyond it.
fn read_page(text: &str, build: &str) -> Result<Page, LoadError> {
    let stamp = read_stamp(text)?;
    if stamp.format != FORMAT || stamp.build != build {
        return Err(LoadError::OtherBuild);
    }
    read_document(text)
}

fn read_stamp(text: &str) -> Result<Stamp, LoadError> {
    serde_json::from_str(text).map_err(unreadable)
}

fn read_document(text: &str) -> Result<Page, LoadError> {
    serde_json::from_str(text).map(Document::into_page).map_err(unreadable)
}

fn unreadable(error: serde_json::Error) -> LoadError {
    LoadError::Unreadable(error.to_string())
}
