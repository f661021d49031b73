//! The dictionary of all forms, in parts by their first letters.

use rayon::prelude::*;

use super::Files;
use super::collection::{Entry, beginning};
use crate::publish::build_error::BuildError;
use crate::search::index::{Kind, Word, WordFiles, write_words};

/// From so many bytes of words on a part ends with the letter: as a transducer it has about a fifth of them.
const SIZE: usize = 100_000;

/// Writes the dictionary.
///
/// # Errors
/// Where words are not in order, which cannot be.
pub fn write(entries: &[Entry<'_>]) -> Result<(WordFiles, Files), BuildError> {
    let words = words(entries);
    let (mut parts, mut rest) = (Vec::new(), words.as_slice());
    while !rest.is_empty() {
        let (part, others) = rest.split_at_checked(length(rest)).unwrap_or((rest, &[]));
        parts.push(part);
        rest = others;
    }
    let written = parts.par_iter().map(|part| write_words(part)).collect::<Result<Vec<_>, _>>()?;
    let (mut dictionary, mut files) = (WordFiles::default(), Files::default());
    for (part, bytes) in parts.iter().zip(written) {
        let first =
            part.first().filter(|_| !dictionary.first.is_empty()).and_then(|(word, _)| word.form.chars().next());
        dictionary.first.push(first.map(String::from).unwrap_or_default());
        dictionary.files += &files.add(Kind::Words, bytes);
    }
    Ok((dictionary, files))
}

/// All forms in order, each with how many articles have it. A form that several words have is spelled as the most frequent one.
fn words(entries: &[Entry<'_>]) -> Vec<(Word, u32)> {
    let words = entries.iter().filter(|entry| entry.is_word);
    let mut words: Vec<(u128, &Entry<'_>)> = words.map(|entry| (beginning(entry.form), entry)).collect();
    words.par_sort_by_key(|(first, entry)| (*first, entry.form));
    let same_form = words.chunk_by(|(_, one), (_, other)| one.form == other.form);
    let words = same_form.filter_map(|entries| {
        let entries = || entries.iter().map(|(_, entry)| entry);
        let articles = entries().map(|entry| entry.postings.len()).sum::<usize>() as u32;
        // Of equals the first.
        let frequent = entries().rev().max_by_key(|entry| entry.postings.len())?;
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
