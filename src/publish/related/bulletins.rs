//! Which articles are bulletins of one headline, of which only one stands among the cards.

use rustc_hash::FxHashMap;

use super::best_first;
use super::words::Words;

/// The bulletin of each article that shares its headline with another.
pub struct Bulletins {
    by_place: Vec<Option<u32>>,
}

impl Bulletins {
    /// Those among articles, by their places.
    pub fn new(articles: &[&Words]) -> Bulletins {
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        for bulletin in articles.iter().filter_map(|words| words.bulletin()) {
            *counts.entry(bulletin).or_default() += 1;
        }
        let is_one = |bulletin: &u32| counts.get(bulletin).is_some_and(|count| *count > 1);
        Bulletins { by_place: articles.iter().map(|words| words.bulletin().filter(is_one)).collect() }
    }

    /// The bulletin that an article is one of.
    pub fn of(&self, place: usize) -> Option<u32> {
        self.by_place.get(place).copied().flatten()
    }

    /// Whether two articles are of one bulletin.
    pub fn are_one(&self, one: usize, other: usize) -> bool {
        self.of(one).is_some() && self.of(one) == self.of(other)
    }

    /// Leaves the best of each bulletin, of articles and their scores.
    pub fn keep_best(&self, near: &mut Vec<(usize, f32)>) {
        let mut best: FxHashMap<u32, (usize, f32)> = FxHashMap::default();
        for found in near.iter() {
            if let Some(bulletin) = self.of(found.0) {
                let best = best.entry(bulletin).or_insert(*found);
                if best_first(found, best).is_lt() {
                    *best = *found;
                }
            }
        }
        near.retain(|(other, _)| match self.of(*other).and_then(|bulletin| best.get(&bulletin)) {
            Some((best, _)) => best == other,
            None => true,
        });
    }
}
