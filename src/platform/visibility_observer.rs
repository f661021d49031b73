//! Which elements are in view.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// The part of an element that has to be in view.
const THRESHOLD: f64 = 0.5;

/// Tells when half of an element comes into view, and when it leaves. Ends when it is dropped.
pub struct VisibilityObserver {
    observer: IntersectionObserver,
    _tell: Closure<dyn FnMut(Array)>,
}

impl VisibilityObserver {
    /// An observer of no elements yet; none where the browser has none.
    pub fn new(mut call: impl FnMut(HtmlElement, bool) + 'static) -> Option<VisibilityObserver> {
        let tell = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if let Ok(element) = entry.target().dyn_into() {
                    call(element, entry.is_intersecting());
                }
            }
        });
        let init = IntersectionObserverInit::new();
        init.set_threshold(&THRESHOLD.into());
        let observer = IntersectionObserver::new_with_options(tell.as_ref().unchecked_ref(), &init).ok()?;
        Some(VisibilityObserver { observer, _tell: tell })
    }

    /// Has an element observed.
    pub fn observe(&self, element: &HtmlElement) {
        self.observer.observe(element);
    }
}

impl Drop for VisibilityObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
