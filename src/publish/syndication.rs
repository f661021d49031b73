//! The files that programs read: feeds, sitemaps, `robots.txt` and web manifests.
//!
//! Each is a pure function from the paper to a text. None but the sitemaps lists all articles. What is not published at the
//! moment of the build is in none of them, even where a preview shows it.

pub mod feed;
pub mod manifest;
pub mod news;
pub mod robots;
pub mod sitemap;
mod xml;

use crate::publish::source::Source;

/// A path of the site, and what lies there.
pub type File = (String, Vec<u8>);

/// Whether an article is published at a moment: a preview takes others too.
pub fn is_out(source: &Source, now: i64) -> bool {
    !source.draft && source.date.instant() <= now
}
