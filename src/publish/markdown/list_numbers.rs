//! The numbers of lists: those that were written.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Piece;

/// The numbers of a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListNumbers {
    /// The number that the next item has by itself; none where all items are numbered by the page.
    next: Option<u64>,
}

impl ListNumbers {
    /// The numbers of the ordered list that begins at `at`. Where all items have the same one, the numbers are left to the page:
    /// that is how lists are written that change often.
    pub fn of(markdown: &str, pieces: &[Piece<'_>], at: usize) -> ListNumbers {
        let mut depth = 0usize;
        let mut numbers = Vec::new();
        for (event, span) in pieces.iter().skip(at).map(|(event, span)| (event, span)) {
            match event {
                Event::Start(Tag::List(_)) => depth += 1,
                Event::End(pulldown_cmark::TagEnd::List(_)) => depth -= 1,
                Event::Start(Tag::Item) if depth == 1 => numbers.extend(item(markdown, span)),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        let first = numbers.first().copied();
        let is_automatic = numbers.len() > 1 && numbers.iter().all(|number| Some(*number) == first);
        ListNumbers { next: first.filter(|_| !is_automatic) }
    }

    /// What an item must say of its number, if the page would give it another one.
    pub fn value(&mut self, written: Option<u64>) -> Option<u64> {
        let (next, written) = (self.next?, written?);
        self.next = Some(written + 1);
        (written != next).then_some(written)
    }
}

/// The number that an item begins with.
pub fn item(markdown: &str, span: &Range<usize>) -> Option<u64> {
    let text = markdown.get(span.clone())?.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    text.get(..end)?.parse().ok()
}
