//! Time.

pub use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::values::Day;

/// Milliseconds since 1970, by the reader's clock: it may be wrong, and may jump.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// When the reader's calendar day of an instant began, in milliseconds since 1970.
pub fn midnight(instant: i64) -> i64 {
    let date = js_sys::Date::new(&(instant as f64).into());
    let (year, month, day) = (date.get_full_year(), date.get_month(), date.get_date());
    js_sys::Date::new_with_year_month_day(year, month as i32, day as i32).get_time() as i64
}

/// Microseconds since the page began; never goes back.
pub fn monotonic() -> u64 {
    window().performance().map_or(0, |performance| (performance.now() * 1_000.0) as u64)
}

/// The day and the hour of a moment, in milliseconds since 1970, where the reader is.
pub fn local(at: f64) -> (Option<Day>, String) {
    let date = Date::new(&at.into());
    let day = Day::new(date.get_full_year() as u16, date.get_month() as u8 + 1, date.get_date() as u8);
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    (day, [&two(date.get_hours()), ":", &two(date.get_minutes())].concat())
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

/// How long a browser that cannot tell when it is idle is left alone, in milliseconds.
const UNTIL_IDLE: u32 = 50;

/// Calls when the browser has nothing else to do.
pub fn when_idle(call: Box<dyn FnOnce()>) {
    let window = window();
    if Reflect::has(&window, &"requestIdleCallback".into()) == Ok(true) {
        // Only a document without a window refuses, and that one has nothing to do.
        let _ = window.request_idle_callback(Closure::once_into_js(call).unchecked_ref());
    } else {
        Timeout::new(UNTIL_IDLE, call).forget();
    }
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: u32) {
    TimeoutFuture::new(milliseconds).await;
}
