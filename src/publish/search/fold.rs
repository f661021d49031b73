//! Letters that count as the same in a search.

use crate::search::{self, Letters};

/// What a letter counts as. Kazakh letters are typed without their marks on keyboards that lack them; the signs that only
/// soften or part are left out in Latin letters.
const LETTERS: [(char, &str); 14] = [
    ('ә', "а"),
    ('қ', "к"),
    ('ң', "н"),
    ('ғ', "г"),
    ('ү', "у"),
    ('ұ', "у"),
    ('ө', "о"),
    ('һ', "х"),
    ('і', "и"),
    ('ё', "е"),
    ('э', "е"),
    ('щ', "ш"),
    ('ъ', ""),
    ('ь', ""),
];

/// After these a short и at the end of a word is part of an ending. Pagefind takes the mark off it before it looks for
/// endings, and then knows none with и: without the letter it finds the ending all the same.
pub const BEFORE_SHORT_I: &str = "ыиое";

/// What letters count as.
pub fn letters() -> Letters {
    Letters::new(LETTERS.map(|(from, to)| (from, to.to_owned())))
}

/// A word in the letters that count.
pub fn fold(word: &str, letters: &Letters) -> String {
    search::fold(word, letters, BEFORE_SHORT_I)
}
