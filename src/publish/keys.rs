//! Reading a table key by key, and finding everything that is wrong with it on the way.
//!
//! Not serde: it stops at the first error, and an editor wants all of them at once, each with its place.

mod kind;
mod toml;
mod value;
mod yaml;

use std::ops::Range;

pub use kind::{Kind, Syntax};
pub use toml::{FORM, read as read_toml};
pub use value::{Spanned, Table, Value, clean, empty, whole, wrong_kind, wrong_kind_with};
pub use yaml::read as read_yaml;

use crate::publish::nearest::nearest;
use crate::publish::reporter::Reporter;

/// A table that is being read.
#[derive(Debug)]
pub struct Keys<'a> {
    table: &'a Table,
    /// Where a key that is missing would be expected, in the file.
    span: Range<usize>,
    syntax: Syntax,
    /// The keys that were asked for: they are the known ones.
    asked: Vec<&'static str>,
}

impl<'a> Keys<'a> {
    /// Begins to read a table. `span` is the table's place in the file.
    pub fn new(table: &'a Table, span: Range<usize>, syntax: Syntax) -> Keys<'a> {
        Keys { table, span, syntax, asked: Vec::new() }
    }

    /// The place of the table.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// How the table is written.
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// The value of a key.
    pub fn value(&mut self, key: &'static str) -> Option<Spanned<&'a Value>> {
        self.ask(key);
        self.table.get(key).map(|value| Spanned { value: &value.value, span: value.span.clone() })
    }

    /// The value of a key; none where it is empty, which is as good as missing.
    pub fn filled(&mut self, key: &'static str) -> Option<Spanned<&'a Value>> {
        self.value(key).filter(|value| !value.value.is_empty())
    }

    /// Reports a key that must be there and is not, or is empty.
    pub fn missing(&self, key: &str, kind: Kind, reporter: &mut Reporter) {
        match self.table.get(key) {
            Some(value) => empty(key, kind, value.span.clone(), self.syntax, reporter),
            None => {
                let help = format!("add `{}`", kind.example(key, self.syntax));
                reporter.at(self.span(), format!("`{key}` is missing"), help);
            }
        }
    }

    /// A text: white space folded; none where it is empty.
    pub fn text(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<Spanned<String>> {
        let Spanned { value, span } = self.filled(key)?;
        let Some(text) = value.text(self.syntax) else {
            wrong_kind(key, Kind::Text, value, span, self.syntax, reporter);
            return None;
        };
        clean(key, text, span, self.syntax, reporter)
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<Spanned<String>> {
        if self.filled(key).is_none() {
            self.missing(key, Kind::Text, reporter);
            return None;
        }
        self.text(key, reporter)
    }

    /// A list of texts, or one text; an empty list where the key is missing or empty. Empty texts are passed over.
    pub fn texts(&mut self, key: &'static str, reporter: &mut Reporter) -> Vec<Spanned<String>> {
        let Some(Spanned { value, span }) = self.filled(key) else { return Vec::new() };
        let items: Vec<Spanned<&Value>> = match value {
            Value::List(items) => {
                items.iter().map(|item| Spanned { value: &item.value, span: item.span.clone() }).collect()
            }
            one => vec![Spanned { value: one, span }],
        };
        let mut texts = Vec::with_capacity(items.len());
        for Spanned { value, span } in items.into_iter().filter(|item| !item.value.is_empty()) {
            match value.text(self.syntax) {
                Some(text) => texts.extend(clean(key, text, span, self.syntax, reporter)),
                None => wrong_kind(key, Kind::Texts, value, span, self.syntax, reporter),
            }
        }
        texts
    }

    /// A whole number that is not negative.
    pub fn whole(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<Spanned<u64>> {
        let Spanned { value, span } = self.filled(key)?;
        let number = whole(key, value, span.clone(), self.syntax, reporter)?;
        Some(Spanned { value: number, span })
    }

    /// A truth value.
    pub fn flag(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<bool> {
        let Spanned { value, span } = self.filled(key)?;
        let written = match value {
            Value::Flag(flag) => return Some(*flag),
            Value::Text(text) => text.trim().to_lowercase(),
            Value::Whole { digits, .. } => digits.clone(),
            _ => String::new(),
        };
        let meant = match written.as_str() {
            "false" | "no" | "off" | "n" | "0" | "нет" | "жоқ" => "false",
            _ => "true",
        };
        let help = Some(format!("write it without quotes: `{}`", self.syntax.pair(key, meant)));
        wrong_kind_with(key, Kind::Flag, value, span, self.syntax, help, reporter);
        None
    }

    /// A table under a key.
    pub fn table(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<Keys<'a>> {
        let Spanned { value, span } = self.value(key)?;
        match value {
            Value::Table(table) => Some(Keys::new(table, span, self.syntax)),
            _ => {
                wrong_kind(key, Kind::Table, value, span, self.syntax, reporter);
                None
            }
        }
    }

    /// The tables of an array of tables; none where the key is missing.
    pub fn tables(&mut self, key: &'static str, reporter: &mut Reporter) -> Vec<Keys<'a>> {
        let Some(Spanned { value, span }) = self.value(key) else { return Vec::new() };
        let Value::List(list) = value else {
            wrong_kind(key, Kind::Tables, value, span, self.syntax, reporter);
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(list.len());
        for item in list {
            match &item.value {
                Value::Table(table) => tables.push(Keys::new(table, item.span.clone(), self.syntax)),
                other => wrong_kind(key, Kind::Tables, other, item.span.clone(), self.syntax, reporter),
            }
        }
        tables
    }

    /// Ends the reading: every key that was not asked for is unknown.
    pub fn finish(self, reporter: &mut Reporter) {
        self.finish_with(&[], reporter);
    }

    /// Ends the reading, given what other systems call keys that are known here.
    pub fn finish_with(self, others: &[(&str, &str)], reporter: &mut Reporter) {
        for (Spanned { value: name, span }, _) in &self.table.0 {
            if self.asked.contains(&name.as_str()) {
                continue;
            }
            let other = others.iter().find(|(other, _)| name.eq_ignore_ascii_case(other)).map(|(_, known)| *known);
            // What is there already is hardly what was meant.
            let free = self.asked.iter().copied().filter(|known| self.table.get(known).is_none());
            let near = || nearest(name, free).or_else(|| nearest(name, self.asked.iter().copied()));
            let help = match other.or_else(near) {
                Some(known) if self.table.get(known).is_none() => format!("did you mean `{known}`?"),
                Some(known) => format!("did you mean `{known}`? it is there already: remove this one"),
                None => format!("remove it; the known keys here are {}", list(&self.asked)),
            };
            reporter.at(span.clone(), format!("unknown key `{name}`"), help);
        }
    }

    fn ask(&mut self, key: &'static str) {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
    }
}

/// "`a`, `b`, `c`".
pub fn list<T: AsRef<str>>(names: &[T]) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}
