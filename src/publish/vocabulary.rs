//! The tokens of all texts of a paper, each with a number and its term: texts repeat themselves, so the analysis of a token is
//! made once and not for each article.

use std::hash::BuildHasher;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::publish::bytes::{put_bytes, put_numbers, take_bytes, take_numbers};
use crate::search::analysis::{Term, TokenKind, term, tokens};
use crate::values::Lang;

/// A related article shares longer words than this: shorter ones are mostly grammar. In letters.
const SHORTEST: usize = 3;

/// What is known of all tokens.
#[derive(Debug, Default)]
pub struct Vocabulary {
    russian: RwLock<Table>,
    kazakh: RwLock<Table>,
    english: RwLock<Table>,
}

/// The tokens of a language. Their numbers are their places; they depend on which text was read first.
#[derive(Debug, Default)]
pub struct Table {
    /// All letters, one token behind the other.
    letters: String,
    entries: Vec<Entry>,
    /// The numbers by the tokens' letters.
    numbers: HashTable<u32>,
}

/// A token, in parts of the letters.
#[derive(Clone, Copy, Debug)]
struct Entry {
    text: Span,
    stem: Span,
    form: Span,
    is_word: bool,
    /// The number of the stem, where the token is long enough to relate articles.
    stem_number: Option<u32>,
}

/// Letters from a byte on, so many bytes.
#[derive(Clone, Copy, Debug)]
struct Span(u32, u32);

/// What is known of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'a> {
    /// What it says, in small letters.
    pub text: &'a str,
    /// What the search finds it by: what all forms of the word have in common.
    pub stem: &'a str,
    /// The form, folded.
    pub form: &'a str,
    /// Whether it is made of letters.
    pub is_word: bool,
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

    /// The tokens of a language, to be changed.
    pub fn of_mut(&self, lang: Lang) -> RwLockWriteGuard<'_, Table> {
        self.table(lang).write().unwrap_or_else(PoisonError::into_inner)
    }

    fn table(&self, lang: Lang) -> &RwLock<Table> {
        match lang {
            Lang::Ru => &self.russian,
            Lang::Kk => &self.kazakh,
            Lang::En => &self.english,
        }
    }

    /// Calls `found` with each token of a text: its numbers, and where it ends in the text. New tokens are learnt.
    pub fn read(&self, text: &str, lang: Lang, mut found: impl FnMut(Numbers, usize)) {
        let mut table = self.of(lang);
        for token in tokens(text) {
            let number = match table.number(&token.text) {
                Some(number) => number,
                None => {
                    drop(table);
                    let term = term(lang, &token);
                    let number = self.of_mut(lang).learn(&token.text, &term, token.kind == TokenKind::Word);
                    table = self.of(lang);
                    number
                }
            };
            let stem = table.entries.get(number as usize).and_then(|entry| entry.stem_number);
            found(Numbers { token: number, stem }, token.end);
        }
    }

    /// Calls `found` with the number of the stem of each word of a text that is long enough to relate articles.
    pub fn stems(&self, text: &str, lang: Lang, mut found: impl FnMut(u32)) {
        self.read(text, lang, |numbers, _| numbers.stem.into_iter().for_each(&mut found));
    }
}

impl Table {
    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What is known of a token.
    pub fn get(&self, number: u32) -> Option<Known<'_>> {
        let Entry { text, stem, form, is_word, .. } = *self.entries.get(number as usize)?;
        let part = |Span(begin, length)| self.letters.get(begin as usize..(begin + length) as usize);
        Some(Known { text: part(text)?, stem: part(stem)?, form: part(form)?, is_word })
    }

    /// All tokens with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (u32, Known<'_>)> {
        (0..).map_while(|number| Some((number, self.get(number)?)))
    }

    /// The number of a token.
    fn number(&self, text: &str) -> Option<u32> {
        let is_it = |number: &u32| self.get(*number).is_some_and(|known| known.text == text);
        self.numbers.find(hash(text), is_it).copied()
    }

    /// Adds a token that may be new.
    pub fn learn(&mut self, text: &str, term: &Term, is_word: bool) -> u32 {
        // Another thread may have met it meanwhile.
        if let Some(number) = self.number(text) {
            return number;
        }
        let number = self.entries.len() as u32;
        let at = self.add(text);
        // Most forms are as they are written, and most stems are how they begin.
        let form = if term.form == text { at } else { self.add(&term.form) };
        let stem = match term.form.starts_with(&term.stem) {
            true => Span(form.0, term.stem.len() as u32),
            false => self.add(&term.stem),
        };
        let is_long = text.chars().nth(SHORTEST - 1).is_some();
        let stem_number = is_long.then(|| fnv(term.stem.as_bytes()));
        self.entries.push(Entry { text: at, stem, form, is_word, stem_number });
        let Table { letters, entries, numbers } = self;
        let text_of = |number: &u32| {
            let Span(begin, length) = entries.get(*number as usize).map_or(Span(0, 0), |entry| entry.text);
            hash(letters.get(begin as usize..(begin + length) as usize).unwrap_or_default())
        };
        numbers.insert_unique(hash(text), number, text_of);
        number
    }

    fn add(&mut self, text: &str) -> Span {
        let begin = self.letters.len() as u32;
        self.letters.push_str(text);
        Span(begin, text.len() as u32)
    }
}

/// The hash by which a token is found.
fn hash(text: &str) -> u64 {
    FxBuildHasher.hash_one(text)
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
        let mut numbers = Vec::new();
        words.iter().for_each(|word| vocabulary.stems(word, lang, |number| numbers.push(number)));
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
        Vocabulary::default().stems("и я — по-", Lang::Ru, |number| panic!("{number}"));
    }

    #[test]
    fn tokens_are_counted_by_their_numbers() {
        let vocabulary = Vocabulary::default();
        let mut tokens = Vec::new();
        let text = "Снег и снег, и F-16.";
        vocabulary.read(text, Lang::Ru, |numbers, _| tokens.push(numbers.token));
        let terms = Terms::count(tokens, text);
        let table = vocabulary.of(Lang::Ru);
        let known = |number: u32| table.get(number).expect("a token").text.to_owned();
        let counted: Vec<_> = terms.entries().map(|(number, count)| (known(number), count)).collect();
        assert_eq!(counted, [("снег".to_owned(), 2), ("и".to_owned(), 2), ("f16".to_owned(), 1)]);
        assert_eq!(terms.bytes as usize, text.len());
    }
}
