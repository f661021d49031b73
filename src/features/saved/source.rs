//! What is read of an article when it is saved.

use serde::Deserialize;

use crate::values::json::from_object;

/// What is needed of a page's JSON. The site may be of another build than the client, and its pages of another shape beyond
/// this.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(remote = "Self")]
pub struct PageSource {
    /// The language.
    pub lang: String,
    /// The build.
    pub build: String,
    /// What stands on it.
    pub content: ContentSource,
}

/// What stands on a page that has an article.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(remote = "Self")]
pub struct ContentSource {
    /// The article.
    pub article: ArticleSource,
}

/// What the list says of an article.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(remote = "Self")]
pub struct ArticleSource {
    /// The headline.
    pub title: String,
    /// When it was published.
    pub date: String,
}

from_object!(PageSource);
from_object!(ContentSource);
from_object!(ArticleSource);

impl PageSource {
    /// Reads the JSON of a page; none where that has no article.
    pub fn parse(text: &str) -> Option<PageSource> {
        serde_json::from_str(text).ok()
    }
}

/// About twice the width of the text, and of a card: what a picture is kept in, in pixels.
pub const WIDE: u32 = 1_000;
/// The same of a card.
pub const NARROW: u32 = 400;

/// The file of a `srcset` that is wide enough; else the widest, which stands last.
pub fn file_of_width(srcset: &str, wanted: u32) -> Option<&str> {
    let mut last = None;
    for candidate in srcset.split(',') {
        let Some((file, width)) = candidate.trim().split_once(' ') else { continue };
        let Some(width) = width.trim().strip_suffix('w').and_then(|width| width.parse::<u32>().ok()) else { continue };
        last = Some(file);
        if width >= wanted {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_file_that_is_wide_enough_is_kept() {
        let srcset = "/media/a-400.avif 400w, /media/a-800.avif 800w, /media/a-1200.avif 1200w";
        let table = [(1, "/media/a-400.avif"), (400, "/media/a-400.avif"), (NARROW + 1, "/media/a-800.avif")];
        for (wanted, file) in table {
            assert_eq!(file_of_width(srcset, wanted), Some(file), "{wanted}");
        }
        assert_eq!(file_of_width(srcset, WIDE), Some("/media/a-1200.avif"));
        assert_eq!(file_of_width(srcset, 2_000), Some("/media/a-1200.avif"));
        assert_eq!(file_of_width("/media/b.avif 320w", WIDE), Some("/media/b.avif"));
        for none in ["", "/media/a.avif", "/media/a.avif 2x", ", ,"] {
            assert_eq!(file_of_width(none, WIDE), None, "{none}");
        }
    }

    #[test]
    fn only_an_article_is_read() {
        let text = r#"{"format":1,"build":"b","lang":"ru","translations":[],"content":{"article":{"slug":"a","title":"А","date":"2024-04-19T09:00:00+05:00","section":"nature","tags":[]}}}"#;
        let page = PageSource::parse(text).expect("a page");
        let article = page.content.article;
        assert_eq!((page.build.as_str(), article.title.as_str()), ("b", "А"));
        for other in
            [r#"{"build":"b","lang":"ru","content":"saved"}"#, r#"{"format":1,"build":"kept"}"#, "<!DOCTYPE html>"]
        {
            assert_eq!(PageSource::parse(other), None, "{other}");
        }
    }
}
