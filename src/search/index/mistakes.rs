//! An automaton that knows the words that differ from one by a few mistakes: a letter too many, too few, another one, or two
//! that changed places (the distance of Damerau and Levenshtein).
//!
//! The automaton of the crate `fst` for this finds no words in Cyrillic letters: those begin with the same byte, and its ways for
//! a right letter and for a wrong one part there.

use fst::Automaton;

/// What parts the form of a word from how it is spelled: what stands behind it is not compared.
pub const SPELLED: char = '\t';

/// Words that differ from one by so many mistakes at most.
pub struct Mistakes {
    word: Vec<char>,
    most: u8,
}

/// How far a beginning of another word has come.
#[derive(Clone)]
pub struct State {
    /// By how many letters of the word are compared: the mistakes so far.
    row: Vec<u8>,
    /// The row and the letter before.
    before: Option<(Vec<u8>, char)>,
    /// The bytes of a letter that is not whole yet.
    bytes: Vec<u8>,
    /// Whether the form has ended.
    has_ended: bool,
}

impl Mistakes {
    /// The automaton of a word.
    pub fn new(word: &str, most: u8) -> Mistakes {
        Mistakes { word: word.chars().collect(), most }
    }

    /// The state behind another letter.
    fn next(&self, state: &State, letter: char) -> State {
        let row = &state.row;
        let mut next: Vec<u8> = Vec::with_capacity(row.len());
        next.extend(row.first().map(|mistakes| mistakes.saturating_add(1)));
        for (place, expected) in self.word.iter().enumerate() {
            let at = |row: &[u8], place: usize| row.get(place).copied().unwrap_or(u8::MAX);
            let mut least = at(row, place).saturating_add(u8::from(*expected != letter));
            least = least.min(at(row, place + 1).saturating_add(1)).min(at(&next, place).saturating_add(1));
            if let Some((before, last)) = &state.before
                && let Some(two_back) = place.checked_sub(1)
                && *last == *expected
                && self.word.get(two_back) == Some(&letter)
            {
                least = least.min(at(before, two_back).saturating_add(1));
            }
            next.push(least);
        }
        State { row: next, before: Some((row.clone(), letter)), bytes: Vec::new(), has_ended: false }
    }
}

impl Automaton for Mistakes {
    type State = State;

    fn start(&self) -> State {
        State {
            row: (0..=self.word.len()).map(|place| place as u8).collect(),
            before: None,
            bytes: Vec::new(),
            has_ended: false,
        }
    }

    fn is_match(&self, state: &State) -> bool {
        state.bytes.is_empty() && state.row.last().is_some_and(|mistakes| *mistakes <= self.most)
    }

    fn can_match(&self, state: &State) -> bool {
        state.row.iter().any(|mistakes| *mistakes <= self.most)
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        if state.has_ended || char::from(byte) == SPELLED {
            return State { has_ended: true, ..state.clone() };
        }
        let bytes = [&state.bytes[..], &[byte]].concat();
        match std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            Some(letter) => self.next(state, letter),
            None => State { bytes, ..state.clone() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(word: &str, other: &str, most: u8) -> bool {
        let mistakes = Mistakes::new(word, most);
        let state = other.bytes().fold(mistakes.start(), |state, byte| mistakes.accept(&state, byte));
        mistakes.is_match(&state) && mistakes.can_match(&state)
    }

    #[test]
    fn each_kind_of_mistake_counts_as_one() {
        for other in ["росия", "росссия", "рассия", "росися", "россия", "оссия", "россияк"]
        {
            assert!(is_near("россия", other, 1), "{other}");
        }
        for other in ["расия", "русси", "россияки"] {
            assert!(!is_near("россия", other, 1), "{other}");
            assert!(is_near("россия", other, 2), "{other}");
        }
        assert!(is_near("конь", "кон\tконь", 1) && !is_near("конь", "кол\tконь", 1));
        assert!(is_near("cafe", "café", 1) && !is_near("дом", "дым", 0));
    }
}
