//! Headings: their level on the page and the form of their ids.

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::Piece;
use crate::publish::translit::slugify;

/// What the ids of headings begin with, so that none is taken for another part of the page.
pub const PREFIX: &str = "s-";

/// The longest id without its prefix and number.
const LONGEST: usize = 60;

/// The headings of an article.
#[derive(Debug)]
pub struct Headings {
    /// The levels that the article uses, highest first: the first of them becomes h2, whichever it is, and none is
    /// skipped. The page has its h1 already.
    used: Vec<HeadingLevel>,
}

impl Headings {
    /// Learns the levels of a text.
    pub fn of(pieces: &[Piece<'_>]) -> Headings {
        let mut used = Vec::new();
        for (event, _) in pieces {
            if let Event::Start(Tag::Heading { level, .. }) = event
                && !used.contains(level)
            {
                used.push(*level);
            }
        }
        used.sort();
        Headings { used }
    }

    /// The level on the page, from 2 to 6.
    pub fn level(&self, level: HeadingLevel) -> usize {
        (self.used.iter().position(|used| *used == level).unwrap_or(0) + 2).min(6)
    }
}

/// The id that a heading of these words gets if it is the first of them.
pub fn id_of(words: &str) -> String {
    let words = words.strip_prefix(PREFIX).unwrap_or(words);
    let slug = slugify(words);
    let name = slug.as_ref().map_or("part", |slug| slug.as_str());
    // A slug is ASCII.
    let name = name.get(..LONGEST).unwrap_or(name).trim_end_matches('-');
    format!("{PREFIX}{name}")
}
