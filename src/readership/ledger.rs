//! The reader's own views, as they are kept on the device.

use crate::content::wire::value::Value;

/// How many articles are remembered; the one that was seen longest ago makes room.
const CAPACITY: usize = 2_000;

/// The version of the stored form: `{"version":1,"views":{"/news/a/":[2,1713500000000]}}`, a count and the time of the
/// last one, in milliseconds since 1970.
const VERSION: u64 = 1;

/// How often and when this browser showed which article. Articles are known by their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Ordered by path.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    path: String,
    count: u32,
    last: i64,
}

impl Ledger {
    /// Reads the stored form. What is broken, or of another version, counts as nothing seen: a reader's page never
    /// fails for it.
    pub fn parse<V: Value>(text: &str) -> Ledger {
        let Some(stored) = V::parse(text) else { return Ledger::default() };
        let current = stored.get("version").and_then(|version| version.number()) == Some(VERSION);
        let Some(views) = stored.get("views").filter(|_| current) else { return Ledger::default() };
        let mut ledger = Ledger::default();
        for entry in views.names().into_iter().filter_map(|path| Entry::read(&views, path)) {
            // What was written is in order, so this is at the end; sorting would cost more in the client than it saves.
            if let Err(index) = ledger.place(&entry.path) {
                ledger.entries.insert(index, entry);
            }
        }
        ledger
    }

    /// The stored form.
    pub fn to_json(&self) -> String {
        let mut text = format!("{{\"version\":{VERSION},\"views\":{{");
        for (index, Entry { path, count, last }) in self.entries.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            // A path has nothing that JSON escapes: see `Entry::read` and `count`.
            text.push_str(&format!("\"{path}\":[{count},{last}]"));
        }
        text.push_str("}}");
        text
    }

    /// The reader's own views of an article.
    pub fn views(&self, path: &str) -> u64 {
        self.entry(path).map_or(0, |entry| entry.count.into())
    }

    /// Whether looking at an article now would be the view that was counted last.
    ///
    /// `now` is in milliseconds since 1970. A clock that went back starts no new view until it has caught up, or fallen
    /// behind by a whole window: then the clock was wrong before.
    pub fn is_same_view(&self, path: &str, now: i64, window_minutes: u32) -> bool {
        let window = u64::from(window_minutes) * 60_000;
        self.entry(path).is_some_and(|entry| now.abs_diff(entry.last) < window)
    }

    /// Counts a view of an article.
    pub fn count(&mut self, path: &str, now: i64) {
        let now = now.max(0);
        match self.place(path) {
            Ok(index) => {
                if let Some(entry) = self.entries.get_mut(index) {
                    entry.count = entry.count.saturating_add(1);
                    entry.last = now;
                }
            }
            Err(index) if is_plain(path) => {
                self.entries.insert(index, Entry { path: path.to_owned(), count: 1, last: now });
                self.make_room(path);
            }
            Err(_) => {}
        }
    }

    /// Drops the article that was seen longest ago, but not the one that is seen now, whatever the clock says.
    fn make_room(&mut self, kept: &str) {
        if self.entries.len() > CAPACITY {
            let others = self.entries.iter().enumerate().filter(|(_, entry)| entry.path != kept);
            if let Some((oldest, _)) = others.min_by_key(|(_, entry)| entry.last) {
                self.entries.remove(oldest);
            }
        }
    }

    fn place(&self, path: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| entry.path.as_str().cmp(path))
    }

    fn entry(&self, path: &str) -> Option<&Entry> {
        self.place(path).ok().and_then(|index| self.entries.get(index))
    }
}

impl Entry {
    fn read<V: Value>(views: &V, path: String) -> Option<Entry> {
        let numbers = views.get(&path)?.list()?;
        let [count, last] = numbers.as_slice() else { return None };
        let (count, last) = (count.number()?.try_into().ok()?, last.number()?.try_into().ok()?);
        is_plain(&path).then_some(Entry { path, count, last })
    }
}

/// Whether a path is one of ours: letters, digits, hyphens and slashes, so that it needs no escaping anywhere.
fn is_plain(path: &str) -> bool {
    path.starts_with('/') && path.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn parse(text: &str) -> Ledger {
        Ledger::parse::<serde_json::Value>(text)
    }

    #[test]
    fn a_second_look_within_the_window_is_the_same_view() {
        let mut ledger = Ledger::default();
        assert!(!ledger.is_same_view("/news/a/", 0, 30));
        ledger.count("/news/a/", 1_000 * MINUTE);
        for (minutes, same) in [(1_000, true), (1_029, true), (1_030, false), (980, true), (10, false)] {
            assert_eq!(ledger.is_same_view("/news/a/", minutes * MINUTE, 30), same, "{minutes}");
        }
        assert!(!ledger.is_same_view("/news/b/", 1_000 * MINUTE, 30));
        assert!(!ledger.is_same_view("/news/a/", 1_000 * MINUTE, 0));
    }

    #[test]
    fn what_was_counted_is_read_again() {
        let mut ledger = Ledger::default();
        ledger.count("/news/b/", 5);
        ledger.count("/news/a/", 6);
        ledger.count("/news/b/", 7);
        ledger.count("/kk/news/a/", 8);
        let again = parse(&ledger.to_json());
        assert_eq!(again, ledger);
        assert_eq!(["/news/a/", "/news/b/", "/kk/news/a/", "/news/c/"].map(|path| again.views(path)), [1, 2, 1, 0]);
    }

    #[test]
    fn a_broken_store_is_an_empty_one() {
        for broken in
            ["", "{", "[]", "null", "7", r#"{"version":2,"views":{"/a/":[1,0]}}"#, r#"{"version":1,"views":[]}"#]
        {
            assert_eq!(parse(broken), Ledger::default(), "{broken}");
        }
    }

    #[test]
    fn a_broken_entry_goes_alone() {
        let ledger = parse(r#"{"version":1,"views":{"/a/":[-1,0],"/b/":[1],"/c/":"x","/d\"/":[9,9],"/e/":[3,4]}}"#);
        assert_eq!(ledger.to_json(), r#"{"version":1,"views":{"/e/":[3,4]}}"#);
    }

    #[test]
    fn the_oldest_make_room() {
        let mut ledger = Ledger::default();
        for number in 0..CAPACITY {
            ledger.count(&format!("/news/{number}/"), number as i64 + 1);
        }
        // A clock that stands before all others must not let the article go that is being read.
        ledger.count("/news/new/", 0);
        assert_eq!(ledger.entries.len(), CAPACITY);
        assert_eq!(["/news/0/", "/news/1/", "/news/new/"].map(|path| ledger.views(path)), [0, 1, 1]);
    }

    #[test]
    fn a_full_count_stays_full() {
        let mut ledger = parse(r#"{"version":1,"views":{"/news/a/":[4294967295,0]}}"#);
        ledger.count("/news/a/", 1);
        assert_eq!(ledger.views("/news/a/"), u64::from(u32::MAX));
    }
}
