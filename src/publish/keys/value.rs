//! The value of one key: its place in the file, and what may be wrong with it.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::de::DeValue;

use super::kind::Kind;
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

/// The value of a key as a whole number that is not negative.
pub fn whole(key: &str, value: &DeValue<'_>, span: Range<usize>, reporter: &mut Reporter) -> Option<u64> {
    let Some(integer) = value.as_integer() else {
        wrong_kind(key, Kind::Whole, value, span, reporter);
        return None;
    };
    let number = u64::from_str_radix(integer.as_str(), integer.radix()).ok();
    if number.is_none() {
        let diagnostic = if integer.as_str().starts_with('-') { "negative" } else { "out of range" };
        reporter.at(
            span,
            format!("`{key}` is {diagnostic}: {integer}"),
            format!("write a whole number from 0 on: `{key} = 0`"),
        );
    }
    number
}

/// Reports a value of another kind than its key wants.
pub fn wrong_kind(key: &str, kind: Kind, found: &DeValue<'_>, span: Range<usize>, reporter: &mut Reporter) {
    let found = match found {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    reporter.at(
        span,
        format!("`{key}` wants {}, this is {found}", kind.name()),
        format!("write `{}`", kind.example(key)),
    );
}

/// Folds the white space of a text and reports an empty one.
pub fn clean(key: &str, text: &str, span: Range<usize>, reporter: &mut Reporter) -> Option<Spanned<String>> {
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
        reporter.at(
            span,
            format!("`{key}` is empty"),
            format!("write `{}`, or remove the key", Kind::Text.example(key)),
        );
        return None;
    }
    Some(Spanned { value, span })
}
