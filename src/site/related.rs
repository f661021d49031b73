//! Which articles the readers of an article may want next.
//!
//! Texts are compared by their rarest words (tf-idf over words cut to a common length, which for Russian and Kazakh
//! endings is as good as a stemmer and cheaper), and a little by section and nearness in time. Postings are looked
//! through only around the article's own place in time, so the work grows linearly with the number of articles.

mod words;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::content::Lang;
use crate::site::newsroom::Source;
use words::{Vector, vectors};

/// How many articles are related to one.
pub const RELATED: usize = 4;

/// How many neighbours in time are looked at in each direction for each word.
const REACH: usize = 200;

/// How many of the best candidates the final choice is made among.
const CANDIDATES: usize = 24;

/// What an article has in common with another by its section alone.
const SAME_SECTION: f32 = 0.08;

/// What nearness in time is worth at most, and the days after which it is worth half of that.
const NEARNESS: f32 = 0.05;
const HALF_LIFE: f32 = 60.0;

/// How much a card loses for resembling one that stands beside it already.
const SAMENESS: f32 = 0.3;

/// For each article the indexes of those related to it, best first: in its language, never itself, never one twice.
pub fn related(articles: &[Source]) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new(); articles.len()];
    for lang in Lang::ALL {
        let members: Vec<usize> =
            articles.iter().enumerate().filter(|(_, article)| article.lang == lang).map(|(index, _)| index).collect();
        let corpus = Corpus::new(members.iter().filter_map(|index| articles.get(*index)).collect());
        let chosen: Vec<Vec<usize>> = (0..members.len()).into_par_iter().map(|own| corpus.choose(own)).collect();
        for (index, chosen) in members.iter().zip(chosen) {
            if let Some(slot) = all.get_mut(*index) {
                *slot = chosen.into_iter().filter_map(|own| members.get(own).copied()).collect();
            }
        }
    }
    all
}

/// The articles of one language, newest first.
struct Corpus<'a> {
    articles: Vec<&'a Source>,
    vectors: Vec<Vector>,
    /// For each word the articles that have it among their rarest, in order, with its weight there.
    postings: Vec<Vec<(u32, f32)>>,
}

impl<'a> Corpus<'a> {
    fn new(articles: Vec<&'a Source>) -> Corpus<'a> {
        let (vectors, words) = vectors(&articles);
        let mut postings = vec![Vec::new(); words];
        for (own, vector) in (0u32..).zip(&vectors) {
            for (word, weight) in vector.entries() {
                if let Some(posting) = postings.get_mut(word) {
                    posting.push((own, weight));
                }
            }
        }
        Corpus { articles, vectors, postings }
    }

    /// The places in the corpus of the articles related to the one at `own`.
    fn choose(&self, own: usize) -> Vec<usize> {
        let mut candidates = self.candidates(own);
        let mut chosen: Vec<usize> = Vec::with_capacity(RELATED);
        while chosen.len() < RELATED && !candidates.is_empty() {
            let worth = |(other, score): &(usize, f32)| score - SAMENESS * self.resemblance(*other, &chosen);
            let best =
                candidates.iter().enumerate().max_by(|(i, a), (j, b)| worth(a).total_cmp(&worth(b)).then(j.cmp(i)));
            let Some(best) = best.map(|(place, _)| place) else { break };
            chosen.push(candidates.remove(best).0);
        }
        self.fill_up(own, &mut chosen);
        chosen
    }

    /// The best matches by words, section and time, best first.
    fn candidates(&self, own: usize) -> Vec<(usize, f32)> {
        let mut scores: HashMap<u32, f32> = HashMap::new();
        for (word, weight) in self.vectors.get(own).into_iter().flat_map(Vector::entries) {
            let Some(posting) = self.postings.get(word) else { continue };
            let place = posting.partition_point(|(other, _)| (*other as usize) < own);
            let around = place.saturating_sub(REACH)..posting.len().min(place + REACH);
            for (other, theirs) in posting.get(around).into_iter().flatten() {
                *scores.entry(*other).or_default() += weight * theirs;
            }
        }
        let scored =
            scores.into_iter().map(|(other, score)| (other as usize, score)).filter(|(other, _)| *other != own);
        let mut scored: Vec<(usize, f32)> =
            scored.map(|(other, score)| (other, score + self.circumstances(own, other))).collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scored.truncate(CANDIDATES);
        scored
    }

    /// What section and time add.
    fn circumstances(&self, own: usize, other: usize) -> f32 {
        let (Some(a), Some(b)) = (self.articles.get(own), self.articles.get(other)) else { return 0.0 };
        let days = a.date.instant().abs_diff(b.date.instant()) as f32 / 86_400.0;
        let section = if a.section == b.section { SAME_SECTION } else { 0.0 };
        section + NEARNESS * HALF_LIFE / (HALF_LIFE + days)
    }

    /// How much an article resembles the most similar of some others.
    fn resemblance(&self, own: usize, others: &[usize]) -> f32 {
        let Some(vector) = self.vectors.get(own) else { return 0.0 };
        others.iter().filter_map(|other| self.vectors.get(*other)).map(|other| vector.dot(other)).fold(0.0, f32::max)
    }

    /// Completes a choice by the newest of the section, then by the newest of all.
    fn fill_up(&self, own: usize, chosen: &mut Vec<usize>) {
        let section = self.articles.get(own).map(|article| &article.section);
        for same_section in [true, false] {
            let places = self.articles.iter().enumerate();
            for (other, article) in places {
                if chosen.len() >= RELATED {
                    return;
                }
                if other != own && !chosen.contains(&other) && (!same_section || Some(&article.section) == section) {
                    chosen.push(other);
                }
            }
        }
    }
}
