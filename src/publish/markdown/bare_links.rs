//! Addresses that stand in a text without brackets.

use std::ops::Range;
use std::sync::LazyLock;

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::{Piece, raw};

static FINDER: LazyLock<LinkFinder> = LazyLock::new(LinkFinder::new);

/// Makes links of the addresses in a text.
pub fn link<'a>(markdown: &str, pieces: Vec<Piece<'a>>) -> Vec<Piece<'a>> {
    if !markdown.contains("://") && !markdown.contains('@') {
        return pieces;
    }
    let mut linked = Vec::with_capacity(pieces.len() + 8);
    let mut run: Vec<Piece<'a>> = Vec::new();
    // How many elements are open in which an address is no link, or one already.
    let mut closed = 0usize;
    for (event, span) in pieces {
        match &event {
            Event::Text(_) if closed == 0 && run.last().is_none_or(|(_, last)| last.end == span.start) => {
                run.push((event, span));
                continue;
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => closed = closed.saturating_sub(1),
            Event::InlineHtml(html) => match raw::is_link_tag(html) {
                Some(true) => closed += 1,
                Some(false) => closed = closed.saturating_sub(1),
                None => {}
            },
            Event::End(TagEnd::Paragraph) => closed = 0,
            _ => {}
        }
        flush(&mut run, &mut linked);
        match event {
            Event::Text(_) if closed == 0 => run.push((event, span)),
            _ => linked.push((event, span)),
        }
    }
    flush(&mut run, &mut linked);
    linked
}

/// Adds texts that follow each other without a gap.
fn flush<'a>(run: &mut Vec<Piece<'a>>, linked: &mut Vec<Piece<'a>>) {
    let texts = std::mem::take(run);
    let text: String = texts.iter().map(|(event, _)| content(event)).collect();
    let is_address = |link: &linkify::Link<'_>| match link.kind() {
        LinkKind::Email => true,
        _ => ["https://", "http://"].iter().any(|scheme| link.as_str().to_ascii_lowercase().starts_with(scheme)),
    };
    let found: Vec<_> = if text.contains("://") || text.contains('@') {
        FINDER.links(&text).filter(is_address).collect()
    } else {
        Vec::new()
    };
    if found.is_empty() {
        return linked.extend(texts);
    }
    let mut at = 0;
    for link in found {
        cut(&texts, at..link.start(), linked);
        let kind = if *link.kind() == LinkKind::Email { LinkType::Email } else { LinkType::Autolink };
        let dest_url = CowStr::from(link.as_str().to_owned());
        let first = linked.len();
        cut(&texts, link.start()..link.end(), linked);
        let words = linked.get(first..).unwrap_or_default();
        let start = words.first().map_or(0, |(_, span)| span.start);
        let span = start..words.last().map_or(start, |(_, span)| span.end);
        let tag = Tag::Link { link_type: kind, dest_url, title: CowStr::Borrowed(""), id: CowStr::Borrowed("") };
        linked.insert(first, (Event::Start(tag), span.clone()));
        linked.push((Event::End(TagEnd::Link), span));
        at = link.end();
    }
    cut(&texts, at..text.len(), linked);
}

/// Adds the texts between two bytes of all of them together.
fn cut<'a>(texts: &[Piece<'a>], range: Range<usize>, linked: &mut Vec<Piece<'a>>) {
    let mut start = 0;
    for (event, span) in texts {
        let text = content(event);
        let (from, to) = (range.start.max(start) - start, range.end.min(start + text.len()).saturating_sub(start));
        start += text.len();
        if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
            // What was written as a reference is one character in the text.
            let is_as_written = span.len() == text.len();
            let place = if is_as_written { span.start + from..span.start + to } else { span.clone() };
            linked.push((Event::Text(CowStr::from(part.to_owned())), place));
        }
    }
}

fn content<'e>(event: &'e Event<'_>) -> &'e str {
    match event {
        Event::Text(text) => text,
        _ => "",
    }
}
