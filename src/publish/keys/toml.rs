//! Reading TOML with places, and what is wrong with the TOML itself, which is found before any key is read.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::value::{Spanned, Table, Value};
use crate::publish::reporter::Reporter;

/// How TOML is written in files of the paper and of its articles.
pub const FORM: &str = "a text stands in double quotes, a list in brackets, a date as it is: title = \"…\", tags = [\"…\"], \
                        date = 2024-04-19T09:00:00+05:00";

/// Reads TOML that begins at byte `base` of its file. `form` says how the file is written. What could be read comes with whether
/// that is all.
pub fn read(text: &str, base: usize, form: &str, reporter: &mut Reporter) -> (Table, bool) {
    let (table, errors) = DeTable::parse_recoverable(text);
    syntax(text, base, &errors, form, reporter);
    (of_table(table.get_ref(), base), errors.is_empty())
}

fn of_table(table: &DeTable<'_>, base: usize) -> Table {
    let in_file = |span: Range<usize>| span.start + base..span.end + base;
    let entry = |(key, value): (&toml::Spanned<toml::de::DeString<'_>>, &toml::Spanned<DeValue<'_>>)| {
        let key = Spanned { value: key.get_ref().to_string(), span: in_file(key.span()) };
        (key, Spanned { value: of_value(value.get_ref(), base), span: in_file(value.span()) })
    };
    Table(table.iter().map(entry).collect())
}

fn of_value(value: &DeValue<'_>, base: usize) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(integer) => Value::Whole { digits: integer.as_str().to_owned(), radix: integer.radix() },
        DeValue::Float(float) => Value::Fraction(float.as_str().to_owned()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(items) => {
            let item = |item: &toml::Spanned<DeValue<'_>>| {
                let span = item.span();
                Spanned { value: of_value(item.get_ref(), base), span: span.start + base..span.end + base }
            };
            Value::List(items.iter().map(item).collect())
        }
        DeValue::Table(table) => Value::Table(of_table(table, base)),
    }
}

/// Reports what TOML itself finds wrong: the first error of each line, since the rest of a line mostly follows from it.
fn syntax(text: &str, base: usize, errors: &[toml::de::Error], form: &str, reporter: &mut Reporter) {
    let mut last_line = None;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let line = text.get(..span.start).unwrap_or(text).matches('\n').count();
        if last_line == Some(line) {
            continue;
        }
        last_line = Some(line);
        let help = if error.message().contains("duplicate") { "keep one of the two" } else { form };
        reporter.at(span.start + base..span.end + base, format!("this is not TOML: {}", error.message()), help);
    }
}
