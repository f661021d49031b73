//! Going over from one picture of the page to the next.

use js_sys::{Function, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{clock, document};

/// Changes the page and settles it before it is painted: `gently` where a part knows how (`src/parts/ahead/turn.js`).
///
/// The two are tasks of their own where that is possible, so that neither keeps the reader waiting for both.
pub fn change(gently: bool, change: impl FnOnce() + 'static, settle: impl FnOnce() + 'static) {
    // In a transition the browser paints nothing until what this returns is settled: so no frame will come to wait for.
    let update: Function = Closure::once_into_js(move |is_transition: JsValue| {
        // What is about to go loses the focus: when the browser finds that out by itself, it styles the new page for it.
        document::let_go_of_focus();
        change();
        if is_transition.is_falsy() {
            clock::before_paint(settle);
            return Promise::resolve(&JsValue::NULL);
        }
        let mut settle = Some(settle);
        Promise::new(&mut |done, _| {
            let settle = settle.take();
            spawn_local(async move {
                // What the change has drawn stands before this in the queue of the same moment.
                let _ = JsFuture::from(Promise::resolve(&JsValue::NULL)).await;
                if let Some(settle) = settle {
                    settle();
                }
                let _ = done.call0(&JsValue::NULL);
            });
        })
    })
    .unchecked_into();
    let page = leptos::prelude::document();
    let turn = Reflect::get(&page, &"turnPage".into()).ok().filter(|_| gently);
    // What it calls refuses nothing.
    let _ = match turn.and_then(|turn| turn.dyn_into::<Function>().ok()) {
        Some(turn) => turn.call1(&page, &update),
        None => update.call0(&page),
    };
}
