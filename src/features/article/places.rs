//! Where a reader stopped in long articles: kept on this device, shared by all tabs, and never trusted.

use serde::Serialize;
use serde_json::{Map, Value, json};

const VERSION: u64 = 1;
/// The longest ago are forgotten first.
const CAPACITY: usize = 100;

/// A place in an article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The number of the paragraph.
    pub paragraph: usize,
    /// How much of it lies above the line of reading, from 0 to 1.
    pub offset: f64,
}

impl Place {
    /// Whether it comes before another.
    pub fn is_before(&self, other: &Place) -> bool {
        (self.paragraph, self.offset) < (other.paragraph, other.offset)
    }
}

/// The record: `{"version": 1, "places": {path: [paragraph, offset, milliseconds since 1970]}}`.
#[derive(Debug, Default, PartialEq)]
pub struct Places(Vec<(String, Place, f64)>);

impl Places {
    /// Reads a record as it was stored. What makes no sense in it counts as nothing.
    pub fn parse(text: &str) -> Places {
        let stored = serde_json::from_str::<Value>(text).unwrap_or_default();
        let places = stored.get("places").filter(|_| stored.get("version") == Some(&json!(VERSION)));
        let Some(Value::Object(places)) = places else { return Places::default() };
        Places(places.iter().filter_map(|(path, place)| read(path, place)).collect())
    }

    /// Whether a record is that of a later version, which is its own.
    pub fn is_of_later_version(text: &str) -> bool {
        let stored = serde_json::from_str::<Value>(text).unwrap_or_default();
        stored.get("version").and_then(Value::as_f64).is_some_and(|version| version > VERSION as f64)
    }

    /// The record as it is stored.
    pub fn to_json(&self) -> String {
        // One after the other: a collection is sorted first, by more code than all of this file.
        let mut places = Map::new();
        for (path, place, at) in &self.0 {
            let offset = (place.offset * 100.0).round() / 100.0;
            places.insert(path.clone(), json!([place.paragraph, offset, *at as i64]));
        }
        let record = Record { version: VERSION, places };
        serde_json::to_string(&record).unwrap_or_default()
    }

    /// The place in an article.
    pub fn of(&self, path: &str) -> Option<Place> {
        self.0.iter().find(|(known, ..)| known == path).map(|(_, place, _)| *place)
    }

    /// Notes a place.
    pub fn note(&mut self, path: &str, place: Place, now: f64) {
        self.forget(path);
        self.0.push((path.to_owned(), place, now));
        while self.0.len() > CAPACITY {
            // To sort them takes more code than all of this file.
            let oldest = (0..self.0.len()).reduce(|a, b| if self.time(b) < self.time(a) { b } else { a });
            self.0.remove(oldest.unwrap_or_default());
        }
    }

    fn time(&self, index: usize) -> f64 {
        self.0.get(index).map_or(f64::MAX, |(.., at)| *at)
    }

    /// Forgets a place.
    pub fn forget(&mut self, path: &str) {
        self.0.retain(|(known, ..)| known != path);
    }
}

#[derive(Serialize)]
struct Record {
    version: u64,
    places: Map<String, Value>,
}

fn read(path: &str, place: &Value) -> Option<(String, Place, f64)> {
    let [paragraph, offset, at] = place.as_array()?.as_slice() else { return None };
    let (paragraph, offset, at) = (paragraph.as_u64()?, offset.as_f64()?, at.as_f64()?);
    let is_sound = (0.0..=1.0).contains(&offset) && paragraph <= u64::from(u32::MAX);
    is_sound.then(|| (path.to_owned(), Place { paragraph: paragraph as usize, offset }, at))
}

#[cfg(test)]
mod tests {
    use super::{CAPACITY, Place, Places};

    fn place(paragraph: usize, offset: f64) -> Place {
        Place { paragraph, offset }
    }

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let mut places = Places::default();
        places.note("/news/a/", place(7, 0.256), 1_000.0);
        places.note("/news/b/", place(0, 0.0), 2_000.0);
        places.note("/news/a/", place(8, 0.5), 3_000.0);
        let text = places.to_json();
        assert_eq!(text, r#"{"version":1,"places":{"/news/a/":[8,0.5,3000],"/news/b/":[0,0.0,2000]}}"#);
        let read = Places::parse(&text);
        assert_eq!(read.of("/news/a/"), Some(place(8, 0.5)));
        assert_eq!(read.of("/news/c/"), None);
    }

    #[test]
    fn the_longest_ago_are_forgotten_first() {
        let mut places = Places::default();
        for number in 0..CAPACITY + 3 {
            places.note(&format!("/{number}/"), place(1, 0.5), number as f64);
        }
        assert_eq!((places.of("/2/"), places.of("/3/")), (None, Some(place(1, 0.5))));
    }

    #[test]
    fn whoever_wrote_it_only_what_makes_sense_is_read() {
        for text in
            ["", "{", "null", "7", "[]", r#"{"version":2,"places":{"/a/":[1,0.5,3]}}"#, r#"{"version":1,"places":[]}"#]
        {
            assert_eq!(Places::parse(text), Places::default(), "{text}");
        }
        let mixed = r#"{"version":1,"places":{"/a/":[1,0.5,3],"/b/":[-1,0.5,3],"/c/":[1,1.5,3],"/d/":[1,0.5],"/e/":"x","/f/":[1.5,0.5,3],"/g/":[1,null,3]}}"#;
        let read = Places::parse(mixed);
        assert_eq!(read.of("/a/"), Some(place(1, 0.5)));
        assert!(["/b/", "/c/", "/d/", "/e/", "/f/", "/g/"].iter().all(|path| read.of(path).is_none()));
        assert!(Places::is_of_later_version(r#"{"version":2}"#) && !Places::is_of_later_version("{"));
    }

    #[test]
    fn places_follow_one_another() {
        assert!(place(1, 0.9).is_before(&place(2, 0.1)) && place(2, 0.1).is_before(&place(2, 0.2)));
        assert!(!place(2, 0.2).is_before(&place(2, 0.2)));
    }
}
