//! Why a page could not be loaded.

use std::fmt;

use crate::i18n::Messages;

/// Why a page could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Nothing has this address.
    NotFound,
    /// The device has no network.
    Offline,
    /// There was no answer in time.
    TimedOut,
    /// There is a network, and the request failed: what the browser says of it.
    Network(String),
    /// The server answered with a status that is neither a page nor "not found".
    Status(u16),
    /// The answer is not the JSON of the page: where and why.
    Unreadable(String),
    /// The page belongs to another build of the site than this client.
    OtherBuild,
}

impl LoadError {
    /// What readers are told: a heading, and a sentence that says why.
    pub fn words(&self, words: &Messages) -> (&'static str, &'static str) {
        match self {
            LoadError::NotFound => (words.not_found, words.not_found_why),
            LoadError::Offline => (words.offline, words.offline_why),
            LoadError::TimedOut | LoadError::Network(_) | LoadError::Status(500..=599) => {
                (words.unreachable, words.unreachable_why)
            }
            LoadError::Status(_) | LoadError::Unreadable(_) | LoadError::OtherBuild => (words.broken, words.broken_why),
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::NotFound => f.write_str("there is no such page"),
            LoadError::Offline => f.write_str("the device has no network"),
            LoadError::TimedOut => f.write_str("no answer in time"),
            LoadError::Network(error) => write!(f, "the request failed: {error}"),
            LoadError::Status(status) => write!(f, "the server answered {status}"),
            LoadError::Unreadable(error) => write!(f, "the answer is not the page's JSON: {error}"),
            LoadError::OtherBuild => f.write_str("the page is of another build of the site"),
        }
    }
}

impl std::error::Error for LoadError {}
