//! The HTML of Markdown, tag by tag.

mod figure;
mod link;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::footnotes::{Footnotes, check_undefined};
use super::headings::Headings;
use super::list_numbers::{ListNumbers, item};
use super::places::Places;
use super::table::Table;
use super::{Link, Piece, Source};
use crate::i18n::messages;
use crate::publish::html::escape;
use crate::publish::reporter::Reporter;

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    /// The HTML, raw HTML in it as it was.
    pub html: String,
    /// Links to the site's own paths.
    pub links: Vec<Link>,
    /// Links to places in the article.
    pub places: Vec<(String, Range<usize>)>,
    /// Whether something could not be written, which has its fault.
    pub is_incomplete: bool,
}

/// Writes the HTML of a text.
pub fn write(source: Source<'_>, pieces: &[Piece<'_>], known: &Places, reporter: &mut Reporter) -> Written {
    let footnotes = Footnotes::of(source, pieces, reporter);
    let headings = Headings::of(pieces);
    let written = Written { html: String::with_capacity(source.markdown.len() * 5 / 4), ..Written::default() };
    let mut writer = Writer {
        source,
        pieces,
        reporter,
        footnotes,
        headings,
        known,
        next_heading: 0,
        lists: Vec::new(),
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
    written.is_incomplete |= footnotes.is_incomplete();
    footnotes.finish(source, &mut written.html);
    written
}

struct Writer<'a, 'f> {
    source: Source<'a>,
    pieces: &'a [Piece<'a>],
    reporter: &'f mut Reporter,
    footnotes: Footnotes,
    headings: Headings,
    known: &'f Places,
    next_heading: usize,
    /// The numbers of the open lists.
    lists: Vec<ListNumbers>,
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
            Event::TaskListMarker(done) => out.push_str(task(*done)),
            // Not enabled.
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        at + 1
    }

    fn open(&mut self, at: usize, tag: &Tag<'a>, span: &Range<usize>) {
        let out = &mut self.written.html;
        match tag {
            Tag::Heading { level, .. } => {
                let level = self.headings.level(*level);
                let id = self.known.heading(self.next_heading);
                self.next_heading += 1;
                self.levels.push(level);
                out.push_str(&format!("<h{level} id=\"{id}\">"));
            }
            Tag::BlockQuote(_) => out.push_str("<blockquote>\n"),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
                self.in_code = true;
                // It scrolls, so the keyboard must reach it.
                out.push_str("<pre tabindex=\"0\"><code>");
            }
            Tag::List(first) => {
                out.push_str(&match first {
                    None => "<ul>\n".to_owned(),
                    Some(1) => "<ol>\n".to_owned(),
                    Some(first) => format!("<ol start=\"{first}\">\n"),
                });
                let numbers = first.map(|_| ListNumbers::of(self.source.markdown, self.pieces, at));
                self.lists.push(numbers.unwrap_or_default());
            }
            Tag::Item => {
                let numbers = self.lists.last_mut();
                let value = numbers.and_then(|numbers| numbers.value(item(self.source.markdown, span)));
                out.push_str(&value.map_or("<li>".to_owned(), |value| format!("<li value=\"{value}\">")));
            }
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
            TagEnd::List(is_ordered) => {
                self.lists.pop();
                out.push_str(if *is_ordered { "</ol>\n" } else { "</ul>\n" });
            }
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

/// The mark of a task in a list.
pub const fn task(done: bool) -> &'static str {
    if done { "☑ " } else { "☐ " }
}
