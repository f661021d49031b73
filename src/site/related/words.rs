//! What a text is about, as its rarest words.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::site::newsroom::Source;

/// Shorter words are mostly grammar.
const SHORTEST: usize = 4;

/// Words are the same when they begin with the same letters: so many are left of a long one.
const STEM: usize = 6;

/// How many words are left of an article: the heaviest.
const HEAVIEST: usize = 24;

/// A word of the headline is worth so many of the text; so is a tag.
const HEADLINE: f32 = 2.0;

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
                std::cmp::Ordering::Less => _ = left.next(),
                std::cmp::Ordering::Greater => _ = right.next(),
                std::cmp::Ordering::Equal => {
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
pub fn vectors(articles: &[&Source]) -> (Vec<Vector>, usize) {
    let counted: Vec<BTreeMap<String, f32>> = articles.par_iter().map(|article| count(article)).collect();
    let mut words: HashMap<&str, u32> = HashMap::new();
    let mut frequency: Vec<u32> = Vec::new();
    for word in counted.iter().flat_map(BTreeMap::keys) {
        let id = *words.entry(word).or_insert(frequency.len() as u32);
        match frequency.get_mut(id as usize) {
            Some(count) => *count += 1,
            None => frequency.push(1),
        }
    }
    let total = articles.len() as f32;
    let vector = |counts: &BTreeMap<String, f32>| {
        let weigh = |(word, count): (&String, &f32)| {
            let id = *words.get(word.as_str())?;
            let documents = *frequency.get(id as usize)? as f32;
            // A word of one article relates it to none, and one of all articles to all.
            (documents > 1.0).then(|| (id, (1.0 + count.ln()) * (total / documents).ln()))
        };
        heaviest(counts.iter().filter_map(weigh).collect())
    };
    (counted.par_iter().map(vector).collect(), frequency.len())
}

/// Keeps the heaviest words and makes the vector one of length one. Ties go by the word's number, which is the same in
/// every run: words are numbered in the order of articles, and of the alphabet within one.
fn heaviest(mut entries: Vec<(u32, f32)>) -> Vector {
    entries.retain(|(_, weight)| *weight > 0.0);
    entries.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    entries.truncate(HEAVIEST);
    entries.sort_by_key(|(word, _)| *word);
    let length = entries.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    entries.iter_mut().for_each(|(_, weight)| *weight /= length);
    Vector(entries)
}

fn count(article: &Source) -> BTreeMap<String, f32> {
    let mut counts = BTreeMap::new();
    let mut add = |text: &str, worth: f32| {
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            if word.chars().nth(SHORTEST - 1).is_some() {
                let stem: String = word.chars().flat_map(char::to_lowercase).take(STEM).collect();
                *counts.entry(stem).or_insert(0.0) += worth;
            }
        }
    };
    add(&article.title, HEADLINE);
    add(&article.text, 1.0);
    for tag in &article.tags {
        add(&tag.name, HEADLINE);
    }
    for tag in &article.tags {
        counts.insert(format!("#{}", tag.slug), HEADLINE);
    }
    counts
}
