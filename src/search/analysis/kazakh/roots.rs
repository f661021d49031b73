//! Roots that the analysis knows: the table `roots.txt`, in folded letters, each part in the order of the alphabet. Nouns,
//! adjectives, numerals and names; then verbs without the -у of the infinitive; then nouns that lose their last vowel before an
//! ending that begins with one: «халық», «халқы».
//!
//! Where a Kazakh stem ends is known only from what words there are: «алтын» is gold and not «алт» with an ending, «алынды» is of
//! «ал». Those here are frequent, or look as if they carried an ending. A word that is missing is analysed by the rules alone.

use crate::search::analysis::table;
use crate::values::Lang;

const NOUNS: usize = 0;
const VERBS: usize = 1;
const LOSING: usize = 2;

fn has(part: usize, word: &str) -> bool {
    table::of(Lang::Kk).part(part).binary_search(&word).is_ok()
}

/// Whether a noun is known.
pub fn is_noun(word: &str) -> bool {
    has(NOUNS, word)
}

/// Whether a verb is known.
pub fn is_verb(word: &str) -> bool {
    has(VERBS, word)
}

/// Whether a noun loses its last vowel.
pub fn is_losing(word: &str) -> bool {
    has(LOSING, word)
}
