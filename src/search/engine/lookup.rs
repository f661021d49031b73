//! What articles have of a word of a question.
//!
//! First the word itself and the other forms of it. Where nothing has them: other ways to take the word apart, words that
//! begin like it, a shorter beginning, and at last words that differ by a mistake or two.

use super::answer::Matches;
use super::files::{FileError, Files};
use super::words::QueryWord;
use crate::search::analysis::{Term, other_stems, term_of_word};
use crate::search::index::{Manifest, Shard, Words, similar, strength};
use crate::values::Lang;

/// What another form of the word counts, beside the one that was typed.
const OTHER_FORM: f32 = 0.85;
/// What a word counts that was taken apart in another way.
const OTHER_STEM: f32 = 0.7;
/// What a word counts that begins like the one that was typed.
const LONGER: f32 = 0.6;
/// What a word counts that was probably meant.
const SIMILAR: f32 = 0.6;

/// From so many articles on, a word that is still being typed is one of its own.
const FEW: usize = 10;
/// So many letters are a beginning.
const BEGINNING: usize = 2;
/// So many letters of a beginning stay when it is made shorter.
const SHORTENED: usize = 5;
/// So many letters are taken off.
const CUTS: usize = 2;
/// So many shards are searched for a beginning.
const SHARDS: usize = 2;
/// So many words are tried for one that was typed wrong.
const TRIES: usize = 3;

/// Looks words up in an index.
pub struct Lookup<'a, F> {
    pub files: &'a F,
    pub manifest: &'a Manifest,
    pub lang: Lang,
}

impl<F: Files> Lookup<'_, F> {
    /// Begins to fetch what a term is in.
    pub fn begin(&self, term: &Term) {
        if let Some(path) = self.manifest.shard(&term.stem) {
            self.files.begin(&path);
        }
    }

    /// What articles have of a word.
    pub async fn find(&self, word: &QueryWord) -> Result<Matches, FileError> {
        let mut matches = Matches::new(&word.text);
        for (term, weight) in &word.readings {
            self.add_stem(term, *weight, &mut matches).await?;
        }
        // A form that no article has may have been taken apart in the wrong way.
        if word.is_word && !matches.has_form {
            for stem in other_stems(self.lang, &word.text) {
                self.add_stem(&Term { stem, form: String::new() }, OTHER_STEM, &mut matches).await?;
            }
        }
        if word.is_open && matches.articles() < FEW {
            self.add_beginnings(word, 0, &mut matches).await?;
        }
        if !matches.is_empty() || !word.is_word {
            return Ok(matches);
        }
        for cut in usize::from(word.is_open)..=CUTS {
            if matches.is_empty() {
                self.add_beginnings(word, cut, &mut matches).await?;
            }
        }
        if matches.is_empty() {
            self.add_similar(word, &mut matches).await?;
        }
        Ok(matches)
    }

    /// Adds the articles that have a stem: those with the very form first.
    async fn add_stem(&self, term: &Term, weight: f32, matches: &mut Matches) -> Result<(), FileError> {
        let Some(path) = self.manifest.shard(&term.stem) else { return Ok(()) };
        let bytes = self.files.file(&path).await?;
        let found = Shard::new(&bytes).find(|group| group.stem >= term.stem);
        if let Some(group) = found.filter(|group| group.stem == term.stem) {
            // A list that all forms share is read once.
            let most = if group.is_shared { 1 } else { usize::MAX };
            matches.has_form |= group.forms.iter().any(|(form, _)| *form == term.form);
            for (form, postings) in group.forms.into_iter().take(most) {
                let is_form = group.is_shared || form == term.form;
                let weight = if is_form { weight } else { weight * OTHER_FORM };
                postings.for_each(|posting| matches.add(posting.article, weight * strength(posting.level)));
            }
            matches.add_stem(group.stem);
        }
        Ok(())
    }

    /// Adds the articles that have words that begin like a word without so many letters.
    async fn add_beginnings(&self, word: &QueryWord, cut: usize, matches: &mut Matches) -> Result<(), FileError> {
        for (term, _) in &word.readings {
            if let Some(beginning) = shortened(&term.form, cut) {
                self.add_beginning(beginning, &term.stem, matches).await?;
            }
        }
        Ok(())
    }

    /// Adds the articles that have words with a beginning. A stem may be shorter than that: its shard is looked into as well.
    async fn add_beginning(&self, beginning: &str, stem: &str, matches: &mut Matches) -> Result<(), FileError> {
        let mut paths = self.manifest.shards_of(beginning, SHARDS);
        if let Some(path) = self.manifest.shard(stem).filter(|path| !paths.contains(path)) {
            paths.push(path);
        }
        for path in paths {
            let bytes = self.files.file(&path).await?;
            for group in Shard::new(&bytes) {
                let (is_longer, is_shorter) = (group.stem.starts_with(beginning), beginning.starts_with(&group.stem));
                if !is_longer && !is_shorter {
                    continue;
                }
                let most = if group.is_shared { 1 } else { usize::MAX };
                let forms = group.forms.into_iter().filter(|(form, _)| form.starts_with(beginning)).take(most);
                for (_, postings) in forms {
                    postings.for_each(|posting| matches.add(posting.article, LONGER * strength(posting.level)));
                    matches.add_beginning(beginning);
                }
            }
        }
        Ok(())
    }

    /// Adds the articles that have the word that was probably meant.
    async fn add_similar(&self, word: &QueryWord, matches: &mut Matches) -> Result<(), FileError> {
        for (term, _) in &word.readings {
            for text in [&term.form, &term.stem] {
                let Some(path) = self.manifest.words(text) else { continue };
                let bytes = self.files.file(&path).await?;
                let Some(words) = Words::new(&bytes[..]) else { continue };
                for meant in similar(&words, text, TRIES) {
                    let term = term_of_word(self.lang, &meant.spelled);
                    self.add_stem(&term, SIMILAR, matches).await?;
                    if matches.is_empty() {
                        self.add_beginning(&meant.form, &term.stem, matches).await?;
                    }
                    if !matches.is_empty() {
                        matches.correct(meant.spelled);
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }
}

/// A form without so many letters at its end, where enough stay.
fn shortened(form: &str, cut: usize) -> Option<&str> {
    let least = if cut == 0 { BEGINNING } else { SHORTENED };
    let end = form.char_indices().rev().nth(cut).map(|(at, letter)| at + letter.len_utf8())?;
    form.get(..end).filter(|rest| rest.chars().count() >= least)
}
