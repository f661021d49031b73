//! The words of a text.

use super::is_letter;

/// A word, and where it begins in its text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Its place.
    pub at: usize,
    /// The word as it is written.
    pub text: &'a str,
}

impl Word<'_> {
    /// Where it ends.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// The words of a text, each with its place.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let at = end + text.get(end..)?.find(is_letter)?;
        let rest = text.get(at..)?;
        let length = rest.find(|letter| !is_letter(letter)).unwrap_or(rest.len());
        end = at + length;
        Some(Word { at, text: rest.get(..length)? })
    })
}

/// Whether a word says something: one letter is in every text.
pub(super) fn is_telling(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart_at_what_is_no_letter() {
        let found: Vec<_> = words("По-русски: «NASA», 2026").map(|word| (word.at, word.text)).collect();
        assert_eq!(found, [(0, "По"), (5, "русски"), (21, "NASA"), (29, "2026")]);
        assert_eq!(words(" — !").count(), 0);
    }
}
