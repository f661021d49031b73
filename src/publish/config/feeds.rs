//! `[feeds]` of `site.toml`: what the newsroom gives to feed readers.

use crate::publish::keys::{Keys, Spanned};
use crate::publish::nearest::nearest;
use crate::publish::reporter::Reporter;

/// What the feeds hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeedPolicy {
    /// How much of each article.
    pub content: FeedContent,
    /// The most articles of a feed.
    pub entries: usize,
}

/// How much of an article stands in a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedContent {
    /// Its lead sentence.
    Teaser,
    /// All of it.
    Full,
}

impl Default for FeedPolicy {
    /// Teasers: a feed is asked for many times a day by programs, and whole texts make it twenty times as long.
    fn default() -> Self {
        FeedPolicy { content: FeedContent::Teaser, entries: 30 }
    }
}

/// Programs read a feed to its end each time: more is what the sitemap is for.
const MOST_ENTRIES: u64 = 100;

const CONTENTS: [(&str, FeedContent); 2] = [("teaser", FeedContent::Teaser), ("full", FeedContent::Full)];

/// Reads the table.
pub fn read(keys: &mut Keys<'_>, reporter: &mut Reporter) -> FeedPolicy {
    let mut policy = FeedPolicy::default();
    let Some(mut table) = keys.table("feeds", reporter) else { return policy };
    if let Some(Spanned { value, span }) = table.text("content", reporter) {
        match CONTENTS.iter().find(|(name, _)| *name == value) {
            Some((_, content)) => policy.content = *content,
            None => {
                let help = match nearest(&value.to_lowercase(), CONTENTS.map(|(name, _)| name)) {
                    Some(name) => format!("did you mean `content = \"{name}\"`?"),
                    None => "write `content = \"teaser\"` or `content = \"full\"`".to_owned(),
                };
                reporter.at(span, format!("unknown content of feeds \"{value}\""), help);
            }
        }
    }
    if let Some(Spanned { value, span }) = table.whole("entries", reporter) {
        let near = value.clamp(1, MOST_ENTRIES);
        if near == value {
            policy.entries = usize::try_from(value).unwrap_or(policy.entries);
        } else {
            let message = format!("`entries` is not from 1 to {MOST_ENTRIES}: {value}");
            reporter.at(span, message, format!("write `entries = {near}`"));
        }
    }
    table.finish(reporter);
    policy
}
