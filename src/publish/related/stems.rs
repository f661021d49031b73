//! Words without their endings, so that «снег», «снега» and «снегом» are one word.
//!
//! Russian and English by the Snowball stemmers. Kazakh, for which there is none, by taking off the endings of number,
//! possession and case that its grammar lets follow each other; what is left need not be a word, only the same for all
//! forms of one.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use crate::search::{Endings, Letters, is_letter};
use crate::values::Lang;

/// Shorter words are mostly grammar. In letters.
const SHORTEST: usize = 3;

/// What must be left of a Kazakh word. In letters.
const ROOT: usize = 3;

/// How many endings a Kazakh noun may carry: number, possession, case.
const ENDINGS: usize = 3;

/// Endings of number, possession and case, in all their vowels and joints.
const KAZAKH: [&str; 59] = [
    "лар", "лер", "дар", "дер", "тар", "тер", "ның", "нің", "дың", "дің", "тың", "тің", "нан", "нен", "дан", "ден",
    "тан", "тен", "нда", "нде", "мен", "бен", "пен", "ымыз", "іміз", "мыз", "міз", "ыңыз", "іңіз", "ына", "іне", "ын",
    "ін", "ым", "ім", "ың", "ің", "сы", "сі", "ға", "ге", "қа", "ке", "да", "де", "та", "те", "ны", "ні", "на", "не",
    "ды", "ді", "ты", "ті", "дағы", "дегі", "тағы", "тегі",
];

/// Endings of one letter: taken off only where a longer root stays.
const KAZAKH_LETTERS: &str = "ыін";

/// What a voiced end of a root was before the ending came.
const VOICELESS: [(&str, &str); 3] = [("б", "п"), ("г", "к"), ("ғ", "қ")];

/// Takes the endings off words, and remembers what it made of each form: texts repeat themselves.
pub struct Stems {
    russian: Stemmer,
    english: Stemmer,
    kazakh: Endings,
    known_russian: Known,
    known_kazakh: Known,
    known_english: Known,
}

/// Words in lower case, and the numbers of their stems.
type Known = FxHashMap<String, Option<u32>>;

impl Default for Stems {
    fn default() -> Stems {
        let russian = Stemmer::create(Algorithm::Russian);
        let english = Stemmer::create(Algorithm::English);
        let [known_russian, known_kazakh, known_english] = Default::default();
        Stems { russian, english, kazakh: kazakh(str::to_owned), known_russian, known_kazakh, known_english }
    }
}

impl Stems {
    /// Calls `found` with the number of the stem of each word of a text that is long enough to mean something. Numbers are
    /// the same on every machine.
    ///
    /// Two stems in four thousand million share a number, which relates two articles a little more than it should.
    pub fn of(&mut self, text: &str, lang: Lang, mut found: impl FnMut(u32)) {
        let mut word = String::new();
        for letter in text.chars().chain([' ']) {
            if is_letter(letter) {
                push_lower(&mut word, letter);
            } else if !word.is_empty() {
                if let Some(number) = self.number(&word, lang) {
                    found(number);
                }
                word.clear();
            }
        }
    }

    /// The number of the stem of a word in lower case.
    fn number(&mut self, word: &str, lang: Lang) -> Option<u32> {
        let known = match lang {
            Lang::Ru => &self.known_russian,
            Lang::Kk => &self.known_kazakh,
            Lang::En => &self.known_english,
        };
        if let Some(number) = known.get(word) {
            return *number;
        }
        let number = (word.chars().count() >= SHORTEST).then(|| fnv(self.stem(word, lang).as_bytes()));
        let known = match lang {
            Lang::Ru => &mut self.known_russian,
            Lang::Kk => &mut self.known_kazakh,
            Lang::En => &mut self.known_english,
        };
        known.insert(word.to_owned(), number);
        number
    }

    fn stem(&self, word: &str, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian.stem(word).into_owned(),
            Lang::En => self.english.stem(word).into_owned(),
            Lang::Kk => self.kazakh.stem(word),
        }
    }
}

/// Adds a letter in lower case.
fn push_lower(word: &mut String, letter: char) {
    match letter {
        'ё' | 'Ё' => word.push('е'),
        'а'..='я' | 'a'..='z' | '0'..='9' => word.push(letter),
        'А'..='Я' => word.push(char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter)),
        _ => word.extend(letter.to_lowercase()),
    }
}

/// The number of a text that is no word: a tag.
pub fn fnv(bytes: &[u8]) -> u32 {
    // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: short, even, and the same everywhere.
    bytes.iter().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The Kazakh endings in other letters.
pub fn kazakh(write: impl Fn(&str) -> String) -> Endings {
    let mut all: Vec<String> = KAZAKH.iter().map(|ending| write(ending)).collect();
    all.sort_unstable();
    all.dedup();
    let letters = KAZAKH_LETTERS.chars().map(|letter| write(letter.encode_utf8(&mut [0; 4]))).collect();
    let voiceless = VOICELESS.iter().flat_map(|(from, to)| Some((write(from).chars().next()?, write(to))));
    Endings { all, letters, root: ROOT, most: ENDINGS, voiceless: Letters::new(voiceless) }
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
