//! What a text is about, as its rarest words.

use std::cmp::Ordering;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::stems::{Stems, fnv};
use crate::model::Tag;
use crate::values::Lang;

/// How many bytes of a text are read: news say what they are about at their beginning.
const LONGEST: usize = 12_000;

/// How many words are left of an article: the heaviest.
const HEAVIEST: usize = 24;

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
    /// Each stem once and with what it is worth, in the order of their numbers.
    counts: Box<[(u32, u8)]>,
    /// The phrases with the smallest numbers, in order: a sample that two texts have in common as far as they have all
    /// their phrases in common (Broder, On the resemblance and containment of documents, 1997).
    phrases: Box<[u32]>,
}

impl Words {
    /// Counts the words of an article.
    pub fn count(title: &str, text: &str, tags: &[Tag], lang: Lang, stems: &mut Stems) -> Words {
        let mut found: Vec<(u32, u8)> = Vec::new();
        let mut read = |text: &str, worth: u8, found: &mut Vec<(u32, u8)>| {
            stems.of(beginning(text), lang, |stem| found.push((stem, worth)));
        };
        read(title, HEADLINE, &mut found);
        read(text, 1, &mut found);
        let phrases = phrases(&found);
        for tag in tags {
            read(&tag.name, HEADLINE, &mut found);
            // The tag as a whole says more than its words.
            found.push((fnv(format!("#{}", tag.slug).as_bytes()), HEADLINE));
        }
        found.sort_unstable();
        let mut counts: Vec<(u32, u8)> = Vec::with_capacity(found.len());
        for (stem, worth) in found {
            match counts.last_mut() {
                Some((last, count)) if *last == stem => *count = count.saturating_add(worth),
                _ => counts.push((stem, worth)),
            }
        }
        Words { counts: counts.into_boxed_slice(), phrases }
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

/// The part of a text that is read.
fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)
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

/// The heaviest words of a text with their weights: of length one, ordered by word.
#[derive(Clone, Debug, Default)]
pub struct Vector(Vec<(u32, f32)>);

impl Vector {
    /// The words and their weights.
    pub fn entries(&self) -> impl Iterator<Item = (usize, f32)> {
        self.0.iter().map(|(word, weight)| (*word as usize, *weight))
    }

    /// From 0 for nothing in common to 1 for the same.
    pub fn dot(&self, other: &Vector) -> f32 {
        let (mut left, mut right, mut sum) = (self.0.iter().peekable(), other.0.iter().peekable(), 0.0);
        while let (Some((a, x)), Some((b, y))) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                Ordering::Less => _ = left.next(),
                Ordering::Greater => _ = right.next(),
                Ordering::Equal => {
                    sum += x * y;
                    left.next();
                    right.next();
                }
            }
        }
        sum
    }
}

/// The vectors of articles, and how many different words there are.
pub fn vectors(articles: &[&Words]) -> (Vec<Vector>, usize) {
    // By the number of a stem: its place in `frequency`, which counts the articles that have it.
    let mut places: FxHashMap<u32, u32> = FxHashMap::default();
    let mut frequency: Vec<u32> = Vec::new();
    let mut place_of = |stem: u32| {
        let place = *places.entry(stem).or_insert(frequency.len() as u32);
        match frequency.get_mut(place as usize) {
            Some(count) => *count += 1,
            None => frequency.push(1),
        }
        place
    };
    let placed: Vec<Box<[(u32, u8)]>> = articles
        .iter()
        .map(|words| words.counts.iter().map(|(stem, count)| (place_of(*stem), *count)).collect())
        .collect();
    let total = articles.len() as f32;
    // A word of one article relates it to none, and one of all articles to all.
    let rarity = |articles: &u32| if *articles > 1 { (total / *articles as f32).ln() } else { 0.0 };
    let rarity: Vec<f32> = frequency.iter().map(rarity).collect();
    let often: Vec<f32> = (0..=u8::MAX).map(|count| 1.0 + f32::from(count.max(1)).ln()).collect();
    let weigh = |(place, count): &(u32, u8)| {
        let weight = rarity.get(*place as usize)? * often.get(usize::from(*count))?;
        (weight > 0.0).then_some((*place, weight))
    };
    let vector = |words: Box<[(u32, u8)]>| heaviest(words.iter().filter_map(weigh).collect());
    (placed.into_par_iter().map(vector).collect(), frequency.len())
}

/// Keeps the heaviest words and makes the vector one of length one. Ties go by the word's place, which is the same in
/// every run: words are placed in the order of articles, and of their numbers within one.
fn heaviest(mut entries: Vec<(u32, f32)>) -> Vector {
    if entries.len() > HEAVIEST {
        entries.select_nth_unstable_by(HEAVIEST, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        entries.truncate(HEAVIEST);
    }
    entries.sort_unstable_by_key(|(word, _)| *word);
    let length = entries.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    entries.iter_mut().for_each(|(_, weight)| *weight /= length);
    entries.shrink_to_fit();
    Vector(entries)
}
