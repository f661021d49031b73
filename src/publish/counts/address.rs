//! Addresses of articles, as others have written them.

use std::borrow::Cow;

use crate::routes::{Address, Route};
use crate::values::{Lang, origin_and_folder, percent_decode};

/// The path of an article as the site spells it; none for what is no article's address. `path` is decoded and has neither
/// query nor fragment.
pub fn canonical(path: &str, default: Lang) -> Option<String> {
    let address = Address::parse(path, default)?;
    matches!(address.route, Route::Article(_)).then(|| address.path(default))
}

/// A path within the site, as it is reported by browsers: with the folder of the site before it. None where it lacks that.
pub fn within<'a>(path: &'a str, base_url: &str) -> Option<&'a str> {
    let (_, folder) = origin_and_folder(base_url);
    path.strip_prefix(folder).filter(|rest| !folder.is_empty() && rest.starts_with('/'))
}

/// The path within the site in an address: decoded, without origin, query and fragment. None where it is of another site.
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
    path.starts_with('/').then(|| if path.contains('%') { percent_decode(path).into() } else { path.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_within_the_site() {
        for (address, path) in [
            ("https://e.org/paper/news/a/?x#y", Some("/news/a/")),
            ("http://E.org/paper", Some("/")),
            ("https://e.org/news/a/", None),
            ("https://e.org/papers/", None),
            ("/news/a/", Some("/news/a/")),
            ("news/a/", None),
        ] {
            assert_eq!(path_of(address, "https://e.org/paper").as_deref(), path, "{address}");
        }
    }

    #[test]
    fn a_path_of_a_browser_has_the_folder() {
        assert_eq!(within("/paper/news/a/", "https://e.org/paper"), Some("/news/a/"));
        for path in ["/news/a/", "/papers/a/"] {
            assert_eq!(within(path, "https://e.org/paper"), None, "{path}");
        }
        assert_eq!(within("/news/a/", "https://e.org"), None);
    }
}
