//! An article, as its page shows it.

use crate::content::{Card, Near, Picture, Shelf, Slug, Views};
use crate::format::DateTime;

/// An article.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its name in addresses; translations share it.
    pub slug: Slug,
    /// The headline.
    pub title: String,
    /// When it was published: the wall time that was written.
    pub date: DateTime,
    /// When it was last corrected.
    pub updated: Option<DateTime>,
    /// The id of its section.
    pub section: Slug,
    /// What it is about.
    pub tags: Vec<Tag>,
    /// The lead sentence under the headline: only where an editor wrote one.
    pub standfirst: Option<String>,
    /// The sentence for search engines and messengers: the standfirst, or the beginning of the text.
    pub description: String,
    /// Who answers for it.
    pub byline: Byline,
    /// The picture at its head.
    pub cover: Cover,
    /// Its views, as far as the build knew.
    pub views: Views,
    /// Minutes that reading takes, at least one.
    pub read_minutes: u32,
    /// The text: HTML that has passed the allow-list.
    pub body: String,
}

/// People and organisation behind an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The authors by name.
    pub authors: Vec<String>,
    /// The organisation.
    pub source: Option<String>,
}

/// A word that groups articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name in addresses.
    pub slug: Slug,
    /// As an editor wrote it.
    pub name: String,
}

/// The picture at the head of an article: an editor's, or one drawn by the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// The picture.
    pub picture: Picture,
    /// Whose it is.
    pub credit: Option<String>,
    /// Drawn by the build, because the article has none.
    pub drawn: bool,
}

/// The page of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticlePage {
    /// The article.
    pub article: Article,
    /// Other articles that its readers may want, best first; never itself.
    pub related: Vec<Card>,
    /// The articles before and after it in its section, by date.
    pub near: Near,
    /// More of its section, near to it in time: none of those above.
    pub more: Option<Shelf>,
}
