//! What sets a text apart from the others, as weights of its words.

use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::words::Words;

/// How many words are left of an article: the heaviest. What is left out hardly weighs.
const HEAVIEST: usize = 128;

/// By how many of its words an article is found: the heaviest. All that are left are compared then.
const LEADING: usize = 40;

/// So many articles more than really do are taken to have each word: that few articles share a word may be chance.
const CHANCE_ARTICLES: f32 = 8.0;

/// What counts of the lesser of two words that are all that two articles share: they may be first and last name.
const TWO_WORDS: f32 = 0.3;

/// The heaviest words of a text with their weights: of length one, ordered by word.
#[derive(Clone, Debug, Default)]
pub struct Vector {
    entries: Box<[(u32, f32)]>,
    /// What leading words weigh at least.
    leading: f32,
}

impl Vector {
    /// Keeps the heaviest words and makes the vector one of length one. Ties go by the word's place, which is the same
    /// in every run.
    fn new(mut entries: Vec<(u32, f32)>) -> Vector {
        entries.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        entries.truncate(HEAVIEST);
        let length = entries.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        entries.iter_mut().for_each(|(_, weight)| *weight /= length);
        let leading = entries.get(LEADING - 1).map_or(0.0, |(_, weight)| *weight);
        entries.sort_unstable_by_key(|(word, _)| *word);
        Vector { entries: entries.into_boxed_slice(), leading }
    }

    /// The words by which the article is found, with their weights.
    pub fn leading(&self) -> impl Iterator<Item = (usize, f32)> {
        let leads = |(_, weight): &&(u32, f32)| *weight >= self.leading;
        self.entries.iter().filter(leads).map(|(word, weight)| (*word as usize, *weight))
    }
}

/// Weights of all words, which texts are added to and then compared with.
pub struct Mixture {
    by_word: Vec<f32>,
}

impl Mixture {
    /// Nothing yet, for so many different words.
    pub fn new(words: usize) -> Mixture {
        Mixture { by_word: vec![0.0; words] }
    }

    /// Adds a text so many times.
    pub fn add(&mut self, vector: &Vector, times: f32) {
        for (word, weight) in &vector.entries {
            if let Some(sum) = self.by_word.get_mut(*word as usize) {
                *sum += weight * times;
            }
        }
    }

    /// Takes out all words of a text that was added.
    pub fn remove(&mut self, vector: &Vector) {
        for (word, _) in &vector.entries {
            if let Some(sum) = self.by_word.get_mut(*word as usize) {
                *sum = 0.0;
            }
        }
    }

    /// What each word of a text adds to its likeness.
    fn shared(&self, vector: &Vector) -> impl Iterator<Item = f32> {
        let product = |(word, weight): &(u32, f32)| self.by_word.get(*word as usize).map_or(0.0, |sum| sum * weight);
        vector.entries.iter().map(product)
    }

    /// From 0 for nothing in common; 1 for the same, where the mixture is one text.
    pub fn likeness(&self, vector: &Vector) -> f32 {
        self.shared(vector).sum()
    }

    /// As [`Mixture::likeness`]; and the same where the two strongest words, which may be a name, count for no more
    /// than all others together: a name alone makes no neighbours. Where there are no others, the lesser of the two
    /// counts a little, and a single word not at all.
    pub fn kinship(&self, vector: &Vector) -> (f32, f32) {
        let (mut first, mut second, mut rest) = (0.0f32, 0.0f32, 0.0);
        for product in self.shared(vector).filter(|product| *product > 0.0) {
            if product > first {
                rest += second;
                (first, second) = (product, first);
            } else if product > second {
                rest += second;
                second = product;
            } else {
                rest += product;
            }
        }
        let name = first + second;
        (name + rest, (rest + name.min(rest)).max(TWO_WORDS * second))
    }
}

/// The vectors of articles, and how many different words they have.
pub fn vectors(articles: &[&Words]) -> (Vec<Vector>, usize) {
    // By the number of a stem: how many articles have it.
    let mut frequency: FxHashMap<u32, u32> = FxHashMap::default();
    for (stem, _) in articles.iter().flat_map(|words| words.entries()) {
        *frequency.entry(stem).or_default() += 1;
    }
    // A word of one article relates it to none.
    let mut shared: Vec<(u32, u32)> = frequency.into_iter().filter(|(_, articles)| *articles > 1).collect();
    // What is looked up most lies together.
    shared.sort_unstable_by_key(|(stem, articles)| (Reverse(*articles), *stem));
    let total = articles.len() as f32 + CHANCE_ARTICLES;
    let place = |(place, (stem, articles)): (u32, &(u32, u32))| {
        // A word of all articles relates each to all.
        let rarity = (total / (*articles as f32 + CHANCE_ARTICLES)).ln();
        (*stem, (place, rarity))
    };
    let places: FxHashMap<u32, (u32, f32)> = (0u32..).zip(&shared).map(place).collect();
    let weigh = |(stem, count): (u32, u8)| {
        let (place, rarity) = *places.get(&stem)?;
        // Said twice is not meant twice as much.
        (rarity > 0.0).then(|| (place, rarity * f32::from(count).sqrt()))
    };
    let vector = |words: &&Words| Vector::new(words.entries().filter_map(weigh).collect());
    (articles.par_iter().map(vector).collect(), shared.len())
}
