//! Going over from one picture of the page to the next.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

use super::clock;

/// How the steps of a change follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// All before the browser paints next.
    Frame,
    /// Each a task of its own. In a view transition the browser paints nothing before the last, so no frame will come.
    Tasks,
}

impl Pace {
    /// Waits until the next step may begin.
    pub async fn next(self) {
        match self {
            Pace::Frame => clock::before_paint().await,
            Pace::Tasks => clock::pause(0).await,
        }
    }
}

/// Changes the page: in a view transition if it is to be `animated` and `src/parts/ahead/turn.js` knows how, else at once.
pub fn change<Change: Future<Output = ()> + 'static>(animated: bool, change: impl FnOnce(Pace) -> Change + 'static) {
    let update = move |is_transition: JsValue| -> Promise {
        let pace = if is_transition.is_truthy() { Pace::Tasks } else { Pace::Frame };
        let change = change(pace);
        future_to_promise(async move {
            change.await;
            Ok(JsValue::UNDEFINED)
        })
    };
    let update: Function = Closure::once_into_js(update).unchecked_into();
    let page = leptos::prelude::document();
    let animation = Reflect::get(&page, &"turnPage".into()).ok().filter(|_| animated);
    // What it calls refuses nothing.
    let _ = match animation.and_then(|animation| animation.dyn_into::<Function>().ok()) {
        Some(animation) => animation.call1(&page, &update),
        None => update.call0(&page),
    };
}
