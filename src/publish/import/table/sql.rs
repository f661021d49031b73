//! Dumps of MySQL and MariaDB: the rows of their `INSERT` statements.
//!
//! A dump is read piece by piece, since one statement may hold a whole table. Nothing is run: of SQL only the form of `CREATE TABLE`
//! and `INSERT` is known, and all else is passed over.

use std::collections::HashMap;
use std::io::BufRead;
use std::path::Path;

use encoding_rs::Encoding;

use super::rows::{ENCODING_HELP, Row, open};
use crate::publish::diagnostic::Diagnostics;
use crate::publish::import::fault::fault;

/// The most bytes of a value, and the most values of a row.
const LARGEST: usize = 64 * 1024 * 1024;
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
    let mut reader =
        Reader { input: open(file, encoding)?, file, line: 1, columns: HashMap::new(), numbers: HashMap::new() };
    while reader.skip_space()? {
        let word = reader.word()?.to_ascii_uppercase();
        match word.as_str() {
            "CREATE" => reader.create()?,
            "INSERT" | "REPLACE" => reader.insert(is_wanted, visit)?,
            _ => reader.skip_statement()?,
        }
    }
    Ok(())
}

struct Reader<'a> {
    input: Box<dyn BufRead>,
    file: &'a Path,
    line: usize,
    /// The columns of tables, by `CREATE TABLE`.
    columns: HashMap<String, Vec<String>>,
    /// How many rows of a table have been read.
    numbers: HashMap<String, usize>,
}

impl Reader<'_> {
    fn broken(&self, message: impl Into<String>) -> Diagnostics {
        fault(self.file, self.line, message, "dump the database again, with `mysqldump` or phpMyAdmin, as SQL")
    }

    fn peek(&mut self) -> Result<Option<u8>, Diagnostics> {
        match self.input.fill_buf() {
            Ok(bytes) => Ok(bytes.first().copied()),
            Err(error) => Err(self.broken(format!("the file cannot be read: {error}"))),
        }
    }

    fn next(&mut self) -> Result<Option<u8>, Diagnostics> {
        let byte = self.peek()?;
        if byte.is_some() {
            self.input.consume(1);
        }
        self.line += usize::from(byte == Some(b'\n'));
        Ok(byte)
    }

    /// The next byte, which must be there.
    fn must(&mut self) -> Result<u8, Diagnostics> {
        self.next()?.ok_or_else(|| self.broken("the file ends within a statement"))
    }

    /// Passes over white space, comments and what separates statements; `false` at the end.
    fn skip_space(&mut self) -> Result<bool, Diagnostics> {
        loop {
            match self.peek()? {
                None => return Ok(false),
                Some(byte) if byte.is_ascii_whitespace() || byte == b';' => {
                    self.next()?;
                }
                Some(b'#') => self.skip_line()?,
                Some(b'-') => {
                    self.next()?;
                    if self.peek()? == Some(b'-') {
                        self.skip_line()?;
                    }
                }
                Some(b'/') => {
                    self.next()?;
                    if self.peek()? == Some(b'*') {
                        self.skip_comment()?;
                    }
                }
                Some(_) => return Ok(true),
            }
        }
    }

    fn skip_line(&mut self) -> Result<(), Diagnostics> {
        while !matches!(self.next()?, None | Some(b'\n')) {}
        Ok(())
    }

    fn skip_comment(&mut self) -> Result<(), Diagnostics> {
        let mut last = 0;
        loop {
            let byte = self.must()?;
            if last == b'*' && byte == b'/' {
                return Ok(());
            }
            last = byte;
        }
    }

    /// A word, or a name in backticks or quotes.
    fn word(&mut self) -> Result<String, Diagnostics> {
        let mut word = Vec::new();
        match self.peek()? {
            Some(quote @ (b'`' | b'"')) => {
                self.next()?;
                loop {
                    match self.must()? {
                        byte if byte == quote => break,
                        byte => word.push(byte),
                    }
                    if word.len() > 1024 {
                        return Err(self.broken("a name has more than 1024 bytes"));
                    }
                }
            }
            _ => {
                while let Some(byte) = self.peek()?.filter(|byte| byte.is_ascii_alphanumeric() || b"_$".contains(byte))
                {
                    word.push(byte);
                    self.next()?;
                    if word.len() > 1024 {
                        return Err(self.broken("a word has more than 1024 bytes"));
                    }
                }
                // What is no word is passed over, so that reading goes on.
                if word.is_empty() {
                    self.next()?;
                }
            }
        }
        Ok(String::from_utf8_lossy(&word).into_owned())
    }

    /// Passes over the rest of a statement.
    fn skip_statement(&mut self) -> Result<(), Diagnostics> {
        loop {
            match self.next()? {
                None | Some(b';') => return Ok(()),
                Some(quote @ (b'\'' | b'"' | b'`')) => self.skip_quoted(quote)?,
                Some(_) => {}
            }
        }
    }

    fn skip_quoted(&mut self, quote: u8) -> Result<(), Diagnostics> {
        loop {
            match self.must()? {
                b'\\' if quote != b'`' => {
                    self.must()?;
                }
                byte if byte == quote => return Ok(()),
                _ => {}
            }
        }
    }

    /// The name of a table, without that of its database.
    fn table(&mut self) -> Result<String, Diagnostics> {
        self.skip_space()?;
        let mut name = self.word()?;
        while self.peek()? == Some(b'.') {
            self.next()?;
            name = self.word()?;
        }
        Ok(name)
    }

    fn create(&mut self) -> Result<(), Diagnostics> {
        self.skip_space()?;
        if !self.word()?.eq_ignore_ascii_case("table") {
            return self.skip_statement();
        }
        let mut name = self.table()?;
        if name.eq_ignore_ascii_case("if") {
            self.table()?;
            self.table()?;
            name = self.table()?;
        }
        self.skip_space()?;
        if self.peek()? != Some(b'(') {
            return self.skip_statement();
        }
        self.next()?;
        let mut columns = Vec::new();
        loop {
            self.skip_space()?;
            let quoted = self.peek()? == Some(b'`');
            let word = self.word()?;
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
        self.skip_statement()
    }

    /// Passes over the rest of a column's definition; `true` at the end of the table.
    fn skip_definition(&mut self) -> Result<bool, Diagnostics> {
        let mut depth = 0_usize;
        loop {
            match self.must()? {
                b',' if depth == 0 => return Ok(false),
                b')' if depth == 0 => return Ok(true),
                b'(' => depth += 1,
                b')' => depth -= 1,
                quote @ (b'\'' | b'"' | b'`') => self.skip_quoted(quote)?,
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
            return self.skip_statement();
        }
        self.skip_space()?;
        let columns = match self.peek()? {
            Some(b'(') => self.names()?,
            _ => self.columns.get(&name).cloned().unwrap_or_default(),
        };
        if columns.is_empty() {
            return Err(self.broken(format!("nothing says what the columns of {name} are")));
        }
        self.skip_space()?;
        if !self.word()?.to_ascii_lowercase().starts_with("value") {
            return self.skip_statement();
        }
        loop {
            self.skip_space_only()?;
            match self.next()? {
                Some(b'(') => {
                    let values = self.row()?;
                    let number = self.numbers.entry(name.clone()).or_default();
                    *number += 1;
                    visit(&name, &Row { number: *number, columns: &columns, values: &values })?;
                }
                Some(b',') => {}
                None | Some(b';') => return Ok(()),
                // `ON DUPLICATE KEY UPDATE`, or something that is no dump.
                Some(_) => return self.skip_statement(),
            }
        }
    }

    fn skip_space_only(&mut self) -> Result<(), Diagnostics> {
        while self.peek()?.is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.next()?;
        }
        Ok(())
    }

    fn names(&mut self) -> Result<Vec<String>, Diagnostics> {
        self.next()?;
        let mut names = Vec::new();
        loop {
            self.skip_space_only()?;
            match self.peek()? {
                Some(b')') => {
                    self.next()?;
                    return Ok(names);
                }
                Some(b',') => {
                    self.next()?;
                }
                None => return Err(self.broken("the file ends within a statement")),
                Some(_) => names.push(self.word()?),
            }
            if names.len() > MOST_VALUES {
                return Err(self.broken(format!("a table has more than {MOST_VALUES} columns")));
            }
        }
    }

    fn row(&mut self) -> Result<Vec<Option<String>>, Diagnostics> {
        let mut values = Vec::new();
        loop {
            self.skip_space_only()?;
            match self.peek()? {
                Some(b')') => {
                    self.next()?;
                    return Ok(values);
                }
                Some(b',') => {
                    self.next()?;
                }
                _ => values.push(self.value()?),
            }
            if values.len() > MOST_VALUES {
                return Err(self.broken(format!("a row has more than {MOST_VALUES} values")));
            }
        }
    }

    fn value(&mut self) -> Result<Option<String>, Diagnostics> {
        let mut bytes = Vec::new();
        let mut is_text = false;
        loop {
            match self.peek()? {
                None => return Err(self.broken("the file ends within a statement")),
                Some(quote @ (b'\'' | b'"')) => {
                    self.next()?;
                    // What stands before the quotes says how they are encoded: `_binary`, `N`.
                    if !is_text {
                        bytes.clear();
                    }
                    is_text = true;
                    self.quoted(quote, &mut bytes)?;
                }
                Some(b',' | b')') => break,
                Some(byte) => {
                    self.next()?;
                    if !is_text {
                        bytes.push(byte);
                    }
                }
            }
            if bytes.len() > LARGEST {
                return Err(self.broken(format!("a value has more than {LARGEST} bytes")));
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
        text.map(Some)
            .map_err(|error| fault(self.file, self.line, format!("a value is not UTF-8: {error}"), ENCODING_HELP))
    }

    /// A text to its end, its escapes read. A quote that is doubled is one.
    fn quoted(&mut self, quote: u8, bytes: &mut Vec<u8>) -> Result<(), Diagnostics> {
        loop {
            let byte = self.must()?;
            match byte {
                b'\\' => match self.must()? {
                    b'n' => bytes.push(b'\n'),
                    b'r' => bytes.push(b'\r'),
                    b't' => bytes.push(b'\t'),
                    b'0' | b'Z' | b'b' => {}
                    byte @ (b'%' | b'_') => bytes.extend([b'\\', byte]),
                    byte => bytes.push(byte),
                },
                byte if byte == quote => {
                    if self.peek()? != Some(quote) {
                        return Ok(());
                    }
                    self.next()?;
                    bytes.push(quote);
                }
                byte => bytes.push(byte),
            }
            if bytes.len() > LARGEST {
                return Err(self.broken(format!("a value has more than {LARGEST} bytes")));
            }
        }
    }
}

fn hexadecimal(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2).map(|pair| {
        let text = std::str::from_utf8(pair).ok().filter(|text| text.len() == 2)?;
        u8::from_str_radix(text, 16).ok()
    });
    pairs.collect()
}
