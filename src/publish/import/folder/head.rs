//! Front matter of other generators: TOML, YAML or JSON.

use serde_json::{Map, Value};

use super::yaml;

/// The front matter of a file and its text; none where it has no front matter.
pub fn split(text: &str) -> Result<Option<(Value, &str)>, String> {
    if text.trim_start().starts_with('{') {
        // JSON alone ends with itself.
        let mut json = serde_json::Deserializer::from_str(text).into_iter::<Value>();
        return match json.next() {
            Some(Ok(front @ Value::Object(_))) => Ok(Some((front, text.get(json.byte_offset()..).unwrap_or_default()))),
            _ => Ok(None),
        };
    }
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let fence = match first.trim_end() {
        fence @ ("+++" | "---") => fence,
        "---json" | "---yaml" | "---toml" => "---",
        _ => return Ok(None),
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == fence || fence == "---" && line.trim_end() == "..." {
            let (front, body) = (rest.get(..at).unwrap_or_default(), rest.get(at + line.len()..).unwrap_or_default());
            let front = match (fence, first.trim_end()) {
                (_, "---json") => serde_json::from_str(front).map_err(|error| error.to_string())?,
                ("+++", _) | (_, "---toml") => {
                    let table: toml::Table = toml::from_str(front).map_err(|error| error.message().to_owned())?;
                    from_toml(toml::Value::Table(table))
                }
                _ => yaml::read(front)?,
            };
            return Ok(Some((front, body)));
        }
        at += line.len();
    }
    Err("it is not closed".to_owned())
}

fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(flag) => Value::Bool(flag),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(list) => Value::Array(list.into_iter().map(from_toml).collect()),
        toml::Value::Table(table) => {
            let members: Map<String, Value> = table.into_iter().map(|(key, value)| (key, from_toml(value))).collect();
            Value::Object(members)
        }
    }
}

/// The value of a key; also of one in `extra`, `params` or `taxonomies`, where Zola and Hugo keep what is not their own.
fn get<'a>(front: &'a Value, key: &str) -> Option<&'a Value> {
    let within = ["taxonomies", "extra", "params"].iter().find_map(|group| front.get(*group)?.get(key));
    front.get(key).or(within).filter(|value| !value.is_null())
}

/// A key as text.
pub fn text(front: &Value, key: &str) -> Option<String> {
    let text = match get(front, key)? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// A key as a list: of texts, of tables with a name, or of one text.
pub fn list(front: &Value, key: &str) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(_) => {
            ["name", "title", "slug"].iter().find_map(|key| value.get(*key)?.as_str().map(str::to_owned))
        }
        _ => None,
    };
    let values = match get(front, key) {
        Some(Value::Array(list)) => list.iter().filter_map(one).collect(),
        // Jekyll takes a line of words; people write commas.
        Some(Value::String(line)) if line.contains(',') => line.split(',').map(|part| part.trim().to_owned()).collect(),
        Some(value) => one(value).into_iter().collect(),
        None => Vec::new(),
    };
    values.into_iter().filter(|value: &String| !value.is_empty()).collect()
}

/// Whether one of these keys is set.
pub fn flag(front: &Value, keys: &[&str]) -> bool {
    keys.iter().any(|key| match get(front, key) {
        Some(Value::Bool(flag)) => *flag,
        Some(Value::String(text)) => text == "true",
        _ => false,
    })
}
