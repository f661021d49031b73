//! The pages that are no articles.

use super::{SiteIndex, lists};
use crate::model::{Content, Front, List, ListOf, Page, Pager};
use crate::routes::{Address, PageNumber, Route};
use crate::values::{ArchivePeriod, Lang};

impl SiteIndex<'_> {
    /// The page at an address that is not an article's; none where there is no such page.
    pub fn list(&self, address: &Address) -> Option<Page> {
        let Address { lang, route } = address;
        let edition = self.edition(*lang)?;
        let (content, number) = match route {
            Route::Front(number) => (Content::Front(self.front(*lang, *number)?), *number),
            Route::Section(id, number) => {
                let of = ListOf::Section(edition.section(id).cloned()?);
                (self.listed(of, self.of_section(*lang, id), *number)?, *number)
            }
            Route::Tag(tag, number) => {
                let (tag, articles) = self.tags.get(&(*lang, tag.clone()))?;
                (self.listed(ListOf::Tag(tag.clone()), articles, *number)?, *number)
            }
            Route::Archive(period, number) => {
                let of = ListOf::Time(Box::new(self.time(*lang, *period)?));
                let articles = self.of_time(*lang, *period);
                match period {
                    ArchivePeriod::Month(_) => (self.listed(of, articles, *number)?, *number),
                    _ => (unfolded(of, articles), PageNumber::FIRST),
                }
            }
            Route::Popular => (Content::Popular(self.popular(*lang)), PageNumber::FIRST),
            Route::Search => (Content::Search, PageNumber::FIRST),
            Route::Saved => (Content::Saved, PageNumber::FIRST),
            Route::NotFound => (Content::NotFound, PageNumber::FIRST),
            Route::Article(_) => return None,
        };
        // Other languages have such a page too, but an older one or a tag's is not the same page.
        let everywhere = number == PageNumber::FIRST && !matches!(route, Route::Tag(..) | Route::NotFound);
        let others = edition.languages.iter().copied().filter(|other| match route {
            Route::Archive(period, _) => number == PageNumber::FIRST && self.is_archived(*lang, *period, *other),
            _ => everywhere && other != lang,
        });
        Some(Page { lang: *lang, translations: others.collect(), content })
    }

    fn front(&self, lang: Lang, number: PageNumber) -> Option<Front> {
        let articles = self.of_language(lang);
        let (pager, mut page) = lists::page(articles, number)?;
        if number > PageNumber::FIRST {
            return Some(Front { lead: None, cards: self.cards(&page), most_read: Vec::new(), pager });
        }
        // A pinned story opens the paper; of several the newest. It stays in its own place in the order of pages, so
        // the story that it displaces on the first page is not lost to the second.
        let pinned = articles.iter().find(|index| self.articles.get(**index).is_some_and(|article| article.pinned));
        let lead = pinned.or(articles.first()).copied();
        page.retain(|index| Some(*index) != lead);
        let lead = lead.and_then(|index| self.articles.get(index)).map(|source| self.card(source));
        Some(Front { lead, cards: self.cards(&page), most_read: self.most_read(lang), pager })
    }

    fn listed(&self, of: ListOf, articles: &[usize], number: PageNumber) -> Option<Content> {
        let (pager, page) = lists::page(articles, number)?;
        let total = u32::try_from(articles.len()).unwrap_or(u32::MAX);
        Some(Content::List(List { of, total, cards: self.cards(&page), pager }))
    }
}

/// A list whose articles stand on pages of their own.
fn unfolded(of: ListOf, articles: &[usize]) -> Content {
    let total = u32::try_from(articles.len()).unwrap_or(u32::MAX);
    let pager = Pager { number: PageNumber::FIRST, last: PageNumber::FIRST };
    Content::List(List { of, total, cards: Vec::new(), pager })
}
