//! What a click on a link means.

use crate::content::Edition;
use crate::route::Route;

/// A link of this site, as the browser resolved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its path.
    pub path: String,
    /// With its question mark, or empty.
    pub search: String,
    /// With its hash sign, or empty.
    pub hash: String,
    /// Marked as one for the browser alone.
    pub external: bool,
}

/// Who follows a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// The browser: a file, another language, or nothing that we know.
    Browser,
    /// The browser, within this page.
    Fragment,
    /// The client.
    Client,
}

impl Link {
    /// Decides who follows the link from the page at `here`.
    ///
    /// A page in another language is another document: its interface, `html[lang]` and hyphenation differ, and readers
    /// change the language too seldom to pay for both in every page.
    pub fn follow(&self, here: &str, edition: &Edition) -> Follow {
        if self.external {
            return Follow::Browser;
        }
        if self.path == here && !self.hash.is_empty() {
            return Follow::Fragment;
        }
        match edition.address(&self.path) {
            Some(address) if address.lang == edition.lang && address.route != Route::NotFound => Follow::Client,
            _ => Follow::Browser,
        }
    }

    /// The address as the history shows it.
    pub fn href(&self) -> String {
        [self.path.as_str(), &self.search, &self.hash].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Lang, ViewsPolicy};

    #[test]
    fn the_client_follows_pages_of_its_language_only() {
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
            views: ViewsPolicy::default(),
            counter: None,
        };
        let table = [
            ("/", "", false, Follow::Client),
            ("/news/a/", "", false, Follow::Client),
            ("/news/a/", "#fn-1", false, Follow::Client),
            ("/here/", "#fn-1", false, Follow::Fragment),
            ("/news/a/", "", true, Follow::Browser),
            ("/kk/news/a/", "", false, Follow::Browser),
            ("/en/", "", false, Follow::Browser),
            ("/media/a.webp", "", false, Follow::Browser),
            ("/popular/", "#history", false, Follow::Client),
            ("/404.html", "", false, Follow::Browser),
            ("/feed.xml", "", false, Follow::Browser),
        ];
        for (path, hash, external, follow) in table {
            let link = Link { path: path.to_owned(), search: String::new(), hash: hash.to_owned(), external };
            assert_eq!(link.follow("/here/", &edition), follow, "{link:?}");
        }
    }
}
