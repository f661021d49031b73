//! The dictionary of all forms, in parts by their first letters.

use super::Files;
use super::collection::Collection;
use crate::publish::build_error::BuildError;
use crate::search::index::{Kind, Manifest, write_words};

/// From so many bytes of words on a part ends with the letter: as a transducer it has about a fifth of them.
const SIZE: usize = 100_000;

/// Writes the dictionary.
///
/// # Errors
/// Where words are not in order, which cannot be.
pub fn write(collection: &Collection, manifest: &mut Manifest, files: &mut Files) -> Result<(), BuildError> {
    let entries = collection.entries();
    let mut words: Vec<(&str, u32)> =
        entries.iter().filter(|entry| entry.is_word).map(|entry| (entry.form, entry.postings.len() as u32)).collect();
    words.sort_unstable();
    words.dedup_by(|(word, count), (known, sum)| {
        word == known && {
            *sum += *count;
            true
        }
    });
    let mut rest = words.as_slice();
    while let Some((first, _)) = rest.first() {
        let (part, others) = rest.split_at_checked(length(rest)).unwrap_or((rest, &[]));
        let beginning: String = first.chars().take(1).collect();
        manifest.words.first.push(if manifest.words.first.is_empty() { String::new() } else { beginning });
        manifest.words.files += &files.add(Kind::Words, write_words(part.iter().copied())?);
        rest = others;
    }
    Ok(())
}

/// How many of some words are a part: those of whole letters.
fn length(words: &[(&str, u32)]) -> usize {
    let mut bytes = 0;
    let mut letters = words.chunk_by(|(one, _), (other, _)| one.chars().next() == other.chars().next());
    let mut length = 0;
    while bytes < SIZE
        && let Some(letter) = letters.next()
    {
        bytes += letter.iter().map(|(word, _)| word.len()).sum::<usize>();
        length += letter.len();
    }
    length
}
