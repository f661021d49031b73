//! What the textbook finds: all articles beside all by the cosine of their words, stemmed, with the logarithm of how
//! often each stands there and of how many articles have it (Manning, Raghavan, Schütze, Introduction to Information
//! Retrieval, 2008, chapter 6; the rarity as scikit-learn smooths it).

use std::collections::{BTreeMap, HashMap};

use habarshy::publish::related::RELATED;
use habarshy::publish::vocabulary::Vocabulary;
use habarshy::values::Lang;

use super::corpus::Text;

/// The articles as vectors of length one.
pub struct Textbook {
    vectors: Vec<Vec<(usize, f64)>>,
    /// For each word the articles that have it.
    articles: Vec<Vec<(usize, f64)>>,
}

impl Textbook {
    pub fn new(texts: &[Text]) -> Textbook {
        let (vocabulary, mut places) = (Vocabulary::default(), HashMap::new());
        let mut counts: Vec<BTreeMap<usize, f64>> = Vec::new();
        for text in texts {
            let mut count = BTreeMap::new();
            vocabulary.stems(&format!("{} {}", text.title, text.text), Lang::Ru, |stem| {
                let next = places.len();
                *count.entry(*places.entry(stem).or_insert(next)).or_default() += 1.0;
            });
            counts.push(count);
        }
        let mut frequency = vec![0.0; places.len()];
        counts.iter().flat_map(BTreeMap::keys).for_each(|word| frequency[*word] += 1.0);
        let mut articles = vec![Vec::new(); places.len()];
        let mut vectors = Vec::new();
        for (own, count) in counts.iter().enumerate() {
            let rarity = |word: usize| ((1.0 + texts.len() as f64) / (1.0 + frequency[word])).ln() + 1.0;
            let weigh = |(word, count): (&usize, &f64)| (*word, (1.0 + count.ln()) * rarity(*word));
            let mut vector: Vec<(usize, f64)> = count.iter().map(weigh).collect();
            let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
            for (word, weight) in &mut vector {
                *weight /= length;
                articles[*word].push((own, *weight));
            }
            vectors.push(vector);
        }
        Textbook { vectors, articles }
    }

    /// How like an article is to each.
    fn scores(&self, own: usize) -> Vec<f64> {
        let mut scores = vec![0.0; self.vectors.len()];
        for (word, weight) in &self.vectors[own] {
            self.articles[*word].iter().for_each(|(other, theirs)| scores[*other] += weight * theirs);
        }
        scores
    }

    /// For each article those most like it.
    pub fn nearest(&self) -> Vec<Vec<usize>> {
        let of = |own: usize| {
            let scores = self.scores(own);
            let mut others: Vec<usize> = (0..scores.len()).filter(|other| *other != own).collect();
            others.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
            others.truncate(RELATED);
            others
        };
        (0..self.vectors.len()).map(of).collect()
    }

    /// How alike two articles are.
    fn cosine(&self, one: usize, other: usize) -> f64 {
        let theirs = &self.vectors[other];
        let product = |(word, weight): &(usize, f64)| match theirs.binary_search_by_key(word, |(word, _)| *word) {
            Ok(place) => weight * theirs[place].1,
            Err(_) => 0.0,
        };
        self.vectors[one].iter().map(product).sum()
    }

    /// How alike the cards of one article are to each other, from 0 to 1: the mean of all.
    pub fn likeness(&self, cards: &[Vec<usize>]) -> f64 {
        let (mut sum, mut pairs) = (0.0, 0.0);
        for cards in cards {
            for (place, card) in cards.iter().enumerate() {
                sum += cards[..place].iter().map(|other| self.cosine(*card, *other)).sum::<f64>();
                pairs += place as f64;
            }
        }
        sum / pairs
    }
}
