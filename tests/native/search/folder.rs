//! The search over a site that lies in a folder.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::rc::Rc;

use flate2::read::DeflateDecoder;
use futures::FutureExt;
use habarshy::search::index::{Manifest, PACKED, manifest_path};
use habarshy::search::{Answer, FileError, Files, Filters, Question, SearchError, find};
use habarshy::values::{Day, Lang};

/// The files of a site, and what was asked of them.
pub struct Folder {
    root: PathBuf,
    /// A manifest that an open page has from before.
    pub kept: RefCell<Option<(Lang, Rc<Manifest>)>>,
    /// The bytes of all files that were read.
    pub bytes: Cell<usize>,
    /// How often the site was asked for its manifest.
    pub manifests: Cell<usize>,
}

impl Folder {
    /// The site in a folder.
    pub fn new(root: impl Into<PathBuf>) -> Folder {
        Folder { root: root.into(), kept: RefCell::default(), bytes: Cell::default(), manifests: Cell::default() }
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        let bytes = fs::read(self.root.join(path.trim_start_matches('/'))).map_err(|_| FileError::Missing)?;
        self.bytes.set(self.bytes.get() + bytes.len());
        Ok(bytes)
    }

    /// The manifest of a language.
    pub fn manifest_of(&self, lang: Lang) -> Manifest {
        serde_json::from_slice(&self.read(&manifest_path(lang)).expect("a manifest")).expect("JSON")
    }

    /// The answer to a question.
    pub fn ask(&self, lang: Lang, question: &Question, today: Option<Day>) -> Result<Answer, SearchError> {
        find(self, lang, question, 10, today).now_or_never().expect("files that are there at once")
    }

    /// The slugs of the articles that answer a question, best first.
    pub fn slugs(&self, lang: Lang, text: &str) -> Vec<String> {
        self.slugs_by(lang, text, Filters::default(), None)
    }

    /// The same with filters.
    pub fn slugs_by(&self, lang: Lang, text: &str, filters: Filters, today: Option<Day>) -> Vec<String> {
        let question = Question { text: text.to_owned(), filters };
        let answer = self.ask(lang, &question, today).expect("an answer");
        answer.found.articles.into_iter().map(|article| article.card.slug.to_string()).collect()
    }

    /// What was answered in the place of a question.
    pub fn instead(&self, lang: Lang, text: &str) -> Option<String> {
        let question = Question { text: text.to_owned(), ..Question::default() };
        self.ask(lang, &question, None).expect("an answer").found.instead
    }
}

impl Files for Folder {
    async fn manifest(&self, lang: Lang, is_fresh: bool) -> Result<Rc<Manifest>, FileError> {
        let kept = self.kept.borrow().clone().filter(|(known, _)| *known == lang && !is_fresh);
        if let Some((_, manifest)) = kept {
            return Ok(manifest);
        }
        self.manifests.set(self.manifests.get() + 1);
        let manifest = Rc::new(self.manifest_of(lang));
        self.kept.replace(Some((lang, manifest.clone())));
        Ok(manifest)
    }

    fn begin(&self, _: &str) {}

    async fn file(&self, path: &str) -> Result<Rc<[u8]>, FileError> {
        let bytes = self.read(path)?;
        if !path.ends_with(PACKED) {
            return Ok(bytes.into());
        }
        let mut unpacked = Vec::new();
        DeflateDecoder::new(&bytes[..]).read_to_end(&mut unpacked).map_err(|_| FileError::Unreachable)?;
        Ok(unpacked.into())
    }
}
