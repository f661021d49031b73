//! An article, as its page shows it.

use serde::{Deserialize, Serialize};

use crate::model::{Card, LinkList, NavLink, Picture, PrevNext, SafeHtml, Views};
use crate::values::json::{as_object, is_zero, or_default};
use crate::values::{DateTime, Slug};

/// An article with all that its page needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Article {
    /// Its name in addresses; translations share it.
    pub slug: Slug,
    /// The headline.
    pub title: String,
    /// When it was published: RFC 3339 with the offset that was written.
    pub date: DateTime,
    /// When it was last corrected: RFC 3339.
    pub updated: Option<DateTime>,
    /// The id of its section.
    pub section: Slug,
    /// What it is about.
    pub tags: Vec<Tag>,
    /// The lead sentence under the headline: only where an editor wrote one.
    pub standfirst: Option<String>,
    /// The sentence for search engines and messengers: the standfirst, or the beginning of the text.
    pub description: String,
    /// The authors by name.
    pub authors: Vec<String>,
    /// The organisation in the byline.
    pub source: Option<String>,
    /// The picture at its head.
    pub cover: Picture,
    /// Whose the picture is.
    pub cover_credit: Option<String>,
    /// Whether the build drew the picture, because the article has none.
    pub cover_drawn: bool,
    /// Views counted before the page was built.
    pub views: u64,
    /// How many of them were counted by the shared counter; left out where there are none.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub shared: u64,
    /// Minutes that reading takes, at least one.
    pub read_minutes: u32,
    /// The text as HTML. Left out of the document that is embedded in the page itself, where it stands already.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "SafeHtml::is_empty")]
    pub body: SafeHtml,
    /// Other articles that its readers may want, best first; never itself.
    pub related: Vec<Card>,
    /// The article before this one in its section, by date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<NavLink>,
    /// The article after this one in its section, by date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<NavLink>,
    /// More of its section, near to it in time: none of those above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<LinkList>,
}

as_object!(Article);

impl Article {
    /// Its views, as far as the build knew.
    pub fn views(&self) -> Views {
        Views::new(self.views, self.shared)
    }

    /// The articles before and after it in its section.
    pub fn near(&self) -> PrevNext {
        PrevNext { older: self.older.clone(), newer: self.newer.clone() }
    }
}

/// A word that groups articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Tag {
    /// Its name in addresses.
    #[serde(rename = "id")]
    pub slug: Slug,
    /// As an editor wrote it.
    pub name: String,
}

as_object!(Tag);
