//! Reading YAML with places.
//!
//! Of YAML this is what front matter needs: keys with texts, numbers, truth values, lists and tables. Anchors are refused: a few
//! lines of them can stand for more than fits into memory.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::value::{Spanned, Table, Value};
use crate::publish::reporter::Reporter;

const FORM: &str =
    "write `key: value`; a text with a colon, or that begins with a sign, stands in quotes: `title: \"…\"`";

/// The most keys of a table: no article has as many, and each is compared with all.
const MOST_KEYS: usize = 500;

/// The most lists and tables within each other.
const DEEPEST: usize = 16;

/// Reads YAML that begins at byte `base` of its file; nothing where it is none.
pub fn read(text: &str, base: usize, reporter: &mut Reporter) -> Option<Table> {
    let offsets = Offsets::of(text, base);
    let mut open: Vec<Open> = Vec::new();
    for item in Parser::new_from_str(text) {
        let (event, span) = match item {
            Ok(item) => item,
            Err(error) => {
                report(&offsets, &error, text, reporter);
                return None;
            }
        };
        let span = offsets.span(&span);
        let value = match event {
            Event::Scalar(text, style, ..) => Some(Spanned { value: scalar(&text, style), span }),
            Event::Alias(_) => {
                reporter.at(span, "an alias of YAML, which front matter cannot have", "write the value itself");
                return None;
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if open.len() >= DEEPEST {
                    reporter.at(span, "too many lists within each other", "write one list of texts");
                    return None;
                }
                open.push(Open::new(matches!(event, Event::MappingStart(..)), span));
                None
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|open| open.close(span.end)),
            _ => None,
        };
        let Some(value) = value else { continue };
        match (open.last_mut(), value) {
            (Some(holder), value) if holder.is_full() => {
                let message = format!("more than {MOST_KEYS} keys, which front matter cannot have");
                reporter.at(value.span, message, "close the front matter by a line `---` before the text");
                return None;
            }
            (Some(holder), value) => holder.add(value, reporter),
            (None, Spanned { value: Value::Table(table), .. }) => return Some(table),
            (None, Spanned { value: Value::Nothing, .. }) => return Some(Table::default()),
            (None, Spanned { span, .. }) => {
                reporter.at(span, "this is not YAML with keys", FORM);
                return None;
            }
        }
    }
    Some(Table::default())
}

/// A list or a table that is being read.
struct Open {
    items: Vec<Spanned<Value>>,
    table: Option<Table>,
    /// The key that waits for its value.
    key: Option<Spanned<String>>,
    start: usize,
}

impl Open {
    fn new(is_table: bool, span: Range<usize>) -> Open {
        Open { items: Vec::new(), table: is_table.then(Table::default), key: None, start: span.start }
    }

    fn is_full(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.0.len() >= MOST_KEYS)
    }

    fn add(&mut self, value: Spanned<Value>, reporter: &mut Reporter) {
        let Some(table) = &mut self.table else { return self.items.push(value) };
        let Some(key) = self.key.take() else {
            let name = value.value.text(super::Syntax::Yaml).unwrap_or_default().to_owned();
            self.key = Some(Spanned { value: name, span: value.span });
            return;
        };
        if table.get(&key.value).is_some() {
            reporter.at(key.span, format!("the key `{}` is there twice", key.value), "keep one of the two");
        } else {
            // What has no value of its own stands at its key.
            let span = if value.span.is_empty() { key.span.clone() } else { value.span };
            table.0.push((key, Spanned { value: value.value, span }));
        }
    }

    fn close(self, end: usize) -> Spanned<Value> {
        let value = self.table.map_or(Value::List(self.items), Value::Table);
        Spanned { value, span: self.start..end.max(self.start) }
    }
}

/// What a text without quotes is, by the core schema of YAML.
fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::Text(text.to_owned());
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Nothing,
        "true" | "True" | "TRUE" => Value::Flag(true),
        "false" | "False" | "FALSE" => Value::Flag(false),
        _ if is_whole => Value::Whole { digits: text.to_owned(), radix: 10 },
        _ if digits.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok() => {
            Value::Fraction(text.to_owned())
        }
        _ => Value::Text(text.to_owned()),
    }
}

/// Where the characters of a text begin, in bytes of the file.
struct Offsets {
    starts: Option<Vec<usize>>,
    base: usize,
    length: usize,
}

impl Offsets {
    fn of(text: &str, base: usize) -> Offsets {
        let starts = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Offsets { starts, base, length: text.len() }
    }

    fn byte(&self, character: usize) -> usize {
        let byte =
            self.starts.as_ref().map_or(character, |starts| starts.get(character).copied().unwrap_or(self.length));
        self.base + byte.min(self.length)
    }

    fn span(&self, span: &Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        start..self.byte(span.end.index()).max(start)
    }
}

fn report(offsets: &Offsets, error: &ScanError, text: &str, reporter: &mut Reporter) {
    let at = offsets.byte(error.marker().index());
    let rest = text.get(at - offsets.base..).unwrap_or_default();
    let line = rest.lines().next().map_or(0, str::len);
    reporter.at(at..at + line, format!("this is not YAML: {}", error.info()), FORM);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_badly_ends_soon() {
        let many: String = (0..20_000).map(|number| format!("k{number}: v\n")).collect();
        for text in [
            "[".repeat(100_000),
            "{".repeat(100_000),
            "- ".repeat(100_000),
            "? ".repeat(100_000),
            "a: &a [x]\nb: *a\n".to_owned(),
            "\"".to_owned() + &"x".repeat(100_000),
            "\u{0}: \t- %\u{85}\u{feff}[".to_owned(),
            many,
        ] {
            let mut reporter = Reporter::default();
            assert_eq!(read(&text, 4, &mut reporter), None);
            assert_eq!(reporter.len(), 1);
        }
    }
}
