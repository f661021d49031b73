//! Addresses of the old site, and where their articles are now.

use std::collections::HashMap;

use ammonia::Url;

use crate::publish::links::alias_error;
use crate::values::percent_decode;

/// Stands for the host of a site whose address nobody knows.
const NOWHERE: &str = "http://import.invalid/";

/// The schemes that links may have besides those of pages.
const SCHEMES: [&str; 2] = ["mailto", "tel"];

/// What an address in a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// One of another site, or a way to write or call.
    Outside(String),
    /// One of the old site.
    Site {
        /// The path with its query, as it was written.
        path: String,
        /// The place in the page.
        fragment: Option<String>,
        /// The whole address, where the site is known.
        url: Option<String>,
    },
    /// A place in the same page.
    Place(String),
    /// One that no text may have.
    Refused,
}

/// The old site.
#[derive(Clone, Debug, Default)]
pub struct OldSite {
    root: Option<Url>,
}

impl OldSite {
    /// A site by its address; one that is none counts as unknown.
    pub fn new(address: Option<&str>) -> OldSite {
        let root = address.and_then(|address| Url::parse(address.trim()).ok()).filter(|url| url.host_str().is_some());
        OldSite { root }
    }

    /// Reads an address that stands in the page at `page`.
    pub fn read(&self, address: &str, page: Option<&str>) -> Address {
        let address: String = address.trim().chars().filter(|letter| !letter.is_control()).collect();
        if let Some(place) = address.strip_prefix('#') {
            return Address::Place(percent_decode(place));
        }
        let address = match address.as_str() {
            address if address.starts_with("//") => format!("https:{address}"),
            address if address.starts_with("www.") => format!("https://{address}"),
            // Zola writes so where its folder of texts begins.
            address if address.starts_with("@/") => address.trim_start_matches('@').to_owned(),
            address => address.to_owned(),
        };
        if let Some((scheme, _)) = address.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '?', '#'])) {
            let scheme = scheme.to_ascii_lowercase();
            return match scheme.as_str() {
                "http" | "https" => self.of_url(address),
                scheme if SCHEMES.contains(&scheme) => Address::Outside(address),
                _ => Address::Refused,
            };
        }
        if address.is_empty() {
            return Address::Refused;
        }
        let path = if address.starts_with('/') { Some(address) } else { self.joined(&address, page) };
        path.map_or(Address::Refused, |path| self.of_path(&path))
    }

    fn of_url(&self, address: String) -> Address {
        let Ok(url) = Url::parse(&address) else { return Address::Refused };
        if !self.is_own(&url) {
            return Address::Outside(address);
        }
        // Not the parsed form, which is encoded: aliases are compared and shown as people write them.
        let path =
            address.split_once("://").and_then(|(_, rest)| rest.find(['/', '?', '#']).and_then(|at| rest.get(at..)));
        self.of_path(&match path.unwrap_or("/") {
            path if path.starts_with('/') => path.to_owned(),
            path => format!("/{path}"),
        })
    }

    fn of_path(&self, path: &str) -> Address {
        let (path, fragment) = path.split_once('#').map_or((path, None), |(path, rest)| (path, Some(rest)));
        let url = self.root.as_ref().and_then(|root| root.join(path).ok()).map(String::from);
        Address::Site { path: path.to_owned(), fragment: fragment.map(percent_decode), url }
    }

    /// A relative address as a path of the site.
    fn joined(&self, address: &str, page: Option<&str>) -> Option<String> {
        let nowhere = Url::parse(NOWHERE).ok()?;
        let root = self.root.clone().unwrap_or(nowhere);
        let page = page.and_then(|page| root.join(page).ok()).unwrap_or(root);
        let joined = page.join(address).ok()?;
        let path = percent_decode(joined.path());
        let query = joined.query().map(|query| format!("?{query}")).unwrap_or_default();
        let fragment = joined.fragment().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        Some(format!("{path}{query}{fragment}"))
    }

    /// Whether a URL is the site's: with or without `www.`, over HTTP or HTTPS.
    pub fn is_own(&self, url: &Url) -> bool {
        fn bare(host: &str) -> &str {
            host.strip_prefix("www.").unwrap_or(host)
        }
        let root = self.root.as_ref().and_then(Url::host_str);
        let port = |url: &Url| url.port();
        root.zip(url.host_str()).is_some_and(|(root, host)| bare(root) == bare(host))
            && self.root.as_ref().map(port) == Some(port(url))
    }
}

/// Two spellings of an address that a server answers with the same page give the same key.
pub fn key(path: &str) -> String {
    let path = path.split('#').next().unwrap_or_default();
    let (path, query) = path.split_once('?').map_or((path, ""), |(path, query)| (path, query));
    let path = percent_decode(path);
    let path =
        ["/index.php", "/index.html", "/index.htm"].iter().find_map(|end| path.strip_suffix(end)).unwrap_or(&path);
    let path = path.trim_end_matches('/');
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Where an article is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its path on the site.
    pub path: String,
    /// Whether readers find it there.
    pub is_published: bool,
}

/// The articles by their old addresses.
#[derive(Clone, Debug, Default)]
pub struct Links {
    by_key: HashMap<String, usize>,
    places: Vec<Place>,
}

impl Links {
    /// Adds an article with its old paths.
    pub fn add(&mut self, place: Place, paths: &[String]) {
        let number = self.places.len();
        self.places.push(place);
        for path in paths {
            let key = key(path);
            // The front page is no article's.
            if !key.is_empty() {
                self.by_key.entry(key).or_insert(number);
            }
        }
    }

    /// The article at an old path. What a query adds to an address that is known without it does not matter.
    pub fn find(&self, path: &str) -> Option<&Place> {
        let whole = key(path);
        let bare = || key(path.split('?').next().unwrap_or_default());
        let number = self.by_key.get(&whole).or_else(|| self.by_key.get(&bare()))?;
        self.places.get(*number)
    }
}

/// The alias for an old path, or why there is none.
pub fn alias(path: &str) -> Result<String, String> {
    let (plain, query) = path.split_once('?').map_or((path, None), |(plain, query)| (plain, Some(query)));
    let decoded = percent_decode(plain);
    let readable = if alias_error(&decoded).is_none() { decoded } else { plain.to_owned() };
    if readable.trim_matches('/').is_empty() && query.is_none() {
        return Err("the front page".to_owned());
    }
    match alias_error(&readable).filter(|_| !readable.trim_matches('/').is_empty()) {
        Some((error, _)) => Err(error),
        None => Ok(query.map_or(readable.clone(), |query| format!("{readable}?{query}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_old_site_are_known() {
        let site = OldSite::new(Some("https://www.old.example/"));
        let path = |address: &str| match site.read(address, Some("https://old.example/2024/04/a/")) {
            Address::Site { path, .. } => path,
            other => format!("{other:?}"),
        };
        for (address, expected) in [
            ("http://old.example/x?y=1#z", "/x?y=1"),
            ("//www.old.example/x", "/x"),
            ("https://old.example", "/"),
            ("/x/", "/x/"),
            ("../b/", "/2024/04/b/"),
            ("?p=7", "/2024/04/a/?p=7"),
            ("@/b.md", "/b.md"),
            ("https://old.example/новость/", "/новость/"),
        ] {
            assert_eq!(path(address), expected, "{address}");
        }
        for address in ["javascript:alert(1)", "data:text/html,x", "", "https://", "java\u{1}script:x"] {
            assert_eq!(site.read(address, None), Address::Refused, "{address}");
        }
        let outside = site.read("https://old.example.org/x", None);
        assert_eq!(outside, Address::Outside("https://old.example.org/x".into()));
        assert_eq!(site.read("#a%20b", None), Address::Place("a b".into()));
    }

    #[test]
    fn spellings_of_an_address_are_one() {
        for (path, expected) in [
            ("/a/", "/a"),
            ("/%D0%B0/index.php", "/а"),
            ("/index.php?id=5", "?id=5"),
            ("/?p=5", "?p=5"),
            ("/a#b", "/a"),
        ] {
            assert_eq!(key(path), expected);
        }
        assert_eq!(alias("/%D0%B0/"), Ok("/а/".into()));
        assert_eq!(alias("/?p=5"), Ok("/?p=5".into()));
        assert_eq!(alias("/%20a/"), Ok("/%20a/".into()));
        assert!(alias("/").is_err() && alias("/data/x").is_err() && alias("/a/../b").is_err());
    }
}
