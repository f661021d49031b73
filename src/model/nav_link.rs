//! Lines that lead on: to a neighbour, to a month of the archive.
//!
//! Their names and notes come ready to print, so that the client need not know how a month is called.

use serde::{Deserialize, Serialize};

use crate::values::SitePath;
use crate::values::json::{as_object, or_default};

/// A line that leads to a page of the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(rename = "Pointer"))]
pub struct NavLink {
    /// Where it leads: a path of the site.
    pub path: SitePath,
    /// Its words.
    pub name: String,
    /// What stands beside it: a date, a number of articles; often nothing.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "String::is_empty")]
    pub note: String,
}

as_object!(NavLink);

/// The ways to what is next in time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrevNext {
    /// To what came before.
    pub older: Option<NavLink>,
    /// To what came after.
    pub newer: Option<NavLink>,
}

/// Lines under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(rename = "Shelf"))]
pub struct LinkList {
    /// The heading, which leads to all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<NavLink>,
    /// The lines.
    pub pointers: Vec<NavLink>,
}

as_object!(LinkList);
