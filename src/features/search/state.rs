//! What the search page does: its questions, and what is shown for them.

mod address;
mod ask;
mod keys;
mod show;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::engine::engine;
use crate::i18n::{SearchWords, search_words};
use crate::model::Edition;
use crate::names::SHOWN;
use crate::platform::clock::Timeout;
use crate::platform::{client_state, events, field};
use crate::search::{Filters, Found, Matcher, Question};
use crate::session::use_session;

/// So many results at once.
const STEP: usize = 10;
/// The links of the results.
const LINKS: &str = ".found .card-title a";

/// The search page. It is gone with the page: what comes later has no effect.
#[derive(Clone, Copy)]
pub struct Search {
    /// What it says.
    pub words: &'static SearchWords,
    /// What is chosen beside the question.
    pub filters: RwSignal<Filters>,
    /// What stands under the form.
    pub shown: RwSignal<Shown>,
    /// Whether an answer is on its way.
    pub is_busy: RwSignal<bool>,
    /// What a screen reader is told of it.
    pub status: RwSignal<String>,
    /// Whether the page is at its address.
    pub is_ready: RwSignal<bool>,
    field: NodeRef<html::Input>,
    edition: StoredValue<Arc<Edition>>,
    course: StoredValue<Course, LocalStorage>,
}

/// What stands under the form.
#[derive(Clone, Debug)]
pub enum Shown {
    /// Nothing yet.
    Nothing,
    /// What to ask: the questions of before, the last first.
    Invitation(Vec<String>),
    /// An answer; it may have no articles.
    Found(Arc<Found>),
    /// That there is none.
    Failed,
    /// That the site has another search by now: the page has to be loaded anew.
    Outdated,
}

/// Where the search is.
#[derive(Default)]
struct Course {
    has_begun: bool,
    /// Counts the questions: the answer to an earlier one comes too late.
    request_id: u32,
    /// How many results are shown at most.
    limit: usize,
    /// The query of the address under which the answer is shown.
    address: String,
    /// Knows the hits in what is shown; none where that was found before.
    matcher: Option<Matcher>,
    /// Asks when the word is at its end.
    waiting: Option<Timeout>,
}

impl Search {
    /// The search of a page that is about to be drawn.
    pub fn new(field: NodeRef<html::Input>) -> Search {
        let session = use_session();
        let search = Search {
            words: search_words(session.edition.lang),
            filters: RwSignal::default(),
            shown: RwSignal::new(Shown::Nothing),
            is_busy: RwSignal::new(false),
            status: RwSignal::default(),
            is_ready: RwSignal::new(false),
            field,
            edition: StoredValue::new(session.edition.clone()),
            course: StoredValue::new_local(Course::default()),
        };
        // The first page of the document has its address already, any other gets it when it has been drawn.
        let is_first = !client_state::is_client_ready();
        Effect::new(move || {
            if is_first {
                search.arrive();
            }
        });
        // It comes with the page; where it does not, the question says so.
        spawn_local(async { drop(engine().await) });
        events::while_mounted(events::document(SHOWN, move |_| search.arrive()));
        events::while_mounted(events::window("pagehide", move |_| search.keep()));
        events::while_mounted(events::window("online", move |_| search.network_returned()));
        search
    }

    /// What is asked, as the form says it.
    fn question(self) -> Question {
        Question { text: self.text(), filters: self.filters.get_untracked() }
    }

    fn with_field(self, call: fn(&field::HtmlInputElement)) {
        if let Some(field) = self.field.get_untracked() {
            call(&field);
        }
    }

    fn text(self) -> String {
        self.field.get_untracked().map(|field| field::text(&field)).unwrap_or_default()
    }

    fn set_text(self, text: &str) {
        if let Some(field) = self.field.get_untracked() {
            field::set_text(&field, text);
        }
    }
}
