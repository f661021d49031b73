//! Values of front matter and of the paper's own files, in whichever syntax they were written.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::kind::{Kind, Syntax};
use crate::publish::reporter::Reporter;
use crate::publish::teaser::fold;

/// A value with the bytes of the file that it was written in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number, as it was written.
    Whole {
        /// Its sign and digits.
        digits: String,
        /// Their base.
        radix: u32,
    },
    /// A number with a fraction, as it was written.
    Fraction(String),
    /// A truth value.
    Flag(bool),
    /// A date of TOML, as it was written.
    Date(String),
    /// A list.
    List(Vec<Spanned<Value>>),
    /// A table.
    Table(Table),
    /// Nothing: the key stands there alone.
    Nothing,
}

/// A table: its keys in their order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table(pub Vec<(Spanned<String>, Spanned<Value>)>);

impl Table {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Spanned<Value>> {
        self.0.iter().find(|(known, _)| known.value == key).map(|(_, value)| value)
    }
}

impl Value {
    /// Whether it says nothing, so that the key is as good as missing.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Nothing => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.iter().all(|item| item.value.is_empty()),
            _ => false,
        }
    }

    /// The text. Without quotes YAML has no others than those that look like something else: `title: 2024` is a title.
    pub fn text(&self, syntax: Syntax) -> Option<&str> {
        match (self, syntax) {
            (Value::Text(text), _) => Some(text),
            (Value::Whole { digits: text, .. } | Value::Fraction(text), Syntax::Yaml) => Some(text),
            (Value::Flag(flag), Syntax::Yaml) => Some(if *flag { "true" } else { "false" }),
            _ => None,
        }
    }
}

/// The value of a key as a whole number that is not negative.
pub fn whole(key: &str, value: &Value, span: Range<usize>, syntax: Syntax, reporter: &mut Reporter) -> Option<u64> {
    let Value::Whole { digits, radix } = value else {
        let written = match value {
            Value::Text(text) => text.replace([' ', '\u{a0}', '_', ','], "").parse::<u64>().ok(),
            _ => None,
        };
        let help =
            written.map(|number| format!("write it without quotes: `{}`", syntax.pair(key, &number.to_string())));
        wrong_kind_with(key, Kind::Whole, value, span, syntax, help, reporter);
        return None;
    };
    let number = u64::from_str_radix(digits.trim_start_matches('+'), *radix).ok();
    if number.is_none() {
        let diagnostic = if digits.starts_with('-') { "negative" } else { "out of range" };
        let help = format!("write a whole number from 0 on: `{}`", syntax.pair(key, "0"));
        reporter.at(span, format!("`{key}` is {diagnostic}: {digits}"), help);
    }
    number
}

/// Reports a value of another kind than its key wants.
pub fn wrong_kind(key: &str, kind: Kind, found: &Value, span: Range<usize>, syntax: Syntax, reporter: &mut Reporter) {
    wrong_kind_with(key, kind, found, span, syntax, None, reporter);
}

/// Reports a value of another kind than its key wants, with what was probably meant.
pub fn wrong_kind_with(
    key: &str,
    kind: Kind,
    found: &Value,
    span: Range<usize>,
    syntax: Syntax,
    help: Option<String>,
    reporter: &mut Reporter,
) {
    let found = match found {
        Value::Text(_) => "a text",
        Value::Whole { .. } => "a whole number",
        Value::Fraction(_) => "a number with a fraction",
        Value::Flag(_) => "true or false",
        Value::Date(_) => "a date",
        Value::List(_) => "a list",
        Value::Table(_) => "a table",
        Value::Nothing => "empty",
    };
    let help = help.unwrap_or_else(|| format!("write `{}`", kind.example(key, syntax)));
    reporter.at(span, format!("`{key}` wants {}, this is {found}", kind.name()), help);
}

/// Folds the white space of a text and reports an empty one.
pub fn clean(
    key: &str,
    text: &str,
    span: Range<usize>,
    syntax: Syntax,
    reporter: &mut Reporter,
) -> Option<Spanned<String>> {
    if let Some(control) = text.chars().find(|c| c.is_control() && !c.is_whitespace()) {
        reporter.at(
            span,
            format!("`{key}` holds a control character, U+{:04X}", u32::from(control)),
            "remove it: no reader can see it, and feeds must not carry it",
        );
        return None;
    }
    let value = fold(text);
    if value.is_empty() {
        empty(key, Kind::Text, span, syntax, reporter);
        return None;
    }
    Some(Spanned { value, span })
}

/// Reports a key that must have a value and has none.
pub fn empty(key: &str, kind: Kind, span: Range<usize>, syntax: Syntax, reporter: &mut Reporter) {
    reporter.at(span, format!("`{key}` is empty"), format!("write `{}`", kind.example(key, syntax)));
}
