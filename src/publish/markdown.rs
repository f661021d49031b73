//! Markdown to the HTML of an article's text, and to its plain text.
//!
//! Everything that the writer puts out is escaped, so its HTML is safe by construction. Only where an article holds raw
//! HTML does the result pass the [allow-list](allow_list): that parses all of it again, which costs more than everything
//! else together.

mod allow_list;
mod bare_links;
mod element;
mod emphasis;
mod external;
mod folder;
mod footnotes;
mod guard;
mod headings;
mod href;
mod ids;
mod leftover;
mod list_numbers;
mod picture;
mod places;
mod plain;
mod raw;
mod table;
mod writer;

use std::collections::HashSet;
use std::ops::Range;

use ammonia::Url;
use places::Places;
use pulldown_cmark::{Event, Options, Parser};
use serde::{Deserialize, Serialize};

use crate::model::{Picture, SafeHtml};
use crate::publish::media::is_media;
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
    /// Finds sound, film and subtitles by their names: their addresses.
    pub media: &'a dyn Fn(&str) -> Result<String, ImageError>,
}

impl Setting<'_> {
    /// The address of a file of the newsroom that a text links to.
    fn file(&self, name: &str) -> Result<String, ImageError> {
        if is_media(name) { (self.media)(name) } else { (self.pictures)(name).map(|found| found.src.to_string()) }
    }
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

/// What of Markdown is understood beside CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Renders the Markdown of an article, which begins at byte `base` of its file.
pub fn render(markdown: &str, base: usize, setting: Setting<'_>, reporter: &mut Reporter) -> Text {
    let source = Source { markdown, base, setting };
    let pieces: Vec<Piece<'_>> = Parser::new_ext(markdown, OPTIONS).into_offset_iter().collect();
    guard::check_gaps(source, &pieces, reporter);
    let pieces = emphasis::pair(markdown, pieces);
    leftover::check(source, &pieces, reporter);
    let pieces = bare_links::link(markdown, pieces);
    let tags = raw_tags(source, &pieces, reporter);
    if !(1..=MOST_TAGS).contains(&tags) {
        let places = Places::of(&pieces, Vec::new());
        let written = writer::write(source, &pieces, &places, reporter);
        let html = if tags == 0 { written.html } else { String::new() };
        if tags == 0 && !written.is_incomplete {
            guard::check(source, &pieces, &html, reporter);
        }
        check_places(&html, written.places, reporter);
        let plain = plain::read(&pieces);
        return Text {
            html: SafeHtml::sanitised(html),
            plain: plain.text,
            opening: plain.opening,
            links: written.links,
        };
    }
    let places = Places::of(&pieces, raw::ids(&pieces, places::linked(&pieces)));
    let raw = raw::read(source, &pieces, &places, reporter);
    let mut written = writer::write(source, &raw.pieces, &places, reporter);
    let html = allow_list::sanitise(&written.html);
    let html = external::mark(&html, setting.lang, setting.default_language);
    written.links.extend(raw.links);
    written.places.extend(raw.places);
    if !raw.is_refused && !written.is_incomplete {
        guard::check(source, &pieces, &html, reporter);
    }
    check_places(&html, written.places, reporter);
    let plain = plain::read(&raw.pieces);
    Text { html: SafeHtml::sanitised(html), plain: plain.text, opening: plain.opening, links: written.links }
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
mod loss_tests;
#[cfg(test)]
mod tests;
