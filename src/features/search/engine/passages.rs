//! Passages of texts, for results whose headline and teaser do not say why they were found: cut from the articles' own JSON
//! when the results come into view.

use crate::model::Content;
use crate::navigation::page_loader::fetch_any_build;
use crate::platform::parsed_document::ParsedDocument;
use crate::search::{FoundArticle, Matcher, passage};

/// The article with the passage that has the first hit; none where its text cannot be had, or has none.
pub async fn with_passage(article: &FoundArticle, path: &str, matcher: &Matcher) -> Option<FoundArticle> {
    let (page, _) = fetch_any_build(path).await?;
    let Content::Article(full) = page.content else { return None };
    let text = ParsedDocument::parse(full.body.as_str())?.text("body")?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut card = article.card.clone();
    card.teaser = passage(&card.teaser, &text, &|text| matcher.hits(text).next());
    Some(FoundArticle::new(card, matcher)).filter(FoundArticle::has_hits)
}
