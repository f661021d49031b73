//! Markdown to the HTML of an article's text, and to its plain text.
//!
//! Everything that the writer puts out is escaped, so its HTML is safe by construction. Only where an article holds raw
//! HTML does the result pass the [allow-list](allow_list): that parses all of it again, which costs more than everything
//! else together.

mod allow_list;
mod external;
mod folder;
mod footnotes;
mod headings;
mod href;
mod ids;
mod picture;
mod plain;
mod table;
mod writer;

use std::collections::HashSet;
use std::ops::Range;

use ammonia::Url;
use pulldown_cmark::{Event, Options, Parser};
use serde::{Deserialize, Serialize};

use crate::model::{Picture, SafeHtml};
use crate::publish::pictures::ImageError;
use crate::publish::reporter::Reporter;
use crate::values::Lang;

/// What the text stands in.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The article's language: notes and tables are named in it.
    pub lang: Lang,
    /// The language at the root of the site: addresses are read by it.
    pub default_language: Lang,
    /// Finds a picture by the name that the text gives it.
    pub pictures: &'a dyn Fn(&str) -> Result<Picture, ImageError>,
}

/// A text that was rendered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The HTML.
    pub html: SafeHtml,
    /// The words alone, white space folded: without tables, notes and pictures.
    pub plain: String,
    /// The first paragraph of `plain`, or its beginning where nothing is a paragraph.
    pub opening: String,
    /// The links to the site's own pages and files.
    pub links: Vec<Link>,
}

/// A link from a text to a path of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The path as it is written, without query and fragment.
    pub path: String,
    /// The link's bytes in the file.
    pub span: Range<usize>,
}

/// The most raw tags of an article, and the most tags of one that is parsed again: that takes the square of their depth.
const MOST_TAGS: usize = 10_000;

/// A piece of Markdown with the bytes that it was written in.
type Piece<'a> = (Event<'a>, Range<usize>);

/// Renders the Markdown of an article, which begins at byte `base` of its file.
pub fn render(markdown: &str, base: usize, setting: Setting<'_>, reporter: &mut Reporter) -> Text {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let pieces: Vec<Piece<'_>> = Parser::new_ext(markdown, options).into_offset_iter().collect();
    let source = Source { markdown, base, setting };
    let written = writer::write(source, &pieces, reporter);
    let tags = raw_tags(source, &pieces, reporter);
    raw_pictures(source, &pieces, reporter);
    let mut links = written.links;
    let html = if tags > MOST_TAGS {
        String::new()
    } else if tags > 0 {
        let html = allow_list::sanitise(&written.html);
        let html = external::mark(&html, setting.lang, setting.default_language);
        links.extend(raw_links(&html, &links, source, &pieces));
        html
    } else {
        written.html
    };
    check_places(&html, written.places, reporter);
    let plain = plain::read(&pieces);
    Text { html: SafeHtml::sanitised(html), plain: plain.text, opening: plain.opening, links }
}

/// The HTML of an article with every address absolute, as it is read on the page at `url` of a site in a folder; none of one
/// with so many tags that it cannot be parsed in good time.
pub fn absolute(html: &str, folder: &str, url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    (html.matches('<').count() <= MOST_TAGS).then(|| allow_list::absolute(&folder::in_folder(html, folder), url))
}

/// The text of an article, whose addresses are those within the site, as browsers find them where the site lies in a folder.
pub fn in_folder(html: &SafeHtml, folder: &str) -> SafeHtml {
    SafeHtml::sanitised(folder::in_folder(html.as_str(), folder).into_owned())
}

/// A Markdown text and where it comes from.
#[derive(Clone, Copy)]
struct Source<'a> {
    markdown: &'a str,
    /// Where it begins in its file.
    base: usize,
    setting: Setting<'a>,
}

impl Source<'_> {
    /// The bytes of a piece in the file.
    fn in_file(self, span: &Range<usize>) -> Range<usize> {
        span.start + self.base..span.end + self.base
    }
}

/// Counts the raw tags of a text, and reports too many of them.
fn raw_tags(source: Source<'_>, pieces: &[Piece<'_>], reporter: &mut Reporter) -> usize {
    let mut tags = 0;
    for (event, span) in pieces {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
        // At least one: a line of a raw block can be without a tag.
        let more = html.matches('<').count().max(1);
        if tags <= MOST_TAGS && tags + more > MOST_TAGS {
            let message = format!("more than {MOST_TAGS} raw HTML tags in one article");
            reporter.at(source.in_file(span), message, "write it as Markdown");
        }
        tags += more;
    }
    tags
}

/// Reports pictures in raw HTML: only of Markdown's own are files made and the size known.
fn raw_pictures(source: Source<'_>, pieces: &[Piece<'_>], reporter: &mut Reporter) {
    for (event, span) in pieces {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
        let tags = html.to_ascii_lowercase();
        if ["<img", "<picture", "<source"].iter().any(|tag| tags.contains(tag)) {
            let message = format!("a picture in raw HTML: {}", html.trim());
            reporter.at(source.in_file(span), message, "write it as Markdown: `![what it shows](name.jpg)`");
        }
    }
}

/// The site's own addresses in raw HTML: those that the writer has not seen.
fn raw_links(html: &str, known: &[Link], source: Source<'_>, pieces: &[Piece<'_>]) -> Vec<Link> {
    let path = |href: &'_ str| href.split(['?', '#']).next().map(str::to_owned).unwrap_or_default();
    // What the allow-list took out leads nowhere.
    let allowed: HashSet<String> = ids::attributes(html, "href").map(path).collect();
    let known: HashSet<&str> = known.iter().map(|link| link.path.as_str()).collect();
    let mut links = Vec::new();
    for (event, span) in pieces {
        let (Event::Html(tag) | Event::InlineHtml(tag)) = event else { continue };
        for path in ids::attributes(tag, "href").map(path).filter(|path| path.starts_with('/')) {
            if allowed.contains(&path) && !known.contains(path.as_str()) {
                links.push(Link { path, span: source.in_file(span) });
            }
        }
    }
    links
}

/// Reports links to places that the article does not have.
fn check_places(html: &str, places: Vec<(String, Range<usize>)>, reporter: &mut Reporter) {
    if places.is_empty() {
        return;
    }
    let ids: Vec<&str> = ids::attributes(html, "id").collect();
    let known: HashSet<&str> = ids.iter().copied().collect();
    for (place, span) in places {
        if place.is_empty() || known.contains(place.as_str()) {
            continue;
        }
        let headings = || ids.iter().copied().filter(|id| id.starts_with(headings::PREFIX));
        let meant = headings::id_of(&place);
        let help = match crate::publish::nearest::nearest(&meant, headings()).or_else(|| headings().next()) {
            Some(id) => format!("headings are named by their words: `#{id}`, for one"),
            None => "the article has no heading to link to: link to a page, or add a heading".to_owned(),
        };
        reporter.at(span, format!("the article has no place \"#{place}\""), help);
    }
}

#[cfg(test)]
mod tests;
