//! Tells a reader who comes back to the front page or to a section that the paper has news.
//!
//! Asked is only when the tab is looked at again, and seldom. Nothing on the page moves: an offer lies over it, and the new
//! page comes when the reader takes it. Whatever fails here fails in silence.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::notices;
use crate::names::SHOWN;
use crate::navigation::news::followed;
use crate::platform::{clock, events, http, reader};
use crate::session::Session;

/// Milliseconds between two questions.
const PAUSE: i64 = 5 * 60 * 1_000;

/// Looks for news as long as the document lives.
pub fn start(session: &Session) {
    let asked = Cell::new(clock::now());
    // What was offered last: put aside, it is not offered again by itself.
    let offered = Rc::new(RefCell::new(Vec::new()));
    let this = session.clone();
    events::on_document("visibilitychange", move |_| {
        let passed = clock::now() - asked.get();
        // A clock that was set back would keep us waiting.
        let is_early = (0..PAUSE).contains(&passed);
        let Some(page) = followed(&this).filter(|_| reader::looks() && !is_early && http::is_online()) else { return };
        asked.set(clock::now());
        let (session, offered) = (this.clone(), offered.clone());
        spawn_local(async move {
            if let Ok(look) = notices::load_look().await {
                look(session, page, offered).await;
            }
        });
    });
    // Another page, or the same one anew.
    let offer = session.offer;
    events::on_document(SHOWN, move |_| {
        if offer.with_untracked(Option::is_some) {
            offer.set(None);
        }
    });
}
