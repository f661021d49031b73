//! An article in the index.

use serde::{Deserialize, Serialize};

use crate::values::json::as_object;

/// What a result shows of an article: JSON, which travels with the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Article {
    /// Its path.
    pub path: String,
    /// The headline.
    pub title: String,
    /// The id of its section.
    pub section: String,
    /// When it was published: RFC 3339.
    pub date: String,
    /// The day, as people read it.
    pub day: String,
    /// The beginning in whole words.
    pub teaser: String,
    /// The path of its picture, in a size that suits a result.
    pub picture: String,
    /// The width of the picture in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The beginning of the text, for the passage with the first hit.
    pub text: String,
}

as_object!(Article);
