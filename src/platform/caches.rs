//! The caches that pages and their service worker share. Only a secure context has them, and a private window may refuse.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CacheQueryOptions, CacheStorage, Headers, Request, ResponseInit, Url};

use super::response::{Body, Response};
use super::window;

/// The browser has no caches for this page, or refuses what was asked of them: it may have no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Refused {
        Refused
    }
}

/// All caches. web-sys takes it for granted that a window has them.
fn storage() -> Result<CacheStorage, Refused> {
    let caches = Reflect::get(&window(), &"caches".into())?;
    if caches.is_object() { Ok(caches.unchecked_into()) } else { Err(Refused) }
}

async fn settled(promise: Promise) -> Result<JsValue, Refused> {
    Ok(JsFuture::from(promise).await?)
}

/// The answer that a cache gave, or none where it gave `undefined`.
fn found(answer: JsValue) -> Option<Response> {
    answer.dyn_into().ok().map(Response)
}

/// Whether there is a cache.
///
/// # Errors
/// There can be none.
pub async fn has(name: &str) -> Result<bool, Refused> {
    Ok(settled(storage()?.has(name)).await?.is_truthy())
}

/// Opens a cache; it is made where there is none.
///
/// # Errors
/// It cannot be had.
pub async fn open(name: &str) -> Result<Cache, Refused> {
    settled(storage()?.open(name)).await?.dyn_into().map(Cache).map_err(Refused::from)
}

/// Deletes a cache with all that lies in it, if it is there.
///
/// # Errors
/// It may be there still.
pub async fn delete(name: &str) -> Result<(), Refused> {
    settled(storage()?.delete(name)).await.map(drop)
}

/// What is kept for a path: in a cache that is named, or in any.
///
/// # Errors
/// Nobody can know.
pub async fn find(path: &str, cache: Option<&str>) -> Result<Option<Response>, Refused> {
    let options = CacheQueryOptions::new();
    if let Some(name) = cache {
        options.set_cache_name(name);
    }
    Ok(found(settled(storage()?.match_with_str_and_options(path, &options)).await?))
}

/// A cache.
pub struct Cache(web_sys::Cache);

impl Cache {
    /// What is kept for a path.
    ///
    /// # Errors
    /// Nobody can know.
    pub async fn get(&self, path: &str) -> Result<Option<Response>, Refused> {
        Ok(found(settled(self.0.match_with_str(path)).await?))
    }

    /// The paths of all that is kept, in the order in which they came.
    ///
    /// # Errors
    /// Nobody can know.
    pub async fn paths(&self) -> Result<Vec<String>, Refused> {
        let requests: Array = settled(self.0.keys()).await?.unchecked_into();
        let path = |request: JsValue| Some(Url::new(&request.dyn_into::<Request>().ok()?.url()).ok()?.pathname());
        Ok(requests.iter().filter_map(path).collect())
    }

    /// Keeps bytes for a path, in place of those before.
    ///
    /// # Errors
    /// It does not: the device may be full.
    pub async fn put(&self, path: &str, body: &Body, headers: &[(&str, &str)]) -> Result<(), Refused> {
        let response = web_sys::Response::new_with_opt_blob_and_init(Some(&body.0), &with_headers(headers)?)?;
        settled(self.0.put_with_str(path, &response)).await.map(drop)
    }

    /// The same with a text.
    ///
    /// # Errors
    /// The same.
    pub async fn put_text(&self, path: &str, text: &str, headers: &[(&str, &str)]) -> Result<(), Refused> {
        let response = web_sys::Response::new_with_opt_str_and_init(Some(text), &with_headers(headers)?)?;
        settled(self.0.put_with_str(path, &response)).await.map(drop)
    }

    /// Takes away what is kept for a path, if anything is.
    ///
    /// # Errors
    /// It is there still.
    pub async fn delete(&self, path: &str) -> Result<(), Refused> {
        settled(self.0.delete_with_str(path)).await.map(drop)
    }
}

fn with_headers(headers: &[(&str, &str)]) -> Result<ResponseInit, Refused> {
    let all = Headers::new()?;
    for (name, value) in headers {
        all.set(name, value)?;
    }
    let init = ResponseInit::new();
    init.set_headers(&all);
    Ok(init)
}
