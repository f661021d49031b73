//! What lies below the first screen of a page. The browser lays out the beginning alone of a page that has just been opened
//! (`main[data-late]`), because all of it would keep the page from answering. The rest follows here, a little at a time, from
//! the top down: so that the page soon has its true height.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::names::SHOWN;
use crate::platform::clock::{before_paint, when_idle};
use crate::platform::document::HtmlElement;
use crate::platform::{document, events, late};
use wasm_bindgen_futures::spawn_local;

/// What waits: it is below the first screen of most windows. What is seen nevertheless, the browser does not let wait.
const LATE: &str =
    ".article-body > :nth-child(n + 4), .article-foot, .article ~ *, .cards > :nth-child(n + 7), .further";

/// Elements that are laid out at a time.
const SLICE: usize = 6;

/// Lays out late what each page says may wait, for as long as the document lives. A browser without such style sheets lays out
/// all at once.
pub fn start() {
    if !late::add_style(LATE) {
        return;
    }
    let current = Rc::new(RefCell::new(None::<Rc<LatePage>>));
    let shown = current.clone();
    events::on_document(SHOWN, move |_| {
        let page = LatePage::begin();
        if let Some(before) = shown.replace(page) {
            before.stop();
        }
    });
    let finish = move || {
        if let Some(page) = current.take() {
            page.finish();
        }
    };
    let jump = finish.clone();
    // Whoever jumps within the text wants to land where it says.
    events::on_pointer("click", move |event, _| {
        if events::is_within(event, "a[href*='#']") {
            jump();
        }
    });
    // Paper has all of it.
    events::on_window("beforeprint", move |_| finish());
}

/// A page that is laid out late.
struct LatePage {
    main: HtmlElement,
    elements: Vec<HtmlElement>,
    /// How many have been laid out.
    done: Cell<usize>,
    is_over: Cell<bool>,
}

impl LatePage {
    /// The page that is shown, if it may wait.
    fn begin() -> Option<Rc<LatePage>> {
        let main = document::all("[data-late]").pop()?;
        let elements = document::all(&late::within_late(LATE));
        let page = Rc::new(LatePage { main, elements, done: Cell::default(), is_over: Cell::default() });
        page.clone().continue_soon();
        Some(page)
    }

    /// Goes on after the next frame, when there is nothing else to do.
    fn continue_soon(self: Rc<Self>) {
        spawn_local(async move {
            before_paint().await;
            when_idle(Box::new(move || self.lay_out_some()));
        });
    }

    fn lay_out_some(self: Rc<Self>) {
        if self.is_over.get() {
            return;
        }
        let done = self.done.get();
        self.elements.iter().skip(done).take(SLICE).for_each(late::lay_out);
        self.done.set(done + SLICE);
        if self.done.get() < self.elements.len() { self.continue_soon() } else { self.finish() }
    }

    /// All of it is laid out from now on.
    fn finish(&self) {
        late::end(&self.main);
        self.stop();
    }

    /// The page is left, or is done.
    fn stop(&self) {
        if !self.is_over.replace(true) {
            self.elements.iter().for_each(late::forget);
        }
    }
}
