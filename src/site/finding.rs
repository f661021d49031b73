//! What is found wrong while one file is read: spans now, lines and excerpts only at the end.

use std::ops::Range;
use std::path::Path;

use crate::site::fault::{Fault, Place};

/// The findings in one file.
#[derive(Clone, Debug, Default)]
pub struct Findings(Vec<Finding>);

/// One finding: the bytes that are wrong, or the file as a whole.
#[derive(Clone, Debug)]
struct Finding {
    span: Option<Range<usize>>,
    message: String,
    help: String,
}

/// A longer line is shown in part: a file without line breaks must not be copied for each of its faults.
const LONGEST_EXCERPT: usize = 16 * 1024;

impl Findings {
    /// Bytes of the file that are wrong.
    pub fn at(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.0.push(Finding { span: Some(span), message: message.into(), help: help.into() });
    }

    /// A file that is wrong as a whole.
    pub fn whole(&mut self, message: impl Into<String>, help: impl Into<String>) {
        self.0.push(Finding { span: None, message: message.into(), help: help.into() });
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds another reader's findings in the same file.
    pub fn append(&mut self, mut others: Findings) {
        self.0.append(&mut others.0);
    }

    /// Gives the findings their lines: one sweep over the text, however many there are.
    pub fn into_faults(mut self, file: &Path, text: &str) -> Vec<Fault> {
        self.0.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
        let mut line = 1;
        let mut line_start = 0;
        let mut faults = Vec::with_capacity(self.0.len());
        for Finding { span, message, help } in self.0 {
            let mut place = Place::default();
            if let Some(span) = span {
                let start = floor(text, span.start);
                let skipped = text.get(line_start..start).unwrap_or_default();
                line += skipped.matches('\n').count();
                line_start += skipped.rfind('\n').map_or(0, |at| at + 1);
                place = excerpt(text, line, line_start, start, floor(text, span.end));
            }
            faults.push(Fault { file: file.to_owned(), place, message, help });
        }
        faults
    }
}

/// The place of the bytes from `start` to `end`, in a line that begins at `line_start`.
fn excerpt(text: &str, line: usize, line_start: usize, start: usize, end: usize) -> Place {
    let rest = text.get(line_start..).unwrap_or_default();
    let full = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
    let column = full.get(..start - line_start).unwrap_or(full).chars().count() + 1;
    let mut from = 0;
    let mut to = full.len();
    if full.len() > LONGEST_EXCERPT {
        from = floor(full, (start - line_start).saturating_sub(LONGEST_EXCERPT / 2));
        to = floor(full, from + LONGEST_EXCERPT);
    }
    let shown = full.get(from..to).unwrap_or_default();
    let start = (start - line_start - from).min(shown.len());
    let end = end.saturating_sub(line_start + from).clamp(start, shown.len());
    // Nothing at all cannot be marked: an empty line is shown as a space.
    let shown = if shown.is_empty() { " " } else { shown };
    let next = shown.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Place { line, column, excerpt: shown.to_owned(), marked: (start, end.max(start + next)) }
}

/// The nearest character's start at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_get_their_lines_in_order() {
        let text = "первая\r\nвторая строка\n\nпятая";
        let mut findings = Findings::default();
        let word = text.find("строка").expect("there");
        findings.at(text.len()..text.len(), "end", "");
        findings.at(word..word + "строка".len(), "word", "");
        findings.whole("file", "");
        findings.at(0..2, "first", "");
        let faults = findings.into_faults(Path::new("a.md"), text);
        let places: Vec<_> = faults
            .iter()
            .map(|fault| (fault.message.as_str(), fault.place.line, fault.place.column, fault.place.excerpt.as_str()))
            .collect();
        assert_eq!(
            places,
            [("file", 0, 0, ""), ("first", 1, 1, "первая"), ("word", 2, 8, "вторая строка"), ("end", 4, 6, "пятая")]
        );
        let (start, end) = faults[2].place.marked;
        assert_eq!(&faults[2].place.excerpt[start..end], "строка");
    }

    #[test]
    fn a_line_without_end_is_shown_in_part() {
        let text = "ы".repeat(100_000) + "!" + &"ы".repeat(100_000);
        let mut findings = Findings::default();
        findings.at(200_000..200_001, "here", "");
        let place = &findings.into_faults(Path::new("a.md"), &text)[0].place;
        assert_eq!(place.column, 100_001);
        assert!(place.excerpt.len() <= LONGEST_EXCERPT);
        assert_eq!(&place.excerpt[place.marked.0..place.marked.1], "!");
    }
}
