//! Addresses: the only place where one is spelled or parsed.
//!
//! The default language stands at the root, the others under `/<lang>/`. Every page is a folder, so its path ends in a
//! slash. A page's JSON lies at [`data_path`].

mod page_number;

use crate::names::DATA_FOLDER;
use crate::values::{ArchivePeriod, Lang, Month, Slug, Year};

pub use page_number::PageNumber;

/// A page of the paper, in whatever language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// The front page, or an older one.
    Front(PageNumber),
    /// The articles of a section.
    Section(Slug, PageNumber),
    /// The articles with a tag.
    Tag(Slug, PageNumber),
    /// An article.
    Article(Slug),
    /// What is read most.
    Popular,
    /// A time of the archive; only a month has more than one page.
    Archive(ArchivePeriod, PageNumber),
    /// The search. What is searched for stands in the query, which only the browser reads.
    Search,
    /// The articles that the reader keeps on the device.
    Saved,
    /// The page for every address that is none of these.
    NotFound,
}

/// A page in its language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The language.
    pub lang: Lang,
    /// The page.
    pub route: Route,
}

impl Route {
    /// Another page of the same list; what is no list has no other.
    pub fn at(&self, number: PageNumber) -> Route {
        match self {
            Route::Front(_) => Route::Front(number),
            Route::Section(id, _) => Route::Section(id.clone(), number),
            Route::Tag(tag, _) => Route::Tag(tag.clone(), number),
            Route::Archive(period, _) => Route::Archive(*period, number),
            Route::Article(_) | Route::Popular | Route::Search | Route::Saved | Route::NotFound => self.clone(),
        }
    }

    /// The path of the page in a language, given the language that stands at the root.
    pub fn path(&self, lang: Lang, default: Lang) -> String {
        let mut path = base(lang, default).to_owned();
        let number = match self {
            Route::Front(number) => *number,
            Route::Section(id, number) => {
                path.push_str("/section/");
                path.push_str(id.as_str());
                *number
            }
            Route::Tag(tag, number) => {
                path.push_str("/tag/");
                path.push_str(tag.as_str());
                *number
            }
            Route::Article(slug) => {
                path.push_str("/news/");
                path.push_str(slug.as_str());
                PageNumber::FIRST
            }
            Route::Popular => {
                path.push_str("/popular");
                PageNumber::FIRST
            }
            Route::Archive(period, number) => {
                path.push_str("/archive/");
                path.push_str(&period.to_string());
                *number
            }
            Route::Search => {
                path.push_str("/search");
                PageNumber::FIRST
            }
            Route::Saved => {
                path.push_str("/saved");
                PageNumber::FIRST
            }
            Route::NotFound => {
                path.push_str("/404.html");
                return path;
            }
        };
        if number > PageNumber::FIRST {
            path.push_str("/page/");
            path.push_str(&number.get().to_string());
        }
        if !path.ends_with('/') {
            path.push('/');
        }
        path
    }
}

/// What the paths of a language begin with: nothing for the one at the root.
pub fn base(lang: Lang, default: Lang) -> &'static str {
    match lang {
        _ if lang == default => "",
        Lang::Ru => "/ru",
        Lang::Kk => "/kk",
        Lang::En => "/en",
    }
}

/// Where the feed of a language lies, or that of one of its sections.
pub fn feed_path(lang: Lang, default: Lang, section: Option<&Slug>) -> String {
    let base = base(lang, default);
    match section {
        Some(id) => format!("{base}/section/{id}/feed.xml"),
        None => format!("{base}/feed.xml"),
    }
}

/// Where the web manifest of a language lies.
pub fn manifest_path(lang: Lang, default: Lang) -> String {
    format!("{}/manifest.webmanifest", base(lang, default))
}

impl Address {
    /// Reads a path without query and fragment. A slash missing at the end is forgiven, and so is `index.html`.
    pub fn parse(path: &str, default: Lang) -> Option<Address> {
        let path = path.strip_prefix('/').filter(|path| !path.starts_with('/'))?;
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let (lang, path) = match path.split_once('/').unwrap_or((path, "")) {
            (code, rest) if Lang::from_code(code).is_some_and(|lang| lang != default) => (Lang::from_code(code)?, rest),
            _ => (default, path),
        };
        let mut parts = path.strip_suffix('/').unwrap_or(path).split('/');
        let parts = [parts.next(), parts.next(), parts.next(), parts.next(), parts.next()];
        let route = match parts {
            [Some(""), None, ..] => Route::Front(PageNumber::FIRST),
            [Some("page"), Some(number), None, ..] => Route::Front(PageNumber::parse(number)?),
            [Some("section"), Some(id), None, ..] => Route::Section(Slug::new(id)?, PageNumber::FIRST),
            [Some("section"), Some(id), Some("page"), Some(number), None] => {
                Route::Section(Slug::new(id)?, PageNumber::parse(number)?)
            }
            [Some("tag"), Some(tag), None, ..] => Route::Tag(Slug::new(tag)?, PageNumber::FIRST),
            [Some("tag"), Some(tag), Some("page"), Some(number), None] => {
                Route::Tag(Slug::new(tag)?, PageNumber::parse(number)?)
            }
            [Some("news"), Some(slug), None, ..] => Route::Article(Slug::new(slug)?),
            [Some("popular"), None, ..] => Route::Popular,
            [Some("archive"), ..] => archive(path.strip_prefix("archive")?)?,
            [Some("search"), None, ..] => Route::Search,
            [Some("saved"), None, ..] => Route::Saved,
            [Some("404.html"), None, ..] => Route::NotFound,
            _ => return None,
        };
        Some(Address { lang, route })
    }

    /// The path of the page.
    pub fn path(&self, default: Lang) -> String {
        self.route.path(self.lang, default)
    }
}

/// A page of the archive by what follows its name: `/2026/11/page/2/`, with or without the slash at the end.
fn archive(rest: &str) -> Option<Route> {
    // By single letters: searching for a longer text costs the client two kilobytes.
    let mut parts = rest.strip_suffix('/').unwrap_or(rest).split('/').skip(1);
    let parts = [parts.next(), parts.next(), parts.next(), parts.next(), parts.next()];
    let (period, number) = match parts {
        [None, ..] => (ArchivePeriod::Ever, PageNumber::FIRST),
        [Some(year), None, ..] => (ArchivePeriod::Year(Year::parse(year)?), PageNumber::FIRST),
        [Some(year), Some(month), None, ..] => (ArchivePeriod::Month(Month::parse(year, month)?), PageNumber::FIRST),
        [Some(year), Some(month), Some("page"), Some(number), None] => {
            (ArchivePeriod::Month(Month::parse(year, month)?), PageNumber::parse(number)?)
        }
        _ => return None,
    };
    Some(Route::Archive(period, number))
}

/// Where the JSON of the page at `path` lies: one folder for all of it, so that a CDN needs one rule, and no folder for each
/// page, of which there are as many as articles.
pub fn data_path(path: &str) -> String {
    match path.trim_end_matches('/') {
        "" => format!("{DATA_FOLDER}/index.json"),
        page => format!("{DATA_FOLDER}{page}.json"),
    }
}

/// Whether a file of the site lies in a folder of its root.
pub fn is_below(folder: &str, path: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(name: &str) -> Slug {
        Slug::new(name).expect("a slug")
    }

    #[test]
    fn every_address_is_read_as_it_is_spelled() {
        let second = PageNumber::FIRST.next();
        let period = |text: &str| ArchivePeriod::parse(text).expect("a time");
        let table = [
            (Route::Front(PageNumber::FIRST), "/", "/kk/"),
            (Route::Front(second), "/page/2/", "/kk/page/2/"),
            (Route::Section(slug("youth"), PageNumber::FIRST), "/section/youth/", "/kk/section/youth/"),
            (Route::Section(slug("youth"), second), "/section/youth/page/2/", "/kk/section/youth/page/2/"),
            (Route::Tag(slug("aul"), PageNumber::FIRST), "/tag/aul/", "/kk/tag/aul/"),
            (Route::Tag(slug("aul"), second), "/tag/aul/page/2/", "/kk/tag/aul/page/2/"),
            (Route::Article(slug("forum")), "/news/forum/", "/kk/news/forum/"),
            (Route::Popular, "/popular/", "/kk/popular/"),
            (Route::Archive(ArchivePeriod::Ever, PageNumber::FIRST), "/archive/", "/kk/archive/"),
            (Route::Archive(period("2026"), PageNumber::FIRST), "/archive/2026/", "/kk/archive/2026/"),
            (Route::Archive(period("2026/01"), PageNumber::FIRST), "/archive/2026/01/", "/kk/archive/2026/01/"),
            (Route::Archive(period("2026/01"), second), "/archive/2026/01/page/2/", "/kk/archive/2026/01/page/2/"),
            (Route::Search, "/search/", "/kk/search/"),
            (Route::Saved, "/saved/", "/kk/saved/"),
            (Route::NotFound, "/404.html", "/kk/404.html"),
        ];
        for (route, root, kk) in table {
            for (lang, path) in [(Lang::Ru, root), (Lang::Kk, kk)] {
                assert_eq!(route.path(lang, Lang::Ru), path);
                let address = Address { lang, route: route.clone() };
                assert_eq!(Address::parse(path, Lang::Ru), Some(address));
            }
        }
    }

    #[test]
    fn what_is_no_page_is_none() {
        for path in [
            "",
            "news/x/",
            "/news/",
            "/news/Привет/",
            "/page/1/",
            "/page/0/",
            "/page/02/",
            "/page/+2/",
            "/section/a/page/",
            "/section/a/page/2/3/",
            "/news/a/b/",
            "/archive/26/",
            "/archive//",
            "/archive/2026//",
            "/archive/page/2/",
            "/archive/2026/page/2/",
            "/archive/2026/1/",
            "/archive/2026/13/",
            "/archive/2026/01/page/",
            "/archive/2026/01/page/1/",
            "/archive/2026/01/02/",
            "/archive/2026/01/page/2/3/",
            "/feed.xml",
            "/ru/news/a/",
            "//",
            "/news//a/",
        ] {
            assert_eq!(Address::parse(path, Lang::Ru), None, "{path:?}");
        }
    }

    #[test]
    fn a_forgotten_slash_and_a_spelled_out_index_are_forgiven() {
        for path in ["/kk", "/kk/", "/kk/index.html"] {
            let front = Address { lang: Lang::Kk, route: Route::Front(PageNumber::FIRST) };
            assert_eq!(Address::parse(path, Lang::Ru), Some(front), "{path:?}");
        }
        let article = Address { lang: Lang::Ru, route: Route::Article(slug("a")) };
        assert_eq!(Address::parse("/news/a", Lang::Ru), Some(article));
    }
}
