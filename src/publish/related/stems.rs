//! Words without their endings, so that «снег», «снега» and «снегом» are one word: by the analysis of the search.

use rustc_hash::FxHashMap;

use crate::search::analysis::{stem, tokens};
use crate::values::Lang;

/// Shorter words are mostly grammar. In letters.
const SHORTEST: usize = 3;

/// Finds the stems of words, and remembers what it made of each form: texts repeat themselves.
#[derive(Default)]
pub struct Stems {
    known_russian: Known,
    known_kazakh: Known,
    known_english: Known,
}

/// Words in lower case, and the numbers of their stems.
type Known = FxHashMap<String, Option<u32>>;

impl Stems {
    /// Calls `found` with the number of the stem of each word of a text that is long enough to mean something. Numbers are
    /// the same on every machine.
    ///
    /// Two stems in four thousand million share a number, which relates two articles a little more than it should.
    pub fn of(&mut self, text: &str, lang: Lang, found: impl FnMut(u32)) {
        let known = match lang {
            Lang::Ru => &mut self.known_russian,
            Lang::Kk => &mut self.known_kazakh,
            Lang::En => &mut self.known_english,
        };
        let numbers = tokens(text).filter_map(|token| {
            if let Some(number) = known.get(token.text.as_ref()) {
                return *number;
            }
            let is_long = token.text.chars().nth(SHORTEST - 1).is_some();
            let number = is_long.then(|| fnv(stem(lang, &token.text).as_bytes()));
            known.insert(token.text.into_owned(), number);
            number
        });
        numbers.for_each(found);
    }
}

/// The number of a text that is no word: a tag.
pub fn fnv(bytes: &[u8]) -> u32 {
    // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: short, even, and the same everywhere.
    bytes.iter().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether all words have one stem.
    fn are_one(words: &[&str], lang: Lang) -> bool {
        let mut stems = Stems::default();
        let mut numbers = Vec::new();
        words.iter().for_each(|word| stems.of(word, lang, |number| numbers.push(number)));
        numbers.dedup();
        (words.len() > 1) && numbers.len() == 1
    }

    #[test]
    fn forms_of_a_word_are_one_word() {
        for forms in [
            &["снег", "снега", "Снегом", "снегу"][..],
            &["лёд", "ЛЕД"],
            &["школа", "школы", "школами", "школе"],
            &["наводнение", "наводнения", "наводнением"],
        ] {
            assert!(are_one(forms, Lang::Ru), "{forms:?}");
        }
        for forms in [
            &["мектеп", "мектептер", "мектептің", "мектепте", "мектебі", "мектебінде", "мектепті"][..],
            &["қала", "қаланың", "қалада", "қалалар", "қалаларда", "Қаламыз", "қаладағы"],
            &["өзен", "өзендер", "өзенге", "өзеннің", "өзендерден"],
            &["кітап", "кітабы", "кітаптан", "кітаптарымыз"],
        ] {
            assert!(are_one(forms, Lang::Kk), "{forms:?}");
        }
        assert!(are_one(&["school", "schools"], Lang::En));
    }

    #[test]
    fn words_that_only_begin_alike_stay_apart() {
        assert!(!are_one(&["школа", "шкаф"], Lang::Ru));
        assert!(!are_one(&["қала", "қалам"], Lang::Kk));
        assert!(!are_one(&["бала", "балық"], Lang::Kk));
        Stems::default().of("и я — по-", Lang::Ru, |number| panic!("{number}"));
    }
}
