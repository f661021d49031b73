//! Going over from one picture of the page to the next.

use js_sys::{Function, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{clock, reader};

/// Changes the page at once, and settles it before it is painted. Drawing is done in the microtasks that follow the change.
pub fn at_once(change: impl FnOnce(), settle: impl FnOnce() + 'static) {
    change();
    clock::before_paint(settle);
}

/// Changes the page and settles it in a transition of the browser's; at once where it has none, or the reader wants
/// nothing to move.
pub fn gently(change: impl FnOnce() + 'static, settle: impl FnOnce() + 'static) {
    match start().filter(|_| !reader::wants_less_motion()) {
        Some(start) => run(&start, change, settle),
        None => at_once(change, settle),
    }
}

/// Untyped: not every browser has it.
fn start() -> Option<Function> {
    Reflect::get(&leptos::prelude::document(), &"startViewTransition".into()).ok()?.dyn_into().ok()
}

fn run(start: &Function, change: impl FnOnce() + 'static, settle: impl FnOnce() + 'static) {
    // The browser paints nothing until what this returns is settled: so no frame will come to wait for.
    let update = Closure::once_into_js(move || {
        change();
        let mut settle = Some(settle);
        Promise::new(&mut |done, _| {
            let settle = settle.take();
            spawn_local(async move {
                // What is drawn by the change stands before this in the queue.
                let _ = JsFuture::from(Promise::resolve(&JsValue::NULL)).await;
                if let Some(settle) = settle {
                    settle();
                }
                let _ = done.call0(&JsValue::NULL);
            });
        })
    });
    let transition = start.call1(&leptos::prelude::document(), &update).unwrap_or_default();
    // A transition that the next one cuts short is refused, and nobody should hear of that.
    if let Some(ready) = Reflect::get(&transition, &"ready".into()).ok().and_then(|ready| ready.dyn_into::<Promise>().ok()) {
        spawn_local(async move {
            let _ = JsFuture::from(ready).await;
        });
    }
}
