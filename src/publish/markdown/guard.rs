//! Nothing is lost: the letters of a text are compared with those of its page, whatever became of them in between.
//!
//! In the usual case this is one pass over each, which adds up a number for every letter, in any order: notes move to the end.
//! Only where the sums differ are the words looked for one by one.

mod words;

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::raw::{Fragment, RawToken, decode, raw_tokens};
use super::{Piece, Source, writer};
use crate::publish::reporter::Reporter;
use words::{Found, Letters, Words, is_letter, page};

/// So many of the lost words are shown.
const SHOWN: usize = 8;

/// Reports what of a text is not on its page.
pub fn check(source: Source<'_>, pieces: &[Piece<'_>], html: &str, reporter: &mut Reporter) {
    let (mut written, mut shown) = (Letters::default(), Letters::default());
    text(source, pieces, &mut written);
    page(html, &mut shown);
    if written == shown {
        return;
    }
    let (mut written, mut shown) = (Words::default(), Words::default());
    text(source, pieces, &mut written);
    page(html, &mut shown);
    let lost = lost(&written.finish(), &shown.finish());
    let (Some(first), Some(last)) = (lost.first(), lost.last()) else { return };
    let words: Vec<&str> = lost.iter().map(|(word, _)| word.as_str()).collect();
    let (begin, more) = (words.get(..SHOWN).unwrap_or(&words).join(" "), if words.len() > SHOWN { " …" } else { "" });
    reporter.at(
        source.in_file(&(first.1.start..last.1.end)),
        format!("{} words of the text are not on the page: «{begin}{more}»", words.len()),
        "something before them takes them away: write it as Markdown, or put them into a paragraph of their own",
    );
}

/// The words that are there more often than on the page.
fn lost(written: &[(String, Range<usize>)], shown: &[(String, Range<usize>)]) -> Vec<(String, Range<usize>)> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for (word, _) in shown {
        *left.entry(word).or_default() += 1;
    }
    let is_lost = |(word, _): &&(String, Range<usize>)| match left.get_mut(word.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    written.iter().filter(is_lost).cloned().collect()
}

/// Reports what the Markdown itself has no place for, such as a cell beyond the last column of its table.
pub fn check_gaps(source: Source<'_>, pieces: &[Piece<'_>], reporter: &mut Reporter) {
    let mut open: Vec<&Tag<'_>> = Vec::new();
    let mut at = 0;
    for (event, span) in pieces {
        let (end, owner) = match event {
            Event::End(_) => (span.end, open.pop()),
            _ => (span.start, open.last().copied()),
        };
        if let Some(owner) = owner.filter(|_| at < end) {
            check_gap(source, at..end, owner, reporter);
        }
        match event {
            Event::Start(tag) => {
                open.push(tag);
                at = at.max(span.start);
            }
            _ => at = at.max(span.end),
        }
    }
}

fn check_gap(source: Source<'_>, gap: Range<usize>, owner: &Tag<'_>, reporter: &mut Reporter) {
    let text = source.markdown.get(gap.clone()).unwrap_or_default();
    if !text.chars().any(is_letter) {
        return;
    }
    let help = match owner {
        Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
            "the row has more cells than the table has columns: add a column to its first two lines, or write `\\|` for \
             the sign itself"
        }
        // `{#name}` and `{.class}` are no text.
        Tag::Heading { .. } if text.split(['{', '}', ' ', '#']).all(is_attribute) && text.contains(['#', '.']) => {
            return;
        }
        Tag::Heading { .. } => "write `\\{` for the sign itself",
        Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::Strikethrough => "write it as a paragraph of its own",
        // Addresses, numbers, names of notes and languages of code, definitions of links.
        _ => return,
    };
    let start = gap.start + text.find(is_letter).unwrap_or_default();
    let shown = text.trim().trim_matches('|').trim();
    reporter.at(source.in_file(&(start..gap.end)), format!("this of the text is not on the page: «{shown}»"), help);
}

fn is_attribute(part: &str) -> bool {
    part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '\n' | '\r'))
}

/// Finds the words of a text, in its order.
fn text(source: Source<'_>, pieces: &[Piece<'_>], found: &mut impl Found) {
    let mut block = Fragment::default();
    for (event, span) in pieces {
        match event {
            Event::Text(text) | Event::Code(text) => found.text(text, source.markdown, span),
            Event::Html(html) => block.push(html, span),
            Event::End(TagEnd::HtmlBlock) => {
                found.boundary();
                raw(&std::mem::take(&mut block), source.markdown, found);
                found.boundary();
            }
            Event::InlineHtml(html) => {
                let mut inline = Fragment::default();
                inline.push(html, span);
                raw(&inline, source.markdown, found);
            }
            Event::TaskListMarker(done) => found.text(writer::task(*done), "", span),
            Event::Start(Tag::Image { title, .. }) => {
                found.boundary();
                found.text(title, "", span);
                found.boundary();
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            | Event::FootnoteReference(_) => {}
            _ => found.boundary(),
        }
    }
}

fn raw(fragment: &Fragment, markdown: &str, found: &mut impl Found) {
    for (token, within) in raw_tokens(fragment.html()) {
        let place = fragment.in_text(&within);
        match token {
            RawToken::Text(text) => found.text(&decode(text), markdown, &place),
            RawToken::Start(tag) if tag.name == "img" => {
                found.boundary();
                for name in ["alt", "title"] {
                    found.text(&tag.attribute(name).unwrap_or_default(), "", &place);
                    found.boundary();
                }
            }
            RawToken::Start(tag) => words::element(&tag.name, found),
            RawToken::End(name) => words::element(&name, found),
            _ => {}
        }
    }
}
