//! The stored form of a log of views: JSON, as it is read and written.

use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{Entry, ViewLog, is_plain};
use crate::values::json::from_object;

/// The version of the stored form. Version 1 had no more than the count and the time of the last view:
/// `{"version":1,"views":{"/news/a/":[2,1713500000000]}}`, in milliseconds since 1970. After these two come now the
/// views that were counted before the last import, the shared counter's part of the published ones at the last view, and
/// the headline.
const VERSION: u64 = 2;

/// What is read of the stored form before anything else: a later version may have any shape beyond it.
#[derive(Deserialize)]
#[serde(remote = "Self")]
struct Version {
    version: u64,
}

from_object!(Version);

/// What is read of this version and the one before.
#[derive(Deserialize)]
#[serde(remote = "Self")]
struct Stored {
    /// By path; an entry that is broken goes alone.
    views: Map<String, Value>,
}

from_object!(Stored);

/// What is written.
#[derive(Serialize)]
struct Written<'a> {
    version: u64,
    views: Rows<'a>,
}

/// Entries as the members of an object, by their paths.
struct Rows<'a>(&'a [Entry]);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|entry| (&entry.path, entry.row())))
    }
}

impl ViewLog {
    /// Reads the stored form. What is broken counts as nothing seen: a reader's page never fails for it. None where a later
    /// version of the client wrote it: that one will want it back.
    pub fn parse(text: &str) -> Option<ViewLog> {
        let mut log = ViewLog::default();
        match serde_json::from_str(text) {
            Ok(Version { version: 1..=VERSION }) => {}
            Ok(Version { version }) if version > VERSION => return None,
            _ => return Some(log),
        }
        let Ok(Stored { views }) = serde_json::from_str(text) else { return Some(log) };
        for entry in views.into_iter().filter_map(|(path, values)| Entry::read(path, values)) {
            // They come in order, so this is at the end.
            if let Err(index) = log.place(&entry.path) {
                log.entries.insert(index, entry);
            }
        }
        Some(log)
    }

    /// The stored form.
    pub fn to_json(&self) -> String {
        let stored = Written { version: VERSION, views: Rows(&self.entries) };
        // There is nothing in it that has no JSON.
        serde_json::to_string(&stored).unwrap_or_default()
    }
}

impl Entry {
    fn read(path: String, values: Value) -> Option<Entry> {
        let whole = |index: usize| values.get(index).and_then(Value::as_u64);
        let small = |index: usize| whole(index).and_then(|number| u32::try_from(number).ok());
        Some(Entry {
            count: small(0)?,
            last: whole(1)?.try_into().ok()?,
            settled: small(2).unwrap_or_default(),
            shared: small(3).unwrap_or_default(),
            title: values.get(4).and_then(Value::as_str).unwrap_or_default().to_owned(),
            path: is_plain(&path).then_some(path)?,
        })
    }

    /// As it is written: a time before 1970 is as good as none.
    fn row(&self) -> (u32, i64, u32, u32, &str) {
        (self.count, self.last.max(0), self.settled, self.shared, &self.title)
    }
}
