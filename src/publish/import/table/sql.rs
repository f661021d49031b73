//! Dumps of MySQL and MariaDB: the rows of their `INSERT` statements.
//!
//! A dump is read piece by piece, since one statement may hold a whole table. Nothing is run: of SQL only the form of `CREATE TABLE`
//! and `INSERT` is known, and all else is passed over.

use std::collections::HashMap;
use std::path::Path;

use encoding_rs::Encoding;

use super::rows::{ENCODING_HELP, Row};
use super::tokens::{LARGEST, Tokens};
use crate::publish::diagnostic::Diagnostics;
use crate::publish::import::fault::fault;

/// The most values of a row.
const MOST_VALUES: usize = 4096;

/// Takes a row of a table; an error ends the reading.
pub type VisitRow<'v> = &'v mut dyn FnMut(&str, &Row<'_>) -> Result<(), Diagnostics>;

/// Reads the rows of the tables that are wanted.
///
/// # Errors
/// The file cannot be read, ends within a statement, or a value is in another encoding.
pub fn read(
    file: &Path,
    encoding: &'static Encoding,
    is_wanted: &dyn Fn(&str) -> bool,
    visit: VisitRow<'_>,
) -> Result<(), Diagnostics> {
    let mut reader = Reader { tokens: Tokens::open(file, encoding)?, columns: HashMap::new(), numbers: HashMap::new() };
    while reader.tokens.skip_space()? {
        let word = reader.tokens.word()?.to_ascii_uppercase();
        match word.as_str() {
            "CREATE" => reader.create()?,
            "INSERT" | "REPLACE" => reader.insert(is_wanted, visit)?,
            _ => reader.tokens.skip_statement()?,
        }
    }
    Ok(())
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    /// The columns of tables, by `CREATE TABLE`.
    columns: HashMap<String, Vec<String>>,
    /// How many rows of a table have been read.
    numbers: HashMap<String, usize>,
}

impl Reader<'_> {
    /// The name of a table, without that of its database.
    fn table(&mut self) -> Result<String, Diagnostics> {
        self.tokens.skip_space()?;
        let mut name = self.tokens.word()?;
        while self.tokens.peek()? == Some(b'.') {
            self.tokens.byte()?;
            name = self.tokens.word()?;
        }
        Ok(name)
    }

    fn create(&mut self) -> Result<(), Diagnostics> {
        self.tokens.skip_space()?;
        if !self.tokens.word()?.eq_ignore_ascii_case("table") {
            return self.tokens.skip_statement();
        }
        let mut name = self.table()?;
        if name.eq_ignore_ascii_case("if") {
            self.table()?;
            self.table()?;
            name = self.table()?;
        }
        self.tokens.skip_space()?;
        if self.tokens.peek()? != Some(b'(') {
            return self.tokens.skip_statement();
        }
        self.tokens.byte()?;
        let mut columns = Vec::new();
        loop {
            self.tokens.skip_space()?;
            let quoted = self.tokens.peek()? == Some(b'`');
            let word = self.tokens.word()?;
            let is_key = ["primary", "key", "unique", "index", "fulltext", "constraint", "spatial", "foreign", "check"]
                .contains(&word.to_ascii_lowercase().as_str());
            if quoted || !is_key && !word.is_empty() {
                columns.push(word);
            }
            if self.skip_definition()? {
                break;
            }
        }
        self.columns.insert(name, columns);
        self.tokens.skip_statement()
    }

    /// Passes over the rest of a column's definition; `true` at the end of the table.
    fn skip_definition(&mut self) -> Result<bool, Diagnostics> {
        let mut depth = 0_usize;
        loop {
            match self.tokens.must()? {
                b',' if depth == 0 => return Ok(false),
                b')' if depth == 0 => return Ok(true),
                b'(' => depth += 1,
                b')' => depth -= 1,
                quote @ (b'\'' | b'"' | b'`') => self.tokens.skip_quoted(quote)?,
                _ => {}
            }
        }
    }

    fn insert(&mut self, is_wanted: &dyn Fn(&str) -> bool, visit: VisitRow<'_>) -> Result<(), Diagnostics> {
        let mut name = self.table()?;
        while ["into", "ignore", "low_priority", "delayed"].contains(&name.to_ascii_lowercase().as_str()) {
            name = self.table()?;
        }
        if !is_wanted(&name) {
            return self.tokens.skip_statement();
        }
        self.tokens.skip_space()?;
        let columns = match self.tokens.peek()? {
            Some(b'(') => self.names()?,
            _ => self.columns.get(&name).cloned().unwrap_or_default(),
        };
        if columns.is_empty() {
            return Err(self.tokens.broken(format!("nothing says what the columns of {name} are")));
        }
        self.tokens.skip_space()?;
        if !self.tokens.word()?.to_ascii_lowercase().starts_with("value") {
            return self.tokens.skip_statement();
        }
        loop {
            self.tokens.skip_space_only()?;
            match self.tokens.byte()? {
                Some(b'(') => {
                    let values = self.row()?;
                    let number = self.numbers.entry(name.clone()).or_default();
                    *number += 1;
                    visit(&name, &Row { number: *number, columns: &columns, values: &values })?;
                }
                Some(b',') => {}
                None | Some(b';') => return Ok(()),
                // `ON DUPLICATE KEY UPDATE`, or something that is no dump.
                Some(_) => return self.tokens.skip_statement(),
            }
        }
    }

    fn names(&mut self) -> Result<Vec<String>, Diagnostics> {
        self.tokens.byte()?;
        let mut names = Vec::new();
        loop {
            self.tokens.skip_space_only()?;
            match self.tokens.peek()? {
                Some(b')') => {
                    self.tokens.byte()?;
                    return Ok(names);
                }
                Some(b',') => {
                    self.tokens.byte()?;
                }
                None => return Err(self.tokens.broken("the file ends within a statement")),
                Some(_) => names.push(self.tokens.word()?),
            }
            if names.len() > MOST_VALUES {
                return Err(self.tokens.broken(format!("a table has more than {MOST_VALUES} columns")));
            }
        }
    }

    fn row(&mut self) -> Result<Vec<Option<String>>, Diagnostics> {
        let mut values = Vec::new();
        loop {
            self.tokens.skip_space_only()?;
            match self.tokens.peek()? {
                Some(b')') => {
                    self.tokens.byte()?;
                    return Ok(values);
                }
                Some(b',') => {
                    self.tokens.byte()?;
                }
                _ => values.push(self.value()?),
            }
            if values.len() > MOST_VALUES {
                return Err(self.tokens.broken(format!("a row has more than {MOST_VALUES} values")));
            }
        }
    }

    fn value(&mut self) -> Result<Option<String>, Diagnostics> {
        let mut bytes = Vec::new();
        let mut is_text = false;
        loop {
            match self.tokens.peek()? {
                None => return Err(self.tokens.broken("the file ends within a statement")),
                Some(quote @ (b'\'' | b'"')) => {
                    self.tokens.byte()?;
                    // What stands before the quotes says how they are encoded: `_binary`, `N`.
                    if !is_text {
                        bytes.clear();
                    }
                    is_text = true;
                    self.tokens.quoted(quote, &mut bytes)?;
                }
                Some(b',' | b')') => break,
                Some(byte) => {
                    self.tokens.byte()?;
                    if !is_text {
                        bytes.push(byte);
                    }
                }
            }
            if bytes.len() > LARGEST {
                return Err(self.tokens.broken(format!("a value has more than {LARGEST} bytes")));
            }
        }
        if !is_text {
            let word = String::from_utf8_lossy(&bytes).trim().to_owned();
            if word.eq_ignore_ascii_case("null") {
                return Ok(None);
            }
            match word.strip_prefix("0x").and_then(hexadecimal) {
                Some(decoded) => bytes = decoded,
                None => return Ok(Some(word)),
            }
        }
        let text = String::from_utf8(bytes);
        text.map(Some).map_err(|error| {
            fault(self.tokens.file, self.tokens.line, format!("a value is not UTF-8: {error}"), ENCODING_HELP)
        })
    }
}

fn hexadecimal(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2).map(|pair| {
        let text = std::str::from_utf8(pair).ok().filter(|text| text.len() == 2)?;
        u8::from_str_radix(text, 16).ok()
    });
    pairs.collect()
}
