//! Which articles the readers of an article may want next.
//!
//! Texts are compared by their rarest words (tf-idf over [`stems`]), and a little by section and nearness in time.
//! For each word only articles near in time are looked at, so the work grows linearly with the number of articles.

pub mod stems;
pub mod words;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::publish::source::Source;
use crate::values::{Lang, Slug};
use words::{Vector, Words, vectors};

/// How many articles are related to one.
pub const RELATED: usize = 4;

/// How many neighbours in time are looked at in each direction for each word.
const REACH: usize = 100;

/// How many of the best candidates the final choice is made among.
const CANDIDATES: usize = 24;

/// Less in common, from 0 to 1, is chance.
const CHANCE: f32 = 0.04;

/// What an article has in common with another by its section alone.
const SAME_SECTION: f32 = 0.08;

/// What nearness in time is worth at most, and the days after which it is worth half of that.
const NEARNESS: f32 = 0.05;
const HALF_LIFE: f32 = 60.0;

/// How much a card loses for resembling one that stands beside it already.
const SAMENESS: f32 = 0.3;

/// Articles of which more is the same word for word are versions of one story: only one stands among the cards.
const SAME_STORY: f32 = 0.3;

/// For each article the indexes of those related to it, best first: in its language, never itself, never one twice.
/// `articles` are newest first.
pub fn related(articles: &[Source]) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new(); articles.len()];
    for lang in Lang::ALL {
        let members: Vec<usize> =
            articles.iter().enumerate().filter(|(_, article)| article.lang == lang).map(|(index, _)| index).collect();
        let corpus = Corpus::new(members.iter().filter_map(|index| articles.get(*index)).collect());
        let scores = || Scores::new(members.len());
        let chosen: Vec<Vec<usize>> =
            (0..members.len()).into_par_iter().map_init(scores, |scores, own| corpus.choose(own, scores)).collect();
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
    words: Vec<&'a Words>,
    vectors: Vec<Vector>,
    postings: Postings,
    /// When each was published, in days.
    days: Vec<f32>,
    /// The section of each, as a number.
    sections: Vec<usize>,
    /// The newest of each section, by its number.
    newest: Vec<Vec<usize>>,
}

/// For each word the articles that have it among their rarest, in order, with its weight there: one list after another.
struct Postings {
    ends: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Postings {
    fn new(vectors: &[Vector], words: usize) -> Postings {
        let mut ends = vec![0; words];
        for (word, _) in vectors.iter().flat_map(Vector::entries) {
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
            for (word, weight) in vector.entries() {
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
    fn around(&self, word: usize, own: usize) -> &[(u32, f32)] {
        let start = word.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let list = self.ends.get(word).and_then(|end| self.entries.get(start..*end)).unwrap_or_default();
        let place = list.partition_point(|(other, _)| (*other as usize) < own);
        list.get(place.saturating_sub(REACH)..list.len().min(place + REACH)).unwrap_or_default()
    }
}

/// What articles have in common with one, while that is added up.
struct Scores {
    by_article: Vec<f32>,
    touched: Vec<u32>,
}

impl Scores {
    fn new(articles: usize) -> Scores {
        Scores { by_article: vec![0.0; articles], touched: Vec::new() }
    }

    fn add(&mut self, other: u32, score: f32) {
        if let Some(sum) = self.by_article.get_mut(other as usize) {
            if *sum == 0.0 {
                self.touched.push(other);
            }
            *sum += score;
        }
    }

    /// Takes all scores out.
    fn drain(&mut self) -> impl Iterator<Item = (usize, f32)> {
        let Scores { by_article, touched } = self;
        touched.drain(..).map(|other| {
            let sum = by_article.get_mut(other as usize).map(std::mem::take);
            (other as usize, sum.unwrap_or_default())
        })
    }
}

impl<'a> Corpus<'a> {
    fn new(articles: Vec<&'a Source>) -> Corpus<'a> {
        let words: Vec<_> = articles.iter().map(|article| &article.words).collect();
        let (vectors, different) = vectors(&words);
        let mut numbers: HashMap<&Slug, usize> = HashMap::new();
        let mut newest: Vec<Vec<usize>> = Vec::new();
        let mut sections = Vec::with_capacity(articles.len());
        for (own, article) in articles.iter().enumerate() {
            let number = *numbers.entry(&article.section).or_insert(newest.len());
            if number == newest.len() {
                newest.push(Vec::new());
            }
            if let Some(newest) = newest.get_mut(number).filter(|newest| newest.len() <= RELATED) {
                newest.push(own);
            }
            sections.push(number);
        }
        let days = articles.iter().map(|article| article.date.instant() as f32 / 86_400.0).collect();
        let postings = Postings::new(&vectors, different);
        Corpus { words, vectors, postings, days, sections, newest }
    }

    /// The places in the corpus of the articles related to the one at `own`.
    fn choose(&self, own: usize, scores: &mut Scores) -> Vec<usize> {
        let mut candidates = self.candidates(own, scores);
        let mut chosen: Vec<usize> = Vec::with_capacity(RELATED);
        while chosen.len() < RELATED {
            let worth = |(_, score, resemblance): &(usize, f32, f32)| score - SAMENESS * resemblance;
            let places = candidates.iter().enumerate();
            let best = places.max_by(|(_, a), (_, b)| worth(a).total_cmp(&worth(b)).then(b.0.cmp(&a.0)));
            let Some(best) = best.map(|(place, _)| place) else { break };
            let (best, ..) = candidates.swap_remove(best);
            if chosen.iter().any(|known| self.are_one_story(*known, best)) {
                continue;
            }
            chosen.push(best);
            let Some(vector) = self.vectors.get(best) else { break };
            for (other, _, resemblance) in &mut candidates {
                let Some(theirs) = self.vectors.get(*other) else { continue };
                *resemblance = resemblance.max(vector.dot(theirs));
            }
        }
        self.fill_up(own, &mut chosen);
        chosen
    }

    /// The best matches by words, section and time, best first. None resembles one that was chosen yet: the third part.
    fn candidates(&self, own: usize, scores: &mut Scores) -> Vec<(usize, f32, f32)> {
        for (word, weight) in self.vectors.get(own).into_iter().flat_map(Vector::entries) {
            for (other, theirs) in self.postings.around(word, own) {
                scores.add(*other, weight * theirs);
            }
        }
        let near = scores.drain().filter(|(other, score)| *other != own && *score >= CHANCE);
        let mut near: Vec<_> =
            near.map(|(other, score)| (other, score + self.circumstances(own, other), 0.0)).collect();
        let best_first = |a: &(usize, f32, f32), b: &(usize, f32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if near.len() > CANDIDATES {
            near.select_nth_unstable_by(CANDIDATES, best_first);
            near.truncate(CANDIDATES);
        }
        near.sort_unstable_by(best_first);
        near
    }

    fn are_one_story(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.words.get(one), self.words.get(other)) else { return false };
        one.sameness(other) > SAME_STORY
    }

    /// What section and time add.
    fn circumstances(&self, own: usize, other: usize) -> f32 {
        let day = |place: usize| self.days.get(place).copied().unwrap_or_default();
        let section = if self.sections.get(own) == self.sections.get(other) { SAME_SECTION } else { 0.0 };
        section + NEARNESS * HALF_LIFE / (HALF_LIFE + (day(own) - day(other)).abs())
    }

    /// Completes a choice by the newest of the section, then by the newest of all.
    fn fill_up(&self, own: usize, chosen: &mut Vec<usize>) {
        let section = self.sections.get(own).and_then(|section| self.newest.get(*section)).into_iter().flatten();
        for other in section.copied().chain(0..self.vectors.len().min(2 * RELATED + 1)) {
            if chosen.len() >= RELATED {
                return;
            }
            let is_new = |other| !chosen.iter().any(|known| *known == other || self.are_one_story(*known, other));
            if other != own && is_new(other) {
                chosen.push(other);
            }
        }
    }
}
