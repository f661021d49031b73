//! What is asked of the index for a question.

use super::words::is_telling;
use super::{Rules, latin, words};

/// The terms of each reading of a question: as it was typed, then its Latin words in Cyrillic. Letters alone ask nothing.
///
/// In the question each letter and its mark are to be one character: some devices write them apart.
pub fn askings(question: &str, rules: &Rules) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = Vec::new();
    for reading in std::iter::once(question.to_owned()).chain(latin::readings(question)) {
        let terms = words(&reading).map(|word| rules.term(word.text)).filter(|term| !term.is_empty());
        let terms: Vec<String> = terms.collect();
        if terms.iter().any(|term| is_telling(term)) && !all.contains(&terms) {
            all.push(terms);
        }
    }
    all
}

/// A voiceless end, in the letters that count: after one alone an ending begins with such a letter.
const VOICELESS: &str = "пфктсшхчц";

/// The terms without so many last letters, where those begin an ending: half an ending is typed.
pub fn shorter(terms: &[String], rules: &Rules, cut: usize) -> Option<Vec<String>> {
    let endings = rules.endings.as_ref()?;
    let (last, others) = terms.split_last()?;
    let (at, first) = last.char_indices().rev().nth(cut.checked_sub(1)?)?;
    let (root, tail) = last.split_at_checked(at)?;
    if root.chars().count() < endings.root || !endings.all.iter().any(|ending| ending.starts_with(tail)) {
        return None;
    }
    let is_voiceless = root.ends_with(|letter| VOICELESS.contains(letter));
    if matches!(first, 'п' | 'к' | 'т') && !is_voiceless {
        return None;
    }
    Some(others.iter().cloned().chain([root.to_owned()]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::rules::tests::{endings, kk, ru};

    #[test]
    fn latin_words_are_asked_for_as_they_are_too() {
        assert_eq!(askings("NASA в Алматы", &ru()), [["nasa", "в", "алматы"], ["наса", "в", "алматы"]]);
        assert_eq!(askings("мектептерде", &kk()), [["мектеп"]]);
        assert!(askings("ъ — !", &ru()).is_empty());
    }

    #[test]
    fn letters_alone_ask_nothing() {
        assert!(askings("ш", &ru()).is_empty());
        assert_eq!(askings("sh", &ru()), [["sh"]]);
    }

    #[test]
    fn half_a_kazakh_ending_is_taken_off_and_no_letter_that_begins_none() {
        let rules = Rules { endings: Some(endings(&["тер", "ка", "лар", "га"])), ..ru() };
        let shorter = |terms: &[&str], cut| {
            let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
            super::shorter(&terms, &rules, cut).map(|terms| terms.join(" "))
        };
        assert_eq!(shorter(&["көп", "кошетт"], 1).as_deref(), Some("көп кошет"));
        assert_eq!(shorter(&["балал"], 1).as_deref(), Some("бала"));
        assert_eq!(shorter(&["балала"], 2).as_deref(), Some("бала"));
        assert_eq!(shorter(&["казак"], 1), None, "after a vowel it is га");
        assert_eq!(shorter(&["казаб"], 1), None);
        assert_eq!(shorter(&["каз"], 1), None);
        assert_eq!(shorter(&["каз"], 9), None);
    }
}
