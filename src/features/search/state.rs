//! What the search page does: its questions, and what is shown for them.

use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_futures::spawn_local;

use super::{engine, finding, memory, title};
use crate::i18n::{SearchWords, search_words};
use crate::model::Edition;
use crate::names::SHOWN;
use crate::platform::clock::{self, Timeout};
use crate::platform::{document, events, field, history, http, location, scroll, style_sheet};
use crate::search::{Filters, Found, Question};
use crate::session::use_session;
use crate::values::Day;

/// So many milliseconds without a key are the end of a word.
const PAUSE: u32 = 80;
/// A search that takes so many milliseconds is announced: a quick answer is not announced by another sentence.
const PATIENCE: u32 = 300;
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
}

/// Where the search is.
#[derive(Default)]
struct Course {
    has_begun: bool,
    /// Counts the questions: the answer to an earlier one comes too late.
    turn: u32,
    /// How many results are shown at most.
    limit: usize,
    /// The query of the address under which the answer is shown.
    address: String,
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
        let is_first = !document::is_client_ready();
        Effect::new(move || {
            if is_first {
                search.arrive();
            }
        });
        events::while_mounted(events::document(SHOWN, move |_| search.arrive()));
        events::while_mounted(events::window("pagehide", move |_| search.keep()));
        events::while_mounted(events::window("online", move |_| search.network_returned()));
        search
    }

    /// The client shows this page at its address: for the first time, or perhaps under another question, or under none.
    fn arrive(self) {
        let has_begun = self.course.try_update_value(|course| std::mem::replace(&mut course.has_begun, true));
        match has_begun {
            Some(true) => self.follow_address(),
            Some(false) => spawn_local(async move {
                // Without it all of this can still be used.
                style_sheet::load().await;
                if !self.course.is_disposed() {
                    self.begin();
                }
            }),
            None => {}
        }
    }

    /// Begins with what the address asks. What was found before stands again at once, where it stood.
    fn begin(self) {
        let said = self.address();
        if self.text().is_empty() {
            self.set_text(&said.text);
        }
        self.filters.set(said.filters.clone());
        match memory::recall() {
            Some((found, y)) => {
                self.course.update_value(|course| course.limit = found.articles.len().max(STEP));
                self.tell();
                self.show(found);
                self.is_ready.set(true);
                spawn_local(async move {
                    tick().await;
                    scroll::to(y);
                });
            }
            None => {
                self.is_ready.set(true);
                self.ask();
                if said.text.is_empty() {
                    self.with_field(field::focus_in_place);
                }
            }
        }
    }

    fn follow_address(self) {
        let said = self.address();
        if said.to_query() == self.question().to_query() {
            return self.tell();
        }
        self.set_text(&said.text);
        self.filters.set(said.filters);
        self.ask();
    }

    /// What the address asks. What the paper has no section for counts as not said.
    fn address(self) -> Question {
        let mut said = Question::parse(&location::query());
        let is_section =
            |edition: &Arc<Edition>| edition.sections.iter().any(|section| section.id.as_str() == said.filters.section);
        if !self.edition.with_value(is_section) {
            said.filters.section.clear();
        }
        said
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

    /// What is asked stands in the title, and in the links to the other languages.
    fn tell(self) {
        let question = self.question();
        title::tell(&question.text, &question.to_query());
    }

    /// The reader types: the question is at its end when they pause.
    pub fn typed(self) {
        // While the word is being typed, what it is asked by is on its way.
        if self.question().asks() {
            let lang = self.edition.with_value(|edition| edition.lang);
            spawn_local(async move {
                engine::load(lang).await;
            });
        }
        let waiting = Timeout::new(PAUSE, move || self.ask());
        self.course.update_value(|course| course.waiting = Some(waiting));
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
        self.ask_up_to(STEP, None);
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
        self.ask_up_to(limit + STEP, Some(limit));
    }

    /// Asks for so many results, and moves the focus to one of them.
    fn ask_up_to(self, limit: usize, focus: Option<usize>) {
        let Some(turn) = self.next_turn(limit) else { return };
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
            clock::pause(PATIENCE).await;
            if self.is_current(turn) && self.is_busy.get_untracked() {
                self.say(self.words.searching);
            }
        });
        spawn_local(async move {
            let (lang, utc_offset) = self.edition.with_value(|edition| (edition.lang, edition.utc_offset));
            let today = Day::at(clock::now(), utc_offset);
            let found = finding::find(lang, &question, limit, today).await;
            if !self.is_current(turn) {
                return;
            }
            self.is_busy.set(false);
            match found {
                Ok(found) => self.show(found),
                Err(_) => self.fail(),
            }
            if let Some(focus) = focus {
                tick().await;
                document::focus_nth(LINKS, focus);
            }
        });
    }

    /// Begins another question, and ends those before. None where the page is not at its address yet, or is gone.
    fn next_turn(self, limit: usize) -> Option<u32> {
        let turn = self.course.try_update_value(|course| {
            course.waiting = None;
            course.limit = limit;
            course.turn = course.turn.wrapping_add(1);
            course.has_begun.then_some(course.turn)
        });
        turn.flatten()
    }

    fn is_current(self, turn: u32) -> bool {
        self.course.try_with_value(|course| course.turn == turn).unwrap_or_default()
    }

    fn show(self, found: Found) {
        self.course.update_value(|course| course.address = location::query());
        let words = self.words;
        if found.articles.is_empty() {
            let is_limited = self.filters.with_untracked(Filters::is_limit);
            let help = if is_limited { words.none_help_filtered } else { words.none_help };
            self.say(&[words.none, " ", help].concat());
        } else {
            self.say(&[words.found, " ", &found.total.to_string()].concat());
        }
        self.shown.set(Shown::Found(Arc::new(found)));
    }

    fn fail(self) {
        self.say(if http::is_online() { self.words.failed } else { self.words.offline });
        self.shown.set(Shown::Failed);
    }

    /// The network is back: what could not be had without it is asked for again.
    fn network_returned(self) {
        if self.shown.with_untracked(|shown| matches!(shown, Shown::Failed)) {
            self.ask();
        }
    }

    /// Says what can be done before anything is asked.
    fn invite(self) {
        self.is_busy.set(false);
        self.say(self.words.hint);
        self.shown.set(Shown::Invitation(memory::recent().queries().to_vec()));
    }

    /// Forgets what was asked for on this device.
    pub fn forget(self) {
        memory::forget();
        self.invite();
        self.with_field(field::focus);
    }

    fn say(self, text: &str) {
        if self.status.with_untracked(|said| said != text) {
            self.status.set(text.to_owned());
        }
    }

    /// The reader goes to one of the results.
    pub fn opened(self) {
        memory::remember(&self.text());
        self.keep();
    }

    /// Keeps what is shown, for a reader who comes back.
    fn keep(self) {
        // While another question is being asked, its address stands there already.
        let is_of_address = self.course.with_value(|course| course.address == location::query());
        self.shown.with_untracked(|shown| match shown {
            Shown::Found(found) if is_of_address => memory::keep(found),
            _ => {}
        });
    }

    /// Keys lead through the results and back to the field.
    pub fn key(self, event: &ev::KeyboardEvent) {
        let Some(key) = events::plain_key(event) else { return };
        if events::is_within(event, "select") {
            return;
        }
        let at = document::focused_among(LINKS);
        let is_in_field = self.field.get_untracked().is_some_and(|field| field::has_focus(&field));
        match (key.as_str(), at) {
            ("Escape", _) => self.ask_for(""),
            ("ArrowDown", Some(at)) => document::focus_nth(LINKS, at + 1),
            ("ArrowDown", None) if is_in_field => document::focus_nth(LINKS, 0),
            ("ArrowUp", Some(0)) => self.with_field(field::focus),
            ("ArrowUp", Some(at)) => document::focus_nth(LINKS, at - 1),
            _ => return,
        }
        event.prevent_default();
    }
}
