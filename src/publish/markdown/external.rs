//! Links that the client leaves to the browser.

use super::ids::{attributes, end_of_tag};
use crate::routes::{Address, Route};
use crate::values::Lang;

/// The mark of such links.
pub const REL: &str = "external";

/// Whether a link within the site is the browser's own affair: to a place in the page, to a file, to an old address, or to a
/// page in another language, which is another document.
pub fn is_external(href: &str, lang: Lang, default: Lang) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let page = Address::parse(path, default).filter(|page| page.lang == lang);
    page.is_none_or(|page| page.route == Route::NotFound)
}

/// Marks the links in HTML from the allow-list: those that were written as raw HTML, because the writer has marked its own.
pub fn mark(html: &str, lang: Lang, default: Lang) -> String {
    let mut marked = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((text, tag)) = rest.find('<').and_then(|start| rest.split_at_checked(start)) {
        let (tag, after) = tag.split_at_checked(end_of_tag(tag)).unwrap_or((tag, ""));
        marked.push_str(text);
        if tag.starts_with("<a ") && is_unmarked(tag, lang, default) {
            // Whatever else it says of the page that it leads to, of the site itself that means nothing.
            let others = tag.replace(" rel=\"noopener\"", "");
            marked.push_str(&others.replacen("<a", &format!("<a rel=\"{REL}\""), 1));
        } else {
            marked.push_str(tag);
        }
        rest = after;
    }
    marked + rest
}

/// Whether a link lacks the mark.
fn is_unmarked(tag: &str, lang: Lang, default: Lang) -> bool {
    let within = |href: &&str| href.starts_with(['/', '#']);
    let href = attributes(tag, "href").next().filter(within);
    href.is_some_and(|href| is_external(href, lang, default)) && attributes(tag, "rel").all(|rel| rel != REL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_the_same_language_are_the_clients() {
        for (href, external) in [
            ("/news/a/", false),
            ("/news/a/?q#s-b", false),
            ("/", false),
            ("/archive/2026/", false),
            ("#s-a", true),
            ("#", true),
            ("/kk/news/a/", true),
            ("/en/", true),
            ("/doc.pdf", true),
            ("/media/a.jpg", true),
            ("/feed.xml", true),
            ("/old/path/123", true),
            ("/404.html", true),
        ] {
            assert_eq!(is_external(href, Lang::Ru, Lang::Ru), external, "{href}");
        }
        assert!(!is_external("/kk/news/a/", Lang::Kk, Lang::Ru));
        assert!(is_external("/news/a/", Lang::Kk, Lang::Ru));
    }

    #[test]
    fn raw_links_are_marked_once() {
        for (html, marked) in [
            ("<p>a</p>", "<p>a</p>"),
            ("<a href=\"/news/a/\">a</a>", "<a href=\"/news/a/\">a</a>"),
            ("<a href=\"https://e.org/x.pdf\">a</a>", "<a href=\"https://e.org/x.pdf\">a</a>"),
            ("<a href=\"/x.pdf\" rel=\"external\">a</a>", "<a href=\"/x.pdf\" rel=\"external\">a</a>"),
            ("<a href=\"/x.pdf\" rel=\"noopener\">a</a>", "<a rel=\"external\" href=\"/x.pdf\">a</a>"),
            (
                "<p><a title=\"<a href\" href=\"#s-a\">a</a> <abbr>b</abbr></p>",
                "<p><a rel=\"external\" title=\"<a href\" href=\"#s-a\">a</a> <abbr>b</abbr></p>",
            ),
        ] {
            assert_eq!(mark(html, Lang::Ru, Lang::Ru), marked);
        }
    }
}
