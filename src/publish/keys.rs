//! Reading a TOML table key by key, and finding everything that is wrong with it on the way.
//!
//! Not serde: it stops at the first error, and an editor wants all of them at once, each with its place.

mod kind;
mod toml_errors;
mod value;

use std::ops::Range;

use toml::de::{DeTable, DeValue};

pub use kind::Kind;
pub use toml_errors::{FORM, syntax};
pub use value::{Spanned, clean, whole, wrong_kind};

use crate::publish::nearest::nearest;
use crate::publish::reporter::Reporter;

/// A table that is being read.
#[derive(Debug)]
pub struct Keys<'a> {
    table: &'a DeTable<'a>,
    /// Where a key that is missing would be expected, in the file.
    span: Range<usize>,
    /// Where the TOML begins in the file.
    base: usize,
    /// The keys that were asked for: they are the known ones.
    asked: Vec<&'static str>,
}

impl<'a> Keys<'a> {
    /// Begins to read a table. `span` is the table's place in the file, `base` that of the TOML that it stands in.
    pub fn new(table: &'a DeTable<'a>, span: Range<usize>, base: usize) -> Keys<'a> {
        Keys { table, span, base, asked: Vec::new() }
    }

    /// The place of the table.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value of a key as TOML has it.
    pub fn value(&mut self, key: &'static str) -> Option<Spanned<&'a DeValue<'a>>> {
        self.ask(key);
        let value = self.table.get(key)?;
        Some(Spanned { value: value.get_ref(), span: self.in_file(value.span()) })
    }

    /// Reports a key that must be there and is not.
    pub fn missing(&self, key: &str, kind: Kind, reporter: &mut Reporter) {
        reporter.at(self.span(), format!("`{key}` is missing"), format!("add `{}`", kind.example(key)));
    }

    /// A text: white space folded, not empty.
    pub fn text(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<Spanned<String>> {
        let Spanned { value, span } = self.value(key)?;
        let Some(text) = value.as_str() else {
            wrong_kind(key, Kind::Text, value, span, reporter);
            return None;
        };
        clean(key, text, span, reporter)
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<Spanned<String>> {
        if !self.table.contains_key(key) {
            self.ask(key);
            self.missing(key, Kind::Text, reporter);
            return None;
        }
        self.text(key, reporter)
    }

    /// A list of texts; an empty one where the key is missing.
    pub fn texts(&mut self, key: &'static str, reporter: &mut Reporter) -> Vec<Spanned<String>> {
        let Some(Spanned { value, span }) = self.value(key) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            wrong_kind(key, Kind::Texts, value, span, reporter);
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(list.len());
        for item in list.iter() {
            let span = self.in_file(item.span());
            match item.get_ref().as_str() {
                Some(text) => texts.extend(clean(key, text, span, reporter)),
                None => wrong_kind(key, Kind::Texts, item.get_ref(), span, reporter),
            }
        }
        texts
    }

    /// A whole number that is not negative.
    pub fn whole(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<Spanned<u64>> {
        let Spanned { value, span } = self.value(key)?;
        let number = whole(key, value, span.clone(), reporter)?;
        Some(Spanned { value: number, span })
    }

    /// A truth value.
    pub fn flag(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<bool> {
        let Spanned { value, span } = self.value(key)?;
        let flag = value.as_bool();
        if flag.is_none() {
            wrong_kind(key, Kind::Flag, value, span, reporter);
        }
        flag
    }

    /// A table under a key.
    pub fn table(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<Keys<'a>> {
        let Spanned { value, span } = self.value(key)?;
        match value.as_table() {
            Some(table) => Some(Keys::new(table, span, self.base)),
            None => {
                wrong_kind(key, Kind::Table, value, span, reporter);
                None
            }
        }
    }

    /// The tables of an array of tables; none where the key is missing.
    pub fn tables(&mut self, key: &'static str, reporter: &mut Reporter) -> Vec<Keys<'a>> {
        let Some(Spanned { value, span }) = self.value(key) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            wrong_kind(key, Kind::Tables, value, span, reporter);
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(list.len());
        for item in list.iter() {
            let span = self.in_file(item.span());
            match item.get_ref().as_table() {
                Some(table) => tables.push(Keys::new(table, span, self.base)),
                None => wrong_kind(key, Kind::Tables, item.get_ref(), span, reporter),
            }
        }
        tables
    }

    /// Ends the reading: every key that was not asked for is unknown.
    pub fn finish(self, reporter: &mut Reporter) {
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let help = match nearest(name, self.asked.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("remove it; the known keys here are {}", list(&self.asked)),
            };
            reporter.at(self.in_file(key.span()), format!("unknown key `{name}`"), help);
        }
    }

    fn ask(&mut self, key: &'static str) {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
    }

    fn in_file(&self, span: Range<usize>) -> Range<usize> {
        span.start + self.base..span.end + self.base
    }
}

/// "`a`, `b`, `c`".
pub fn list<T: AsRef<str>>(names: &[T]) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}
