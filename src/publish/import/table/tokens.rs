//! A dump piece by piece: bytes, words, texts in quotes.

use std::io::BufRead;
use std::path::Path;

use encoding_rs::Encoding;

use super::rows::open;
use crate::publish::diagnostic::Diagnostics;
use crate::publish::import::fault::fault;

/// The most bytes of a value.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// A dump that is being read. Every function fails where the file cannot be read; those that want more than there is, at its end.
pub struct Tokens<'a> {
    input: Box<dyn BufRead>,
    /// The file.
    pub file: &'a Path,
    /// The line that was reached.
    pub line: usize,
}

impl<'a> Tokens<'a> {
    /// Opens a dump.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn open(file: &'a Path, encoding: &'static Encoding) -> Result<Tokens<'a>, Diagnostics> {
        Ok(Tokens { input: open(file, encoding)?, file, line: 1 })
    }

    /// A fault at the place that was reached.
    pub fn broken(&self, message: impl Into<String>) -> Diagnostics {
        fault(self.file, self.line, message, "dump the database again, with `mysqldump` or phpMyAdmin, as SQL")
    }

    /// The next byte, which stays; none at the end.
    pub fn peek(&mut self) -> Result<Option<u8>, Diagnostics> {
        match self.input.fill_buf() {
            Ok(bytes) => Ok(bytes.first().copied()),
            Err(error) => Err(self.broken(format!("the file cannot be read: {error}"))),
        }
    }

    /// The next byte; none at the end.
    pub fn byte(&mut self) -> Result<Option<u8>, Diagnostics> {
        let byte = self.peek()?;
        if byte.is_some() {
            self.input.consume(1);
        }
        self.line += usize::from(byte == Some(b'\n'));
        Ok(byte)
    }

    /// The next byte, which must be there.
    pub fn must(&mut self) -> Result<u8, Diagnostics> {
        self.byte()?.ok_or_else(|| self.broken("the file ends within a statement"))
    }

    /// Passes over white space, comments and what separates statements; `false` at the end.
    pub fn skip_space(&mut self) -> Result<bool, Diagnostics> {
        loop {
            match self.peek()? {
                None => return Ok(false),
                Some(byte) if byte.is_ascii_whitespace() || byte == b';' => {
                    self.byte()?;
                }
                Some(b'#') => self.skip_line()?,
                Some(b'-') => {
                    self.byte()?;
                    if self.peek()? == Some(b'-') {
                        self.skip_line()?;
                    }
                }
                Some(b'/') => {
                    self.byte()?;
                    if self.peek()? == Some(b'*') {
                        self.skip_comment()?;
                    }
                }
                Some(_) => return Ok(true),
            }
        }
    }

    /// Passes over the rest of a line.
    pub fn skip_line(&mut self) -> Result<(), Diagnostics> {
        while !matches!(self.byte()?, None | Some(b'\n')) {}
        Ok(())
    }

    /// Passes over a comment that has begun.
    pub fn skip_comment(&mut self) -> Result<(), Diagnostics> {
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
    pub fn word(&mut self) -> Result<String, Diagnostics> {
        let mut word = Vec::new();
        match self.peek()? {
            Some(quote @ (b'`' | b'"')) => {
                self.byte()?;
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
                    self.byte()?;
                    if word.len() > 1024 {
                        return Err(self.broken("a word has more than 1024 bytes"));
                    }
                }
                // What is no word is passed over, so that reading goes on.
                if word.is_empty() {
                    self.byte()?;
                }
            }
        }
        Ok(String::from_utf8_lossy(&word).into_owned())
    }

    /// Passes over the rest of a statement.
    pub fn skip_statement(&mut self) -> Result<(), Diagnostics> {
        loop {
            match self.byte()? {
                None | Some(b';') => return Ok(()),
                Some(quote @ (b'\'' | b'"' | b'`')) => self.skip_quoted(quote)?,
                Some(_) => {}
            }
        }
    }

    /// Passes over a text in quotes, the first of which has been read.
    pub fn skip_quoted(&mut self, quote: u8) -> Result<(), Diagnostics> {
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

    /// Passes over white space.
    pub fn skip_space_only(&mut self) -> Result<(), Diagnostics> {
        while self.peek()?.is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.byte()?;
        }
        Ok(())
    }

    /// A text to its end, its escapes read. A quote that is doubled is one.
    pub fn quoted(&mut self, quote: u8, bytes: &mut Vec<u8>) -> Result<(), Diagnostics> {
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
                    self.byte()?;
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
