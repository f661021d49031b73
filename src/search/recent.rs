//! What was asked for on this device, the last first.

use std::fmt;

use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::question::LONGEST;
use crate::values::json::as_object;

/// So many questions are kept.
const MOST: usize = 8;

/// The questions, as they are stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Recent {
    version: u32,
    #[serde(deserialize_with = "sound")]
    queries: Vec<String>,
}

as_object!(Recent);

impl Default for Recent {
    fn default() -> Recent {
        Recent { version: Recent::VERSION, queries: Vec::new() }
    }
}

impl Recent {
    const VERSION: u32 = 1;

    /// Reads a record. What cannot be read counts as none.
    pub fn parse(text: &str) -> Recent {
        let recent: Option<Recent> = serde_json::from_str(text).ok();
        recent.filter(|recent| recent.version == Recent::VERSION).unwrap_or_default()
    }

    /// The questions.
    pub fn queries(&self) -> &[String] {
        &self.queries
    }

    /// The same with a question at their head; none where nothing is asked.
    pub fn with(&self, query: &str) -> Option<Recent> {
        let text: String = query.trim().chars().take(LONGEST).collect();
        if text.is_empty() {
            return None;
        }
        let others = self.queries.iter().filter(|known| **known != text).cloned();
        let queries = [text.clone()].into_iter().chain(others).take(MOST).collect();
        Some(Recent { queries, ..Recent::default() })
    }
}

/// Those of some questions that are any.
fn sound<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let all: Vec<Query> = Vec::deserialize(deserializer)?;
    let is_sound = |query: &String| !query.trim().is_empty() && query.chars().count() <= LONGEST;
    Ok(all.into_iter().filter_map(|query| query.0).filter(is_sound).take(MOST).collect())
}

/// A text, or none where something else stands.
struct Query(Option<String>);

impl<'de> Deserialize<'de> for Query {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Query, D::Error> {
        deserializer.deserialize_any(QueryVisitor)
    }
}

struct QueryVisitor;

impl<'de> Visitor<'de> for QueryVisitor {
    type Value = Query;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Query, E> {
        Ok(Query(Some(text.to_owned())))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Query, E> {
        Ok(Query(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Query, E> {
        Ok(Query(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Query, E> {
        Ok(Query(None))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Query, E> {
        Ok(Query(None))
    }

    fn visit_unit<E>(self) -> Result<Query, E> {
        Ok(Query(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut members: A) -> Result<Query, A::Error> {
        while members.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Query(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Query, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Query(None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_question_comes_first_and_each_once() {
        let recent = ["снег", "лед ", "снег", " "]
            .iter()
            .fold(Recent::default(), |recent, query| recent.with(query).unwrap_or(recent));
        assert_eq!(recent.queries(), ["снег", "лед"]);
        let text = serde_json::to_string(&recent).expect("JSON");
        assert_eq!(text, "{\"version\":1,\"queries\":[\"снег\",\"лед\"]}");
        assert_eq!(Recent::parse(&text), recent);
        let many = (0..20).fold(recent, |recent, number| recent.with(&number.to_string()).expect("a question"));
        assert_eq!((many.queries().len(), many.queries()[0].as_str()), (MOST, "19"));
    }

    #[test]
    fn damage_costs_only_what_is_damaged() {
        for damaged in ["", "{", "null", "[]", "{\"version\":9,\"queries\":[\"x\"]}", "{\"version\":1}"] {
            assert!(Recent::parse(damaged).queries().is_empty(), "{damaged}");
        }
        let text = r#"{"version":1,"queries":[1,-1,1.5,true,null,[1],{"a":2},"  ","снег"]}"#;
        assert_eq!(Recent::parse(text).queries(), ["снег"]);
    }
}
