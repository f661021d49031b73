//! The ways from an article to others of its section.

use super::SiteIndex;
use crate::i18n::{day_in_figures, messages};
use crate::model::{LinkList, NavLink, PrevNext};
use crate::routes::{PageNumber, Route};
use crate::values::SitePath;

/// How many more articles of the section an article points to.
const MORE: usize = 4;

impl SiteIndex<'_> {
    /// What stands beside an article in its section, and more of it. All of it is near in time, so that a new article
    /// changes the pages of its own neighbours and not those of the whole section: more is what came just before, and at
    /// the section's beginning what came just after.
    pub(super) fn neighbours(&self, index: usize, related: &[usize]) -> (PrevNext, Option<LinkList>) {
        self.found(index, related).unwrap_or_default()
    }

    fn found(&self, index: usize, related: &[usize]) -> Option<(PrevNext, Option<LinkList>)> {
        let source = self.articles.get(index)?;
        let section = self.of_section(source.lang, &source.section);
        let (newer, older) = section.split_at_checked(section.binary_search(&index).ok()?)?;
        let mut newer = newer.iter().rev();
        let mut older = older.iter().skip(1);
        let before = older.next().and_then(|other| self.nav_link(*other));
        let after = newer.next().and_then(|other| self.nav_link(*other));
        let more = older.chain(newer).filter(|other| !related.contains(other)).take(MORE);
        let pointers: Vec<NavLink> = more.filter_map(|other| self.nav_link(*other)).collect();
        let edition = self.edition(source.lang)?;
        let [begin, end] = messages(source.lang).more_of;
        let head = edition.section(&source.section).map(|section| NavLink {
            path: SitePath::encoded(&edition.path(&Route::Section(section.id.clone(), PageNumber::FIRST))),
            name: format!("{begin}{}{end}", section.name),
            note: String::new(),
        });
        let more = (!pointers.is_empty()).then_some(LinkList { head, pointers });
        Some((PrevNext { older: before, newer: after }, more))
    }

    fn nav_link(&self, index: usize) -> Option<NavLink> {
        let source = self.articles.get(index)?;
        let path = self.edition(source.lang)?.path(&self.address(source).route);
        let note = day_in_figures(source.date.day(), source.lang);
        Some(NavLink { path: SitePath::encoded(&path), name: source.title.clone(), note })
    }
}
