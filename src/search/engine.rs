//! From a question to the articles that answer it.
//!
//! The engine knows the form of the index and asks for the files that it needs; how these are had is another's affair
//! ([`Files`]): the browser fetches them, tests read them from a folder.

mod answer;
mod files;
mod lookup;
mod rank;
mod words;

use super::analysis::{other_layout, table};
use super::index::{FORMAT, Manifest, card_block};
use super::{Filters, Question, is_letter};
use crate::model::Card;
use crate::values::{Day, Lang};

pub use answer::{Answer, Found, FoundArticle};
pub use files::{FileError, Files};

use answer::Matches;
use lookup::Lookup;
use rank::{Ranking, rank};
use words::{QueryWord, query_words};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchError {
    /// The index, or a file of it, cannot be had.
    Unavailable,
    /// The site has an index that this client cannot read.
    OtherFormat,
}

/// The articles that answer a question, at most so many of them. `today` is the day where the paper is.
///
/// # Errors
/// The index cannot be had; a later call tries again.
pub async fn find<F: Files>(
    files: &F,
    lang: Lang,
    question: &Question,
    limit: usize,
    today: Option<Day>,
) -> Result<Answer, SearchError> {
    let mut is_fresh = false;
    loop {
        let manifest = files.manifest(lang, is_fresh).await.map_err(|_| SearchError::Unavailable)?;
        if manifest.format != FORMAT {
            return Err(SearchError::OtherFormat);
        }
        let search = Search { files, manifest: &manifest, lang, filters: &question.filters, limit, today };
        match search.answer(&question.text).await {
            // A deploy has taken the file away: the manifest of today names others.
            Err(FileError::Missing) if !is_fresh => is_fresh = true,
            Err(_) => return Err(SearchError::Unavailable),
            Ok(answer) => return Ok(answer),
        }
    }
}

/// One question to one index.
struct Search<'a, F> {
    files: &'a F,
    manifest: &'a Manifest,
    lang: Lang,
    filters: &'a Filters,
    limit: usize,
    today: Option<Day>,
}

impl<F: Files> Search<'_, F> {
    async fn answer(&self, text: &str) -> Result<Answer, FileError> {
        if let Some(path) = self.manifest.table() {
            table::set(self.lang, text_of(&self.files.file(&path).await?));
        }
        let mut matches = self.matches(text).await?;
        let mut instead = None;
        if matches.iter().all(Matches::is_empty)
            && let Some(other) = other_layout(text).filter(|other| is_long(other))
        {
            let others = self.matches(&other).await?;
            if others.iter().any(|word| !word.is_empty()) {
                (matches, instead) = (others, Some(other));
            }
        }
        let allowed = self.allowed().await?;
        let allowed = |article| allowed.has(article);
        let Ranking { total, first } = rank(self.manifest, &matches, &allowed, self.filters.sort, self.limit);
        let cards = self.cards(&first).await?;
        let instead = instead.or_else(|| answer::corrected(text, &matches));
        Ok(Answer::new(total, cards, &matches, instead, self.lang))
    }

    /// What articles have of each word of the question.
    async fn matches(&self, text: &str) -> Result<Vec<Matches>, FileError> {
        let words: Vec<QueryWord> = query_words(self.lang, text);
        let lookup = Lookup { files: self.files, manifest: self.manifest, lang: self.lang };
        // All are on their way when the first is waited for.
        words.iter().flat_map(|word| &word.readings).for_each(|(term, _)| lookup.begin(term));
        let mut all = Vec::with_capacity(words.len());
        for word in &words {
            all.push(lookup.find(word).await?);
        }
        Ok(all)
    }

    /// Which articles the filters leave.
    async fn allowed(&self) -> Result<Allowed, FileError> {
        let first = self.today.and_then(|today| self.filters.when.since(today));
        let first = first.map_or(0, |day| self.manifest.first_since(day));
        let section = &self.filters.section;
        if section.is_empty() {
            return Ok(Allowed { first, section: None });
        }
        let number = self.manifest.sections.iter().position(|known| known == section);
        let Some(number) = number.and_then(|number| u8::try_from(number).ok()) else {
            return Ok(Allowed { first: u32::MAX, section: None });
        };
        let sections = self.files.file(&self.manifest.section_file()).await?;
        Ok(Allowed { first, section: Some((number, sections.to_vec())) })
    }

    /// The cards of some articles, in their order. What cannot be read is left out.
    async fn cards(&self, articles: &[u32]) -> Result<Vec<Card>, FileError> {
        let paths = articles.iter().map(|article| self.manifest.cards(card_block(*article).0));
        let paths: Vec<String> = paths.collect::<Option<_>>().ok_or(FileError::Missing)?;
        paths.iter().for_each(|path| self.files.begin(path));
        let mut found = Vec::with_capacity(articles.len());
        for (article, path) in articles.iter().zip(&paths) {
            let bytes = self.files.file(path).await?;
            let mut cards: Vec<Card> = serde_json::from_str(text_of(&bytes)).unwrap_or_default();
            let (_, place) = card_block(*article);
            if place < cards.len() {
                found.push(cards.swap_remove(place));
            }
        }
        Ok(found)
    }
}

/// Whether all words of a question are long enough to be no chance.
fn is_long(text: &str) -> bool {
    text.split_whitespace().all(|word| word.chars().filter(|letter| is_letter(*letter)).nth(2).is_some())
}

/// A file as text; nothing where it is none. The client reads all JSON as text: another reader would be compiled beside it.
fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// The articles that the filters leave: those from a number on, and of one section.
struct Allowed {
    first: u32,
    section: Option<(u8, Vec<u8>)>,
}

impl Allowed {
    fn has(&self, article: u32) -> bool {
        let of_section = |(number, sections): &(u8, Vec<u8>)| sections.get(article as usize) == Some(number);
        article >= self.first && self.section.as_ref().is_none_or(of_section)
    }
}
