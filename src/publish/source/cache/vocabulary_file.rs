//! The vocabulary in the cache: a line about the rest, then one a token.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::replace;
use crate::publish::output::{Fingerprint, WriteError};
use crate::publish::vocabulary::{Known, Vocabulary};
use crate::search::analysis::Term;
use crate::values::Lang;

/// The file in the folder of articles.
const NAME: &str = "vocabulary";

/// The version of the form.
const VERSION: &str = "habarshy-vocabulary-1";

/// Fills a vocabulary: tells its id, by which records know whose numbers they have, and how many tokens it has. None where
/// there is no file, or a damaged one, or one by another command: that may read words in another way.
pub fn read(folder: &Path, vocabulary: &Vocabulary) -> Option<(u64, usize)> {
    let text = fs::read_to_string(folder.join(NAME)).ok()?;
    let (head, rest) = text.split_once('\n')?;
    let (made_by, hash) = head.rsplit_once(' ')?;
    let id = made_by.rsplit_once(' ')?.1.parse().ok()?;
    if made_by != first(id) || hash != Fingerprint::of(&[rest.as_bytes()]).hex() {
        return None;
    }
    let mut count = 0;
    let mut term = Term { stem: String::new(), form: String::new() };
    for line in rest.lines() {
        let mut fields = line.split('\t');
        let mut next = || fields.next();
        let (lang, kind, text) = (Lang::from_code(next()?)?, next()?, next()?);
        next()?.clone_into(&mut term.stem);
        next()?.clone_into(&mut term.form);
        vocabulary.of_mut(lang).learn(text, &term, kind == "w");
        count += 1;
    }
    Some((id, count))
}

/// Writes a vocabulary that has more tokens than it had.
///
/// # Errors
/// The place that cannot be written.
pub fn write_if_grown(folder: &Path, id: u64, before: usize, vocabulary: &Vocabulary) -> Result<(), WriteError> {
    if before > 0 && Lang::ALL.map(|lang| vocabulary.of(lang).len()).iter().sum::<usize>() == before {
        return Ok(());
    }
    let mut rest = String::new();
    for lang in Lang::ALL {
        for (_, Known { text, stem, form, is_word }) in vocabulary.of(lang).iter() {
            let kind = if is_word { "w" } else { "c" };
            // Writing to a text cannot fail.
            let _ = writeln!(rest, "{lang}\t{kind}\t{text}\t{stem}\t{form}");
        }
    }
    let text = format!("{} {}\n{rest}", first(id), Fingerprint::of(&[rest.as_bytes()]).hex());
    replace(&folder.join(NAME), text.as_bytes())
}

/// The first line up to the hash of the rest.
fn first(id: u64) -> String {
    format!("{VERSION} {} {id}", Fingerprint::of_command().hex())
}
