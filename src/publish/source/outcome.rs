//! What comes of reading an article's file.

use super::Source;
use super::walk::ArticleFile;
use crate::publish::diagnostic::Diagnostic;
use crate::publish::keys::Spanned;
use crate::publish::links::State;
use crate::publish::markdown::Link;

/// What came of reading a file.
#[derive(Clone)]
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
    /// The file's text, where `links` or `aliases` may need it.
    pub text: String,
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
            text: String::new(),
        }
    }

    /// The article, if it is published.
    pub fn into_published(self) -> Option<Source> {
        self.source.filter(|_| self.state == State::Published)
    }
}
