//! What every reader of an export does.

use super::article::ImportedArticle;
use crate::publish::diagnostic::Diagnostics;

/// Which of its two ways through an export a reader is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// The first: heads are wanted, texts may be left empty.
    Heads,
    /// The second: everything.
    Texts,
}

/// What an export holds, one at a time.
#[derive(Clone, Debug)]
pub enum Record {
    /// An article.
    Article(Box<ImportedArticle>),
    /// Something that is not carried, with the reason for the report.
    LeftOut {
        /// What the source calls it.
        id: String,
        /// Its title or name.
        title: String,
        /// Why.
        reason: String,
    },
    /// Something about the export as a whole that the report should say.
    Note {
        /// What it is about.
        about: String,
        /// What there is to say.
        text: String,
    },
}

/// Takes a record; an error ends the reading.
pub type Visit<'v> = &'v mut dyn FnMut(Record) -> Result<(), Diagnostics>;

/// An export of another system.
pub trait Source {
    /// The system's short name: ids are told apart by it.
    fn name(&self) -> &'static str;

    /// Reads the export from its beginning and hands over its records in their order, which is the same each time.
    ///
    /// # Errors
    /// The export cannot be read, or is broken.
    fn read(&mut self, pass: Pass, visit: Visit<'_>) -> Result<(), Diagnostics>;

    /// The address of the old site, known after the first pass.
    fn site(&self) -> Option<String> {
        None
    }

    /// Folders in which the source itself keeps files that its texts name; searched after `--media`.
    fn media_folders(&self) -> Vec<std::path::PathBuf> {
        Vec::new()
    }
}
