//! What comes of reading an article's file.

use super::Source;
use super::cache::FileState;
use super::walk::ArticleFile;
use crate::model::Picture;
use crate::publish::diagnostic::{Diagnostic, Severity};
use crate::publish::keys::Spanned;
use crate::publish::links::State;
use crate::publish::markdown::Link;

/// What came of reading a file.
#[derive(Debug)]
pub struct Outcome {
    /// The file.
    pub file: ArticleFile,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether it is published.
    pub state: State,
    /// The article, if it could be read.
    pub source: Option<Source>,
    /// Links to the site's own pages, to be checked when all are known.
    pub links: Vec<Link>,
    /// Old addresses, to be checked when all are known.
    pub aliases: Vec<Spanned<String>>,
    /// Pictures that the article names, as they were found.
    pub pictures: Vec<(String, Picture)>,
    /// Sound, film and subtitles that it names, with their paths on the site.
    pub media: Vec<(String, String)>,
    /// The file as it was read; none where nothing is kept.
    pub file_state: Option<FileState>,
    /// Whether the last build read the same, and has kept it.
    pub is_remembered: bool,
}

impl Outcome {
    /// Nothing yet.
    pub fn of(file: ArticleFile) -> Outcome {
        Outcome {
            file,
            diagnostics: Vec::new(),
            state: State::Published,
            source: None,
            links: Vec::new(),
            aliases: Vec::new(),
            pictures: Vec::new(),
            media: Vec::new(),
            file_state: None,
            is_remembered: false,
        }
    }

    /// Whether something is wrong with it.
    pub fn has_faults(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Fault)
    }

    /// The article, if it is published.
    pub fn into_published(self) -> Option<Source> {
        self.source.filter(|_| self.state == State::Published)
    }
}
