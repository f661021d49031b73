//! What is known of single words: the table `words.txt`, each part in the order of the alphabet. Stems of nouns that look like
//! forms of verbs, or that have an ending in them; such stems in -й, without it; then single forms that follow no rule, each with
//! its stem.

use crate::search::analysis::table;
use crate::values::Lang;

const HARD: usize = 0;
const IN_J: usize = 1;
const FORMS: usize = 2;

/// The stems after which any ending may come.
pub fn hard() -> &'static [&'static str] {
    table::of(Lang::Ru).part(HARD)
}

/// The stems in -й, without it.
pub fn in_j() -> &'static [&'static str] {
    table::of(Lang::Ru).part(IN_J)
}

/// The stem of a form that follows no rule.
pub fn form(word: &str) -> Option<&'static str> {
    table::of(Lang::Ru).value(FORMS, word)
}
