//! A table of paths and views, as counters and spreadsheets write it: CSV.

use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use super::Answers;
use super::directory::Directory;
use crate::publish::diagnostic::{Diagnostic, Diagnostics};
use crate::publish::reporter::Reporter;
use crate::publish::source::decode;
use crate::views::counter::GREATEST;

/// The longest table, in bytes: a million articles.
const LONGEST: usize = 64 * 1024 * 1024;

/// What the columns may be called, in a first line that is none of the table's.
const NAMES: [&[&str]; 2] = [&["path", "url"], &["views", "count"]];

/// What a table says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// The views of the articles that are in it.
    pub answers: Answers,
    /// How many lines are no article of the paper.
    pub passed_over: usize,
}

/// Reads a table. `file` is its name in messages.
///
/// # Errors
/// All lines that cannot be read.
pub fn read(bytes: Vec<u8>, file: &Path, directory: &Directory<'_>) -> Result<Export, Diagnostics> {
    let diagnostic = |diagnostic| Diagnostics::new(vec![diagnostic]);
    if bytes.len() > LONGEST {
        let message = format!("the table has {} bytes, more than {LONGEST}", bytes.len());
        return Err(diagnostic(Diagnostic::of_file(
            file,
            message,
            "leave out what is no article, or import it in parts",
        )));
    }
    let text = decode(bytes, file).map_err(|found| diagnostic(*found))?;
    let mut reporter = Reporter::default();
    let export = parse(&text, directory, &mut reporter);
    if reporter.is_empty() { Ok(export) } else { Err(Diagnostics::new(reporter.into_diagnostics(file, &text))) }
}

fn parse(text: &str, directory: &Directory<'_>, reporter: &mut Reporter) -> Export {
    let separator = separator(text);
    let mut table =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut export = Export::default();
    let mut record = StringRecord::new();
    let mut is_first = true;
    loop {
        let start = table.position().byte();
        match table.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return export,
            // A text in memory gives none; whatever it is, the rest cannot be told from it.
            Err(error) => {
                reporter.whole(format!("the table cannot be read: {error}"), "write two columns, path and views");
                return export;
            }
        }
        let line = Line { text, span: trimmed(text, start, table.position().byte()), separator };
        let is_head = std::mem::take(&mut is_first) && is_head(&record);
        if is_head || record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let Some((path, views)) = line.read(&record, reporter) else { continue };
        match directory.find(path) {
            Some(path) if add(&mut export.answers, path, views) => {}
            Some(path) => reporter.at(
                line.span,
                format!("with this line {path} has more than {GREATEST} views"),
                "leave out what is not a count of views, or what stands there twice",
            ),
            None => export.passed_over += 1,
        }
    }
}

/// Adds the views of one more address of an article; `false` where the sum cannot be believed.
fn add(answers: &mut Answers, path: &str, views: u64) -> bool {
    let sum = answers.entry(path.to_owned()).or_insert(Some(0));
    let added = sum.and_then(|sum| sum.checked_add(views)).filter(|sum| *sum <= GREATEST);
    *sum = added.or(*sum);
    added.is_some()
}

/// What stands between the columns, by the first line that is not empty.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    // What is in quotes separates nothing.
    let bare: String = first.split('"').step_by(2).collect();
    [b'\t', b';'].into_iter().find(|sign| bare.bytes().any(|byte| byte == *sign)).unwrap_or(b',')
}

fn is_head(record: &StringRecord) -> bool {
    record.len() == NAMES.len()
        && record
            .iter()
            .zip(NAMES)
            .all(|(field, names)| names.iter().any(|name| field.trim().eq_ignore_ascii_case(name)))
}

/// The place of a record without the line breaks around it.
fn trimmed(text: &str, start: u64, end: u64) -> Range<usize> {
    let [start, end] = [start, end].map(|at| usize::try_from(at).unwrap_or(usize::MAX).min(text.len()));
    let raw = text.get(start..end).unwrap_or_default();
    let start = start + (raw.len() - raw.trim_start_matches(['\r', '\n']).len());
    start..start.max(start + raw.trim_matches(['\r', '\n']).len())
}

/// A line of the table, where it stands.
struct Line<'a> {
    text: &'a str,
    span: Range<usize>,
    separator: u8,
}

impl Line<'_> {
    /// The address and its views.
    fn read<'r>(&self, record: &'r StringRecord, reporter: &mut Reporter) -> Option<(&'r str, u64)> {
        let (Some(path), Some(views), 2) = (record.get(0), record.get(1), record.len()) else {
            let columns = record.len();
            let plural = if columns == 1 { "" } else { "s" };
            reporter.at(
                self.span.clone(),
                format!("this line has {columns} column{plural}"),
                "write two, path and views, between them a comma, a semicolon or a tab as in the first line; \
                 what holds one of these stands in double quotes",
            );
            return None;
        };
        let path = path.trim();
        if path.is_empty() {
            reporter.at(self.span.clone(), "this line has no path", "write the article's address, or remove the line");
            return None;
        }
        let number = number(views.trim(), self.separator != b',');
        match number.filter(|number| *number <= GREATEST) {
            Some(number) => Some((path, number)),
            None => {
                reporter.at(
                    self.place(views),
                    format!("\"{views}\" is no number of views"),
                    format!("write a whole number from 0 to {GREATEST}; the first line may be `path,views`"),
                );
                None
            }
        }
    }

    /// Where the last field stands; the whole line where it was written with escapes.
    fn place(&self, field: &str) -> Range<usize> {
        let raw = self.text.get(self.span.clone()).unwrap_or_default();
        match raw.rfind(field) {
            Some(at) if !field.is_empty() => self.span.start + at..self.span.start + at + field.len(),
            _ => self.span.clone(),
        }
    }
}

/// A whole number, its thousands separated or not: by spaces of whatever width, and by commas where these separate nothing
/// else.
fn number(text: &str, has_commas: bool) -> Option<u64> {
    let is_separator = |sign: char| sign.is_whitespace() || has_commas && sign == ',';
    let plain: Cow<'_, str> = match text.find(is_separator) {
        None => text.into(),
        Some(at) => {
            let sign = text.get(at..)?.chars().next()?;
            let mut groups = text.split(sign);
            let is_first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
            (is_first && groups.all(|group| group.len() == 3)).then(|| text.replace(sign, ""))?.into()
        }
    };
    let is_plain = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| plain.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("0", Some(0)),
            ("1234", Some(1234)),
            ("1 234", Some(1234)),
            ("1\u{a0}234\u{a0}567", Some(1_234_567)),
            ("12\u{202f}345", Some(12_345)),
            ("1,234", Some(1234)),
            ("1,23", None),
            ("1234,567", None),
            ("1,234 567", None),
            ("1.5", None),
            ("-3", None),
            ("+3", None),
            ("", None),
            ("много", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(number(text, true), value, "{text:?}");
        }
        assert_eq!(number("1,234", false), None, "a comma that separates columns separates nothing else");
    }

    #[test]
    fn the_first_line_says_what_separates() {
        for (text, sign) in
            [("/a/,1", b','), ("\n/a/;1,234", b';'), ("/a/\t1;2", b'\t'), ("\"/a;b/\",1\n/c/;2", b','), ("", b',')]
        {
            assert_eq!(separator(text), sign, "{text:?}");
        }
    }
}
