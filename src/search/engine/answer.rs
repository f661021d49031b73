//! What is known of an answer: what was found of each word, and what is shown.

use crate::model::Card;
use crate::search::Matcher;
use crate::search::analysis::tokens;
use crate::values::Lang;

/// No paper has so many articles.
const MOST_ARTICLES: usize = 4_000_000;

/// The articles that have a word of a question, or what was found in its place.
#[derive(Clone, Debug, Default)]
pub struct Matches {
    text: String,
    /// By the number of an article; 0 for one that does not have it.
    strengths: Vec<f32>,
    articles: usize,
    stems: Vec<String>,
    beginnings: Vec<String>,
    /// Whether an article has the very form that was typed.
    pub has_form: bool,
    /// The word that was probably meant.
    meant: Option<String>,
}

impl Matches {
    /// None yet of a word that was typed so.
    pub fn new(text: &str) -> Matches {
        Matches { text: text.to_owned(), ..Matches::default() }
    }

    /// Adds an article. What says most of it counts.
    pub fn add(&mut self, article: u32, strength: f32) {
        let place = article as usize;
        // More than any paper has: the list is damaged.
        if place >= MOST_ARTICLES {
            return;
        }
        if place >= self.strengths.len() {
            self.strengths.resize(place + 1, 0.0);
        }
        if let Some(known) = self.strengths.get_mut(place) {
            self.articles += usize::from(*known == 0.0);
            *known = known.max(strength);
        }
    }

    /// Words of this stem are hits.
    pub fn add_stem(&mut self, stem: String) {
        self.stems.push(stem);
    }

    /// Words with this beginning are hits.
    pub fn add_beginning(&mut self, beginning: &str) {
        if !self.beginnings.iter().any(|known| known == beginning) {
            self.beginnings.push(beginning.to_owned());
        }
    }

    /// Another word was probably meant.
    pub fn correct(&mut self, meant: String) {
        self.meant = Some(meant);
    }

    /// Whether no article has it.
    pub fn is_empty(&self) -> bool {
        self.articles == 0
    }

    /// How many articles have it.
    pub fn articles(&self) -> usize {
        self.articles
    }

    /// How much the word says of an article; 0 where that does not have it.
    pub fn strength(&self, article: u32) -> f32 {
        self.strengths.get(article as usize).copied().unwrap_or_default()
    }
}

/// An answer, with what tells its hits in other texts.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What is shown.
    pub found: Found,
    /// Knows hits.
    pub matcher: Matcher,
}

/// The articles that answer a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many there are.
    pub total: usize,
    /// Those that are shown.
    pub articles: Vec<FoundArticle>,
    /// The question that was answered in the place of the one that was asked.
    pub instead: Option<String>,
}

/// An article that answers a question.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundArticle {
    /// What a list shows of it; the teaser may be another passage of its text.
    pub card: Card,
    /// Where the words are in the headline that are why it was found: from which byte to which.
    pub in_title: Vec<(usize, usize)>,
    /// The same in the teaser.
    pub in_teaser: Vec<(usize, usize)>,
}

impl FoundArticle {
    /// An article with its hits.
    pub fn new(card: Card, matcher: &Matcher) -> FoundArticle {
        let [in_title, in_teaser] = [&card.title, &card.teaser].map(|text| matcher.hits(text).collect());
        FoundArticle { card, in_title, in_teaser }
    }

    /// Whether a reader sees why it was found.
    pub fn has_hits(&self) -> bool {
        !self.in_title.is_empty() || !self.in_teaser.is_empty()
    }
}

impl Answer {
    /// What was found, in order.
    pub fn new(total: usize, cards: Vec<Card>, words: &[Matches], instead: Option<String>, lang: Lang) -> Answer {
        let stems = words.iter().flat_map(|word| word.stems.iter().cloned()).collect();
        let beginnings = words.iter().flat_map(|word| word.beginnings.iter().cloned()).collect();
        let matcher = Matcher::new(lang, stems, beginnings);
        let articles = cards.into_iter().map(|card| FoundArticle::new(card, &matcher)).collect();
        Answer { found: Found { total, articles, instead }, matcher }
    }
}

/// The question with the words that were probably meant, as articles spell them; none where it was right.
pub fn corrected(text: &str, words: &[Matches]) -> Option<String> {
    let mut corrected = String::new();
    let mut end = 0;
    let mut is_other = false;
    for token in tokens(text) {
        let meant = words.iter().find(|word| word.text == token.text).and_then(|word| word.meant.as_ref());
        let Some(meant) = meant.filter(|_| token.start >= end) else { continue };
        corrected.push_str(text.get(end..token.start)?);
        corrected.push_str(meant);
        end = token.end;
        is_other = true;
    }
    corrected.push_str(text.get(end..)?);
    is_other.then_some(corrected)
}
