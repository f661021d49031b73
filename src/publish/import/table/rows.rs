//! Rows of a table, and the CSV files that they come in.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;

use crate::publish::diagnostic::Diagnostics;
use crate::publish::import::fault::{fault, unreadable};

/// A row.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Its number in the table, from 1.
    pub number: usize,
    /// The names of the columns.
    pub columns: &'a [String],
    /// Their values; none is `NULL`.
    pub values: &'a [Option<String>],
}

impl Row<'_> {
    /// The value of a column.
    pub fn get(&self, column: &str) -> Option<&str> {
        let at = self.columns.iter().position(|known| known == column)?;
        self.values.get(at)?.as_deref()
    }
}

/// Takes a row; an error ends the reading.
pub type VisitRow<'v> = &'v mut dyn FnMut(&Row<'_>) -> Result<(), Diagnostics>;

/// Opens a file as UTF-8 without a byte order mark. What is said to be UTF-8 is handed on as it is, so that what is not can be
/// found.
///
/// # Errors
/// It cannot be read.
pub fn open(file: &Path, encoding: &'static Encoding) -> Result<Box<dyn BufRead>, Diagnostics> {
    let raw = File::open(file).map_err(|error| unreadable(file, &error))?;
    let mut input: Box<dyn BufRead> = if encoding == UTF_8 {
        Box::new(BufReader::with_capacity(1 << 16, raw))
    } else {
        let decoded = DecodeReaderBytesBuilder::new().encoding(Some(encoding)).build(raw);
        Box::new(BufReader::with_capacity(1 << 16, decoded))
    };
    let mark = input.fill_buf().map_err(|error| unreadable(file, &error))?.starts_with(b"\xef\xbb\xbf");
    input.consume(if mark { 3 } else { 0 });
    Ok(input)
}

/// What to do where a file is not in its encoding.
pub const ENCODING_HELP: &str = "write `encoding = \"windows-1251\"` into the map if the old system was of that time";

/// Reads a CSV file whose first line names the columns.
///
/// # Errors
/// The file cannot be read, is in another encoding, or is no table.
pub fn read_csv(
    file: &Path,
    encoding: &'static Encoding,
    delimiter: Option<u8>,
    visit: VisitRow<'_>,
) -> Result<(), Diagnostics> {
    let mut input = open(file, encoding)?;
    let first = input.fill_buf().map_err(|error| unreadable(file, &error))?;
    let line = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |sign: u8| line.iter().filter(|byte| **byte == sign).count();
    // Of two signs that are there as often the first is meant.
    let likely = [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign));
    let delimiter = delimiter.or(likely).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(input as Box<dyn Read>);
    let broken = |error: csv::Error| {
        let line = error.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        match error.into_kind() {
            csv::ErrorKind::Utf8 { err, .. } => fault(file, line, format!("this is not UTF-8: {err}"), ENCODING_HELP),
            csv::ErrorKind::Io(error) => unreadable(file, &error),
            kind => {
                let error = io::Error::other(format!("{kind:?}"));
                fault(file, line, format!("this is no line of a table: {error}"), "export the table again as CSV")
            }
        }
    };
    let columns: Vec<String> = reader.headers().map_err(broken)?.iter().map(|name| name.trim().to_owned()).collect();
    for (number, record) in reader.records().enumerate() {
        let record = record.map_err(broken)?;
        let values: Vec<Option<String>> =
            record.iter().map(|value| (value != "NULL" && value != "\\N").then(|| value.to_owned())).collect();
        visit(&Row { number: number + 1, columns: &columns, values: &values })?;
    }
    Ok(())
}
