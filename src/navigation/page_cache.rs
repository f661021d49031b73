//! Pages that were shown lately, so that going back needs no network.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::model::Page;

/// How many pages are kept: some 30 kB each.
const CAPACITY: usize = 40;

/// For how long a page may be shown again for a click, in milliseconds: as long as the CDN lets its JSON live. Going
/// back shows it however old it is, because the reader wants to see what they saw.
const FRESH: u64 = 60_000;

/// The pages by path, the one shown last at the end.
#[derive(Default)]
pub struct PageCache {
    pages: VecDeque<Entry>,
}

struct Entry {
    path: String,
    page: Arc<Page>,
    at: i64,
}

impl PageCache {
    /// A page however old.
    pub fn any(&mut self, path: &str) -> Option<Arc<Page>> {
        let index = self.pages.iter().position(|entry| entry.path == path)?;
        let entry = self.pages.remove(index)?;
        let page = entry.page.clone();
        self.pages.push_back(entry);
        Some(page)
    }

    /// A page that is not older than the CDN would have it. `now` is in milliseconds.
    pub fn fresh(&mut self, path: &str, now: i64) -> Option<Arc<Page>> {
        let fresh = self.pages.iter().any(|entry| entry.path == path && now.abs_diff(entry.at) < FRESH);
        if fresh { self.any(path) } else { None }
    }

    /// Keeps a page.
    pub fn keep(&mut self, path: String, page: Arc<Page>, now: i64) {
        self.pages.retain(|entry| entry.path != path);
        self.pages.push_back(Entry { path, page, at: now });
        if self.pages.len() > CAPACITY {
            self.pages.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Content;
    use crate::values::Lang;

    fn page() -> Arc<Page> {
        Arc::new(Page { lang: Lang::Ru, translations: Vec::new(), content: Content::NotFound })
    }

    #[test]
    fn an_old_page_serves_going_back_but_not_a_click() {
        let mut cache = PageCache::default();
        cache.keep("/".to_owned(), page(), 0);
        assert!(cache.fresh("/", 59_999).is_some());
        assert!(cache.fresh("/", 60_000).is_none());
        assert!(cache.any("/").is_some());
        assert!(cache.any("/kk/").is_none());
    }

    #[test]
    fn the_page_shown_longest_ago_makes_room() {
        let mut cache = PageCache::default();
        for number in 0..CAPACITY {
            cache.keep(number.to_string(), page(), 0);
        }
        assert!(cache.any("0").is_some(), "now it is the latest");
        cache.keep("new".to_owned(), page(), 0);
        assert!(cache.any("1").is_none());
        assert!(cache.any("0").is_some() && cache.any("new").is_some());
    }
}
