//! One element among the pieces of a text: its end and its words.

use pulldown_cmark::Event;

use crate::publish::markdown::Piece;

/// What comes after the element that begins at `at`.
pub fn end_of(pieces: &[Piece<'_>], at: usize) -> usize {
    let mut open = 0usize;
    for (index, (event, _)) in pieces.iter().enumerate().skip(at) {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open = open.saturating_sub(1),
            _ => {}
        }
        if open == 0 {
            return index + 1;
        }
    }
    pieces.len()
}

/// The words within the element that begins at `at`.
pub fn words(pieces: &[Piece<'_>], at: usize) -> String {
    let mut words = String::new();
    for (event, _) in pieces.get(at..end_of(pieces, at)).unwrap_or_default() {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}
