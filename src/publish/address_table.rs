//! The table of a site's addresses: what is answered to each, with what type, headers and time to be kept.
//!
//! A build writes it to `_headers` and `_redirects`, from which it is read again: by [`serve`](crate::publish::serve),
//! and by the writers of [`server_config`](crate::publish::server_config).

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::model::Edition;
use crate::publish::headers::{self, Header, Inline};
use crate::publish::media_types;
use crate::publish::redirects::{self, Redirect};
use crate::publish::urls::{self, Caching, HEADERS, REDIRECTS, UrlRule};

/// What holds for the addresses of a site.
#[derive(Clone, Debug, Default)]
pub struct AddressTable {
    /// The folder of the host in which the site lies; empty at its root. All paths below begin with it.
    pub folder: String,
    /// The headers of all answers.
    pub headers: Vec<Header>,
    /// The types and times of some paths. Of all others the type is that of the ending.
    pub rules: Vec<UrlRule>,
    /// The old addresses, those of the newest articles first; no two are one.
    redirects: Vec<Redirect>,
    /// The indexes of the redirects by their paths.
    by_path: HashMap<Vec<u8>, Vec<usize>>,
}

impl AddressTable {
    /// The table of a paper, but for its redirects.
    pub fn new(inline: &Inline, edition: &Edition, has_players: bool) -> AddressTable {
        let mut rules = urls::rules(edition);
        rules.iter_mut().for_each(|rule| rule.path = edition.at(&rule.path));
        AddressTable {
            folder: edition.folder().to_owned(),
            headers: headers::of_all(inline, edition.shared_counter().as_ref(), has_players),
            rules,
            ..AddressTable::default()
        }
    }

    /// Reads the table of a built site.
    ///
    /// # Errors
    /// The folder has no table, or it cannot be read.
    pub fn read(site: &Path) -> io::Result<AddressTable> {
        let text = |path: &str| fs::read_to_string(site.join(path.trim_start_matches('/')));
        Ok(AddressTable::parse(&text(HEADERS)?, &text(REDIRECTS).unwrap_or_default()))
    }

    /// Reads the table from the texts of `_headers` and `_redirects`.
    pub fn parse(headers: &str, redirects: &str) -> AddressTable {
        let (folder, headers, rules) = headers::parse(headers);
        AddressTable { folder, headers, rules, ..AddressTable::default() }.with_redirects(redirects::parse(redirects))
    }

    /// The same with redirects. One that leads to itself is left out, and of two from one address the second is.
    #[must_use]
    pub fn with_redirects(mut self, redirects: Vec<Redirect>) -> AddressTable {
        let mut known = HashSet::new();
        self.redirects = redirects;
        self.redirects.retain(|redirect| {
            !redirect.is_circular() && known.insert((redirect.key(), redirect.query().map(str::to_owned)))
        });
        self.by_path.clear();
        for (index, redirect) in self.redirects.iter().enumerate() {
            self.by_path.entry(redirect.key()).or_default().push(index);
        }
        self
    }

    /// The content of `_headers`.
    pub fn headers_file(&self) -> String {
        headers::headers_file(&self.folder, &self.headers, &self.rules)
    }

    /// The old addresses.
    pub fn redirects(&self) -> &[Redirect] {
        &self.redirects
    }

    /// Where a path leads that was asked for with a query. A query of a reader's own goes along; one that is a part of
    /// the old address has done its work.
    pub fn redirect(&self, path: &str, query: Option<&str>) -> Option<String> {
        let here = self.by_path.get(&redirects::key(path))?.iter().filter_map(|index| self.redirects.get(*index));
        let exact = here.clone().find(|redirect| redirect.query().is_some() && redirect.query() == query);
        if let Some(redirect) = exact {
            return Some(redirect.to.clone());
        }
        let to = &here.clone().find(|redirect| redirect.query().is_none())?.to;
        Some(query.map_or_else(|| to.clone(), |query| format!("{to}?{query}")))
    }

    /// How long the file at a path is kept; none where that is a server's own affair.
    pub fn caching(&self, path: &str) -> Option<Caching> {
        self.rules.iter().filter(|rule| rule.applies_to(path)).find_map(|rule| rule.caching)
    }

    /// The type of the file at a path, as the header says it; none where the ending is unknown.
    pub fn media_type(&self, path: &str) -> Option<String> {
        let special =
            self.rules.iter().filter(|rule| rule.applies_to(path)).find_map(|rule| rule.media_type.as_deref());
        special.or_else(|| media_types::of_path(path)).map(|media_type| match media_type {
            media_type if media_type.contains(';') => media_type.to_owned(),
            media_type => media_types::with_charset(media_type),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Lang;

    #[test]
    fn no_path_has_two_rules_for_its_cache() {
        let edition = Edition {
            lang: Lang::Ru,
            default_language: Lang::Ru,
            languages: vec![Lang::Ru, Lang::Kk],
            title: String::new(),
            tagline: None,
            base_url: String::new(),
            utc_offset: 300,
            sections: Vec::new(),
            footer: None,
            dwell_seconds: 1,
            window_minutes: 30,
            count_automation: false,
            counter: None,
            endpoint: None,
        };
        let inline =
            Inline { styles: vec!["'sha256-x'".to_owned()], scripts: ["'sha256-y'", "'sha256-z'"].map(str::to_owned) };
        let table = AddressTable::parse(&AddressTable::new(&inline, &edition, false).headers_file(), "");
        for path in [
            "/",
            "/page/2/",
            "/news/a/",
            "/section/a/",
            "/tag/a/",
            "/popular/",
            "/archive/",
            "/archive/2026/01/",
            "/search/",
            "/saved/",
            "/404.html",
            "/sw.js",
            "/kk/",
            "/kk/news/a/",
            "/assets/a.js",
            "/media/a.webp",
            "/data/kk/index.json",
            "/search-index/manifest/kk.json",
            "/search-index/files/0123456789.bin",
            "/search-index/files/0123456789.json",
            "/feed.xml",
            "/kk/feed.xml",
            "/section/a/feed.xml",
            "/kk/section/a/feed.xml",
            "/sitemap.xml",
            "/sitemap-1.xml",
            "/sitemap-news.xml",
            "/robots.txt",
            "/manifest.webmanifest",
            "/kk/manifest.webmanifest",
        ] {
            let rules: Vec<_> = table.rules.iter().filter(|rule| rule.applies_to(path)).collect();
            assert_eq!(rules.iter().filter(|rule| rule.caching.is_some()).count(), 1, "{path}");
            assert!(rules.iter().filter(|rule| rule.media_type.is_some()).count() <= 1, "{path}");
            assert!(table.caching(path).is_some() && table.media_type(path).is_some(), "{path}");
        }
    }

    #[test]
    fn an_old_address_leads_on_however_it_is_written() {
        let redirects = "/node/5 /news/a/ 301\n/%D0%B0/%D0%B1 /news/b/ 301\n/i.php id=5 /news/c/ 301\n/News/D/ /news/d/ 301\n\
                         /news/e /news/e/ 301\n/node/5/ /news/f/ 301\n";
        let table = AddressTable::parse("/*\n", redirects);
        for (path, query, to) in [
            ("/node/5", None, Some("/news/a/")),
            ("/node/5/", Some("utm=1"), Some("/news/a/?utm=1")),
            ("/Node/5", None, None),
            ("/а/б", None, Some("/news/b/")),
            ("/%d0%b0/%D0%B1/", None, Some("/news/b/")),
            ("/i.php", Some("id=5"), Some("/news/c/")),
            ("/i.php", Some("id=6"), None),
            ("/i.php", None, None),
            ("/News/D", None, Some("/news/d/")),
            ("/news/d/", None, None),
            ("/news/e/", None, None),
        ] {
            assert_eq!(table.redirect(path, query).as_deref(), to, "{path} {query:?}");
        }
        assert_eq!(table.redirects().len(), 4);
    }
}
