//! Leads the links and pictures of a Markdown text to their new places.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::syntax;
use crate::publish::markdown::{self, Setting};
use crate::publish::missing_alt;
use crate::publish::pictures::ImageError;
use crate::publish::reporter::Reporter;
use crate::values::Lang;

/// Where a link leads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To this address.
    To(String),
    /// To a place of the same article: the id that it had.
    Place(String),
    /// Nowhere: its words stay.
    Nowhere,
}

/// What a picture is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureTarget {
    /// A picture of the newsroom, by its path from `content/`.
    Own(String),
    /// Only a link to this address.
    Link(String),
    /// Nothing: its words stay.
    Nowhere,
}

/// Who knows where things are now.
pub trait Targets {
    /// Where a link leads.
    fn link(&mut self, address: &str) -> LinkTarget;
    /// What a picture is.
    fn picture(&mut self, address: &str) -> PictureTarget;
}

/// A text whose addresses are the new ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewritten {
    /// The Markdown.
    pub markdown: String,
    /// What was left out.
    pub notes: Vec<String>,
}

type Piece<'a> = (Event<'a>, Range<usize>);

/// Rewrites a text. `places` are the ids of this article's headings by the ids that they had.
pub fn rewrite(markdown: &str, places: &HashMap<String, String>, lang: Lang, targets: &mut dyn Targets) -> Rewritten {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let pieces: Vec<Piece<'_>> = Parser::new_ext(markdown, options).into_offset_iter().collect();
    let mut rewriter = Rewriter { pieces: &pieces, places, lang, targets, edits: Vec::new(), notes: Vec::new() };
    let (mut at, mut link_end) = (0, 0);
    while let Some((event, span)) = pieces.get(at) {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let end = rewriter.end_of(at);
                rewriter.picture(at..end, span.clone(), dest_url, title, at < link_end);
                at = end;
            }
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let end = rewriter.end_of(at);
                rewriter.link(at..end, span.clone(), *link_type, dest_url, title);
                link_end = end;
            }
            _ => {}
        }
        at += 1;
    }
    let Rewriter { mut edits, notes, .. } = rewriter;
    edits.sort_by_key(|(span, _)| span.start);
    Rewritten { markdown: apply(markdown, &edits), notes }
}

fn apply(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut at = 0;
    for (span, new) in edits {
        if span.start < at {
            continue;
        }
        edited.push_str(text.get(at..span.start).unwrap_or_default());
        edited.push_str(new);
        at = span.end;
    }
    edited.push_str(text.get(at..).unwrap_or_default());
    edited
}

struct Rewriter<'a, 't> {
    pieces: &'a [Piece<'a>],
    places: &'a HashMap<String, String>,
    lang: Lang,
    targets: &'t mut dyn Targets,
    edits: Vec<(Range<usize>, String)>,
    notes: Vec<String>,
}

impl Rewriter<'_, '_> {
    /// The place of the piece that ends the one at `start`.
    fn end_of(&self, start: usize) -> usize {
        let mut depth = 0;
        for (at, (event, _)) in self.pieces.iter().enumerate().skip(start) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return at;
            }
        }
        self.pieces.len()
    }

    fn words(&self, inner: Range<usize>) -> String {
        let mut words = String::new();
        for (event, _) in self.pieces.get(inner).unwrap_or_default() {
            match event {
                Event::Text(text) | Event::Code(text) => words.push_str(text),
                Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Image) => words.push(' '),
                _ => {}
            }
        }
        words.trim().to_owned()
    }

    fn picture(&mut self, inner: Range<usize>, span: Range<usize>, address: &str, title: &str, in_link: bool) {
        let alt = self.words(inner);
        let words = if alt.is_empty() { title } else { &alt };
        let new = match self.targets.picture(address) {
            PictureTarget::Own(path) => {
                let alt = if words.trim().is_empty() { missing_alt::mark(self.lang) } else { words };
                syntax::picture(alt, &path, title)
            }
            PictureTarget::Link(url) if !in_link => {
                let link = match words.trim() {
                    "" => syntax::bare_link(&url),
                    words => format!("[{}]({})", syntax::label(words), syntax::destination(&url)),
                };
                if title.is_empty() || title == words { link } else { format!("{link} {}", syntax::label(title)) }
            }
            PictureTarget::Link(_) | PictureTarget::Nowhere => syntax::label(words),
        };
        self.edits.push((span, new));
    }

    fn link(&mut self, inner: Range<usize>, span: Range<usize>, link_type: LinkType, address: &str, title: &str) {
        if link_type == LinkType::Email {
            return;
        }
        let target = match self.targets.link(address) {
            LinkTarget::To(new) => Some(new),
            LinkTarget::Place(id) => {
                let place = self.places.get(&id).map(|id| format!("#{id}"));
                if place.is_none() {
                    self.notes.push(format!("a link to a place that no heading marks is words now: #{id}"));
                }
                place
            }
            LinkTarget::Nowhere => None,
        };
        if link_type == LinkType::Autolink {
            match target {
                Some(new) if new == address => {}
                Some(new) => self.edits.push((span, syntax::bare_link(&new))),
                None => self.edits.push((span, syntax::label(address))),
            }
            return;
        }
        let inside = self.pieces.get(inner.start + 1..inner.end).unwrap_or_default();
        let end = inside.iter().map(|(_, span)| span.end).max().unwrap_or(span.start + 1);
        match target {
            // What is as it was may also be a reference, which stays one.
            Some(new) if new == address => {}
            Some(new) => {
                let title =
                    if title.is_empty() { String::new() } else { format!(" \"{}\"", title.replace('"', "\\\"")) };
                self.edits.push((end..span.end, format!("]({}{title})", syntax::destination(&new))));
            }
            None => {
                self.edits.push((span.start..span.start + 1, String::new()));
                self.edits.push((end..span.end, String::new()));
            }
        }
    }
}

/// The ids that the headings of a text get on the page, in their order.
pub fn heading_ids(markdown: &str, lang: Lang) -> Vec<String> {
    let no_picture = |_: &str| Err(ImageError { message: String::new(), help: String::new() });
    let no_media = |_: &str| Err(ImageError { message: String::new(), help: String::new() });
    let setting = Setting { lang, default_language: lang, pictures: &no_picture, media: &no_media };
    let text = markdown::render(markdown, 0, setting, &mut Reporter::default());
    let html = text.html.as_str();
    let headings = html.split("<h").skip(1).filter_map(|tag| {
        let rest = tag.strip_prefix(['1', '2', '3', '4', '5', '6'])?.strip_prefix(" id=\"")?;
        rest.split_once('"').map(|(id, _)| id.to_owned())
    });
    headings.collect()
}
