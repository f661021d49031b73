//! An article in a few words.

use crate::content::{Picture, Slug};
use crate::format::DateTime;

/// What a list shows of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The article's slug.
    pub slug: Slug,
    /// The id of its section.
    pub section: Slug,
    /// The headline.
    pub title: String,
    /// Its beginning in whole words.
    pub teaser: String,
    /// When it was published.
    pub date: DateTime,
    /// Views counted before the page was built.
    pub views: u64,
    /// The cover.
    pub picture: Picture,
}

/// An entry of "most read": no more than its headline and its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The article's slug.
    pub slug: Slug,
    /// The headline.
    pub title: String,
    /// Views counted before the page was built.
    pub views: u64,
}
