//! The HTML of Markdown, tag by tag.

mod element;
mod figure;
mod link;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::footnotes::{Footnotes, check_undefined};
use super::headings::Headings;
use super::table::Table;
use super::{Link, Piece, Source};
use crate::i18n::messages;
use crate::publish::html::escape;
use crate::publish::reporter::Reporter;
use element::words;

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    /// The HTML, raw HTML in it as it was.
    pub html: String,
    /// Links to the site's own paths.
    pub links: Vec<Link>,
    /// Links to places in the article.
    pub places: Vec<(String, Range<usize>)>,
}

/// Writes the HTML of a text.
pub fn write(source: Source<'_>, pieces: &[Piece<'_>], reporter: &mut Reporter) -> Written {
    let footnotes = Footnotes::of(source, pieces, reporter);
    let headings = Headings::of(pieces);
    let written = Written { html: String::with_capacity(source.markdown.len() * 5 / 4), ..Written::default() };
    let mut writer = Writer {
        source,
        pieces,
        reporter,
        footnotes,
        headings,
        written,
        table: Table::default(),
        tables: 0,
        levels: Vec::new(),
        link_closers: Vec::new(),
        notes: Vec::new(),
        in_code: false,
    };
    let mut at = 0;
    while let Some((event, span)) = pieces.get(at) {
        at = writer.piece(at, event, span);
    }
    let Writer { footnotes, mut written, .. } = writer;
    footnotes.finish(source, &mut written.html);
    written
}

struct Writer<'a, 'f> {
    source: Source<'a>,
    pieces: &'a [Piece<'a>],
    reporter: &'f mut Reporter,
    footnotes: Footnotes,
    headings: Headings,
    written: Written,
    table: Table,
    /// How many tables there were.
    tables: usize,
    /// The levels of the open headings.
    levels: Vec<usize>,
    /// What closes the open links: nothing for those that were refused.
    link_closers: Vec<&'static str>,
    /// The notes that are being written: their names, and the text that waits for their end.
    notes: Vec<(String, String)>,
    in_code: bool,
}

impl<'a> Writer<'a, '_> {
    /// Writes a piece and says which comes next.
    fn piece(&mut self, at: usize, event: &Event<'a>, span: &Range<usize>) -> usize {
        let out = &mut self.written.html;
        match event {
            Event::Start(Tag::Paragraph) => {
                if let Some(end) = self.figure(at) {
                    return end;
                }
                self.written.html.push_str("<p>");
            }
            Event::Start(Tag::Image { .. }) => return self.image(at, false),
            Event::Start(tag) => self.open(at, tag, span),
            Event::End(tag) => self.close(tag),
            Event::Text(text) => {
                escape::text(out, text);
                if !self.in_code && text.contains('[') {
                    check_undefined(self.source, text, span, self.reporter);
                }
            }
            Event::Code(code) => {
                out.push_str("<code>");
                escape::text(out, code);
                out.push_str("</code>");
            }
            Event::Html(html) | Event::InlineHtml(html) => out.push_str(html),
            Event::SoftBreak => out.push('\n'),
            Event::HardBreak => out.push_str("<br>\n"),
            Event::Rule => out.push_str("<hr>\n"),
            Event::FootnoteReference(label) => self.footnotes.mention(label, out),
            // Not enabled.
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        at + 1
    }

    fn open(&mut self, at: usize, tag: &Tag<'a>, span: &Range<usize>) {
        let out = &mut self.written.html;
        match tag {
            Tag::Heading { level, .. } => {
                let level = self.headings.level(*level);
                let id = self.headings.id(&words(self.pieces, at));
                self.levels.push(level);
                out.push_str(&format!("<h{level} id=\"{id}\">"));
            }
            Tag::BlockQuote(_) => out.push_str("<blockquote>\n"),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
                self.in_code = true;
                // It scrolls, so the keyboard must reach it.
                out.push_str("<pre tabindex=\"0\"><code>");
            }
            Tag::List(None) => out.push_str("<ul>\n"),
            Tag::List(Some(1)) => out.push_str("<ol>\n"),
            Tag::List(Some(first)) => out.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => out.push_str("<li>"),
            Tag::FootnoteDefinition(label) => {
                let text = std::mem::take(out);
                self.notes.push((label.to_string(), text));
            }
            Tag::Table(alignments) => {
                self.tables += 1;
                let name = messages(self.source.setting.lang).table;
                self.table = Table::open(out, alignments, name, self.tables);
            }
            Tag::TableHead => self.table.open_head(out),
            Tag::TableRow => self.table.open_row(out),
            Tag::TableCell => {
                let empty = matches!(self.pieces.get(at + 1), Some((Event::End(TagEnd::TableCell), _)));
                self.table.open_cell(out, empty);
            }
            Tag::Emphasis => out.push_str("<em>"),
            Tag::Strong => out.push_str("<strong>"),
            Tag::Strikethrough => out.push_str("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.link(*link_type, dest_url, title, span),
            // Handled before, without a tag of their own, or not enabled.
            Tag::Paragraph | Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => {}
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {}
            Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn close(&mut self, tag: &TagEnd) {
        let out = &mut self.written.html;
        match tag {
            TagEnd::Paragraph => out.push_str("</p>\n"),
            TagEnd::Heading(_) => {
                let level = self.levels.pop().unwrap_or(2);
                out.push_str(&format!("</h{level}>\n"));
            }
            TagEnd::BlockQuote(_) => out.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                out.push_str("</code></pre>\n");
            }
            TagEnd::List(true) => out.push_str("</ol>\n"),
            TagEnd::List(false) => out.push_str("</ul>\n"),
            TagEnd::Item => out.push_str("</li>\n"),
            TagEnd::FootnoteDefinition => {
                if let Some((label, text)) = self.notes.pop() {
                    let html = std::mem::replace(out, text);
                    self.footnotes.define(&label, html);
                }
            }
            TagEnd::Table => Table::close(out),
            TagEnd::TableHead => self.table.close_head(out),
            TagEnd::TableRow => out.push_str("</tr>\n"),
            TagEnd::TableCell => self.table.close_cell(out),
            TagEnd::Emphasis => out.push_str("</em>"),
            TagEnd::Strong => out.push_str("</strong>"),
            TagEnd::Strikethrough => out.push_str("</del>"),
            TagEnd::Link => out.push_str(self.link_closers.pop().unwrap_or_default()),
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {}
            TagEnd::DefinitionList | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => {}
            TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }
}
