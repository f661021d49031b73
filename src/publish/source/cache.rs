//! What came of reading articles, from one build to the next: a build reads those that have changed.
//!
//! In the cache's folder `articles/` lie `vocabulary` with the tokens of all texts, and so many parts of records and of texts.
//! Texts are added to their part; one with more of what nobody needs than of what is needed begins anew. Whatever is wrong
//! with a file, it counts as none, and its articles are read.

mod record;
mod stamp;
mod vocabulary_file;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

pub use record::Record;
pub use stamp::{FileState, Stamp};

use super::outcome::Outcome;
use super::stored_text::{StoredText, TextFile};
use crate::model::SafeHtml;
use crate::publish::config::Config;
use crate::publish::output::{Fingerprint, WriteError};
use crate::publish::vocabulary::Vocabulary;

/// So many parts: an article that changes has the records of one part written.
const PARTS: usize = 64;

/// The version of the form.
const VERSION: &str = "habarshy-articles-1";

/// So many bytes that nobody needs may lie in a part of texts all the same.
const SPARE: u64 = 64 * 1024;

/// The articles of the last build.
#[derive(Debug)]
pub struct ArticleCache {
    folder: PathBuf,
    parts: Vec<Part>,
    /// The first line of each part of records: what they were made with.
    head: String,
    /// The file system's time before the first file was read.
    begun: u64,
    /// How many tokens the vocabulary had.
    tokens: usize,
    vocabulary_id: u64,
}

/// Some of the articles, by a hash of their files' names.
#[derive(Debug)]
struct Part {
    path: PathBuf,
    records: Mutex<HashMap<PathBuf, Record>>,
    /// How many there were.
    count: usize,
    texts: Arc<TextFile>,
}

impl ArticleCache {
    /// Opens the cache in a folder, and fills the vocabulary. What was made by another command or under another `site.toml` is
    /// not in it.
    ///
    /// # Errors
    /// The place that cannot be written.
    pub fn open(folder: &Path, config: &Config, vocabulary: &Vocabulary) -> Result<ArticleCache, WriteError> {
        let folder = folder.join("articles");
        fs::create_dir_all(&folder).map_err(WriteError::at(&folder))?;
        let begun = now(&folder.join("begun"))?;
        let (vocabulary_id, tokens) = vocabulary_file::read(&folder, vocabulary).unwrap_or((begun, 0));
        let command = Fingerprint::of_command().bytes();
        let made_with = Fingerprint::of(&[&command, format!("{config:?}").as_bytes(), &vocabulary_id.to_le_bytes()]);
        let head = format!("{VERSION} {}", made_with.hex());
        let part = |number: usize| Part::open(&folder, number, &head);
        let parts = (0..PARTS).into_par_iter().map(part).collect::<Result<_, _>>()?;
        Ok(ArticleCache { folder, parts, head, begun, tokens, vocabulary_id })
    }

    /// What came of a file when it was read last. It can be taken once.
    pub fn take(&self, file: &Path) -> Option<Record> {
        self.part_of(file)?.records.lock().unwrap_or_else(PoisonError::into_inner).remove(file)
    }

    /// The text of a record.
    pub fn text(&self, file: &Path, record: &Record) -> Option<StoredText> {
        Some(StoredText::in_file(self.part_of(file)?.texts.clone(), record.part, record.text))
    }

    /// Keeps the text of an article.
    ///
    /// # Errors
    /// The place that cannot be written.
    pub fn keep(&self, file: &Path, html: &SafeHtml) -> Result<StoredText, WriteError> {
        let Some(part) = self.part_of(file) else { return Ok(StoredText::in_memory(html.clone())) };
        part.texts.add(html).map_err(WriteError::at(part.texts.path()))
    }

    /// A file that was read in this build.
    pub fn state(&self, stamp: Stamp, content: Fingerprint) -> FileState {
        FileState { stamp, content, is_settled: stamp.is_settled(self.begun) }
    }

    /// Keeps what came of reading for the next build.
    ///
    /// # Errors
    /// The place that cannot be written.
    pub fn close(&self, read: &[Outcome], vocabulary: &Vocabulary) -> Result<(), WriteError> {
        let mut by_part: Vec<Vec<&Outcome>> = vec![Vec::new(); PARTS];
        for outcome in read {
            if let Some(outcomes) = by_part.get_mut(number(&outcome.file.file)) {
                outcomes.push(outcome);
            }
        }
        // First what the records refer to.
        vocabulary_file::write_if_grown(&self.folder, self.vocabulary_id, self.tokens, vocabulary)?;
        self.parts.par_iter().zip(by_part).try_for_each(|(part, read)| part.close(&read, &self.head))
    }

    fn part_of(&self, file: &Path) -> Option<&Part> {
        self.parts.get(number(file))
    }
}

/// The part of an article.
fn number(file: &Path) -> usize {
    let hash = Fingerprint::of(&[file.as_os_str().as_encoded_bytes()]).bytes();
    usize::from(hash.first().copied().unwrap_or_default()) % PARTS
}

/// The time of the file system that a file lies on.
fn now(file: &Path) -> Result<u64, WriteError> {
    let time = fs::write(file, "").and_then(|()| Stamp::of(file));
    time.map(Stamp::modified).map_err(WriteError::at(file))
}

impl Part {
    fn open(folder: &Path, number: usize, head: &str) -> Result<Part, WriteError> {
        let path = folder.join(format!("{number:02}.records"));
        let texts = folder.join(format!("{number:02}.texts"));
        let texts = TextFile::open(texts.clone()).map_err(WriteError::at(&texts))?;
        let length = texts.length();
        let mut records = read(&path, head).unwrap_or_default();
        records.retain(|_, record| record.part.end() <= length);
        let needed: u64 = records.values().map(|record| record.part.length()).sum();
        if length > 2 * needed + SPARE || records.is_empty() {
            records.clear();
            texts.clear().map_err(WriteError::at(texts.path()))?;
        }
        Ok(Part { path, count: records.len(), records: Mutex::new(records), texts: Arc::new(texts) })
    }

    /// Writes the records, unless they are those that were read.
    fn close(&self, read: &[&Outcome], head: &str) -> Result<(), WriteError> {
        let same = read.iter().filter(|outcome| outcome.is_remembered).count();
        if same == self.count && same == read.len() {
            return Ok(());
        }
        let mut rest = Vec::new();
        read.iter().for_each(|outcome| record::put(outcome, &mut rest));
        let mut bytes = format!("{head} {}\n", Fingerprint::of(&[&rest]).hex()).into_bytes();
        bytes.append(&mut rest);
        replace(&self.path, &bytes)
    }
}

/// The records in a file that were made with what `head` says.
fn read(path: &Path, head: &str) -> Option<HashMap<PathBuf, Record>> {
    let bytes = fs::read(path).ok()?;
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (first, rest) = (bytes.get(..end)?, &mut bytes.get(end + 1..)?);
    if first != format!("{head} {}", Fingerprint::of(&[rest]).hex()).as_bytes() {
        return None;
    }
    let mut records = HashMap::new();
    while !rest.is_empty() {
        let record = record::take(rest)?;
        records.insert(record.source.file.clone(), record);
    }
    Some(records)
}

/// Writes a file in one step.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let beside = path.with_extension("new");
    let written: io::Result<()> = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(WriteError::at(path))
}
