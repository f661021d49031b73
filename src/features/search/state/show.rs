//! What is shown for a question and told to screen readers, and how it is kept for a reader who comes back.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::super::engine::engine;
use super::super::memory;
use super::{Search, Shown};
use crate::platform::{connection, field, http, location};
use crate::routes::Route;
use crate::search::{Filters, Found, FoundArticle, Matcher, SearchError};

impl Search {
    pub(super) fn show(self, found: Found, matcher: Option<Matcher>) {
        self.course.update_value(|course| {
            course.address = location::query();
            course.matcher = matcher;
        });
        let words = self.words;
        if found.articles.is_empty() {
            let is_limited = self.filters.with_untracked(Filters::is_limit);
            let help = if is_limited { words.none_help_filtered } else { words.none_help };
            self.say(&[words.none, " ", help].concat());
        } else {
            let number = [words.found, " ", &found.total.to_string()].concat();
            match &found.instead {
                Some(instead) => self.say(&[&words.instead_of(instead), ". ", &number].concat()),
                None => self.say(&number),
            }
        }
        self.shown.set(Shown::Found(Arc::new(found)));
    }

    /// Looks for a passage of an article that is shown, by its place, if nothing else says why it was found.
    pub fn look_into(self, place: usize, article: RwSignal<FoundArticle>) {
        let Some(matcher) = self.course.with_value(|course| course.matcher.clone()) else { return };
        let shown = article.get_untracked();
        if shown.has_hits() || connection::saves_data() {
            return;
        }
        let route = Route::Article(shown.card.slug.clone());
        let path = self.edition.with_value(|edition| edition.path(&route));
        spawn_local(async move {
            let Ok(engine) = engine().await else { return };
            let Some(with_passage) = engine.with_passage(shown.clone(), path, matcher).await else { return };
            // The reader who comes back sees it at once.
            self.shown.try_update_untracked(|now| {
                if let Shown::Found(found) = now
                    && let Some(same) = Arc::make_mut(found).articles.get_mut(place).filter(|same| **same == shown)
                {
                    same.clone_from(&with_passage);
                }
            });
            article.try_set(with_passage);
        });
    }

    pub(super) fn fail(self, error: SearchError) {
        if error == SearchError::OtherFormat {
            self.say(self.words.outdated);
            return self.shown.set(Shown::Outdated);
        }
        self.say(if http::is_online() { self.words.failed } else { self.words.offline });
        self.shown.set(Shown::Failed);
    }

    /// The network is back: what could not be had without it is asked for again.
    pub(super) fn network_returned(self) {
        if self.shown.with_untracked(|shown| matches!(shown, Shown::Failed)) {
            self.ask();
        }
    }

    /// Says what can be done before anything is asked.
    pub(super) fn invite(self) {
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

    pub(super) fn say(self, text: &str) {
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
    pub(super) fn keep(self) {
        // While another question is being asked, its address stands there already.
        let is_of_address = self.course.with_value(|course| course.address == location::query());
        self.shown.with_untracked(|shown| match shown {
            Shown::Found(found) if is_of_address => memory::keep(found),
            _ => {}
        });
    }
}
