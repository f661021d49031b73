//! A picture, and the names of its files.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::model::PlaceholderColor;
use crate::values::SitePath;
use crate::values::json::{as_object, or_default};

/// The width of the smaller JPEG, which stands in lists, in pixels: there if the picture has this width at all.
pub const SMALL_JPEG: u32 = 640;

/// How many widths a picture has at most.
const WIDTHS: usize = 16;

/// A picture with the size that its box is reserved by.
///
/// A picture that the build has worked on has several files, named after its `src`: `/media/a.0123456789.jpg` goes with
/// `/media/a.0123456789-640.webp`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Picture {
    /// Its path on the site: a JPEG of the largest width, or a drawing.
    pub src: SitePath,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it shows, for those who do not see it. Empty where it says nothing that the headline does not.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "String::is_empty")]
    pub alt: String,
    /// The widths in pixels that there is a WebP of, ascending, at most 16: `/media/a-640.webp` goes with
    /// `/media/a.jpg`. A drawing has none: it is sharp in any size.
    #[serde(default, deserialize_with = "ascending", skip_serializing_if = "Vec::is_empty")]
    pub widths: Vec<u32>,
    /// The colour of its place until it comes: three hexadecimal digits, as in CSS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(rename = "tone")]
    pub placeholder_color: Option<PlaceholderColor>,
}

as_object!(Picture);

/// Reads widths in pixels.
fn ascending<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    let widths: Vec<u32> = or_default(deserializer)?;
    if widths.len() > WIDTHS || !widths.is_sorted_by(|narrow, wide| narrow < wide) {
        return Err(D::Error::custom("the widths of a picture ascend, and are at most 16"));
    }
    Ok(widths)
}

impl Picture {
    /// A picture of one file, that says nothing.
    pub fn new(src: SitePath, width: u32, height: u32) -> Picture {
        Picture { src, width, height, alt: String::new(), widths: Vec::new(), placeholder_color: None }
    }

    /// The path of another file of the same picture: `end` takes the place of the ending.
    pub fn file(&self, end: &str) -> String {
        let stem = self.src.rsplit_once('.').map_or(&*self.src, |(stem, _)| stem);
        [stem, end].concat()
    }

    /// All WebP files up to a width, as `srcset` wants them.
    pub fn srcset(&self, widest: u32) -> String {
        let mut set = String::new();
        for width in self.widths.iter().filter(|width| **width <= widest) {
            let width = width.to_string();
            let comma = if set.is_empty() { "" } else { ", " };
            for part in [comma, &self.file("-"), &width, ".webp ", &width, "w"] {
                set.push_str(part);
            }
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_the_largest() {
        let picture = Picture {
            src: SitePath::new("/media/a.b.0123456789.jpg").expect("a path"),
            width: 1000,
            height: 500,
            alt: String::new(),
            widths: vec![320, 480, 1000],
            placeholder_color: PlaceholderColor::new("26a"),
        };
        assert_eq!(picture.srcset(480), "/media/a.b.0123456789-320.webp 320w, /media/a.b.0123456789-480.webp 480w");
        assert_eq!(picture.srcset(2000).matches(".webp ").count(), 3);
        assert_eq!(picture.file("-share.jpg"), "/media/a.b.0123456789-share.jpg");
    }
}
