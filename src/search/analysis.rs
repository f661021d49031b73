//! How a text becomes terms: the same for what articles say and for what is asked.
//!
//! A text is cut into tokens ([`tokens`]); a token has a form, which is its letters as far as they count ([`fold`]), and a stem,
//! which all forms of a word have in common.

mod english;
mod fold;
mod kazakh;
mod layout;
mod russian;
mod stop_words;
pub mod table;
mod tokens;

use crate::values::Lang;

pub use fold::fold;
pub use layout::other_layout;
pub use stop_words::is_stop_word;
pub use tokens::{Kind as TokenKind, Token, tokens};

/// What the index knows of a word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// What all forms of the word have in common.
    pub stem: String,
    /// The form, in folded letters.
    pub form: String,
}

/// The term of a token in a text of a language.
pub fn term(lang: Lang, token: &Token<'_>) -> Term {
    match token.kind {
        TokenKind::Word => term_of_word(lang, &token.text),
        TokenKind::Number | TokenKind::Code => Term { stem: token.text.to_string(), form: token.text.to_string() },
    }
}

/// The term of a word in small letters.
pub fn term_of_word(lang: Lang, word: &str) -> Term {
    Term { stem: stem(lang, word), form: fold(word) }
}

/// What all forms of a word in small letters have in common. Words in Latin letters are taken for English in all languages.
pub fn stem(lang: Lang, word: &str) -> String {
    match lang {
        _ if is_latin(word) => english::stem(word),
        Lang::Kk => kazakh::stem(word),
        Lang::Ru | Lang::En => russian::stem(word),
    }
}

/// Other stems that a word may have, the likeliest first: for one whose own stem nothing has.
pub fn other_stems(lang: Lang, word: &str) -> Vec<String> {
    match lang {
        _ if is_latin(word) => Vec::new(),
        Lang::Kk => kazakh::other_stems(word),
        Lang::Ru | Lang::En => russian::other_stems(word),
    }
}

/// Whether a word begins in Latin letters: all before Greek.
fn is_latin(word: &str) -> bool {
    word.chars().next().is_some_and(|letter| letter < '\u{370}')
}
