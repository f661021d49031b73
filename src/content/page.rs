//! A page: the unit that is rendered, fetched and remembered.

use crate::content::{ArticlePage, Front, Lang, List, ListOf, Period, Popular, Slug};
use crate::route::Route;

/// All that is needed to show one address, but for the [`Edition`](crate::content::Edition) around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The page's own language.
    pub lang: Lang,
    /// Other languages that this page exists in, in the order of `site.toml`.
    pub translations: Vec<Lang>,
    /// What stands on it.
    pub content: Content,
}

/// What stands on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The front page, or an older one.
    Front(Front),
    /// A section, a tag or a time of the archive.
    List(List),
    /// An article.
    Article(Box<ArticlePage>),
    /// What is read most.
    Popular(Popular),
    /// The search: its results are the browser's.
    Search,
    /// What the reader keeps on the device, which only that knows.
    Saved,
    /// Nothing has this address.
    NotFound,
}

impl Page {
    /// The page's own address.
    pub fn route(&self) -> Route {
        match &self.content {
            Content::Front(front) => Route::Front(front.pager.number),
            Content::List(list) => match &list.of {
                ListOf::Section(section) => Route::Section(section.id.clone(), list.pager.number),
                ListOf::Tag(tag) => Route::Tag(tag.slug.clone(), list.pager.number),
                ListOf::Time(time) => Route::Archive(time.span, list.pager.number),
            },
            Content::Article(page) => Route::Article(page.article.slug.clone()),
            Content::Popular(_) => Route::Popular,
            Content::Search => Route::Search,
            Content::Saved => Route::Saved,
            Content::NotFound => Route::NotFound,
        }
    }

    /// Names the articles whose views the page shows; one may be there several times.
    pub fn counted(&self, call: &mut dyn FnMut(&Slug)) {
        match &self.content {
            Content::Front(front) => {
                front.lead.iter().for_each(|card| call(&card.slug));
                front.cards.iter().for_each(|card| call(&card.slug));
                front.most_read.iter().for_each(|headline| call(&headline.slug));
            }
            Content::List(list) => list.cards.iter().for_each(|card| call(&card.slug)),
            Content::Article(page) => {
                call(&page.article.slug);
                page.related.iter().for_each(|card| call(&card.slug));
            }
            Content::Popular(popular) => {
                for period in Period::ALL {
                    popular.of(period).iter().for_each(|headline| call(&headline.slug));
                }
            }
            Content::Search | Content::Saved | Content::NotFound => {}
        }
    }
}
