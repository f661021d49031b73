//! The words of a text, as the index has them.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::fold::{fold, letters};
use super::settings::endings;
use crate::search::{self, Endings, Letters};
use crate::values::Lang;

/// A word that a text has more often counts as so many: more would make the index larger, and results no better.
const OFTEN: u8 = 2;

/// Finds the words of texts, and remembers what it made of each form: texts repeat themselves.
pub struct Terms {
    russian: Stemmer,
    english: Stemmer,
    letters: Letters,
    kazakh: Option<Endings>,
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
        Terms { russian, english, letters: letters(), kazakh: endings(Lang::Kk), known: FxHashMap::default() }
    }
}

impl Terms {
    /// The words of a text as Pagefind gets them, each as often as it counts: of Russian and English the first form, for
    /// Pagefind takes the endings off itself, of Kazakh the stem.
    pub fn of(&mut self, text: &str, lang: Lang) -> String {
        let mut counts: FxHashMap<String, u8> = FxHashMap::default();
        let mut words = String::with_capacity(text.len() / 2);
        for form in search::words(text) {
            let term = self.term(form.text, lang);
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
        let word = fold(form, &self.letters);
        let term = match lang {
            Lang::Ru => Term { stem: self.russian.stem(&word).into_owned(), word },
            Lang::En => Term { stem: self.english.stem(&word).into_owned(), word },
            Lang::Kk => {
                let stem = self.kazakh.as_ref().map_or_else(|| word.clone(), |endings| endings.stem(&word));
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
