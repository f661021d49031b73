//! Going over from one picture of the page to the next.

use std::collections::VecDeque;

use js_sys::{Function, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::{clock, document};

/// What has to be done, in order.
pub type Steps = VecDeque<Box<dyn FnOnce()>>;

/// Changes the page before it is painted: `gently` where a part knows how (`src/parts/ahead/turn.js`). Stops as soon as it
/// no longer `goes_on`.
///
/// Where it can be, each step is a task of its own, so that the reader never waits for all of them. The first has drawn all
/// that it draws when the second begins.
pub fn change(gently: bool, mut steps: Steps, goes_on: impl Fn() -> bool + 'static) {
    let update: Function = Closure::once_into_js(move |is_transition: JsValue| {
        // What is about to go loses the focus: when the browser finds that out by itself, it styles the new page for it.
        document::let_go_of_focus();
        let mut step = move || match steps.pop_front().filter(|_| goes_on()) {
            Some(step) => {
                step();
                true
            }
            None => false,
        };
        step();
        if is_transition.is_falsy() {
            clock::before_paint(move || while step() {});
            return Promise::resolve(&JsValue::NULL);
        }
        // In a transition the browser paints nothing until what this returns is settled: so no frame will come to wait for.
        let mut step = Some(step);
        Promise::new(&mut |done, _| {
            let step = step.take();
            spawn_local(async move {
                if let Some(mut step) = step {
                    clock::pause(0).await;
                    while step() {
                        clock::pause(0).await;
                    }
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
