//! What a search showed last, as the version before wrote it: a tab lives longer than a version.

use serde::Deserialize;

use super::Memory;
use crate::model::{Card, Picture};
use crate::search::analysis::{fold, tokens};
use crate::search::{Found, FoundArticle};
use crate::values::json::from_object;
use crate::values::{DateTime, SitePath, Slug};

#[derive(Deserialize)]
#[serde(remote = "Self")]
struct MemoryBefore {
    version: u32,
    entry: Option<u64>,
    address: String,
    y: f64,
    found: FoundBefore,
}

from_object!(MemoryBefore);

#[derive(Deserialize)]
#[serde(remote = "Self")]
struct FoundBefore {
    total: usize,
    articles: Vec<ArticleBefore>,
}

from_object!(FoundBefore);

#[derive(Deserialize)]
#[serde(remote = "Self")]
struct ArticleBefore {
    path: String,
    title: String,
    section: Slug,
    date: DateTime,
    picture: SitePath,
    width: u32,
    height: u32,
    passage: String,
    hits: Vec<String>,
}

from_object!(ArticleBefore);

/// Reads a record of the version before.
pub fn parse(text: &str) -> Option<Memory> {
    let MemoryBefore { version, entry, address, y, found } = serde_json::from_str(text).ok()?;
    let articles = found.articles.into_iter().map(article).collect::<Option<_>>()?;
    let found = Found { total: found.total, articles, instead: None };
    (version == 1).then(|| Memory::new(entry, address, y, found))
}

fn article(before: ArticleBefore) -> Option<FoundArticle> {
    let slug = Slug::try_from(before.path.trim_end_matches('/').rsplit('/').next()?.to_owned()).ok()?;
    let hits: Vec<String> = before.hits.iter().flat_map(|hit| tokens(hit)).map(|token| fold(&token.text)).collect();
    let places = |text: &str| {
        let found = tokens(text).filter(|token| hits.contains(&fold(&token.text)));
        found.map(|token| (token.start, token.end)).collect()
    };
    let (in_title, in_teaser) = (places(&before.title), places(&before.passage));
    let card = Card {
        slug,
        section: before.section,
        title: before.title,
        teaser: before.passage,
        date: before.date,
        // The version before did not know them.
        views: 0,
        shared: 0,
        picture: Picture::new(before.picture, before.width, before.height),
    };
    Some(FoundArticle { card, in_title, in_teaser })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_of_before_is_read() {
        let text = r#"{"version":1,"entry":7,"address":"?q=a","y":300.25,"found":{"total":10,"articles":[{
            "path":"/news/a/","title":"Снег","section":"b","date":"2026-10-28T08:20:00+05:00","day":"28.10.2026","teaser":"T",
            "picture":"/a.webp","width":1600,"height":1067,"passage":"Первый снег","hits":["Снег"]}],
            "sections":[{"id":"b","name":"B","path":"/section/b/"}]}}"#;
        let memory = Memory::parse(text, Some(7), "?q=a").expect("a record");
        let article = &memory.found.articles[0];
        assert_eq!((memory.y, memory.found.total, article.card.slug.as_str()), (300.25, 10, "a"));
        assert_eq!((&article.in_title[..], &article.in_teaser[..]), (&[(0, 8)][..], &[(13, 21)][..]));
        assert!(parse("{}").is_none() && parse(&text.replace("/news/a/", "//")).is_none());
    }
}
