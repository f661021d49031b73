//! The articles of a paper by the many ways in which their addresses are written.

use std::collections::{BTreeSet, HashMap};

use super::address::{canonical, path_of, within};
use crate::publish::source::Listing;
use crate::values::{Lang, percent_decode};

/// The articles of a paper by all their addresses.
#[derive(Debug)]
pub struct Directory<'a> {
    default: Lang,
    base_url: &'a str,
    paths: BTreeSet<&'a str>,
    /// The paths of articles by their old addresses, decoded and without a slash at the end.
    old: HashMap<String, &'a str>,
}

impl<'a> Directory<'a> {
    /// The directory of what is published.
    pub fn new(listing: &'a Listing) -> Directory<'a> {
        let mut old = HashMap::new();
        for article in &listing.articles {
            for alias in &article.aliases {
                // Two articles with one alias are a fault of the newsroom; until it is mended the first has it.
                old.entry(bare(alias)).or_insert(article.path.as_str());
            }
        }
        Directory {
            default: listing.config.default_language,
            base_url: &listing.config.base_url,
            paths: listing.articles.iter().map(|article| article.path.as_str()).collect(),
            old,
        }
    }

    /// The path of the article that an address means; none where it is no article of the paper.
    pub fn find(&self, address: &str) -> Option<&'a str> {
        let path = path_of(address, self.base_url)?;
        let query = address.split_once('?').and_then(|(_, query)| query.split('#').next());
        let old = query.and_then(|query| self.old.get(&bare(&format!("{path}?{query}"))).copied());
        // A folder may be called as what begins an address within the site.
        old.or_else(|| self.find_path(&path)).or_else(|| self.find_path(within(&path, self.base_url)?))
    }

    fn find_path(&self, path: &str) -> Option<&'a str> {
        let own = canonical(path, self.default).and_then(|path| self.paths.get(path.as_str()).copied());
        own.or_else(|| {
            self.old.get(&bare(path)).or_else(|| self.old.get(&bare(path.strip_suffix("index.html")?))).copied()
        })
    }
}

/// A path as old addresses are compared.
fn bare(path: &str) -> String {
    percent_decode(path).trim_end_matches('/').to_owned()
}
