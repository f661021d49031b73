//! The kinds of pages by the style sheets that stand within them: what the first paint of each needs, and no more.

use crate::model::Content;

/// A kind of page. Each has a sheet in `style/`, which imports what such a page is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StyleKind {
    /// An article of paragraphs, headings, lists, quotes and pictures.
    Article,
    /// An article with any of what [`REPORT_PARTS`] names.
    Report,
    /// Cards or links.
    List,
    /// A page that says one thing, or whose contents the client draws.
    Plain,
}

/// What few articles have in their text, by how it begins there: definitions, tables, code, notes. Texts are sanitised, so
/// these letters are nothing else.
const REPORT_PARTS: [&str; 6] = ["<dl", "<table", "<code", "<pre", "<sub>", "<sup"];

impl StyleKind {
    /// All kinds.
    pub const ALL: [StyleKind; 4] = [StyleKind::Article, StyleKind::Report, StyleKind::List, StyleKind::Plain];

    /// The kind of a page.
    pub fn of(content: &Content) -> StyleKind {
        match content {
            Content::Article(article) if REPORT_PARTS.iter().any(|part| article.body.as_str().contains(part)) => {
                StyleKind::Report
            }
            Content::Article(_) => StyleKind::Article,
            Content::Front(_) | Content::List(_) | Content::Popular(_) => StyleKind::List,
            Content::Search | Content::Saved | Content::NotFound => StyleKind::Plain,
        }
    }

    /// The file of its sheet in the client's folder.
    pub fn file(self) -> &'static str {
        match self {
            StyleKind::Article => "style-article.css",
            StyleKind::Report => "style-report.css",
            StyleKind::List => "style-list.css",
            StyleKind::Plain => "style-plain.css",
        }
    }
}
