//! What all handlers of HTML need: attributes, lines, notes.

use std::sync::{Arc, Mutex, PoisonError};

use htmd::Node;

use super::marks;
use crate::publish::import::dom;

/// Notes that handlers leave, which run in the middle of a conversion.
pub type Notes = Arc<Mutex<Vec<String>>>;

/// Adds a note once.
pub fn note(notes: &Notes, text: impl Into<String>) {
    let text = text.into();
    let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
    if !notes.contains(&text) {
        notes.push(text);
    }
}

/// A text on one line.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An attribute as it was written.
pub fn attribute(node: &Node, name: &str) -> Option<String> {
    dom::attribute(node, name).map(|value| marks::plain(&value).trim().to_owned()).filter(|value| !value.is_empty())
}
