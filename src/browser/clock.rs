//! Time.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Milliseconds since 1970, by the reader's clock: it may be wrong, and may jump.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Microseconds since the page began; never goes back.
pub fn monotonic() -> u64 {
    window().performance().map_or(0, |performance| (performance.now() * 1_000.0) as u64)
}

/// Calls once before the next paint.
pub fn before_paint(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    // Only a document without a window refuses, and that one paints nothing.
    let _ = window().request_animation_frame(call.unchecked_ref());
}

/// Calls once after a time, unless it is dropped before.
pub struct Timer {
    id: i32,
    _call: Closure<dyn FnMut()>,
}

impl Timer {
    /// A timer of so many milliseconds.
    pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
        let call = Closure::once(call);
        let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let id = window().set_timeout_with_callback_and_timeout_and_arguments_0(call.as_ref().unchecked_ref(), delay);
        Timer { id: id.unwrap_or_default(), _call: call }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

/// Waits.
pub async fn pause(milliseconds: u32) {
    let mut timer = None;
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        timer = Some(Timer::after(milliseconds, move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        }));
    });
    let _ = JsFuture::from(promise).await;
    drop(timer);
}
