//! The archive: all that was published, by year and month.

use serde::{Deserialize, Serialize};

use crate::model::{LinkList, NavLink, PrevNext};
use crate::values::ArchivePeriod;
use crate::values::json::as_object;

/// A time of the archive, between what is above and beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Time {
    /// The time as it stands in addresses: nothing for all of it, `2026` or `2026/11`.
    #[serde(rename = "id")]
    pub period: ArchivePeriod,
    /// Its name for readers: «Архив», «Архив 2026», «Ноябрь 2026».
    pub name: String,
    /// From a year to the archive, from a month to its year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(rename = "above")]
    pub parent: Option<NavLink>,
    /// To the last month before a month that has articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<NavLink>,
    /// To the next month that has articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<NavLink>,
    /// The months that have articles, by years, newest first. A month has none: its articles are cards.
    pub years: Vec<LinkList>,
}

as_object!(Time);

impl Time {
    /// The months beside a month that have articles.
    pub fn prev_next(&self) -> PrevNext {
        PrevNext { older: self.older.clone(), newer: self.newer.clone() }
    }
}
