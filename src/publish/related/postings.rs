//! Finds the articles that share words with one, without looking at all others.

use super::vectors::Vector;

/// How many neighbours in time are looked at in each direction for each word.
const REACH: usize = 100;

/// For each word the articles that have it among their leading words, in order, with its weight there: one list after
/// another.
pub struct Postings {
    ends: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Postings {
    /// The lists of so many words.
    pub fn new(vectors: &[Vector], words: usize) -> Postings {
        let mut ends = vec![0; words];
        for (word, _) in vectors.iter().flat_map(Vector::leading) {
            if let Some(count) = ends.get_mut(word) {
                *count += 1;
            }
        }
        // From how many each word has to where its list begins; filling moves that to where it ends.
        let mut total = 0;
        for end in &mut ends {
            total += std::mem::replace(end, total);
        }
        let mut entries = vec![(0, 0.0); total];
        for (own, vector) in (0u32..).zip(vectors) {
            for (word, weight) in vector.leading() {
                let Some(end) = ends.get_mut(word) else { continue };
                if let Some(entry) = entries.get_mut(*end) {
                    *entry = (own, weight);
                }
                *end += 1;
            }
        }
        Postings { ends, entries }
    }

    /// The articles with a word that are near in time to the one at `own`.
    pub fn around(&self, word: usize, own: usize) -> &[(u32, f32)] {
        let start = word.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let list = self.ends.get(word).and_then(|end| self.entries.get(start..*end)).unwrap_or_default();
        let place = list.partition_point(|(other, _)| (*other as usize) < own);
        list.get(place.saturating_sub(REACH)..list.len().min(place + REACH)).unwrap_or_default()
    }
}

/// What articles have in common with one, while that is added up.
pub struct Scores {
    by_article: Vec<f32>,
    touched: Vec<u32>,
}

impl Scores {
    /// Nothing yet, for so many articles.
    pub fn new(articles: usize) -> Scores {
        Scores { by_article: vec![0.0; articles], touched: Vec::new() }
    }

    /// Adds to the score of an article.
    pub fn add(&mut self, other: u32, score: f32) {
        if let Some(sum) = self.by_article.get_mut(other as usize) {
            if *sum == 0.0 {
                self.touched.push(other);
            }
            *sum += score;
        }
    }

    /// Takes all scores out.
    pub fn drain(&mut self) -> impl Iterator<Item = (usize, f32)> {
        let Scores { by_article, touched } = self;
        touched.drain(..).map(|other| {
            let sum = by_article.get_mut(other as usize).map(std::mem::take);
            (other as usize, sum.unwrap_or_default())
        })
    }
}
