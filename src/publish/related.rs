//! Which articles the readers of an article may want next.
//!
//! Texts are compared by the words that set them apart (tf-idf over stems): the articles that share the heaviest
//! words are found, compared by all words that weigh, and then with those most alike as well. Section and nearness in
//! time count a little. For each word only articles near in time are looked at, so the work grows linearly with the
//! number of articles.

mod bulletins;
mod headline;
mod latest;
mod postings;
mod vectors;
pub mod words;

use std::cmp::Ordering;

use rayon::prelude::*;

use crate::publish::source::Source;
use crate::values::Lang;
use bulletins::Bulletins;
use latest::Latest;
use postings::{Postings, Scores};
use vectors::{Mixture, Vector, vectors};
use words::Words;

/// How many articles are related to one.
pub const RELATED: usize = 4;

/// How many of the best candidates the final choice is made among.
const CANDIDATES: usize = 24;

/// How many are compared by all their words, to find the best candidates.
const COMPARED: usize = 48;

/// How many of those most like an article tell what it is about, beside its own words.
const CIRCLE: usize = 10;

/// What it is worth to be like these too, by what it is worth to be like the article.
const SUPPORT: f32 = 1.0;

/// How many articles in a row are worked on with the same desk: setting one up takes a while.
const BATCH: usize = 256;

/// Less in common, from 0 to 1, is chance.
const CHANCE: f32 = 0.04;

/// By how much a match is better in the article's own section.
const SAME_SECTION: f32 = 0.25;

/// By how much a match is better for nearness in time at most, and the days after which it is by half of that.
const NEARNESS: f32 = 0.05;
const HALF_LIFE: f32 = 60.0;

/// Which part of its worth a card loses that is the same as one beside it; one that resembles it loses less.
const SAMENESS: f32 = 0.8;

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
        let desk = || Desk { scores: Scores::new(members.len()), mixture: Mixture::new(corpus.different) };
        let chosen: Vec<Vec<usize>> = (0..members.len())
            .into_par_iter()
            .with_min_len(BATCH)
            .map_init(desk, |desk, own| corpus.choose(own, desk))
            .collect();
        for (index, chosen) in members.iter().zip(chosen) {
            if let Some(slot) = all.get_mut(*index) {
                *slot = chosen.into_iter().filter_map(|own| members.get(own).copied()).collect();
            }
        }
    }
    all
}

/// What one article after another is worked on with.
struct Desk {
    scores: Scores,
    mixture: Mixture,
}

/// An article that may be related to another.
struct Candidate {
    place: usize,
    /// How well it matches.
    score: f32,
    /// How much it resembles one that was chosen already: from 0 to 1.
    resemblance: f32,
}

/// The articles of one language, newest first.
struct Corpus<'a> {
    words: Vec<&'a Words>,
    vectors: Vec<Vector>,
    /// How many different words there are.
    different: usize,
    postings: Postings,
    /// When each was published, in days.
    days: Vec<f32>,
    latest: Latest,
    bulletins: Bulletins,
}

impl<'a> Corpus<'a> {
    fn new(articles: Vec<&'a Source>) -> Corpus<'a> {
        let words: Vec<_> = articles.iter().map(|article| &article.words).collect();
        let (vectors, different) = vectors(&words);
        let days = articles.iter().map(|article| article.date.instant() as f32 / 86_400.0).collect();
        let postings = Postings::new(&vectors, different);
        let bulletins = Bulletins::new(&words);
        let latest = Latest::new(&articles, &bulletins);
        Corpus { words, vectors, different, postings, days, latest, bulletins }
    }

    /// The places in the corpus of the articles related to the one at `own`.
    fn choose(&self, own: usize, desk: &mut Desk) -> Vec<usize> {
        let mut candidates = self.candidates(own, desk);
        let mut chosen: Vec<usize> = Vec::with_capacity(RELATED);
        loop {
            let worth = |candidate: &Candidate| candidate.score * (1.0 - SAMENESS * candidate.resemblance);
            let places = candidates.iter().enumerate();
            let best = places.max_by(|(_, a), (_, b)| worth(a).total_cmp(&worth(b)).then(b.place.cmp(&a.place)));
            let Some(best) = best.map(|(place, _)| place) else { break };
            let best = candidates.swap_remove(best).place;
            if chosen.iter().any(|known| self.share_a_card(*known, best)) {
                continue;
            }
            chosen.push(best);
            let Some(vector) = self.vectors.get(best).filter(|_| chosen.len() < RELATED) else { break };
            desk.mixture.add(vector, 1.0);
            for candidate in &mut candidates {
                let Some(theirs) = self.vectors.get(candidate.place) else { continue };
                candidate.resemblance = candidate.resemblance.max(desk.mixture.likeness(theirs));
            }
            desk.mixture.remove(vector);
        }
        self.fill_up(own, &mut chosen);
        chosen
    }

    /// The best matches by words, section and time. None resembles one that was chosen yet.
    fn candidates(&self, own: usize, desk: &mut Desk) -> Vec<Candidate> {
        let Some(vector) = self.vectors.get(own) else { return Vec::new() };
        let mut near = self.near(own, vector, &mut desk.scores);
        let mixture = &mut desk.mixture;
        mixture.add(vector, 1.0);
        near.retain_mut(|(other, score)| {
            let Some(theirs) = self.vectors.get(*other) else { return false };
            let (likeness, kinship) = mixture.kinship(theirs);
            *score = kinship;
            likeness >= CHANCE
        });
        mixture.remove(vector);
        near.sort_unstable_by(best_first);
        let circle =
            || near.iter().take(CIRCLE).filter_map(|(other, kinship)| Some((self.vectors.get(*other)?, *kinship)));
        circle().for_each(|(vector, kinship)| mixture.add(vector, kinship));
        let scored = near.iter().filter_map(|(other, kinship)| {
            let score = kinship + SUPPORT * mixture.likeness(self.vectors.get(*other)?);
            Some((*other, score * self.circumstances(own, *other)))
        });
        let mut best: Vec<_> = scored.collect();
        circle().for_each(|(vector, _)| mixture.remove(vector));
        keep_best(&mut best, CANDIDATES);
        best.into_iter().map(|(place, score)| Candidate { place, score, resemblance: 0.0 }).collect()
    }

    /// The articles that share most with one, by the words that lead both and as far as they are near in time.
    fn near(&self, own: usize, vector: &Vector, scores: &mut Scores) -> Vec<(usize, f32)> {
        for (word, weight) in vector.leading() {
            for (other, theirs) in self.postings.around(word, own) {
                scores.add(*other, weight * theirs);
            }
        }
        let mut near: Vec<_> = scores.drain().filter(|(other, _)| *other != own).collect();
        self.bulletins.keep_best(&mut near);
        keep_best(&mut near, COMPARED);
        near
    }

    /// Whether only one of two articles should stand among the cards.
    fn share_a_card(&self, one: usize, other: usize) -> bool {
        self.bulletins.are_one(one, other) || self.are_one_story(one, other)
    }

    fn are_one_story(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.words.get(one), self.words.get(other)) else { return false };
        one.sameness(other) > SAME_STORY
    }

    /// By how much section and time make a match better.
    fn circumstances(&self, own: usize, other: usize) -> f32 {
        let day = |place: usize| self.days.get(place).copied().unwrap_or_default();
        let section = if self.latest.are_of_one_section(own, other) { SAME_SECTION } else { 0.0 };
        1.0 + section + NEARNESS * HALF_LIFE / (HALF_LIFE + (day(own) - day(other)).abs())
    }

    /// Completes a choice by the newest of the section, then by the newest of all.
    fn fill_up(&self, own: usize, chosen: &mut Vec<usize>) {
        for other in self.latest.stand_ins(own) {
            if chosen.len() >= RELATED {
                return;
            }
            let is_new = |other| !chosen.iter().any(|known| *known == other || self.share_a_card(*known, other));
            if other != own && is_new(other) {
                chosen.push(other);
            }
        }
    }
}

/// The better of two comes first; of equals the newer.
fn best_first(one: &(usize, f32), other: &(usize, f32)) -> Ordering {
    other.1.total_cmp(&one.1).then(one.0.cmp(&other.0))
}

/// Leaves so many, best first.
fn keep_best(near: &mut Vec<(usize, f32)>, count: usize) {
    if near.len() > count {
        near.select_nth_unstable_by(count, best_first);
        near.truncate(count);
    }
    near.sort_unstable_by(best_first);
}
