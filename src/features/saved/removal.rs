//! Letting go of what is saved, and taking it back.

use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use leptos::task::{spawn_local, tick};

#[cfg(feature = "hydrate")]
use super::load_store;
use super::record::Record;
#[cfg(feature = "hydrate")]
use super::store::Undo;
use crate::i18n::SavedWords;
#[cfg(feature = "hydrate")]
use crate::platform::focus;

/// What the reader is told of the last thing that they let go of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovalMessage {
    /// What became of it.
    pub text: String,
    /// Whether it can be taken back.
    pub can_undo: bool,
}

/// Lets go of articles, and takes them back: that is a press, where a question beforehand would be one more each time.
#[derive(Clone, Copy)]
pub struct Removal {
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "natively nothing is let go of"))]
    words: &'static SavedWords,
    /// What is said of it.
    pub message: RwSignal<Option<RemovalMessage>>,
    /// What brings them back.
    #[cfg(feature = "hydrate")]
    undo: StoredValue<Vec<Undo>, LocalStorage>,
}

impl Removal {
    /// Nothing has been let go of.
    pub fn new(words: &'static SavedWords) -> Removal {
        Removal {
            words,
            message: RwSignal::new(None),
            #[cfg(feature = "hydrate")]
            undo: StoredValue::new_local(Vec::new()),
        }
    }

    /// Lets go of articles, and offers to take them back.
    #[cfg(feature = "hydrate")]
    pub fn remove(self, gone: Vec<Record>) {
        spawn_local(async move {
            let Ok(store) = load_store().await else { return self.say(self.words.unavailable) };
            let mut undo = Vec::new();
            for record in &gone {
                match (store.remove)(record.path.clone()).await {
                    Ok(one) => undo.push(one),
                    // What stays is in the list still. Those that have gone can be taken back as ever.
                    Err(_) => break,
                }
            }
            if undo.is_empty() {
                return self.say(self.words.unavailable);
            }
            let name = match gone.as_slice() {
                [one] => one.title.clone(),
                _ => undo.len().to_string(),
            };
            self.undo.set_value(undo);
            self.message.set(Some(RemovalMessage { text: [self.words.removed, ": ", &name].concat(), can_undo: true }));
            tick().await;
            focus::focus_in_sight(".saved-note .action");
        });
    }

    /// Takes back what was let go of last.
    #[cfg(feature = "hydrate")]
    pub fn undo(self) {
        let undo = self.undo.try_update_value(std::mem::take).unwrap_or_default();
        spawn_local(async move {
            let mut has_failed = false;
            for one in undo {
                has_failed |= match load_store().await {
                    Ok(store) => (store.restore)(one).await.is_err(),
                    Err(_) => true,
                };
            }
            if has_failed {
                self.say(self.words.undo_failed);
            } else {
                self.message.set(None);
            }
            focus::focus_heading();
        });
    }

    #[cfg(feature = "hydrate")]
    fn say(self, text: &str) {
        self.message.set(Some(RemovalMessage { text: text.to_owned(), can_undo: false }));
    }

    /// Natively nobody presses anything.
    #[cfg(not(feature = "hydrate"))]
    pub fn remove(self, _: Vec<Record>) {}

    /// The same.
    #[cfg(not(feature = "hydrate"))]
    pub fn undo(self) {}
}
