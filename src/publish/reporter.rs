//! What is reported as wrong while one file is read: spans now, lines and excerpts only at the end.

use std::ops::Range;
use std::path::Path;

use crate::publish::diagnostic::{Diagnostic, Place, Severity};

/// What is reported of one file.
#[derive(Clone, Debug, Default)]
pub struct Reporter(Vec<Report>);

/// One report: the bytes that are wrong, or the file as a whole.
#[derive(Clone, Debug)]
struct Report {
    span: Option<Range<usize>>,
    message: String,
    help: String,
    severity: Severity,
}

/// A longer line is shown in part: a file without line breaks must not be copied for each of its faults.
const LONGEST_EXCERPT: usize = 16 * 1024;

/// So many reports of a file are shown with their lines; if there are more, they have a cause that these show.
const EXCERPTS: usize = 50;

impl Reporter {
    /// Bytes of the file that are wrong.
    pub fn at(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let severity = Severity::Fault;
        self.0.push(Report { span: Some(span), message: message.into(), help: help.into(), severity });
    }

    /// Bytes of the file that are probably wrong.
    pub fn warn(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let severity = Severity::Warning;
        self.0.push(Report { span: Some(span), message: message.into(), help: help.into(), severity });
    }

    /// A file that is wrong as a whole.
    pub fn whole(&mut self, message: impl Into<String>, help: impl Into<String>) {
        let severity = Severity::Fault;
        self.0.push(Report { span: None, message: message.into(), help: help.into(), severity });
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds what another reader has reported of the same file.
    pub fn append(&mut self, mut others: Reporter) {
        self.0.append(&mut others.0);
    }

    /// Gives the reports their lines: one sweep over the text, however many there are.
    pub fn into_diagnostics(mut self, file: &Path, text: &str) -> Vec<Diagnostic> {
        self.0.sort_by_key(|report| report.span.as_ref().map(|span| span.start));
        let mut sweep = Sweep { text, at: 0, line: 1, column: 1, line_start: 0 };
        let mut diagnostics = Vec::with_capacity(self.0.len());
        for Report { span, message, help, severity } in self.0 {
            let place = match span {
                Some(span) => sweep.place(span, diagnostics.len() < EXCERPTS),
                None => Place::default(),
            };
            diagnostics.push(Diagnostic { file: file.to_owned(), place, message, help, severity });
        }
        diagnostics
    }
}

/// A walk through a text that only goes forward.
struct Sweep<'a> {
    text: &'a str,
    at: usize,
    /// Of `at`, counted from one.
    line: usize,
    /// Of `at` in characters, counted from one.
    column: usize,
    line_start: usize,
}

impl Sweep<'_> {
    /// The place of a span that begins at or after the last one.
    fn place(&mut self, span: Range<usize>, with_excerpt: bool) -> Place {
        let start = floor(self.text, span.start);
        let passed = self.text.get(self.at..start).unwrap_or_default();
        self.line += passed.matches('\n').count();
        match passed.rfind('\n') {
            Some(last) => {
                self.line_start = self.at + last + 1;
                self.column = 1 + self.text.get(self.line_start..start).unwrap_or_default().chars().count();
            }
            None => self.column += passed.chars().count(),
        }
        self.at = start;
        let mut place = Place { line: self.line, column: self.column, ..Place::default() };
        if with_excerpt {
            (place.excerpt, place.marked) = self.excerpt(start, floor(self.text, span.end));
        }
        place
    }

    /// The line of the bytes from `start` to `end`, and where they stand in it.
    fn excerpt(&self, start: usize, end: usize) -> (String, (usize, usize)) {
        let rest = self.text.get(self.line_start..).unwrap_or_default();
        let full = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let (start, end) = (start - self.line_start, end.saturating_sub(self.line_start));
        let (mut from, mut to) = (0, full.len());
        if full.len() > LONGEST_EXCERPT {
            from = floor(full, start.saturating_sub(LONGEST_EXCERPT / 2));
            to = floor(full, from + LONGEST_EXCERPT);
        }
        let shown = full.get(from..to).unwrap_or_default();
        let start = start.saturating_sub(from).min(shown.len());
        let end = end.saturating_sub(from).clamp(start, shown.len());
        let next = shown.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        // Nothing at all cannot be marked: an empty line is shown as a space.
        let shown = if shown.is_empty() { " " } else { shown };
        (shown.to_owned(), (start, end.max(start + next)))
    }
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
        let mut reporter = Reporter::default();
        let word = text.find("строка").expect("there");
        reporter.at(text.len()..text.len(), "end", "");
        reporter.at(word..word + "строка".len(), "word", "");
        reporter.whole("file", "");
        reporter.at(0..2, "first", "");
        let diagnostics = reporter.into_diagnostics(Path::new("a.md"), text);
        let places: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| {
                (
                    diagnostic.message.as_str(),
                    diagnostic.place.line,
                    diagnostic.place.column,
                    diagnostic.place.excerpt.as_str(),
                )
            })
            .collect();
        assert_eq!(
            places,
            [("file", 0, 0, ""), ("first", 1, 1, "первая"), ("word", 2, 8, "вторая строка"), ("end", 4, 6, "пятая")]
        );
        let (start, end) = diagnostics[2].place.marked;
        assert_eq!(&diagnostics[2].place.excerpt[start..end], "строка");
    }

    #[test]
    fn a_line_without_end_is_shown_in_part() {
        let text = "ы".repeat(100_000) + "!" + &"ы".repeat(100_000);
        let mut reporter = Reporter::default();
        reporter.at(200_000..200_001, "here", "");
        let place = &reporter.into_diagnostics(Path::new("a.md"), &text)[0].place;
        assert_eq!(place.column, 100_001);
        assert!(place.excerpt.len() <= LONGEST_EXCERPT);
        assert_eq!(&place.excerpt[place.marked.0..place.marked.1], "!");
    }
}
