//! `[share]` of `site.toml`: what messengers show of an article.

use crate::publish::keys::{Keys, Spanned};
use crate::publish::reporter::Reporter;

/// Which articles get a share picture of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharePolicy {
    /// So many of the newest articles of each language, as far as they have no photograph, get one with their headline.
    pub headlines: usize,
}

impl Default for SharePolicy {
    /// What is passed on in messengers is mostly fresh, and a picture weighs as much as the page itself.
    fn default() -> Self {
        SharePolicy { headlines: 1_000 }
    }
}

/// A paper has no more articles than this.
const MOST: u64 = 10_000_000;

/// Reads the table.
pub fn read(keys: &mut Keys<'_>, reporter: &mut Reporter) -> SharePolicy {
    let mut policy = SharePolicy::default();
    let Some(mut table) = keys.table("share", reporter) else { return policy };
    if let Some(Spanned { value, span }) = table.whole("headlines", reporter) {
        match usize::try_from(value).ok().filter(|_| value <= MOST) {
            Some(headlines) => policy.headlines = headlines,
            None => reporter.at(
                span,
                format!("`headlines` is too many: {value}"),
                format!("write a number from 0 to {MOST}: that many is all of them"),
            ),
        }
    }
    table.finish(reporter);
    policy
}
