//! YAML as a value, of what front matter has.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value};

/// The most values: aliases can grow without end.
const MOST: usize = 10_000;

/// Values may lie in each other so deep.
const DEEPEST: usize = 32;

/// A list or a table that is being read: with the key that waits for its value, and the number by which aliases name it.
enum Open {
    List(Vec<Value>, usize),
    Table(Map<String, Value>, Option<String>, usize),
}

/// Reads the first document of a text.
pub fn read(text: &str) -> Result<Value, String> {
    let mut stack: Vec<Open> = Vec::new();
    let mut anchors: HashMap<usize, Value> = HashMap::new();
    let mut count = 0;
    for event in Parser::new_from_str(text) {
        let (event, _) = event.map_err(|error| error.to_string())?;
        count += 1;
        if count > MOST || stack.len() > DEEPEST {
            return Err("it is too large".to_owned());
        }
        let value = match event {
            Event::Scalar(text, style, anchor, _) => {
                let value = scalar(&text, matches!(style, ScalarStyle::Plain));
                anchors.insert(anchor, value.clone());
                value
            }
            Event::Alias(anchor) => match anchors.get(&anchor) {
                Some(value @ (Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null)) => value.clone(),
                // Of a list or table that is named again a copy would count.
                Some(_) | None => return Err("it names a list or a table by an alias".to_owned()),
            },
            Event::SequenceStart(anchor, _) => {
                stack.push(Open::List(Vec::new(), anchor));
                continue;
            }
            Event::MappingStart(anchor, _) => {
                stack.push(Open::Table(Map::new(), None, anchor));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match stack.pop() {
                Some(Open::List(list, anchor)) => {
                    anchors.insert(anchor, Value::Array(Vec::new()));
                    Value::Array(list)
                }
                Some(Open::Table(table, _, anchor)) => {
                    anchors.insert(anchor, Value::Array(Vec::new()));
                    Value::Object(table)
                }
                None => return Err("it ends too often".to_owned()),
            },
            Event::DocumentEnd => break,
            _ => continue,
        };
        match stack.last_mut() {
            None => return Ok(value),
            Some(Open::List(list, _)) => list.push(value),
            Some(Open::Table(table, key, _)) => match key.take() {
                Some(key) => {
                    table.insert(key, value);
                }
                None => *key = Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
            },
        }
    }
    Ok(Value::Object(Map::new()))
}

/// A value without quotes may be a number, a flag or nothing.
fn scalar(text: &str, is_plain: bool) -> Value {
    if !is_plain {
        return Value::String(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        text => match text.parse::<i64>() {
            // `007` is a name.
            Ok(number) if number.to_string() == text => Value::from(number),
            _ => Value::String(text.to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_read() {
        let text = "title: \"Снег: идёт\"\ndate: 2024-05-01 10:00:00 +0500\ntags: [снег, 'ветер']\ndraft: false\n\
                    cover:\n  image: a.jpg\nviews: 12\nempty:\nlong: >\n  раз\n  два\n";
        let expected = serde_json::json!({
            "title": "Снег: идёт", "date": "2024-05-01 10:00:00 +0500", "tags": ["снег", "ветер"], "draft": false,
            "cover": {"image": "a.jpg"}, "views": 12, "empty": null, "long": "раз два\n"
        });
        assert_eq!(read(text), Ok(expected));
    }

    #[test]
    fn what_is_broken_or_grows_is_refused() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        let deep = "[".repeat(1_000);
        for text in ["a: [", "\"", bomb, &deep] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
