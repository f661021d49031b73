//! Leads a voice through texts, each of several pieces.
//!
//! A pause gives the utterance up and says it again afterwards: Android does not go on where it paused, and voices of the
//! network fall silent after some seconds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::names::LISTEN_CHANNEL;
use crate::platform::channel::Listener;
use crate::platform::speech::{self, Utterance, Voice};
use crate::values::Lang;

/// What happens to the voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A text begins, by its number; because the reader wanted it, or in its turn.
    At(usize, bool),
    /// It pauses, or goes on.
    Paused(bool),
    /// All has been read.
    Done,
    /// The voice does not speak.
    Failed,
    /// Another tab reads aloud now.
    Elsewhere,
}

/// The voice.
pub struct Speaker {
    texts: Vec<Vec<String>>,
    voice: Option<Voice>,
    lang: Lang,
    tell: Box<dyn Fn(Event)>,
    /// The number of the text, and of the piece of it.
    at: Cell<(usize, usize)>,
    is_paused: Cell<bool>,
    rate: Cell<f32>,
    utterance: RefCell<Option<Utterance>>,
    tabs: RefCell<Option<Listener>>,
}

impl Speaker {
    /// A voice that is silent yet. `tell` is told what happens to it.
    pub fn new(texts: Vec<Vec<String>>, lang: Lang, rate: f32, tell: impl Fn(Event) + 'static) -> Rc<Speaker> {
        let speaker = Rc::new(Speaker {
            texts,
            voice: speech::voice(lang),
            lang,
            tell: Box::new(tell),
            at: Cell::default(),
            is_paused: Cell::default(),
            rate: Cell::new(rate),
            utterance: RefCell::default(),
            tabs: RefCell::default(),
        });
        let this = Rc::downgrade(&speaker);
        speaker.tabs.replace(Listener::new(LISTEN_CHANNEL, move || {
            if let Some(speaker) = this.upgrade() {
                (speaker.tell)(Event::Elsewhere);
            }
        }));
        speaker
    }

    /// Begins with the first text.
    pub fn begin(self: &Rc<Self>) {
        self.tell_tabs();
        self.go_to(0, true);
    }

    /// So many texts on, or back.
    pub fn go(self: &Rc<Self>, steps: isize) {
        let (text, _) = self.at.get();
        self.go_to(text.saturating_add_signed(steps).min(self.texts.len().saturating_sub(1)), true);
    }

    /// Pauses, or goes on with the piece that was broken off.
    pub fn toggle(self: &Rc<Self>) {
        let is_paused = !self.is_paused.get();
        self.is_paused.set(is_paused);
        (self.tell)(Event::Paused(is_paused));
        if is_paused {
            return self.silence();
        }
        self.tell_tabs();
        self.speak();
    }

    /// Speaks at another speed, from the piece on that is being said.
    pub fn set_rate(self: &Rc<Self>, rate: f32) {
        self.rate.set(rate);
        if !self.is_paused.get() {
            self.speak();
        }
    }

    /// Ends.
    pub fn end(&self) {
        self.tabs.take();
        self.silence();
    }

    fn tell_tabs(&self) {
        if let Some(tabs) = &*self.tabs.borrow() {
            tabs.post("reading");
        }
    }

    fn silence(&self) {
        self.let_go();
        speech::silence();
    }

    /// What is being said has events no more.
    fn let_go(&self) {
        if let Some(utterance) = self.utterance.take() {
            utterance.let_go();
        }
    }

    fn speak(self: &Rc<Self>) {
        let (text, piece) = self.at.get();
        let Some(words) = self.texts.get(text).and_then(|pieces| pieces.get(piece)) else { return self.go_on() };
        self.let_go();
        let (ended, failed) = (self.clone(), self.clone());
        let utterance = Utterance::say(
            words,
            (self.voice.as_ref(), self.lang),
            self.rate.get(),
            Box::new(move || ended.go_on()),
            Box::new(move || (failed.tell)(Event::Failed)),
        );
        match utterance {
            Some(utterance) => drop(self.utterance.replace(Some(utterance))),
            None => (self.tell)(Event::Failed),
        }
    }

    fn go_on(self: &Rc<Self>) {
        let (text, piece) = self.at.get();
        if self.texts.get(text).is_some_and(|pieces| piece + 1 < pieces.len()) {
            self.at.set((text, piece + 1));
            self.speak();
        } else if text + 1 < self.texts.len() {
            self.go_to(text + 1, false);
        } else {
            (self.tell)(Event::Done);
        }
    }

    fn go_to(self: &Rc<Self>, text: usize, is_chosen: bool) {
        self.at.set((text, 0));
        (self.tell)(Event::At(text, is_chosen));
        if !self.is_paused.get() {
            self.speak();
        }
    }
}
