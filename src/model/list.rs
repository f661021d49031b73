//! Pages that list articles.

use serde::{Deserialize, Serialize};

use crate::model::{Card, Headline, Section, Tag, Time};
use crate::routes::{PageNumber, Route};
use crate::values::json::{Invalid, as_object, from_object};

/// The front page or an older one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Front {
    /// The story that the paper opens with: only on the first page.
    pub lead: Option<Card>,
    /// The newest articles.
    pub cards: Vec<Card>,
    /// What others read: only on the first page.
    pub most_read: Vec<Headline>,
    /// Where this page stands among the front pages.
    pub pager: Pager,
}

as_object!(Front);

/// A page of articles that have something in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct List {
    /// What they have in common.
    pub of: ListOf,
    /// How many there are on all pages of the list.
    pub total: u32,
    /// The articles of this page, newest first.
    pub cards: Vec<Card>,
    /// Where this page stands in the list.
    pub pager: Pager,
}

as_object!(List);

/// What the articles of a list have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub enum ListOf {
    /// Their section.
    Section(Section),
    /// A tag.
    Tag(Tag),
    /// The time in which they were published.
    Time(Box<Time>),
}

impl ListOf {
    /// Its name for readers.
    pub fn name(&self) -> &str {
        match self {
            ListOf::Section(section) => &section.name,
            ListOf::Tag(tag) => &tag.name,
            ListOf::Time(time) => &time.name,
        }
    }

    /// Where a page of the list stands.
    pub fn route(&self, number: PageNumber) -> Route {
        match self {
            ListOf::Section(section) => Route::Section(section.id.clone(), number),
            ListOf::Tag(tag) => Route::Tag(tag.slug.clone(), number),
            ListOf::Time(time) => Route::Archive(time.period, number),
        }
    }
}

/// The place of a page in a list of pages, counted from one: never after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Numbers")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Pager {
    /// This page.
    pub number: PageNumber,
    /// The last page.
    pub last: PageNumber,
}

/// A pager as it is read, before it is known to be one.
#[derive(Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
struct Numbers {
    /// This page.
    number: PageNumber,
    /// The last page.
    last: PageNumber,
}

from_object!(Numbers);

impl TryFrom<Numbers> for Pager {
    type Error = Invalid;

    fn try_from(Numbers { number, last }: Numbers) -> Result<Pager, Invalid> {
        if number > last {
            return Err(Invalid { what: "a page of the list", value: number.get().to_string() });
        }
        Ok(Pager { number, last })
    }
}
