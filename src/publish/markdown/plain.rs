//! The words of a text without its marks.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Piece, allow_list};
use crate::publish::teaser::fold;

/// The words of a text.
#[derive(Debug, Default)]
pub struct Plain {
    /// All of them, white space folded.
    pub text: String,
    /// Those of the first paragraph; all of them where there is no paragraph.
    pub opening: String,
}

/// Reads the words.
pub fn read(pieces: &[Piece<'_>]) -> Plain {
    let mut reader = Reader::default();
    for (event, _) in pieces {
        reader.piece(event);
    }
    let text = fold(&reader.text);
    let opening = if reader.opening.is_empty() { text.clone() } else { reader.opening };
    Plain { text, opening }
}

#[derive(Default)]
struct Reader {
    text: String,
    opening: String,
    /// Where the open paragraph began, if it may be the first of the article.
    paragraph: Option<usize>,
    /// How many quotes and lists are open: their paragraphs open no article.
    depth: usize,
    /// How many elements are open whose words do not count.
    muted: usize,
    /// The raw element that is open inline and whose content is no text.
    hidden: Option<&'static str>,
    /// The raw HTML block that is open.
    block: String,
}

impl Reader {
    fn piece(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::Code(text) => self.push(text),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.push(" "),
            Event::Html(html) => self.block.push_str(html),
            Event::InlineHtml(html) => self.inline_html(html),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.muted > 0 || self.hidden.is_some() {
            return;
        }
        // A soft hyphen is a place to break a line, and no letter.
        let printed =
            |c: char| c.is_whitespace() || !(c.is_control() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}'));
        text.split(|c| !printed(c)).for_each(|part| self.text.push_str(part));
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                let first = self.depth == 0 && self.muted == 0 && self.opening.is_empty();
                self.paragraph = first.then_some(self.text.len());
            }
            Tag::Table(_) | Tag::Image { .. } | Tag::FootnoteDefinition(_) => self.muted += 1,
            Tag::BlockQuote(_) | Tag::List(_) => self.depth += 1,
            _ => {}
        }
    }

    fn close(&mut self, tag: &TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                if let Some(start) = self.paragraph.take() {
                    self.opening = fold(self.text.get(start..).unwrap_or_default());
                }
                self.hidden = None;
            }
            // What follows is another sentence.
            TagEnd::Heading(_) if self.text.ends_with(char::is_alphanumeric) => self.push("."),
            TagEnd::Table | TagEnd::Image | TagEnd::FootnoteDefinition => self.muted = self.muted.saturating_sub(1),
            TagEnd::BlockQuote(_) | TagEnd::List(_) => self.depth = self.depth.saturating_sub(1),
            TagEnd::HtmlBlock => {
                let block = std::mem::take(&mut self.block);
                self.push(&allow_list::words(&block));
            }
            _ => {}
        }
        let inline =
            matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image);
        if !inline {
            self.push(" ");
        }
    }

    fn inline_html(&mut self, html: &str) {
        let tag = html.trim_start_matches(['<', '/']).to_ascii_lowercase();
        let named = ["script", "style"].into_iter().find(|name| tag.starts_with(name));
        match named {
            Some(name) if html.starts_with("</") => self.hidden = self.hidden.filter(|hidden| *hidden != name),
            Some(name) => self.hidden = Some(name),
            None if tag.starts_with("br") => self.push(" "),
            None => {}
        }
    }
}
