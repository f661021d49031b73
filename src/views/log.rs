//! The views that this browser has seen: how many of which article, and when last.

mod stored;

use super::order::descending;

/// How many articles are remembered; the one that was seen longest ago makes room.
const CAPACITY: usize = 2_000;

/// Of how many of them the headline is remembered too.
const TITLES: usize = 100;

/// The longest headline that is remembered, in letters.
const LONGEST_TITLE: usize = 200;

/// How often which article was seen, and when last. Articles are known by their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewLog {
    /// Ordered by path.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    path: String,
    count: u32,
    last: i64,
    /// How many of the count are among the shared views that the article was published with.
    settled: u32,
    /// How many shared views the article was published with at the last view.
    shared: u32,
    /// The headline; empty where it is not remembered.
    title: String,
}

/// A look at an article, long enough to be a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewEvent<'a> {
    /// The article's path.
    pub path: &'a str,
    /// Its headline.
    pub title: &'a str,
    /// How many of its published views are the shared counter's.
    pub shared: u64,
}

impl ViewLog {
    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds what another log knows better: of each article the entry with more views. Says whether there was anything.
    pub fn merge(&mut self, other: ViewLog) -> bool {
        let mut learned = false;
        for entry in other.entries {
            match self.place(&entry.path) {
                Err(index) => {
                    self.entries.insert(index, entry);
                    learned = true;
                }
                Ok(index) => {
                    if let Some(known) = self.entries.get_mut(index).filter(|known| known.count < entry.count) {
                        *known = entry;
                        learned = true;
                    }
                }
            }
        }
        learned
    }

    /// The entry of an article by itself.
    pub fn only(&self, path: &str) -> ViewLog {
        ViewLog { entries: self.entry(path).cloned().into_iter().collect() }
    }

    /// Whether there is anything about an article.
    pub fn is_known(&self, path: &str) -> bool {
        self.entry(path).is_some()
    }

    /// The views of an article.
    pub fn views(&self, path: &str) -> u64 {
        self.entry(path).map_or(0, |entry| entry.count.into())
    }

    /// The views of an article that are not among the `shared` ones that it was published with.
    ///
    /// Shared views grow by an import, and that has all that was counted before it. So views from before the growth are
    /// settled; a page that is older than the last view settles nothing.
    pub fn views_since(&self, path: &str, shared: u64) -> u64 {
        let entry = self.entry(path).filter(|entry| shared <= entry.shared.into());
        entry.map_or(0, |entry| entry.count.saturating_sub(entry.settled).into())
    }

    /// The headline of an article, if it is remembered.
    pub fn title(&self, path: &str) -> &str {
        self.entry(path).map_or("", |entry| &entry.title)
    }

    /// When an article was seen last, in milliseconds since 1970.
    pub fn last(&self, path: &str) -> Option<i64> {
        self.entry(path).map(|entry| entry.last)
    }

    /// Paths and headlines of what was seen, the last one first. What was seen after `now` was seen by a wrong clock, and
    /// comes last.
    pub fn history(&self, now: i64) -> Vec<(&str, &str)> {
        let entries = self.entries.iter().filter(|entry| !entry.title.is_empty());
        let entries = entries.map(|entry| (if entry.last > now { i64::MIN } else { entry.last }, entry));
        descending(entries).into_iter().map(|(_, entry)| (entry.path.as_str(), entry.title.as_str())).collect()
    }

    /// Whether looking at an article now would be the view that was counted last.
    ///
    /// `now` is in milliseconds since 1970. A clock that went back starts no new view until it has caught up, or fallen
    /// behind by a whole window: then the clock was wrong before.
    pub fn is_same_view(&self, path: &str, now: i64, window_minutes: u32) -> bool {
        self.is_within(path, now, u64::from(window_minutes) * 60_000)
    }

    /// Whether the last view of an article is less than so many milliseconds away.
    pub fn is_within(&self, path: &str, now: i64, milliseconds: u64) -> bool {
        self.last(path).is_some_and(|last| now.abs_diff(last) < milliseconds)
    }

    /// Counts a view of an article.
    pub fn count(&mut self, look: ViewEvent<'_>, now: i64) {
        let shared = u32::try_from(look.shared).unwrap_or(u32::MAX);
        let title = look.title.chars().take(LONGEST_TITLE).collect();
        let Some(entry) = self.open(look.path, now) else { return };
        if entry.shared < shared {
            entry.settled = entry.count;
            entry.shared = shared;
        }
        entry.count = entry.count.saturating_add(1);
        entry.last = now;
        entry.title = title;
        let titled = |entry: &&mut Entry| !entry.title.is_empty();
        if self.entries.iter_mut().filter(titled).count() > TITLES
            && let Some(oldest) = self.entries.iter_mut().filter(titled).min_by_key(|entry| entry.age(look.path, now))
        {
            oldest.title.clear();
        }
    }

    /// Notes how often an article was seen at a time.
    pub fn set(&mut self, path: &str, count: u64, now: i64) {
        if let Some(entry) = self.open(path, now) {
            entry.count = u32::try_from(count).unwrap_or(u32::MAX);
            entry.last = now;
        }
    }

    /// Adds a view of an article that is known, and leaves the time as it is.
    pub fn add(&mut self, path: &str) {
        if let Ok(index) = self.place(path)
            && let Some(entry) = self.entries.get_mut(index)
        {
            entry.count = entry.count.saturating_add(1);
        }
    }

    /// The entry of an article, a new one if need be; none for a path that is not one of ours.
    fn open(&mut self, path: &str, now: i64) -> Option<&mut Entry> {
        if !is_plain(path) {
            return None;
        }
        if let Err(index) = self.place(path) {
            self.entries.insert(index, Entry { path: path.to_owned(), ..Entry::default() });
            if self.entries.len() > CAPACITY {
                let oldest = self.entries.iter().enumerate().min_by_key(|(_, entry)| entry.age(path, now));
                if let Some((oldest, _)) = oldest {
                    self.entries.remove(oldest);
                }
            }
        }
        let index = self.place(path).ok()?;
        self.entries.get_mut(index)
    }

    fn place(&self, path: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| entry.path.as_str().cmp(path))
    }

    fn entry(&self, path: &str) -> Option<&Entry> {
        self.place(path).ok().and_then(|index| self.entries.get(index))
    }
}

impl Entry {
    /// What makes room first: what was seen longest ago, or by a clock that was wrong; never the article that is seen now,
    /// whatever the clock says.
    fn age(&self, seen_now: &str, now: i64) -> (bool, i64) {
        (self.path == seen_now, if self.last > now { i64::MIN } else { self.last })
    }
}

/// Whether a path is one of ours: letters, digits, hyphens and slashes, so that it needs no escaping anywhere; and not one
/// that a browser takes for another host.
pub fn is_plain(path: &str) -> bool {
    path.starts_with('/')
        && !path.contains("//")
        && path.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'/'))
}

#[cfg(test)]
mod tests;
