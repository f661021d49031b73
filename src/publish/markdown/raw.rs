//! Raw HTML before the allow-list: pictures, players, links and places are made of it as of Markdown's own, and what a page
//! cannot have is a fault at its tag, since the allow-list would take it away in silence.

mod elements;
mod ids;
mod player;
mod tag;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag as Block, TagEnd};

use super::href::{Target, target};
use super::picture;
use super::places::Places;
use super::{Link, Piece, Source};
use crate::model::Picture;
use crate::publish::html::escape;
use crate::publish::reporter::Reporter;
use elements::{Treatment, holds_figures, is_refused, is_void, treatment};
use player::Player;
use tag::{Tag, Token, tokens};

pub use ids::ids;
pub use player::add as add_player;
pub use tag::{Token as RawToken, decode, tokens as raw_tokens};

/// A text whose raw HTML was read.
pub struct Raw<'a> {
    /// The pieces, with raw HTML that the allow-list takes whole.
    pub pieces: Vec<Piece<'a>>,
    /// Links to the site's own paths.
    pub links: Vec<Link>,
    /// Links to places in the article.
    pub places: Vec<(String, Range<usize>)>,
    /// Whether something was refused, so that the page lacks it.
    pub is_refused: bool,
}

/// Reads the raw HTML of a text.
pub fn read<'a>(source: Source<'a>, pieces: &[Piece<'a>], places: &Places, reporter: &mut Reporter) -> Raw<'a> {
    let raw =
        Raw { pieces: Vec::with_capacity(pieces.len()), links: Vec::new(), places: Vec::new(), is_refused: false };
    let mut reader =
        Reader { source, known: places, reporter, raw, in_block: false, open: Vec::new(), player: None, choices: 0 };
    let mut block = Fragment::default();
    for (event, span) in pieces {
        match event {
            Event::Html(html) => block.push(html, span),
            Event::Start(Block::HtmlBlock) => {
                reader.in_block = true;
                reader.open.clear();
                reader.raw.pieces.push((event.clone(), span.clone()));
            }
            Event::End(TagEnd::HtmlBlock) => {
                reader.fragment(&std::mem::take(&mut block));
                reader.in_block = false;
                reader.raw.pieces.push((event.clone(), span.clone()));
            }
            Event::InlineHtml(html) => {
                let mut inline = Fragment::default();
                inline.push(html, span);
                reader.fragment(&inline);
            }
            _ => {
                if matches!(event, Event::End(TagEnd::Paragraph)) {
                    reader.open.clear();
                }
                reader.raw.pieces.push((event.clone(), span.clone()));
            }
        }
    }
    reader.close_player();
    reader.raw
}

/// Raw HTML that stands together, without the marks of quotes and lists before its lines.
#[derive(Default)]
pub struct Fragment {
    html: String,
    /// Where a line begins, in it and in the text.
    starts: Vec<(usize, usize)>,
}

impl Fragment {
    /// Adds a line, or a part of one.
    pub fn push(&mut self, html: &str, span: &Range<usize>) {
        self.starts.push((self.html.len(), span.start));
        self.html.push_str(html);
    }

    /// The HTML.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The bytes of the text from which some bytes of it come.
    pub fn in_text(&self, span: &Range<usize>) -> Range<usize> {
        let place = |at: usize, inclusive: bool| {
            let before = |start: usize| if inclusive { start <= at } else { start < at };
            let (start, text) = self.starts.iter().rev().find(|(start, _)| before(*start)).copied().unwrap_or_default();
            text + at.saturating_sub(start)
        };
        place(span.start, true)..place(span.end, false)
    }
}

struct Reader<'a, 'f> {
    source: Source<'a>,
    known: &'f Places,
    reporter: &'f mut Reporter,
    raw: Raw<'a>,
    /// Whether the HTML is a block, and not within a line.
    in_block: bool,
    /// The elements of the block or paragraph that are open.
    open: Vec<String>,
    /// The player that is open.
    player: Option<Player>,
    /// How many choices of pictures are open.
    choices: usize,
}

impl<'a> Reader<'a, '_> {
    fn fragment(&mut self, fragment: &Fragment) {
        let mut out = String::with_capacity(fragment.html().len());
        for (token, span) in tokens(fragment.html()) {
            let written = fragment.html().get(span.clone()).unwrap_or_default();
            let place = self.source.in_file(&fragment.in_text(&span));
            match token {
                Token::Start(tag) => self.start(&tag, written, place, &mut out),
                Token::End(name) => self.end(&name, written, &mut out),
                // What is no tag here must not become one when a tag before it is left out.
                Token::Text(text) => out.push_str(&text.replace('<', "&lt;")),
                Token::Comment => {}
                Token::Instruction => {
                    let message = format!("{} is for a program, and no page shows it", line(written));
                    self.refuse(place, message, "remove it, or write `\\<` for the sign itself");
                }
                Token::Unclosed => {
                    let end = if written.starts_with("<!--") { "-->" } else { ">" };
                    let help = format!("close it by `{end}`, or write `\\<` for the sign itself");
                    self.refuse(place, format!("a tag without its end: {}", line(written)), help);
                    out.push_str(written);
                }
            }
        }
        self.push(out);
    }

    fn push(&mut self, html: String) {
        if !html.is_empty() {
            let event = self.event(html);
            self.raw.pieces.push((event, 0..0));
        }
    }

    fn event(&self, html: String) -> Event<'a> {
        let html = CowStr::from(html);
        if self.in_block { Event::Html(html) } else { Event::InlineHtml(html) }
    }

    fn refuse(&mut self, place: Range<usize>, message: String, help: impl Into<String>) {
        self.raw.is_refused = true;
        self.reporter.at(place, message, help);
    }

    fn start(&mut self, tag: &Tag<'_>, written: &str, place: Range<usize>, out: &mut String) {
        let treatment = treatment(&tag.name);
        match treatment {
            Treatment::Kept if tag.name == "a" => self.link(tag, written, place, out),
            Treatment::Kept => self.kept(tag, &tag.name, written, out),
            Treatment::Renamed(name) => self.kept(tag, name, &format!("<{name}>"), out),
            Treatment::Picture => self.picture(tag, written, place, out),
            Treatment::Choice => self.choices += 1,
            Treatment::Player => {
                self.push(std::mem::take(out));
                self.close_player();
                self.player = Some(Player::open(tag, place.clone(), self.raw.pieces.len()));
                // Its file may stand in an element within it: the tag is written when it is known.
                let event = self.event(String::new());
                self.raw.pieces.push((event, 0..0));
                self.poster(tag, place);
            }
            Treatment::Source => self.source(tag, written, place),
            Treatment::Track => self.track(tag, place, out),
            // What stands within it is no matter of its own.
            Treatment::Refused(..) if self.open.iter().any(|open| is_refused(open)) => out.push_str(written),
            Treatment::Refused(what, help) => {
                let help = player::embedded(tag).unwrap_or_else(|| help.to_owned());
                self.refuse(place, format!("{} is {what}", line(written)), help);
                out.push_str(written);
            }
        }
        if !is_void(&tag.name) && treatment != Treatment::Choice {
            self.open.push(tag.name.clone());
        }
    }

    fn end(&mut self, name: &str, written: &str, out: &mut String) {
        if let Some(at) = self.open.iter().rposition(|open| open == name) {
            self.open.truncate(at);
        }
        match treatment(name) {
            Treatment::Renamed(other) => out.push_str(&format!("</{other}>")),
            Treatment::Choice => self.choices = self.choices.saturating_sub(1),
            Treatment::Picture | Treatment::Source | Treatment::Track => {}
            Treatment::Player => {
                out.push_str(written);
                self.push(std::mem::take(out));
                self.close_player();
            }
            Treatment::Kept | Treatment::Refused(..) => out.push_str(written),
        }
    }

    /// An element of the allow-list. An id is only kept where the text links to it, in a form that no part of the page has.
    fn kept(&mut self, tag: &Tag<'_>, name: &str, written: &str, out: &mut String) {
        let id = self.id(tag);
        match id.and_then(|id| Some((id, written.split_at_checked(name.len() + 1)?.1))) {
            // Of two attributes of one name the first counts.
            Some((id, rest)) => out.push_str(&format!("<{name} id=\"{id}\"{rest}")),
            None => out.push_str(written),
        }
    }

    fn id(&self, tag: &Tag<'_>) -> Option<&str> {
        ids::names(tag).find_map(|name| self.known.raw(&name))
    }

    fn link(&mut self, tag: &Tag<'_>, written: &str, place: Range<usize>, out: &mut String) {
        let Some(dest) = tag.attribute("href") else { return self.kept(tag, "a", written, out) };
        let href = match target(dest.trim(), self.source.setting.default_language) {
            Target::Outside => None,
            Target::Inside { path, href } => {
                self.raw.links.push(Link { path, span: place });
                (href != dest).then_some(href)
            }
            Target::Place(fragment) => {
                let fragment = self.known.resolve(&fragment);
                let href = format!("#{fragment}");
                self.raw.places.push((fragment, place));
                Some(href)
            }
            Target::File => match self.source.setting.file(&dest) {
                Ok(src) => Some(src),
                Err(error) => {
                    self.reporter.at(place, error.message, error.help);
                    None
                }
            },
            Target::Refused { message, help } => {
                self.reporter.at(place, message, help);
                None
            }
        };
        let Some(href) = href else { return self.kept(tag, "a", written, out) };
        let mut link = String::from("<a href=\"");
        escape::address(&mut link, &href);
        link.push('"');
        for name in ["title", "aria-label", "lang", "dir"] {
            if let Some(value) = tag.attribute(name) {
                link.push_str(&format!(" {name}=\""));
                escape::attribute(&mut link, &value);
                link.push('"');
            }
        }
        link.push('>');
        self.kept(tag, "a", &link, out);
    }

    fn picture(&mut self, tag: &Tag<'_>, written: &str, place: Range<usize>, out: &mut String) {
        let Some(name) = tag.attribute("src").filter(|name| !name.trim().is_empty()) else {
            let message = format!("a picture in raw HTML that names no file: {}", line(written));
            return self.refuse(place, message, "write it as Markdown: `![what it shows](name.jpg)`");
        };
        let found = match (self.source.setting.pictures)(name.trim()) {
            Ok(found) => found,
            Err(error) => return self.refuse(place, error.message, error.help),
        };
        let alt = tag.attribute("alt");
        if alt.is_none() {
            let message = format!("the picture \"{name}\" has no description");
            let help = "write what it shows, for those who cannot see it: `alt=\"…\"`; for mere decoration `alt=\"\"`";
            self.reporter.warn(place, message, help);
        }
        let found = Picture { alt: alt.unwrap_or_default().trim().to_owned(), ..found };
        let title = tag.attribute("title").unwrap_or_default();
        let stands_alone = self.in_block && self.open.iter().all(|name| holds_figures(name));
        out.push_str(if stands_alone { "<figure>" } else { "" });
        picture::add(out, &found, title.trim());
        out.push_str(if stands_alone { "</figure>" } else { "" });
    }

    fn poster(&mut self, tag: &Tag<'_>, place: Range<usize>) {
        let Some(name) = tag.attribute("poster").filter(|name| !name.is_empty()) else { return };
        match (self.source.setting.pictures)(&name) {
            Ok(found) => {
                if let Some(player) = &mut self.player {
                    player.poster = Some(found.src.to_string());
                }
            }
            Err(error) => self.reporter.at(place, error.message, error.help),
        }
    }

    fn source(&mut self, tag: &Tag<'_>, written: &str, place: Range<usize>) {
        match (&mut self.player, tag.attribute("src")) {
            (Some(player), Some(src)) => player.offer(&src, place),
            // Of a choice the picture itself is taken, in all the widths that the site makes of it.
            (None, _) if self.choices > 0 => {}
            _ => {
                let message = format!("a picture in raw HTML: {}", line(written));
                self.refuse(place, message, "write it as Markdown: `![what it shows](name.jpg)`");
            }
        }
    }

    fn track(&mut self, tag: &Tag<'_>, place: Range<usize>, out: &mut String) {
        let Some(src) = tag.attribute("src").filter(|_| self.player.is_some()) else { return };
        match (self.source.setting.media)(&src) {
            Ok(src) => player::track(out, tag, &src),
            Err(error) => self.refuse(place, error.message, error.help),
        }
    }

    /// Writes the tag of the player that is open.
    fn close_player(&mut self) {
        let Some(player) = self.player.take() else { return };
        match player.file(self.source.setting.media) {
            Ok(src) => {
                if let Some((Event::Html(html) | Event::InlineHtml(html), _)) = self.raw.pieces.get_mut(player.piece) {
                    *html = CowStr::from(player.html(&src));
                }
            }
            Err((error, place)) => self.refuse(place, error.message, error.help),
        }
    }
}

/// A tag in a message: its first line, and not too much of it.
fn line(written: &str) -> String {
    let first = written.trim().lines().next().unwrap_or_default();
    match first.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", first.get(..at).unwrap_or_default()),
        None => first.to_owned(),
    }
}

/// Whether browsers know an element, or a word processor writes it.
pub fn is_tag_name(name: &str) -> bool {
    elements::is_known(name)
}

/// Whether some raw HTML opens or closes a link.
pub fn is_link_tag(html: &str) -> Option<bool> {
    match tokens(html).first() {
        Some((Token::Start(tag), _)) if tag.name == "a" => Some(true),
        Some((Token::End(name), _)) if name == "a" => Some(false),
        _ => None,
    }
}
