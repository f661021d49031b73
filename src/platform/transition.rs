//! Going over from one picture of the page to the next: in a view transition where the browser has them, the reader wants
//! things to move, and it costs them no time.

use std::cell::Cell;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::clock;
use super::reader;

/// Milliseconds until the new page has to be there: with the click itself, and the painting, that is 50.
const TIMEOUT: u64 = 42;
/// So often in a row a device may need longer; then this document goes without. The first time is always slow.
const CHANCES: u32 = 2;

thread_local! {
    /// How often in a row it took too long.
    static LATE: Cell<u32> = const { Cell::new(0) };
}

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

// web-sys has these where its unstable interfaces are asked for, by a flag for the whole build.
#[wasm_bindgen]
extern "C" {
    type ViewTransitions;

    #[wasm_bindgen(method, catch, js_name = startViewTransition)]
    fn start(this: &ViewTransitions, update: &JsValue) -> Result<ViewTransition, JsValue>;

    type ViewTransition;

    #[wasm_bindgen(method, getter)]
    fn ready(this: &ViewTransition) -> Promise;

    #[wasm_bindgen(method, getter)]
    fn finished(this: &ViewTransition) -> Promise;
}

/// Changes the page: in a view transition if it is to be `animated` and nothing speaks against it, else at once.
pub fn change<Change: Future<Output = ()> + 'static>(animated: bool, change: impl FnOnce(Pace) -> Change + 'static) {
    let Some(document) = transitions().filter(|_| animated && LATE.get() < CHANCES && reader::wants_motion()) else {
        return spawn_local(change(Pace::Frame));
    };
    let began = clock::monotonic();
    let update = move || -> Promise {
        let change = change(Pace::Tasks);
        future_to_promise(async move {
            change.await;
            Ok(JsValue::UNDEFINED)
        })
    };
    let Ok(transition) = document.start(&Closure::once_into_js(update)) else { return };
    spawn_local(async move {
        // The next frame shows the new page. A transition that the next cuts short is refused, and nobody should hear of that.
        if JsFuture::from(transition.ready()).await.is_ok() {
            let is_late = clock::monotonic() - began > TIMEOUT * 1_000;
            LATE.set(if is_late { LATE.get() + 1 } else { 0 });
        }
        let _ = JsFuture::from(transition.finished()).await;
    });
}

/// The document, where it has view transitions and can be seen.
fn transitions() -> Option<ViewTransitions> {
    let document: JsValue = leptos::prelude::document().into();
    let has_them =
        Reflect::get(&document, &"startViewTransition".into()).is_ok_and(|start| start.is_instance_of::<Function>());
    (has_them && reader::looks()).then(|| document.unchecked_into())
}
