//! An article in a few words.

use serde::{Deserialize, Serialize};

use crate::model::{Picture, Views};
use crate::values::json::{as_object, is_zero, or_default};
use crate::values::{DateTime, Slug};

/// What a list shows of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Card {
    /// The article's slug.
    pub slug: Slug,
    /// The id of its section.
    pub section: Slug,
    /// The headline.
    pub title: String,
    /// The beginning in whole words.
    pub teaser: String,
    /// When it was published: RFC 3339 with the offset that was written.
    pub date: DateTime,
    /// Views counted before the page was built.
    pub views: u64,
    /// How many of them were counted by the shared counter; left out where there are none.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub shared: u64,
    /// The cover.
    pub picture: Picture,
}

as_object!(Card);

/// An entry of "most read": no more than its headline and its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Headline {
    /// The article's slug.
    pub slug: Slug,
    /// The headline.
    pub title: String,
    /// Views counted before the page was built.
    pub views: u64,
    /// How many of them were counted by the shared counter; left out where there are none.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub shared: u64,
}

as_object!(Headline);

impl Card {
    /// The article's views, as far as the build knew.
    pub fn views(&self) -> Views {
        Views::new(self.views, self.shared)
    }
}

impl Headline {
    /// The article's views, as far as the build knew.
    pub fn views(&self) -> Views {
        Views::new(self.views, self.shared)
    }
}
