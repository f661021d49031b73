//! The ways from an article to others of its section.

use super::Paper;
use crate::content::Pointer;

/// How many more articles of the section an article points to.
const MORE: usize = 4;

/// An article's place in its section.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    pub(super) older: Option<Pointer>,
    pub(super) newer: Option<Pointer>,
    pub(super) more: Vec<Pointer>,
}

impl Paper<'_> {
    /// What stands beside an article in its section. All of it is near in time, so that a new article changes the pages of
    /// its own neighbours and not those of the whole section: more is what came just before, and at the section's
    /// beginning what came just after.
    pub(super) fn neighbours(&self, index: usize, related: &[usize]) -> Neighbours {
        let Some(source) = self.articles.get(index) else { return Neighbours::default() };
        let section = self.of_section(source.lang, &source.section);
        let Ok(place) = section.binary_search(&index) else { return Neighbours::default() };
        let (newer, older) = section.split_at(place);
        let mut newer = newer.iter().rev();
        let mut older = older.iter().skip(1);
        let (next, previous) = (newer.next(), older.next());
        let more = older.chain(newer).filter(|other| !related.contains(other)).take(MORE);
        Neighbours {
            more: more.filter_map(|other| self.pointer(*other)).collect(),
            older: previous.and_then(|other| self.pointer(*other)),
            newer: next.and_then(|other| self.pointer(*other)),
        }
    }

    fn pointer(&self, index: usize) -> Option<Pointer> {
        let source = self.articles.get(index)?;
        Some(Pointer { slug: source.slug.clone(), title: source.title.clone(), date: source.date })
    }
}
