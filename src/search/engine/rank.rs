//! The order of what was found: by BM25 over the words of the question, mildly by age; what has all words comes before what
//! has some.

use super::answer::Matches;
use crate::search::Sort;
use crate::search::index::Manifest;

/// From so many articles that have all words on, none is shown that has only some.
const ENOUGH: usize = 10;

/// What an article of the newest day is worth beside one of long ago, and the days after which that is half.
const FRESH: f32 = 0.12;
const HALF_LIFE: f32 = 90.0;

/// The least share of a question, by how rare its words are, that an article must have.
const LEAST: f32 = 0.25;

/// The articles that answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// How many there are.
    pub total: usize,
    /// The numbers of the first of them, in order.
    pub first: Vec<u32>,
}

/// Ranks what was found, and names so many articles.
pub fn rank(
    manifest: &Manifest,
    words: &[Matches],
    allowed: &dyn Fn(u32) -> bool,
    sort: Sort,
    limit: usize,
) -> Ranking {
    let found: Vec<&Matches> = words.iter().filter(|word| !word.is_empty()).collect();
    let rarities: Vec<f32> = found.iter().map(|word| rarity(manifest.articles, word.articles())).collect();
    let total: f32 = rarities.iter().sum();
    let newest = manifest.groups().last().map_or(0, |(day, _)| day);
    let days = manifest.groups().flat_map(|(day, count)| (0..count).map(move |_| day));
    let (mut all, mut some) = (Vec::new(), Vec::new());
    for (article, day) in (0..manifest.articles).zip(days) {
        let (mut score, mut share, mut count) = (0.0, 0.0, 0);
        for (word, rarity) in found.iter().zip(&rarities) {
            let strength = word.strength(article);
            if strength > 0.0 {
                score += rarity * strength;
                share += rarity / total;
                count += 1;
            }
        }
        if count == 0 || !allowed(article) {
            continue;
        }
        let scored = (article, score * (1.0 + FRESH * HALF_LIFE / (HALF_LIFE + (newest - day) as f32)));
        if count == found.len() {
            all.push(scored);
        } else if share >= LEAST {
            some.push(scored);
        }
    }
    if all.len() >= ENOUGH {
        some.clear();
    }
    let total = all.len() + some.len();
    let mut first = take_first(all, sort, limit);
    first.extend(take_first(some, sort, limit - first.len()));
    Ranking { total, first }
}

/// How much it says that an article has a word which so many have: the inverse document frequency of BM25.
fn rarity(articles: u32, having: usize) -> f32 {
    let (articles, having) = (articles as f32, having as f32);
    (1.0 + (articles - having + 0.5) / (having + 0.5)).ln()
}

/// The best or the newest so many, in order; of equals the newest. They are few, and to sort all would take a lot of code.
fn take_first(mut articles: Vec<(u32, f32)>, sort: Sort, limit: usize) -> Vec<u32> {
    let mut first = Vec::new();
    while first.len() < limit {
        let places = articles.iter().enumerate();
        let best = places.max_by(|(_, (one, a)), (_, (other, b))| match sort {
            Sort::Relevance => a.total_cmp(b).then(one.cmp(other)),
            Sort::Date => one.cmp(other),
        });
        let Some(place) = best.map(|(place, _)| place) else { break };
        first.push(articles.swap_remove(place).0);
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(articles: u32) -> Manifest {
        Manifest { articles, days: vec![20_000, articles - 1, 400, 1], ..Manifest::default() }
    }

    fn word(all: &[(u32, f32)]) -> Matches {
        let mut matches = Matches::new("");
        all.iter().for_each(|(article, strength)| matches.add(*article, *strength));
        matches
    }

    fn first(articles: u32, words: &[Matches], allowed: &dyn Fn(u32) -> bool, sort: Sort) -> Vec<u32> {
        let ranking = rank(&manifest(articles), words, allowed, sort, 10);
        assert_eq!(ranking.total, ranking.first.len());
        ranking.first
    }

    #[test]
    fn all_words_come_before_some_and_rare_ones_before_common_ones() {
        let words = [word(&[(1, 0.3), (2, 0.9), (4, 0.2)]), word(&[(2, 0.1), (3, 0.9), (1, 0.3)])];
        let ranked = first(20, &words, &|_| true, Sort::Relevance);
        assert_eq!(ranked.len(), 4);
        assert!(ranked[..2].contains(&1) && ranked[..2].contains(&2), "{ranked:?}");
        let common = word(&(0..18).map(|article| (article, 0.9)).collect::<Vec<_>>());
        assert_eq!(first(20, &[common, word(&[(19, 0.5)])], &|_| true, Sort::Relevance)[0], 19);
    }

    #[test]
    fn of_equals_the_newest_comes_first_and_filters_hold() {
        let words = [word(&[(3, 0.5), (7, 0.5), (19, 0.5), (5, 0.6)])];
        assert_eq!(first(20, &words, &|_| true, Sort::Relevance), [5, 19, 7, 3]);
        assert_eq!(first(20, &words, &|_| true, Sort::Date), [19, 7, 5, 3]);
        assert_eq!(first(20, &words, &|article| article < 6, Sort::Date), [5, 3]);
        assert!(first(20, &[word(&[])], &|_| true, Sort::Date).is_empty());
    }

    #[test]
    fn an_article_that_a_damaged_list_names_is_none() {
        assert_eq!(first(2, &[word(&[(1, 0.5), (9_000, 0.5)])], &|_| true, Sort::Relevance), [1]);
    }
}
