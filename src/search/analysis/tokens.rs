use crate::search::{is_letter, lower};
use std::borrow::Cow;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    Code,
}
pub struct Token<'a> {
    pub start: usize,
    pub end: usize,
    pub text: Cow<'a, str>,
    pub kind: Kind,
}
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text.get(end..)?.find(is_letter)?;
        let rest = text.get(start..)?;
        let length = rest.find(|letter| !is_letter(letter)).unwrap_or(rest.len());
        end = start + length;
        let word: String = rest.get(..length)?.chars().map(lower).collect();
        let kind = if word.chars().all(|c| c.is_ascii_digit()) { Kind::Number } else { Kind::Word };
        Some(Token { start, end, text: Cow::Owned(word), kind })
    })
}
