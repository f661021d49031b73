//! `[share]` of `site.toml`: what messengers show of an article.

use crate::publish::finding::Findings;
use crate::publish::keys::{Keys, Spanned};

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
pub fn read(keys: &mut Keys<'_>, findings: &mut Findings) -> SharePolicy {
    let mut policy = SharePolicy::default();
    let Some(mut table) = keys.table("share", findings) else { return policy };
    if let Some(Spanned { value, span }) = table.whole("headlines", findings) {
        match usize::try_from(value).ok().filter(|_| value <= MOST) {
            Some(headlines) => policy.headlines = headlines,
            None => findings.at(
                span,
                format!("`headlines` is too many: {value}"),
                format!("write a number from 0 to {MOST}: that many is all of them"),
            ),
        }
    }
    table.finish(findings);
    policy
}
