//! What comes of reading an article's file.

use super::Source;
use super::cache::FileState;
use super::walk::ArticleFile;
use crate::model::Picture;
use crate::publish::diagnostic::Diagnostic;
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
            file_state: None,
            is_remembered: false,
        }
    }

    /// The article, if it is published.
    pub fn into_published(self) -> Option<Source> {
        self.source.filter(|_| self.state == State::Published)
    }
}
