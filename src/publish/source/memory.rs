//! Articles that were read before, for builds that follow each other in one process: while a newsroom is watched.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::outcome::Outcome;
use crate::publish::config::Config;

/// What came of reading files, by their content. Only of sound ones without pictures: whether a picture is there, and what
/// it is, may change without the article.
#[derive(Default)]
pub struct Memory {
    /// What `site.toml` said when the articles were read.
    config: Mutex<Option<Config>>,
    articles: Mutex<HashMap<PathBuf, (blake3::Hash, Arc<Outcome>)>>,
}

impl Memory {
    /// Forgets everything where `site.toml` says something else than before.
    pub fn begin(&self, config: &Config) {
        let mut known = self.config.lock().unwrap_or_else(PoisonError::into_inner);
        if known.as_ref() != Some(config) {
            *known = Some(config.clone());
            self.articles.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }

    /// What came of a file when it had this content.
    pub fn recall(&self, file: &Path, content: blake3::Hash) -> Option<Outcome> {
        let articles = self.articles.lock().unwrap_or_else(PoisonError::into_inner);
        let known = articles.get(file).filter(|(known, _)| *known == content).map(|(_, outcome)| outcome.clone());
        // Copied when others may look again.
        drop(articles);
        known.map(|outcome| (*outcome).clone())
    }

    /// Keeps what came of a file.
    pub fn keep(&self, content: blake3::Hash, outcome: &Outcome) {
        let shared = Arc::new(outcome.clone());
        let mut articles = self.articles.lock().unwrap_or_else(PoisonError::into_inner);
        articles.insert(outcome.file.file.clone(), (content, shared));
    }
}
