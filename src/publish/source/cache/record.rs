//! What is kept of an article.

use super::stamp::FileState;
use crate::model::Picture;
use crate::publish::bytes::{put_bytes, take_bytes};
use crate::publish::diagnostic::Diagnostic;
use crate::publish::keys::Spanned;
use crate::publish::markdown::Link;
use crate::publish::output::Fingerprint;
use crate::publish::related::words::Words;
use crate::publish::source::Source;
use crate::publish::source::outcome::Outcome;
use crate::publish::source::stored_text::Part;
use crate::publish::vocabulary::Terms;

/// What came of reading a file in which there was no fault.
#[derive(Debug)]
pub struct Record {
    /// The file as it was read.
    pub file: FileState,
    /// What is probably wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Pictures that the article names, as they were found.
    pub pictures: Vec<(String, Picture)>,
    /// Sound, film and subtitles that it names, with their paths on the site.
    pub media: Vec<(String, String)>,
    /// Links to the site's own pages.
    pub links: Vec<Link>,
    /// Old addresses.
    pub aliases: Vec<Spanned<String>>,
    /// Where the text lies.
    pub part: Part,
    /// The hash of the text.
    pub text: Fingerprint,
    /// The article. Its text is an empty one.
    pub source: Source,
}

/// Adds the record of what came of a file to others, if it is one that can be kept.
pub fn put(outcome: &Outcome, into: &mut Vec<u8>) {
    let Some((source, file)) = outcome.source.as_ref().zip(outcome.file_state) else { return };
    let Some(part) = source.body.part().filter(|_| !outcome.has_faults()) else { return };
    let Outcome { diagnostics, pictures, media, links, aliases, .. } = outcome;
    let text = (part, source.body.fingerprint());
    let record = (file, diagnostics, (pictures, media), links, aliases, text, source);
    // A file whose name is no text is read each time.
    let Ok(json) = serde_json::to_vec(&record) else { return };
    put_bytes(into, &json);
    source.words.put(into);
    source.terms.put(into);
}

/// Takes a record from the beginning of others; none where it is damaged.
pub fn take(from: &mut &[u8]) -> Option<Record> {
    let record: (FileState, _, _, _, _, _, Source) = serde_json::from_slice(take_bytes(from)?).ok()?;
    let (file, diagnostics, (pictures, media), links, aliases, (part, text), mut source) = record;
    source.words = Words::take(from)?;
    source.terms = Terms::take(from)?;
    Some(Record { file, diagnostics, pictures, media, links, aliases, part, text, source })
}
