//! The page and its address: the search begins with what the address asks, and follows it later.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_futures::spawn_local;

use super::super::{memory, title};
use super::ask::Then;
use super::{STEP, Search};
use crate::model::Edition;
use crate::names::SEARCH_MANIFESTS;
use crate::platform::{document, field, location, scroll, style_sheet};
use crate::search::Question;

impl Search {
    /// The client shows this page at its address: for the first time, or perhaps under another question, or under none.
    pub(super) fn arrive(self) {
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
        // What the document has loaded ahead is taken at once; nothing is asked for before the reader types.
        if document::attribute(&["link[rel=preload][href*='", SEARCH_MANIFESTS, "/']"].concat(), "href").is_some() {
            self.prepare();
        }
        let said = self.address();
        if self.text().is_empty() {
            self.set_text(&said.text);
        }
        self.filters.set(said.filters.clone());
        match memory::recall() {
            Some((memory, Some(found))) => {
                self.course.update_value(|course| course.limit = found.articles.len().max(STEP));
                self.tell();
                self.show(found, None);
                self.is_ready.set(true);
                spawn_local(async move {
                    tick().await;
                    scroll::to(memory.y);
                });
            }
            Some((memory, None)) => {
                self.is_ready.set(true);
                self.ask_up_to(memory.shown.max(STEP), Then::ScrollTo(memory.y));
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

    /// What is asked stands in the title, and in the links to the other languages.
    pub(super) fn tell(self) {
        let question = self.question();
        title::tell(&question.text, &question.to_query());
    }
}
