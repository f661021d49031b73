//! The words of a text, counted.

use std::cmp::Ordering;

use super::headline::bulletin;
use crate::model::Tag;
use crate::publish::bytes::{put_bytes, put_numbers, take_bytes, take_numbers};
use crate::publish::vocabulary::{Terms, Vocabulary, fnv};
use crate::values::Lang;

/// How many bytes of a text are read: news say what they are about at their beginning.
const LONGEST: usize = 12_000;

/// A word of the headline is worth so many of the text; so is a tag.
const HEADLINE: u8 = 2;

/// How many words in a row are compared to tell two versions of a story: fewer are common phrases.
const PHRASE: usize = 3;

/// How many phrases are kept of an article.
const PHRASES: usize = 24;

/// With fewer phrases two texts are alike by chance.
const FEW: usize = 8;

/// The words of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Each stem once, in the order of their numbers.
    stems: Box<[u32]>,
    /// What each is worth. Apart, so that a stem takes five bytes and not eight.
    counts: Box<[u8]>,
    /// The phrases with the smallest numbers, in order: a sample that two texts have in common as far as they have all
    /// their phrases in common (Broder, On the resemblance and containment of documents, 1997).
    phrases: Box<[u32]>,
    /// What its headline shares with those that differ in numbers and dates only.
    bulletin: Option<u32>,
}

impl Words {
    /// Counts the words of an article, and all tokens of its text for the search.
    pub fn count(title: &str, text: &str, tags: &[Tag], lang: Lang, vocabulary: &Vocabulary) -> (Words, Terms) {
        let mut found: Vec<(u32, u8)> = Vec::new();
        vocabulary.stems(title, lang, |stem| found.push((stem, HEADLINE)));
        let mut tokens = Vec::new();
        vocabulary.read(text, lang, |numbers, end| {
            tokens.push(numbers.token);
            found.extend(numbers.stem.filter(|_| end <= LONGEST).map(|stem| (stem, 1)));
        });
        let phrases = phrases(&found);
        for tag in tags {
            vocabulary.stems(&tag.name, lang, |stem| found.push((stem, HEADLINE)));
            // The tag as a whole says more than its words.
            found.push((fnv(format!("#{}", tag.slug).as_bytes()), HEADLINE));
        }
        found.sort_unstable();
        let (mut numbers, mut counts): (Vec<u32>, Vec<u8>) = Default::default();
        for (stem, worth) in found {
            match counts.last_mut() {
                Some(count) if numbers.last() == Some(&stem) => *count = count.saturating_add(worth),
                _ => {
                    numbers.push(stem);
                    counts.push(worth);
                }
            }
        }
        let bulletin = bulletin(title, lang, vocabulary);
        let words = Words { stems: numbers.into_boxed_slice(), counts: counts.into_boxed_slice(), phrases, bulletin };
        (words, Terms::count(tokens, text))
    }

    /// Adds them to a file of the cache.
    pub fn put(&self, into: &mut Vec<u8>) {
        put_numbers(into, &self.stems);
        put_bytes(into, &self.counts);
        put_numbers(into, &self.phrases);
        put_numbers(into, self.bulletin.as_slice());
    }

    /// Takes them from the beginning of such a file; none where they are damaged.
    pub fn take(from: &mut &[u8]) -> Option<Words> {
        let (stems, counts) = (take_numbers(from)?, take_bytes(from)?.into());
        let (phrases, bulletin) = (take_numbers(from)?, take_numbers(from)?.first().copied());
        Some(Words { stems, counts, phrases, bulletin })
    }

    /// Each stem once and with what it is worth, in the order of their numbers.
    pub fn entries(&self) -> impl Iterator<Item = (u32, u8)> {
        self.stems.iter().copied().zip(self.counts.iter().copied())
    }

    /// The number of its bulletin, if the headline may be that of one: articles that share it take one place.
    pub fn bulletin(&self) -> Option<u32> {
        self.bulletin
    }

    /// How much two texts have in common word for word: from 0 to 1 for the same text.
    pub fn sameness(&self, other: &Words) -> f32 {
        if self.phrases.len().min(other.phrases.len()) < FEW {
            return 0.0;
        }
        // Of the smallest numbers of both together, how many are in both.
        let (mut left, mut right) = (self.phrases.iter().peekable(), other.phrases.iter().peekable());
        let (mut seen, mut common) = (0, 0);
        while seen < PHRASES && (left.peek().is_some() || right.peek().is_some()) {
            let order = match (left.peek(), right.peek()) {
                (Some(a), Some(b)) => a.cmp(b),
                (Some(_), None) => Ordering::Less,
                _ => Ordering::Greater,
            };
            if order != Ordering::Greater {
                left.next();
            }
            if order != Ordering::Less {
                right.next();
            }
            common += u16::from(order == Ordering::Equal);
            seen += 1;
        }
        f32::from(common) / (seen.max(1) as f32)
    }
}

/// The sample of a text's phrases.
fn phrases(words: &[(u32, u8)]) -> Box<[u32]> {
    let number = |phrase: &[(u32, u8)]| {
        let numbers = phrase.iter().fold(0u64, |sum, (stem, _)| sum.rotate_left(21) ^ u64::from(*stem));
        // Spreads near numbers, so that the smallest are any; the constant is that of Fibonacci hashing.
        (numbers.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
    };
    let mut phrases: Vec<u32> = words.windows(PHRASE).map(number).collect();
    phrases.sort_unstable();
    phrases.dedup();
    phrases.truncate(PHRASES);
    phrases.into_boxed_slice()
}
