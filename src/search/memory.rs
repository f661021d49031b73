//! Where a reader was in what a search showed last.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::values::json::{as_object, or_default};

/// What a search showed last in a tab, for a reader who comes back from one of the results: the question is asked again, of
/// files that are there.
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
    /// How many articles were shown; 0 where the version before has not said it.
    #[serde(default, deserialize_with = "or_default")]
    pub shown: usize,
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
    /// The version before had the articles themselves beside the place.
    const VERSION_BEFORE: u32 = 1;

    /// A record of what is shown.
    pub fn new(entry: Option<u64>, address: String, y: f64, shown: usize) -> Memory {
        Memory { version: Memory::VERSION, entry, address, y, shown }
    }

    /// Reads a record, if it is one of this entry and this address.
    pub fn parse(text: &str, entry: Option<u64>, address: &str) -> Option<Memory> {
        let memory: Memory = serde_json::from_str(text).ok()?;
        let is_known = [Memory::VERSION, Memory::VERSION_BEFORE].contains(&memory.version);
        (is_known && memory.entry == entry && memory.address == address).then_some(memory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_known_at_its_own_entry_alone() {
        let text = serde_json::to_string(&Memory::new(Some(7), "?q=a".to_owned(), 300.5, 20)).expect("JSON");
        let read = Memory::parse(&text, Some(7), "?q=a").expect("a record");
        assert_eq!((read.y, read.shown), (300.0, 20));
        assert_eq!(Memory::parse(&text, Some(8), "?q=a"), None);
        assert_eq!(Memory::parse(&text, Some(7), "?q=b"), None);
        for damaged in ["{", "null", "[]", "{\"version\":2,\"queries\":[]}", "{\"version\":9,\"entry\":7}"] {
            assert_eq!(Memory::parse(damaged, Some(7), "?q=a"), None, "{damaged}");
        }
    }

    #[test]
    fn a_record_of_before_says_where_the_reader_was() {
        let text = r#"{"version":1,"entry":1795982746317500,"address":"?q=a","y":300.25,"found":{"total":10,"articles":[{
            "path":"/news/a/","title":"A","width":1600,"hits":["A"]}],"sections":[{"id":"b"}]}}"#;
        let memory = Memory::parse(text, Some(1_795_982_746_317_500), "?q=a").expect("a record");
        assert_eq!((memory.y, memory.shown), (300.25, 0));
    }
}
