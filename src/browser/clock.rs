//! Time.

pub use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsCast;
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

/// Waits until just before the next paint.
pub async fn before_paint() {
    let frame = Promise::new(&mut |resolve, _| {
        // Only a document without a window refuses, and that one paints nothing.
        let _ = window().request_animation_frame(resolve.unchecked_ref());
    });
    // A promise that is never rejected.
    let _ = JsFuture::from(frame).await;
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: u32) {
    TimeoutFuture::new(milliseconds).await;
}
