//! The many ways in which the address of an article is written.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use crate::content::Lang;
use crate::route::{Address, Route};
use crate::site::newsroom::Listing;
use crate::site::pictures::percent_decoded;

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
        let own = canonical(&path, self.default).and_then(|path| self.paths.get(path.as_str()).copied());
        own.or_else(|| {
            self.old.get(&bare(&path)).or_else(|| self.old.get(&bare(path.strip_suffix("index.html")?))).copied()
        })
    }
}

/// The path of an article as the site spells it; none for what is no article's address. `path` is decoded and has neither
/// query nor fragment.
pub fn canonical(path: &str, default: Lang) -> Option<String> {
    let address = Address::parse(path, default)?;
    matches!(address.route, Route::Article(_)).then(|| address.path(default))
}

/// The path in an address: decoded, without origin, query and fragment. None where it is of another site.
pub fn path_of<'a>(address: &'a str, base_url: &str) -> Option<Cow<'a, str>> {
    let host = |url: &str| url.split_once("://").map(|(_, rest)| rest.len());
    let path = match (host(address), host(base_url)) {
        (Some(_), Some(length)) => {
            // A site that moved from http to https is the same site.
            let (scheme, rest) = address.split_once("://")?;
            let (found, path) = rest.split_at_checked(length)?;
            let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
            let is_whole = path.is_empty() || path.starts_with(['/', '?', '#']);
            (is_web && is_whole && base_url.ends_with(&found.to_ascii_lowercase())).then_some(path)?
        }
        _ => address,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = if path.is_empty() { "/" } else { path };
    path.starts_with('/').then(|| if path.contains('%') { percent_decoded(path).into() } else { path.into() })
}

/// A path as old addresses are compared.
fn bare(path: &str) -> String {
    percent_decoded(path).trim_end_matches('/').to_owned()
}
