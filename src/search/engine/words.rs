//! The words of a question.

use crate::search::analysis::{Term, TokenKind, is_stop_word, term, tokens};
use crate::search::latin;
use crate::values::Lang;

/// A word of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryWord {
    /// As it was typed, in small letters.
    pub text: String,
    /// What is looked for, and how much each counts: what was typed, then its Latin letters read as Cyrillic ones.
    pub readings: Vec<(Term, f32)>,
    /// Whether the reader may still be typing it.
    pub is_open: bool,
    /// Whether it is made of letters.
    pub is_word: bool,
}

/// What a part of a compound counts, and a Latin word that is read as a Cyrillic one.
const PART: f32 = 0.8;
const READ_AS_CYRILLIC: f32 = 0.9;

/// The words of a question that say something; all of them where none does.
pub fn query_words(lang: Lang, text: &str) -> Vec<QueryWord> {
    let mut all: Vec<(QueryWord, bool)> = Vec::new();
    let mut end = 0;
    for token in tokens(text) {
        let is_word = token.kind == TokenKind::Word;
        let is_stop = is_word && is_stop_word(lang, &token.text);
        // Tokens at one place are ways to say one word.
        if token.start < end
            && let Some((word, _)) = all.last_mut()
        {
            word.readings.push((term(lang, &token), PART));
            continue;
        }
        end = token.end;
        let mut readings = vec![(term(lang, &token), 1.0)];
        if is_word {
            for reading in latin::readings(&token.text) {
                let read = tokens(&reading).next().map(|token| term(lang, &token));
                readings.extend(read.map(|term| (term, READ_AS_CYRILLIC)));
            }
        }
        let is_open = is_word && token.end == text.len();
        all.push((QueryWord { text: token.text.into_owned(), readings, is_open, is_word }, is_stop));
    }
    let says = all.iter().any(|(_, is_stop)| !is_stop);
    let mut words: Vec<QueryWord> = Vec::new();
    for (word, is_stop) in all {
        if (!is_stop || !says) && !words.iter().any(|known| known.readings.first() == word.readings.first()) {
            words.push(word);
        }
    }
    words
}
