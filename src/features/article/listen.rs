//! Reading aloud, by the browser's own voice: the bar with the controls, and the paragraph that is marked.

mod player;
mod speaker;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Article;
use super::paragraphs::{paragraphs, words_of};
use super::pieces::{pieces, sentences};
use crate::features::chunk::{ChunkError, load_asked};
use crate::platform::document::{self, HtmlElement};
use crate::platform::{events, segmenter};
use crate::values::Lang;
use player::Player;

/// Reading an article aloud.
pub struct Listen {
    article: Article,
    player: Rc<RefCell<Option<Reading>>>,
    /// The player is on its way.
    is_opening: Rc<Cell<bool>>,
}

/// An article that is read aloud: what ends it, with something to say, or because the article is left.
struct Reading {
    stop: Box<dyn Fn(&'static str)>,
    leave: Box<dyn Fn()>,
}

/// Begins to read; the last argument is called when it is over.
type Open = fn(&Article, Box<dyn Fn()>) -> Reading;

#[leptos::wasm_split::wasm_split(listen, wasm_split_path = leptos::wasm_split, fallible)]
fn load_player() -> Result<Open, ChunkError> {
    Ok(|article, on_end| {
        let player = Player::open(article, texts(article), on_end);
        let left = player.clone();
        Reading { stop: Box::new(move |message| player.stop(message)), leave: Box::new(move || left.leave()) }
    })
}

/// A paragraph of the article, in pieces that a voice can say in one go.
struct Text {
    block: HtmlElement,
    pieces: Vec<String>,
}

impl Listen {
    /// Gets ready to read.
    pub fn begin(article: &Article) -> Listen {
        let player = Rc::new(RefCell::new(None::<Reading>));
        article.tools.listens.set(Some(false));
        // The page is left, or kept aside by the browser.
        let left = player.clone();
        events::while_mounted(events::window("pagehide", move |_| {
            if let Some(player) = left.take() {
                (player.stop)("");
            }
        }));
        Listen { article: article.clone(), player, is_opening: Rc::default() }
    }

    /// Begins to read from the headline on, or ends.
    pub fn toggle(&self) {
        let words = self.article.words;
        if let Some(player) = self.player.take() {
            return (player.stop)(words.stopped);
        }
        let (article, player, is_opening) = (self.article.clone(), self.player.clone(), self.is_opening.clone());
        if is_opening.replace(true) {
            return;
        }
        spawn_local(async move {
            let open = load_asked(&article.session, load_player).await;
            is_opening.set(false);
            let Some(open) = open else {
                return article.say(words.voice_failed);
            };
            // Meanwhile the article may have been left.
            if article.tools.listens.try_set(Some(true)).is_some() {
                return;
            }
            let ended = player.clone();
            player.replace(Some(open(&article, Box::new(move || drop(ended.take())))));
            article.say(words.started);
        });
    }
}

/// Whoever leaves the article leaves the voice.
impl Drop for Listen {
    fn drop(&mut self) {
        if let Some(player) = self.player.take() {
            (player.leave)();
        }
    }
}

fn texts(article: &Article) -> Vec<Text> {
    let standfirst = document::first_within(&article.element, ".standfirst");
    let blocks = std::iter::once(article.headline.clone()).chain(standfirst).chain(paragraphs(&article.body));
    blocks.map(|block| Text { pieces: pieces(&sentences_of(&words_of(&block), article.lang)), block }).collect()
}

fn sentences_of(words: &str, lang: Lang) -> Vec<String> {
    segmenter::sentences(words, lang).unwrap_or_else(|| sentences(words))
}
