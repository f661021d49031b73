//! The tokens of all texts of a paper, each with a number and its term: texts repeat themselves, so the analysis of a token is
//! made once and not for each article.

use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use rustc_hash::FxHashMap;

use crate::publish::bytes::{put_bytes, put_numbers, take_bytes, take_numbers};
use crate::search::analysis::{Term, Token, TokenKind, term, tokens};
use crate::values::Lang;

/// A related article shares longer words than this: shorter ones are mostly grammar. In letters.
const SHORTEST: usize = 3;

/// What is known of all tokens. Threads share it; each has a [`Lexicon`] to look into first.
#[derive(Debug, Default)]
pub struct Vocabulary {
    russian: RwLock<Table>,
    kazakh: RwLock<Table>,
    english: RwLock<Table>,
}

/// The tokens of a language. Their numbers are their places; they depend on which text was read first.
#[derive(Debug, Default)]
pub struct Table {
    tokens: Vec<Known>,
    numbers: FxHashMap<Box<str>, u32>,
}

/// What is known of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What it says, in small letters.
    pub text: Box<str>,
    /// Whether it is made of letters.
    pub is_word: bool,
    /// What the search finds it by.
    pub term: Term,
}

/// The number of a token, and that of its stem if it is long enough to relate articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// The token's, in the vocabulary.
    pub token: u32,
    /// The stem's: the same on every machine. Two stems in four thousand million share one.
    pub stem: Option<u32>,
}

impl Vocabulary {
    /// The tokens of a language.
    pub fn of(&self, lang: Lang) -> RwLockReadGuard<'_, Table> {
        self.table(lang).read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes tokens whose numbers are their places in place of all that is known of a language.
    pub fn fill(&self, lang: Lang, tokens: Vec<Known>) {
        let numbers = (0..).zip(&tokens).map(|(number, known)| (known.text.clone(), number)).collect();
        *self.table(lang).write().unwrap_or_else(PoisonError::into_inner) = Table { tokens, numbers };
    }

    /// The number of a token, which is learnt where it is new.
    pub fn number(&self, lang: Lang, token: &Token<'_>) -> u32 {
        if let Some(number) = self.of(lang).numbers.get(token.text.as_ref()) {
            return *number;
        }
        let term = term(lang, token);
        let mut table = self.table(lang).write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have met it meanwhile.
        if let Some(number) = table.numbers.get(token.text.as_ref()) {
            return *number;
        }
        let number = table.tokens.len() as u32;
        let text: Box<str> = token.text.as_ref().into();
        table.numbers.insert(text.clone(), number);
        table.tokens.push(Known { text, is_word: token.kind == TokenKind::Word, term });
        number
    }

    fn table(&self, lang: Lang) -> &RwLock<Table> {
        match lang {
            Lang::Ru => &self.russian,
            Lang::Kk => &self.kazakh,
            Lang::En => &self.english,
        }
    }
}

impl Table {
    /// All tokens in the order of their numbers.
    pub fn tokens(&self) -> &[Known] {
        &self.tokens
    }
}

impl Known {
    /// The number of the stem, where the token is long enough to relate articles.
    fn stem_number(&self) -> Option<u32> {
        let is_long = self.text.chars().nth(SHORTEST - 1).is_some();
        is_long.then(|| fnv(self.term.stem.as_bytes()))
    }
}

/// What one thread knows of the vocabulary without asking for the lock.
#[derive(Debug)]
pub struct Lexicon<'a> {
    vocabulary: &'a Vocabulary,
    russian: FxHashMap<Box<str>, Numbers>,
    kazakh: FxHashMap<Box<str>, Numbers>,
    english: FxHashMap<Box<str>, Numbers>,
}

impl<'a> Lexicon<'a> {
    /// Knows nothing yet.
    pub fn new(vocabulary: &'a Vocabulary) -> Lexicon<'a> {
        let [russian, kazakh, english] = Default::default();
        Lexicon { vocabulary, russian, kazakh, english }
    }

    /// Calls `found` with each token of a text: its numbers, and where it ends in the text.
    pub fn read(&mut self, text: &str, lang: Lang, mut found: impl FnMut(Numbers, usize)) {
        let known = match lang {
            Lang::Ru => &mut self.russian,
            Lang::Kk => &mut self.kazakh,
            Lang::En => &mut self.english,
        };
        for token in tokens(text) {
            let numbers = match known.get(token.text.as_ref()) {
                Some(numbers) => *numbers,
                None => {
                    let number = self.vocabulary.number(lang, &token);
                    let table = self.vocabulary.of(lang);
                    let stem = table.tokens.get(number as usize).and_then(Known::stem_number);
                    let numbers = Numbers { token: number, stem };
                    known.insert(token.text.as_ref().into(), numbers);
                    numbers
                }
            };
            found(numbers, token.end);
        }
    }

    /// Calls `found` with the number of the stem of each word of a text that is long enough to relate articles.
    pub fn stems(&mut self, text: &str, lang: Lang, mut found: impl FnMut(u32)) {
        self.read(text, lang, |numbers, _| numbers.stem.into_iter().for_each(&mut found));
    }
}

/// The number of a text, the same on every machine.
pub fn fnv(bytes: &[u8]) -> u32 {
    // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: short, even, and the same everywhere.
    bytes.iter().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The tokens of a text, counted, and how long it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The tokens by their numbers in the vocabulary, each once.
    pub tokens: Box<[u32]>,
    /// How often the text has each.
    pub counts: Box<[u8]>,
    /// The length of the text, in bytes.
    pub bytes: u32,
}

impl Terms {
    /// Counts the tokens of a text.
    pub fn count(mut tokens: Vec<u32>, text: &str) -> Terms {
        tokens.sort_unstable();
        let (numbers, counts): (Vec<u32>, Vec<u8>) = tokens
            .chunk_by(|one, other| one == other)
            .filter_map(|same| Some((*same.first()?, u8::try_from(same.len()).unwrap_or(u8::MAX))))
            .unzip();
        let bytes = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Terms { tokens: numbers.into_boxed_slice(), counts: counts.into_boxed_slice(), bytes }
    }

    /// Adds them to a file of the cache.
    pub fn put(&self, into: &mut Vec<u8>) {
        put_numbers(into, &self.tokens);
        put_bytes(into, &self.counts);
        put_numbers(into, &[self.bytes]);
    }

    /// Takes them from the beginning of such a file; none where they are damaged.
    pub fn take(from: &mut &[u8]) -> Option<Terms> {
        let (tokens, counts) = (take_numbers(from)?, take_bytes(from)?.into());
        Some(Terms { tokens, counts, bytes: *take_numbers(from)?.first()? })
    }

    /// Each token once, with how often the text has it.
    pub fn entries(&self) -> impl Iterator<Item = (u32, u8)> {
        self.tokens.iter().copied().zip(self.counts.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether all words have one stem.
    fn are_one(words: &[&str], lang: Lang) -> bool {
        let vocabulary = Vocabulary::default();
        let mut lexicon = Lexicon::new(&vocabulary);
        let mut numbers = Vec::new();
        words.iter().for_each(|word| lexicon.stems(word, lang, |number| numbers.push(number)));
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
        let vocabulary = Vocabulary::default();
        Lexicon::new(&vocabulary).stems("и я — по-", Lang::Ru, |number| panic!("{number}"));
    }

    #[test]
    fn tokens_are_counted_by_their_numbers() {
        let vocabulary = Vocabulary::default();
        let mut tokens = Vec::new();
        let text = "Снег и снег, и F-16.";
        Lexicon::new(&vocabulary).read(text, Lang::Ru, |numbers, _| tokens.push(numbers.token));
        let terms = Terms::count(tokens, text);
        let table = vocabulary.of(Lang::Ru);
        let known = |number: u32| table.tokens()[number as usize].text.to_string();
        let counted: Vec<_> = terms.entries().map(|(number, count)| (known(number), count)).collect();
        assert_eq!(counted, [("снег".to_owned(), 2), ("и".to_owned(), 2), ("f16".to_owned(), 1)]);
        assert_eq!(terms.bytes as usize, text.len());
    }
}
