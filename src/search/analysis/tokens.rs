//! What a text is made of for a search: words, numbers, and codes such as F-16, C++ and 19.04.2024.
//!
//! A text and a question are read by the same rules. Tokens whose places overlap are readings of one thing (COVID-19:
//! covid19 and covid; a date and its year): of a question's one of them has to be in a text.

mod numbers;
mod spelling;

use std::borrow::Cow;

use crate::search::is_letter;

/// A word, a number or a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// Where it begins in its text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it says, in small letters.
    pub text: Cow<'a, str>,
    /// What it is.
    pub kind: Kind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word, which has a stem.
    Word,
    /// A number: digits, and a point before a fraction.
    Number,
    /// Letters with digits or signs: it is taken as it stands.
    Code,
}

/// The tokens of a text in their order.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut reader = Reader { text, at: 0, second: None };
    std::iter::from_fn(move || reader.next())
}

/// The longest name of a kind that is written with a number behind it: Ил-76. Of longer ones the name alone is a word
/// too.
const LONGEST_KIND: usize = 3;

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The other reading of the token before.
    second: Option<Token<'a>>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(token) = self.second.take() {
            return Some(token);
        }
        loop {
            self.at += self.text.get(self.at..)?.find(is_letter)?;
            let start = self.at;
            let rest = self.text.get(start..)?;
            let token = if rest.starts_with(|first: char| first.is_ascii_digit()) {
                self.number(start, rest)
            } else {
                self.word(start, rest)
            };
            // What is nothing but marks is passed over.
            if let Some(token) = token.filter(|token| !token.text.is_empty()) {
                return Some(token);
            }
        }
    }

    fn number(&mut self, start: usize, rest: &'a str) -> Option<Token<'a>> {
        let before = self.text.get(..start).and_then(|before| before.strip_suffix(','));
        let number =
            numbers::read(rest, before.is_some_and(|before| before.ends_with(|end: char| end.is_ascii_digit())));
        let end = start + number.length;
        self.at = end;
        let after = self.text.get(end..).unwrap_or_default();
        let letters = run(after);
        // The ending of a numeral: 10-й, 5го.
        if let Some(ending) = numbers::ending(after) {
            self.at = end + ending;
        } else if letters > 0 {
            self.at = end + letters;
            let code = self.text.get(start..self.at)?;
            return Some(Token { start, end: self.at, text: spelling::code(code), kind: Kind::Code });
        }
        if let Some(year) = number.year {
            let at = end.saturating_sub(year.len());
            self.second = Some(Token { start: at, end, text: Cow::Borrowed(year), kind: Kind::Number });
        }
        Some(Token { start, end, text: number.text, kind: number.kind })
    }

    fn word(&mut self, start: usize, rest: &'a str) -> Option<Token<'a>> {
        let length = run(rest);
        let (word, after) = rest.split_at_checked(length)?;
        self.at = start + length;
        if let Some(token) = self.code(start, word, after) {
            return Some(token);
        }
        let word = spelling::without_possessive(word);
        let kind = if word.contains(|letter: char| letter.is_ascii_digit()) { Kind::Code } else { Kind::Word };
        let text = if kind == Kind::Code { spelling::code(word) } else { spelling::word(word) };
        Some(Token { start, end: start + word.len(), text, kind })
    }

    /// A word with what stands behind it: C++, F-16, e-mail, f 16.
    fn code(&mut self, start: usize, word: &'a str, after: &'a str) -> Option<Token<'a>> {
        let next = after.chars().next()?;
        let letters = word.chars().count();
        let is_latin = word.bytes().all(|byte| byte.is_ascii_alphabetic());
        let whole = |length: usize| self.text.get(start..start + word.len() + length);
        let (length, kind) = match next {
            '+' if is_latin && letters == 1 && after.starts_with("++") => (2, Kind::Code),
            '#' if is_latin && letters == 1 && !after.get(1..).is_some_and(|rest| rest.starts_with(is_letter)) => {
                (1, Kind::Code)
            }
            ' ' if is_latin && letters == 1 && !"aiAI".contains(word) => (1 + digits(after.get(1..)?, 3)?, Kind::Code),
            '-' if is_latin && letters == 1 && after.get(1..)?.starts_with(|letter: char| letter.is_alphabetic()) => {
                (1 + run(after.get(1..)?), Kind::Word)
            }
            '-' | '\u{2010}' | '\u{2011}' => (next.len_utf8() + digits(after.get(next.len_utf8()..)?, 3)?, Kind::Code),
            _ => return None,
        };
        let text = spelling::code(whole(length)?);
        let end = start + word.len() + length;
        self.at = end;
        if next == '-' && kind == Kind::Code && letters > LONGEST_KIND {
            let text = spelling::word(word);
            self.second = Some(Token { start, end: start + word.len(), text, kind: Kind::Word });
        }
        Some(Token { start, end, text, kind })
    }
}

/// The length of the letters, digits, marks and apostrophes that make one word, in bytes.
fn run(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_inside = is_letter(letter)
            || spelling::is_silent(letter)
            || spelling::is_apostrophe(letter)
                && at > 0
                && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !is_inside {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// The length of some digits up to a number of them, if nothing of a word or a fraction follows.
fn digits(rest: &str, most: usize) -> Option<usize> {
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mut after = rest.get(length..)?.chars();
    let (next, second) = (after.next(), after.next());
    let goes_on = next.is_some_and(is_letter)
        || next.is_some_and(|next| ".,".contains(next)) && second.is_some_and(|second| second.is_ascii_digit());
    (1..=most).contains(&length).then_some(length).filter(|_| !goes_on)
}

#[cfg(test)]
mod tests;
