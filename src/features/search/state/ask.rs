//! How a question is asked: while the reader types, when they send the form, and by the buttons of the page.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_futures::spawn_local;

use super::super::engine::engine;
use super::super::memory;
use super::{LINKS, STEP, Search};
use crate::platform::clock::{self, Timeout};
use crate::platform::{field, focus, history, location, scroll};
use crate::search::{Filters, SearchError};
use crate::values::Day;

/// So many milliseconds without a key are the end of a word.
const PAUSE: u32 = 80;
/// A search that takes so many milliseconds is announced: a quick answer is not announced by another sentence.
const TIMEOUT: u32 = 300;

/// What is done when the answer is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Then {
    /// Nothing.
    Stay,
    /// The focus goes to a result, by its place.
    Focus(usize),
    /// The reader is brought to where they were, in CSS pixels.
    ScrollTo(f64),
}

impl Search {
    /// The reader types: the question is at its end when they pause.
    pub fn typed(self) {
        // While the word is being typed, what it is asked by is on its way.
        if self.question().asks() {
            self.prepare();
        }
        let waiting = Timeout::new(PAUSE, move || self.ask());
        self.course.update_value(|course| course.waiting = Some(waiting));
    }

    /// Loads what any question needs.
    pub(super) fn prepare(self) {
        let lang = self.edition.with_value(|edition| edition.lang);
        spawn_local(async move {
            // Where it does not come, the question says so.
            if let Ok(engine) = engine().await {
                engine.prepare(lang).await;
            }
        });
    }

    /// The reader sends the form.
    pub fn submit(self, event: &ev::SubmitEvent) {
        event.prevent_default();
        memory::remember(&self.text());
        if !self.text().trim().is_empty() {
            self.with_field(field::put_keyboard_away);
        }
        self.ask();
    }

    /// Asks what the form says.
    pub fn ask(self) {
        self.ask_up_to(STEP, Then::Stay);
    }

    /// Asks for something else.
    pub fn ask_for(self, text: &str) {
        self.set_text(text);
        self.try_again();
    }

    /// Asks once more.
    pub fn try_again(self) {
        self.with_field(field::focus);
        self.ask();
    }

    /// Asks without limits.
    pub fn ask_without_limits(self) {
        self.filters.update(Filters::lift_limits);
        self.try_again();
    }

    /// Shows more results. The focus goes to the first of them.
    pub fn show_more(self) {
        let limit = self.course.with_value(|course| course.limit);
        self.ask_up_to(limit + STEP, Then::Focus(limit));
    }

    /// Asks for so many results.
    pub(super) fn ask_up_to(self, limit: usize, then: Then) {
        let Some(request_id) = self.next_request(limit) else { return };
        let question = self.question();
        let query = question.to_query();
        // Browsers refuse a page that writes its address too often.
        if location::query() != query {
            history::replace_address(&[location::path(), query].concat());
        }
        self.tell();
        if !question.asks() {
            return self.invite();
        }
        self.is_busy.set(true);
        spawn_local(async move {
            clock::pause(TIMEOUT).await;
            if self.is_current(request_id) && self.is_busy.get_untracked() {
                self.say(self.words.searching);
            }
        });
        spawn_local(async move {
            let (lang, utc_offset) = self.edition.with_value(|edition| (edition.lang, edition.utc_offset));
            let today = Day::at(clock::now(), utc_offset);
            let answer = match engine().await {
                Ok(engine) => engine.find(lang, question, limit, today).await,
                Err(_) => Err(SearchError::Unavailable),
            };
            // Drawing the cards is a task of its own: a key that was pressed meanwhile comes first.
            clock::pause(0).await;
            if !self.is_current(request_id) {
                return;
            }
            self.is_busy.set(false);
            match answer {
                Ok(answer) => self.show(answer.found, Some(answer.matcher)),
                Err(error) => self.fail(error),
            }
            tick().await;
            match then {
                Then::Stay => {}
                Then::Focus(place) => focus::focus_nth(LINKS, place),
                Then::ScrollTo(y) => scroll::to(y),
            }
        });
    }

    /// Begins another question, and ends those before. None where the page is not at its address yet, or is gone.
    fn next_request(self, limit: usize) -> Option<u32> {
        let request_id = self.course.try_update_value(|course| {
            course.waiting = None;
            course.limit = limit;
            course.request_id = course.request_id.wrapping_add(1);
            course.has_begun.then_some(course.request_id)
        });
        request_id.flatten()
    }

    fn is_current(self, request_id: u32) -> bool {
        self.course.try_with_value(|course| course.request_id == request_id).unwrap_or_default()
    }
}
