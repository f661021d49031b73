//! What the page has loaded, as the browser accounts for it.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    PerformanceObserver, PerformanceObserverEntryList, PerformanceObserverInit, PerformanceResourceTiming, Url,
};

use crate::routes::is_below;

/// What was loaded.
pub struct Resource {
    /// Its address.
    pub url: String,
    /// The path of that.
    pub path: String,
    /// Who asked for it.
    pub kind: Kind,
    /// Bytes over the network; none out of a cache.
    pub bytes: u64,
}

/// What a resource was asked for as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An image.
    Image,
    /// Anything else.
    Other,
}

fn entries() -> Array {
    super::window().performance().map(|performance| performance.get_entries_by_type("resource")).unwrap_or_default()
}

/// How many files the page has loaded so far. A browser counts no further than some hundreds.
pub fn count() -> u32 {
    entries().length()
}

/// The paths of what a folder of this site has given so far.
pub fn loaded_below(folder: &str) -> Vec<String> {
    let origin = super::window().location().origin().unwrap_or_default();
    let path = |entry: JsValue| {
        let url = resource(entry)?.url;
        url.strip_prefix(&origin).filter(|path| is_below(folder, path)).map(str::to_owned)
    };
    entries().iter().filter_map(path).collect()
}

/// Calls for each resource that is loaded from now on. Some browsers tell nothing.
pub fn on_loaded(mut call: impl FnMut(Resource) + 'static) {
    let tell = Closure::<dyn FnMut(_)>::new(move |entries: PerformanceObserverEntryList| {
        entries.get_entries().iter().filter_map(resource).for_each(&mut call);
    });
    if let Ok(observer) = PerformanceObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(&PerformanceObserverInit::new(&Array::of1(&"resource".into())));
        tell.forget();
    }
}

fn resource(entry: JsValue) -> Option<Resource> {
    let entry: PerformanceResourceTiming = entry.dyn_into().ok()?;
    let url = entry.name();
    let kind = if entry.initiator_type() == "img" { Kind::Image } else { Kind::Other };
    Some(Resource { path: Url::new(&url).ok()?.pathname(), url, kind, bytes: entry.transfer_size() as u64 })
}
