//! The words of a text, as the index has them.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::fold::fold;
use crate::content::Lang;
use crate::site::related::stems::{kazakh_by, kazakh_endings};
use crate::site::teaser::is_letter;

/// A word that a text has more often counts as so many: more would make the index larger, and results no better.
const OFTEN: u8 = 2;

/// Kazakh endings of one letter, in the letters that count.
pub const LETTERS_ALONE: &str = "ыин";

/// Finds the words of texts, and remembers what it made of each form: texts repeat themselves.
pub struct Terms {
    russian: Stemmer,
    english: Stemmer,
    endings: Vec<String>,
    /// Endings of one letter.
    alone: Vec<char>,
    known: FxHashMap<(Lang, String), Term>,
}

/// What is made of a form.
#[derive(Clone)]
struct Term {
    /// What the index gets.
    word: String,
    /// What all forms of the word have in common.
    stem: String,
}

impl Default for Terms {
    fn default() -> Terms {
        let (russian, english) = (Stemmer::create(Algorithm::Russian), Stemmer::create(Algorithm::English));
        let alone = LETTERS_ALONE.chars().collect();
        Terms { russian, english, endings: kazakh_endings(fold), alone, known: FxHashMap::default() }
    }
}

impl Terms {
    /// The words of a text as Pagefind gets them, each as often as it counts: of Russian and English the first form, for
    /// Pagefind takes the endings off itself, of Kazakh the stem.
    pub fn of(&mut self, text: &str, lang: Lang) -> String {
        let mut counts: FxHashMap<String, u8> = FxHashMap::default();
        let mut words = String::with_capacity(text.len() / 2);
        for form in text.split(|letter| !is_letter(letter)).filter(|form| !form.is_empty()) {
            let term = self.term(form, lang);
            if term.word.is_empty() {
                continue;
            }
            let count = counts.entry(term.stem).or_default();
            if *count < OFTEN {
                *count += 1;
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(&term.word);
            }
        }
        words
    }

    fn term(&mut self, form: &str, lang: Lang) -> Term {
        let key = (lang, form.to_owned());
        if let Some(term) = self.known.get(&key) {
            return term.clone();
        }
        let word = fold(form);
        let term = match lang {
            Lang::Ru => Term { stem: self.russian.stem(&word).into_owned(), word },
            Lang::En => Term { stem: self.english.stem(&word).into_owned(), word },
            Lang::Kk => {
                let stem = kazakh_by(&word, &self.endings, &self.alone);
                Term { word: stem.clone(), stem }
            }
        };
        self.known.insert(key, term.clone());
        term
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_forms_are_one_word_with_and_without_their_letters() {
        let mut terms = Terms::default();
        for (forms, word) in [
            ("мектеп мектептер мектептің мектепте", "мектеп мектеп"),
            ("Қала қаланың калада қалаларда", "кала кала"),
            ("көшеттерді кошет", "кошет кошет"),
            ("өзендерден озенге", "озен озен"),
        ] {
            assert_eq!(terms.of(forms, Lang::Kk), word, "{forms}");
        }
    }

    #[test]
    fn a_word_counts_at_most_twice() {
        let mut terms = Terms::default();
        assert_eq!(terms.of("Снег, снега; снегу — снегом: снег!", Lang::Ru), "снег снега");
        assert_eq!(terms.of("по-русски ъ", Lang::Ru), "по русски");
    }
}
