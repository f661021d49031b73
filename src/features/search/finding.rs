//! From a question to the articles that answer it.

use std::collections::BTreeSet;

use futures::future::join_all;
use serde::Serialize;

use super::engine::{self, Engine};
use crate::features::insert::insert_before;
use crate::platform::field;
use crate::platform::pagefind::{Answer, Match, Pagefind, Record, records};
use crate::search::{Article, Found, FoundArticle, Matcher, Question, Sort, askings, days, shorter};
use crate::values::{DateTime, Day, Lang};

/// So many letters are half an ending.
const HALF: usize = 2;
/// So many results are looked into at once: those that are shown next.
const LOOK: usize = 10;
/// So many of them in vain.
const IN_VAIN: usize = 30;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchError {
    /// The index, or a piece of it, cannot be had.
    Unavailable,
    /// The site has another index by now.
    Stale,
}

/// The articles that answer a question, at most so many of them. `today` is the day where the paper is.
///
/// # Errors
/// The index cannot be had; a later call tries again.
pub async fn find(lang: Lang, question: &Question, limit: usize, today: Option<Day>) -> Result<Found, SearchError> {
    let found = find_once(lang, question, limit, today).await;
    if found.is_err() {
        // The site may have another index by now, and no more the files of the one that is known here.
        engine::forget();
    }
    match found {
        Err(SearchError::Stale) => find_once(lang, question, limit, today).await,
        found => found,
    }
}

async fn find_once(lang: Lang, question: &Question, limit: usize, today: Option<Day>) -> Result<Found, SearchError> {
    let engine = engine::load(lang).await.ok_or(SearchError::Unavailable)?;
    let Some(pagefind) = &engine.pagefind else { return Ok(Found::default()) };
    let options = options(question, today);
    let typed = askings(&field::compose(&question.text), &engine.rules);
    let mut all = typed.clone();
    let mut lists = ask(&engine, pagefind, &all, &options, limit).await?;
    // Half an ending is typed: what stands before it is the word.
    for cut in 1..=HALF {
        if !lists.is_empty() || engine.rules.endings.is_none() {
            break;
        }
        all = typed.iter().filter_map(|terms| shorter(terms, &engine.rules, cut)).collect();
        lists = ask(&engine, pagefind, &all, &options, limit).await?;
    }
    if lists.is_empty() && !engine.is_current().await.ok_or(SearchError::Unavailable)? {
        return Err(SearchError::Stale);
    }
    let matcher = Matcher::new(all.iter().flatten(), &engine.rules);
    let articles = merge(&lists, question.filters.sort, limit).into_iter();
    let articles = articles.map(|article| FoundArticle::new(article, &matcher)).collect();
    Ok(Found { total: total(&lists), articles })
}

/// The results of one reading of a question that have what was asked for.
struct List {
    answer: Answer,
    /// Those that have it, as far as they were looked into: enough to be shown.
    kept: Vec<(Match, Record)>,
    /// How many were looked into.
    looked: usize,
}

/// Asks for each reading of a question; gives those that anything answers.
async fn ask(
    engine: &Engine,
    pagefind: &Pagefind,
    all: &[Vec<String>],
    options: &str,
    limit: usize,
) -> Result<Vec<List>, SearchError> {
    let lists = join_all(all.iter().map(|terms| meant(engine, pagefind, terms, options, limit))).await;
    let lists: Option<Vec<List>> = lists.into_iter().collect();
    let mut lists = lists.ok_or(SearchError::Unavailable)?;
    lists.retain(|list| !list.kept.is_empty());
    Ok(lists)
}

/// The results that have what was asked for, as far as they are shown: of a word that nothing has, Pagefind finds what begins
/// with its first letters.
async fn meant(engine: &Engine, pagefind: &Pagefind, terms: &[String], options: &str, limit: usize) -> Option<List> {
    let matcher = Matcher::new(terms, &engine.rules);
    let answer = pagefind.search(&terms.join(" "), options).await?;
    let mut list = List { answer, kept: Vec::new(), looked: 0 };
    while list.looked < list.answer.count() && list.kept.len() < limit {
        if list.kept.is_empty() && list.looked >= IN_VAIN {
            break;
        }
        let some = list.answer.matches(list.looked, list.looked + LOOK);
        list.looked += some.len();
        let records = records(&some).await?;
        let both = some.into_iter().zip(records);
        list.kept.extend(both.filter(|(_, record)| record.words.split(' ').any(|word| matcher.is_hit(word))));
    }
    Some(list)
}

/// How many articles answer. Readings may have some in common.
fn total(lists: &[List]) -> usize {
    if let [list] = lists {
        return list.kept.len() + list.answer.count() - list.looked;
    }
    let mut ids = BTreeSet::new();
    for list in lists {
        let others = list.answer.matches(list.looked, list.answer.count());
        for one in list.kept.iter().map(|(one, _)| one).chain(&others) {
            ids.insert(one.id());
        }
    }
    ids.len()
}

/// The articles to be shown, in order.
fn merge(lists: &[List], sort: Sort, limit: usize) -> Vec<Article> {
    if let [list] = lists {
        return list.kept.iter().take(limit).filter_map(|(_, record)| read(record)).collect();
    }
    let mut known = BTreeSet::new();
    // The first of each are enough to find the first of all. Each reading has its own order.
    let mut all = Vec::new();
    for (one, record) in lists.iter().flat_map(|list| list.kept.iter().take(limit)) {
        let Some(article) = read(record).filter(|_| known.insert(one.id())) else { continue };
        let rank = match sort {
            Sort::Relevance => one.score(),
            Sort::Date => DateTime::parse(&article.date).map_or(0.0, |date| date.instant() as f64),
        };
        insert_before(&mut all, (rank, article), |(a, _), (b, _)| a > b);
    }
    all.into_iter().map(|(_, article)| article).take(limit).collect()
}

/// What a result shows; nothing of one that is not ours.
fn read(record: &Record) -> Option<Article> {
    let article: Article = serde_json::from_str(&record.shown).ok()?;
    (article.path.starts_with('/') && !article.path.starts_with("//")).then_some(article)
}

/// What Pagefind is told beside the terms.
#[derive(Serialize)]
struct Options<'a> {
    filters: Limits<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<Order>,
}

#[derive(Serialize)]
struct Limits<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<OneOf>,
}

#[derive(Serialize)]
struct OneOf {
    any: Vec<String>,
}

#[derive(Serialize)]
struct Order {
    date: &'static str,
}

fn options(question: &Question, today: Option<Day>) -> String {
    let filters = &question.filters;
    let section = (!filters.section.is_empty()).then_some([filters.section.as_str()]);
    let day = today.and_then(|today| days(filters.when, today)).map(|any| OneOf { any });
    let sort = (filters.sort == Sort::Date).then_some(Order { date: "desc" });
    serde_json::to_string(&Options { filters: Limits { section, day }, sort }).unwrap_or_default()
}
