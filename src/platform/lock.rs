//! Names that one tab holds at a time.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// For how long a name is still held that was let go of, in milliseconds. What was stored under it reaches the processes of
/// other tabs on a way of its own, mostly within a few: the next holder is to find it.
const HEARD: u32 = 100;

/// A name that this tab holds, until this is dropped or the tab is gone.
pub struct Held {
    release: Function,
    /// For how long it is held after that, in milliseconds.
    delay: u32,
}

impl Held {
    /// The same, let go of at once: for what all tabs see as soon as it is done.
    #[must_use]
    pub fn without_delay(mut self) -> Held {
        self.delay = 0;
        self
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let release = self.release.clone();
        let call = move || {
            // It settles a promise, which nothing can refuse.
            let _ = release.call0(&JsValue::NULL);
        };
        match self.delay {
            0 => call(),
            delay => drop(Timeout::new(delay, call).forget()),
        }
    }
}

/// Waits until no other tab holds a name. None where the browser has no locks, or refuses them.
pub async fn hold(name: &str) -> Option<Held> {
    // Untyped: only a secure context has them.
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let mut refused = JsValue::UNDEFINED;
    let granted = Promise::new(&mut |granted, _| {
        // The lock is held until the promise that this returns is settled, so its settling is what is handed out.
        let call = Closure::once_into_js(move |_lock: JsValue| {
            Promise::new(&mut |release, _| {
                let _ = granted.call1(&JsValue::NULL, &release);
            })
        });
        refused = request.call2(&locks, &name.into(), &call).unwrap_or(JsValue::NULL);
    });
    // A request that is refused is settled first, one that is granted after the lock has been released.
    let first = Promise::race(&Array::of2(&granted, &refused));
    JsFuture::from(first).await.ok()?.dyn_into().ok().map(|release| Held { release, delay: HEARD })
}
