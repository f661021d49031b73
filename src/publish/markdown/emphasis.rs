//! Emphasis where a quotation mark meets a letter: `**«Хабаршы»**ның`.
//!
//! The rules of CommonMark close no emphasis between a sign and a letter, as they are made for languages without endings after
//! quotation marks. What they leave as asterisks is paired here, if one opens before a word and one of the same length closes
//! after one, in the same element.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Piece;

/// Some asterisks that the parser took for text.
struct Asterisks {
    /// The number of the first piece, and of that after the last.
    first: usize,
    after: usize,
    count: usize,
    opens: bool,
    closes: bool,
}

/// Makes emphasis of the asterisks that belong together.
pub fn pair<'a>(markdown: &str, mut pieces: Vec<Piece<'a>>) -> Vec<Piece<'a>> {
    if !markdown.contains('*') {
        return pieces;
    }
    let mut pairs: Vec<(Asterisks, Asterisks)> = Vec::new();
    let mut open: Vec<Vec<Asterisks>> = vec![Vec::new()];
    let mut at = 0;
    let mut in_code = false;
    while let Some((event, _)) = pieces.get(at) {
        if let Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock) = event {
            in_code = !in_code;
        }
        match event {
            Event::Start(_) => open.push(Vec::new()),
            Event::End(_) if open.len() > 1 => {
                open.pop();
            }
            Event::Text(_) if !in_code => {
                if let Some(found) = asterisks(markdown, &pieces, at) {
                    at = found.after;
                    if let Some(level) = open.last_mut() {
                        match level.iter().rposition(|before| found.closes && before.count == found.count) {
                            Some(opener) => {
                                let opener = level.drain(opener..).next();
                                pairs.extend(opener.map(|opener| (opener, found)));
                            }
                            None if found.opens => level.push(found),
                            None => {}
                        }
                    }
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    // From the end, so that numbers stay what they are.
    let mut marks: Vec<(Asterisks, bool)> = pairs.into_iter().flat_map(|(a, b)| [(a, true), (b, false)]).collect();
    marks.sort_by_key(|(mark, _)| std::cmp::Reverse(mark.first));
    for (mark, is_start) in marks {
        let (Some((_, first)), Some((_, last))) = (pieces.get(mark.first), pieces.get(mark.after - 1)) else {
            continue;
        };
        let span = first.start..last.end;
        let event = match (mark.count, is_start) {
            (1, true) => Event::Start(Tag::Emphasis),
            (1, false) => Event::End(TagEnd::Emphasis),
            (_, true) => Event::Start(Tag::Strong),
            (_, false) => Event::End(TagEnd::Strong),
        };
        pieces.splice(mark.first..mark.after, [(event, span)]);
    }
    pieces
}

/// The one or two asterisks that begin at a piece.
fn asterisks(markdown: &str, pieces: &[Piece<'_>], first: usize) -> Option<Asterisks> {
    let is_mark = |(event, span): &Piece<'_>| {
        let written = markdown.get(span.clone()).unwrap_or_default();
        let is_text = matches!(event, Event::Text(text) if **text == *written);
        let escaped = markdown.get(..span.start).is_some_and(|before| before.ends_with('\\'));
        is_text && !escaped && !written.is_empty() && written.bytes().all(|byte| byte == b'*')
    };
    let mut after = first;
    while let Some(piece) = pieces.get(after).filter(|piece| is_mark(piece)) {
        if after > first && pieces.get(after - 1).is_some_and(|(_, last)| last.end != piece.1.start) {
            break;
        }
        after += 1;
    }
    let (start, end) = (pieces.get(first)?.1.start, pieces.get(after.checked_sub(1)?)?.1.end);
    let count = end.checked_sub(start).filter(|count| after > first && matches!(count, 1 | 2))?;
    let before = markdown.get(..start)?.chars().next_back().filter(|c| !c.is_whitespace());
    let next = markdown.get(end..)?.chars().next().filter(|c| !c.is_whitespace());
    // One asterisk between two signs is a sign itself: `(*)`.
    let is_sign = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric());
    let fits = count == 2 || !(is_sign(before) && is_sign(next));
    Some(Asterisks { first, after, count, opens: next.is_some() && fits, closes: before.is_some() && fits })
}
