//! An article in a few words.

use crate::content::{Picture, Slug, Views};
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
    /// Its views, as far as the build knew.
    pub views: Views,
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
    /// Its views, as far as the build knew.
    pub views: Views,
}
