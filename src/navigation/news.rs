//! What a list has by now that the page does not show.

#[cfg(feature = "hydrate")]
use std::sync::Arc;

#[cfg(feature = "hydrate")]
use leptos::prelude::*;

use crate::model::{Card, Content, Page};
use crate::routes::{PageNumber, Route};
#[cfg(feature = "hydrate")]
use crate::session::{Session, Shown};
use crate::values::Slug;

/// The articles of a list that came after what is shown, or with the newest of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Their slugs.
    pub slugs: Vec<Slug>,
    /// Whether all of the list is new: then there may be more of them behind.
    pub is_all: bool,
}

impl News {
    /// Compares a list with the one that is shown.
    pub fn between(shown: &Page, now: &Page) -> News {
        let known: Vec<&Card> = cards(&shown.content).collect();
        let newest = known.iter().map(|card| card.date.instant()).max();
        let (mut slugs, mut all) = (Vec::new(), 0);
        for card in cards(&now.content) {
            all += 1;
            // An article that moves up because another has gone is older, and no news.
            let is_late = newest.is_some_and(|newest| card.date.instant() >= newest);
            if is_late && known.iter().all(|known| known.slug != card.slug) {
                slugs.push(card.slug.clone());
            }
        }
        News { is_all: !slugs.is_empty() && slugs.len() == all, slugs }
    }
}

/// Whether news of the list at an address are of interest: that it is the first page of one that grows.
pub fn is_followed(route: &Route) -> bool {
    matches!(route, Route::Front(PageNumber::FIRST) | Route::Section(_, PageNumber::FIRST))
}

fn cards(content: &Content) -> Box<dyn Iterator<Item = &Card> + '_> {
    match content {
        Content::Front(front) => Box::new(front.lead.iter().chain(&front.cards)),
        Content::List(list) => Box::new(list.cards.iter()),
        _ => Box::new(std::iter::empty()),
    }
}

#[cfg(feature = "hydrate")]
/// The page that is shown, if it is a list whose news are of interest.
pub fn followed(session: &Session) -> Option<Arc<Page>> {
    match session.shown.get_untracked() {
        Shown::Page(page) if is_followed(&page.route()) => Some(page),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::is_followed;
    use crate::routes::Address;
    use crate::values::{Lang, Slug};

    #[test]
    fn only_first_pages_of_lists_that_grow_are_followed() {
        let is_followed =
            |path: &str| Address::parse(path, Lang::Ru).is_some_and(|address| is_followed(&address.route));
        for path in ["/", "/kk/", "/section/nature/", "/en/section/nature/"] {
            assert!(is_followed(path), "{path}");
        }
        for path in ["/page/2/", "/section/nature/page/2/", "/news/a/", "/tag/a/", "/archive/", "/popular/"] {
            assert!(!is_followed(path), "{path}");
        }
        assert!(Slug::new("nature").is_some());
    }
}
