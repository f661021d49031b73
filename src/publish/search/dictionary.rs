//! The dictionary of all forms, in parts by their first letters.

use super::Files;
use super::collection::Entry;
use crate::publish::build_error::BuildError;
use crate::search::index::{Kind, Manifest, Word, write_words};

/// From so many bytes of words on a part ends with the letter: as a transducer it has about a fifth of them.
const SIZE: usize = 100_000;

/// Writes the dictionary.
///
/// # Errors
/// Where words are not in order, which cannot be.
pub fn write(entries: &[Entry<'_>], manifest: &mut Manifest, files: &mut Files) -> Result<(), BuildError> {
    let words = words(entries);
    let mut rest = words.as_slice();
    while let Some((Word { form, .. }, _)) = rest.first() {
        let (part, others) = rest.split_at_checked(length(rest)).unwrap_or((rest, &[]));
        let beginning: String = form.chars().take(1).collect();
        manifest.words.first.push(if manifest.words.first.is_empty() { String::new() } else { beginning });
        manifest.words.files += &files.add(Kind::Words, write_words(part)?);
        rest = others;
    }
    Ok(())
}

/// All forms in order, each with how many articles have it. A form that several words have is spelled as the most frequent one.
fn words(entries: &[Entry<'_>]) -> Vec<(Word, u32)> {
    let mut entries: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.is_word).collect();
    entries.sort_by_key(|entry| entry.form);
    let same_form = entries.chunk_by(|one, other| one.form == other.form);
    let words = same_form.filter_map(|entries| {
        let articles = entries.iter().map(|entry| entry.postings.len()).sum::<usize>() as u32;
        // Of equals the first.
        let frequent = entries.iter().rev().max_by_key(|entry| entry.postings.len())?;
        Some((Word { form: frequent.form.to_owned(), spelled: frequent.spelled.to_owned() }, articles))
    });
    words.collect()
}

/// How many of some words are a part: those of whole letters.
fn length(words: &[(Word, u32)]) -> usize {
    let mut bytes = 0;
    let mut letters = words.chunk_by(|(one, _), (other, _)| one.form.chars().next() == other.form.chars().next());
    let mut length = 0;
    while bytes < SIZE
        && let Some(letter) = letters.next()
    {
        bytes += letter.iter().map(|(word, _)| word.form.len()).sum::<usize>();
        length += letter.len();
    }
    length
}
