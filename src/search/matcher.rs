//! Which words of a text are why it was found.

use super::analysis::{Token, term, tokens};
use crate::values::Lang;

/// Tells what was asked for from other words.
#[derive(Clone, Debug)]
pub struct Matcher {
    lang: Lang,
    stems: Vec<String>,
    beginnings: Vec<String>,
}

impl Matcher {
    /// A matcher of words with these stems, and of words with these beginnings, in folded letters.
    pub fn new(lang: Lang, stems: Vec<String>, beginnings: Vec<String>) -> Matcher {
        Matcher { lang, stems, beginnings }
    }

    /// The places of the hits in a text: from which byte to which.
    pub fn hits<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize)> + 't {
        let is_hit = |token: &Token<'_>| {
            let term = term(self.lang, token);
            self.stems.contains(&term.stem) || self.beginnings.iter().any(|beginning| term.form.starts_with(beginning))
        };
        let mut end = 0;
        tokens(text).filter(is_hit).map(|token| (token.start, token.end)).filter(move |(from, to)| {
            let is_new = *from >= end;
            end = end.max(*to);
            is_new
        })
    }
}
