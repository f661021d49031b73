//! Endings that are taken off words.

use serde::{Deserialize, Serialize};

use super::Letters;
use crate::values::json::as_object;

/// How endings are taken off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Endings {
    /// All of them.
    pub all: Vec<String>,
    /// Those of one letter: taken off only where a longer root stays.
    pub letters: String,
    /// What must be left of a word, in letters.
    pub root: usize,
    /// How many endings a word may carry.
    pub most: usize,
    /// What a voiced end was before the ending came.
    pub voiceless: Letters,
}

as_object!(Endings);

impl Endings {
    /// A word without its endings.
    pub fn stem(&self, word: &str) -> String {
        let mut root = word;
        for _ in 0..self.most {
            let letters = root.chars().count();
            let fits =
                |ending: &&String| root.ends_with(ending.as_str()) && letters >= self.root + ending.chars().count();
            let shorter = match self.all.iter().filter(fits).max_by_key(|ending| ending.len()) {
                Some(ending) => root.strip_suffix(ending.as_str()),
                None if letters > self.root + 1 => root.strip_suffix(|letter| self.letters.contains(letter)),
                None => None,
            };
            let Some(shorter) = shorter else { break };
            root = shorter;
        }
        // A voiceless end is voiced before a vowel: кітап, кітабы.
        let last = root.chars().next_back();
        match last.and_then(|last| Some((last, self.voiceless.get(last)?))) {
            Some((voiced, voiceless)) => [root.strip_suffix(voiced).unwrap_or(root), voiceless].concat(),
            None => root.to_owned(),
        }
    }
}
