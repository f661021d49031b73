//! Letters that count as the same in a search.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::lower;

/// What letters count as; in JSON an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters(Vec<(char, String)>);

impl Letters {
    /// Each letter once, in the order of the alphabet.
    pub fn new(pairs: impl IntoIterator<Item = (char, String)>) -> Letters {
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_unstable();
        pairs.dedup();
        Letters(pairs)
    }

    /// What a letter counts as, if that is not itself.
    pub fn get(&self, letter: char) -> Option<&str> {
        self.0.iter().find(|(from, _)| *from == letter).map(|(_, to)| to.as_str())
    }
}

impl Serialize for Letters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(from, to)| (from, to)))
    }
}

impl<'de> Deserialize<'de> for Letters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Letters, D::Error> {
        deserializer.deserialize_map(LettersVisitor)
    }
}

struct LettersVisitor;

impl<'de> Visitor<'de> for LettersVisitor {
    type Value = Letters;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of letters")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Letters, A::Error> {
        let mut pairs = Vec::new();
        while let Some((from, to)) = members.next_entry::<String, String>()? {
            pairs.extend(from.chars().next().map(|from| (from, to)));
        }
        Ok(Letters(pairs))
    }
}

/// A word in the letters that count. After those of `before_short_i` a short и at the end is part of an ending.
pub fn fold(word: &str, letters: &Letters, before_short_i: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().map(lower) {
        match letters.get(letter) {
            Some(to) => folded.push_str(to),
            // What is left of a letter with a mark that no single character stands for.
            None if matches!(letter, '\u{300}'..='\u{36f}') => {}
            None => folded.push(letter),
        }
    }
    if let Some(rest) = folded.strip_suffix('й')
        && rest.ends_with(|letter| before_short_i.contains(letter))
    {
        folded.truncate(rest.len());
    }
    folded
}
