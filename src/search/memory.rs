//! What a search showed last.

mod before;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Found;
use crate::values::json::as_object;

/// What a search showed last in a tab, for a reader who comes back from one of the results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Memory {
    /// The form of the record.
    version: u32,
    /// The name of the history entry that shows it, if it has one.
    entry: Option<u64>,
    /// The query of its address.
    address: String,
    /// How far down the reader was, in CSS pixels.
    #[serde(serialize_with = "write_pixels", deserialize_with = "read_pixels")]
    pub y: f64,
    /// What was found.
    pub found: Found,
}

as_object!(Memory);

/// Whole pixels: to write others takes a lot of code.
fn write_pixels<S: Serializer>(y: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(*y as i64)
}

fn read_pixels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    f64::deserialize(deserializer)
}

impl Memory {
    const VERSION: u32 = 2;

    /// A record of what is shown.
    pub fn new(entry: Option<u64>, address: String, y: f64, found: Found) -> Memory {
        Memory { version: Memory::VERSION, entry, address, y, found }
    }

    /// Reads a record, if it is one of this entry and this address.
    pub fn parse(text: &str, entry: Option<u64>, address: &str) -> Option<Memory> {
        let memory: Option<Memory> = serde_json::from_str(text).ok();
        let memory = memory.filter(|memory| memory.version == Memory::VERSION).or_else(|| before::parse(text))?;
        (memory.entry == entry && memory.address == address).then_some(memory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found() -> Found {
        Found { total: 12, articles: Vec::new(), instead: Some("снег".to_owned()) }
    }

    #[test]
    fn a_record_is_known_at_its_own_entry_alone() {
        let memory = Memory::new(Some(7), "?q=a".to_owned(), 300.5, found());
        let text = serde_json::to_string(&memory).expect("JSON");
        let read = Memory::parse(&text, Some(7), "?q=a").expect("a record");
        assert_eq!((read.y, &read.found), (300.0, &memory.found));
        assert_eq!(Memory::parse(&text, Some(8), "?q=a"), None);
        assert_eq!(Memory::parse(&text, Some(7), "?q=b"), None);
    }

    #[test]
    fn what_is_damaged_or_of_another_version_is_none() {
        let later = r#"{"version":3,"entry":7,"address":"?q=a","y":300.25,"found":{"total":1,"articles":[]}}"#;
        for text in [later, "{", "null", "[]", "{\"version\":2,\"queries\":[]}"] {
            assert_eq!(Memory::parse(text, Some(7), "?q=a"), None, "{text}");
        }
    }
}
