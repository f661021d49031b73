//! An article of another system, whichever it is.

use crate::values::{DateTime, Lang};

/// An article as a reader of an export yields it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedArticle {
    /// What the source calls it; unique in the source, and the same in its next export.
    pub id: String,
    /// The headline, as plain text.
    pub title: String,
    /// The text; may be empty where only heads are read.
    pub body: Body,
    /// Its language, where the source says it.
    pub lang: Option<Lang>,
    /// What it has in common with its translations.
    pub translation: Option<String>,
    /// Its name in the old address.
    pub slug: Option<String>,
    /// When it was or will be published.
    pub date: Option<DateTime>,
    /// When it was last changed.
    pub updated: Option<DateTime>,
    /// The lead sentence, as plain text.
    pub summary: Option<String>,
    /// Names for the byline.
    pub authors: Vec<String>,
    /// The organisation in the byline.
    pub organisation: Option<String>,
    /// Its categories by name, the most important first.
    pub categories: Vec<String>,
    /// Its tags by name.
    pub tags: Vec<String>,
    /// The picture at its head.
    pub cover: Option<ImportedPicture>,
    /// Views that the old site counted.
    pub views: u64,
    /// Whether it stays on top.
    pub pinned: bool,
    /// Whether it is not published.
    pub draft: bool,
    /// Old addresses: URLs, or paths with or without a query. The first is the one that relative links are read by, where there
    /// is no `source_path`.
    pub addresses: Vec<String>,
    /// The path of its file in a folder of texts, from a slash on. Links may name it, but no reader knows it.
    pub source_path: Option<String>,
    /// What the reader could not carry, for the report.
    pub notes: Vec<String>,
}

/// A text, and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// HTML.
    Html(String),
    /// Markdown, perhaps with tags of Liquid or shortcodes of Hugo.
    Markdown(String),
}

impl Default for Body {
    fn default() -> Self {
        Body::Html(String::new())
    }
}

/// A picture by its old address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedPicture {
    /// The old address, or the path of the file.
    pub src: String,
    /// What it shows.
    pub alt: Option<String>,
    /// The line under it.
    pub caption: Option<String>,
    /// Whose it is.
    pub credit: Option<String>,
}
