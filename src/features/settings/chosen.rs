use leptos::prelude::*;

use super::store;
use crate::settings::{Setting, Settings};

/// What the controls of the panel change. Each change is kept, and shows on the page at once.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// What is chosen.
    pub settings: RwSignal<Settings>,
    /// What a screen reader is told.
    pub status: RwSignal<String>,
    /// Said where the browser keeps nothing.
    pub unkept: &'static str,
}

impl Chosen {
    /// The value of a setting; empty for the paper as it comes.
    pub fn get(self, setting: Setting) -> &'static str {
        self.settings.with(|settings| settings.choices.get(setting)).unwrap_or_default()
    }

    /// Chooses a value; an empty one is the paper as it comes.
    pub fn choose(self, setting: Setting, value: &str) {
        self.take(store::load().with(setting, value), "");
    }

    /// Keeps a record, and says what the reader could not know otherwise.
    pub fn take(self, settings: Settings, message: &str) {
        let unkept = if store::keep(settings) { "" } else { self.unkept };
        self.settings.set(settings);
        self.status.set([message, unkept].join(" ").trim().to_owned());
    }
}
