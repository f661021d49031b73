//! From a question to the articles that answer it.
//!
//! The engine knows the form of the index and asks for the files that it needs; how these are had is another's affair
//! ([`Files`]): the browser fetches them, tests read them from a folder.

mod answer;
mod files;
mod lookup;
mod rank;
mod words;

use super::analysis::other_layout;
use super::index::{FORMAT, Manifest, card_block};
use super::{Filters, Question};
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
        let mut matches = self.matches(text).await?;
        let mut instead = None;
        if matches.iter().all(Matches::is_empty)
            && let Some(other) = other_layout(text)
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
        let instead = instead.or_else(|| answer::corrected(text, &matches, &cards));
        Ok(Answer::new(total, cards, &matches, instead, self.lang))
    }

    /// What articles have of each word of the question.
    async fn matches(&self, text: &str) -> Result<Vec<Matches>, FileError> {
        let words: Vec<QueryWord> = query_words(self.lang, text);
        let lookup = Lookup { files: self.files, manifest: self.manifest, lang: self.lang };
        let all = futures::future::join_all(words.iter().map(|word| lookup.find(word))).await;
        all.into_iter().collect()
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
        let mut blocks: Vec<usize> = Vec::new();
        for (block, _) in articles.iter().map(|article| card_block(*article)) {
            if !blocks.contains(&block) {
                blocks.push(block);
            }
        }
        let read = |block: usize| async move {
            let path = self.manifest.cards(block).ok_or(FileError::Missing)?;
            let bytes = self.files.file(&path).await?;
            let cards: Vec<Card> = serde_json::from_slice(&bytes).unwrap_or_default();
            Ok::<_, FileError>((block, cards))
        };
        let read = futures::future::join_all(blocks.into_iter().map(read)).await;
        let blocks: Vec<(usize, Vec<Card>)> = read.into_iter().collect::<Result<_, _>>()?;
        let card = |article: &u32| {
            let (block, place) = card_block(*article);
            blocks.iter().find(|(number, _)| *number == block)?.1.get(place).cloned()
        };
        Ok(articles.iter().filter_map(card).collect())
    }
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
