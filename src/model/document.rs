//! The JSON of a page: what is written beside every page and fetched by the client.
//!
//! It is the serde form of the types of [`content`](crate::model) in an envelope. A slug becomes a slug and a date a date
//! while it is read: nothing checks again later. Any program may write the same JSON.
//!
//! A member may be added without a new [`FORMAT`]; one that changes or goes needs it.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::model::{Content, Edition, Page, SafeHtml};
use crate::values::Lang;
use crate::values::json::{as_object, from_object};

/// The version of the format.
pub const FORMAT: u32 = 1;

/// The identity of a document: what the client looks at before anything else. What another build wrote may have any shape
/// beyond it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(remote = "Self")]
pub struct Stamp {
    /// [`FORMAT`] of the writer.
    pub format: u32,
    /// The build that the document belongs to: the client's files and the frame of the site, not the articles.
    pub build: String,
}

from_object!(Stamp);

/// A page's JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(rename = "Page"))]
pub struct Document {
    /// The version of the format.
    #[serde(deserialize_with = "this_format")]
    format: u32,
    /// The build that the document belongs to. A client of another build loads the page anew instead of showing it.
    pub build: String,
    /// The language of the page, a code of `site.toml`.
    pub lang: Lang,
    /// Other languages that the same page exists in.
    pub translations: Vec<Lang>,
    /// What stands on it.
    pub content: Content,
}

as_object!(Document);

/// The JSON that stands in a page's HTML: the page, and the frame that all pages of its language share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Embedded {
    /// The frame.
    pub edition: Edition,
    /// The page, without the text of an article.
    pub page: Document,
}

as_object!(Embedded);

impl Document {
    /// The document of a page.
    pub fn new(page: Page, build: &str) -> Document {
        let Page { lang, translations, content } = page;
        Document { format: FORMAT, build: build.to_owned(), lang, translations, content }
    }

    /// The page of the document.
    pub fn into_page(self) -> Page {
        let Document { lang, translations, content, .. } = self;
        Page { lang, translations, content }
    }
}

impl Embedded {
    /// The JSON of a page as it stands in the page's HTML: its text is not repeated.
    pub fn new(mut page: Document, edition: Edition) -> Embedded {
        if let Content::Article(article) = &mut page.content {
            article.body = SafeHtml::default();
        }
        Embedded { edition, page }
    }
}

fn this_format<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        FORMAT => Ok(FORMAT),
        other => Err(D::Error::custom(format_args!("the format {other} is not {FORMAT}"))),
    }
}

#[cfg(test)]
mod tests;
