//! A page: the unit that is rendered, fetched and remembered.

use serde::{Deserialize, Serialize};

use crate::model::{Article, Front, List, Period, Popular};
use crate::routes::Route;
use crate::values::{Lang, Slug};

/// All that is needed to show one address, but for the [`Edition`](crate::model::Edition) around it.
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub enum Content {
    /// The front page, or an older one.
    Front(Front),
    /// A section, a tag or a time of the archive.
    List(List),
    /// An article.
    Article(Box<Article>),
    /// What is read most.
    Popular(Popular),
    /// The search: its results are the browser's.
    Search,
    /// What the reader keeps on the device, which only that knows.
    Saved,
    /// Nothing has this address.
    NotFound,
}

impl Content {
    /// What stands on a front page, if this is one.
    pub fn into_front(self) -> Option<Front> {
        if let Content::Front(front) = self { Some(front) } else { None }
    }

    /// The list, if this is one.
    pub fn into_list(self) -> Option<List> {
        if let Content::List(list) = self { Some(list) } else { None }
    }

    /// The article, if this is one.
    pub fn into_article(self) -> Option<Article> {
        if let Content::Article(article) = self { Some(*article) } else { None }
    }

    /// What is read most, if this is that page.
    pub fn into_popular(self) -> Option<Popular> {
        if let Content::Popular(popular) = self { Some(popular) } else { None }
    }
}

impl Page {
    /// The page's own address.
    pub fn route(&self) -> Route {
        match &self.content {
            Content::Front(front) => Route::Front(front.pager.number),
            Content::List(list) => list.of.route(list.pager.number),
            Content::Article(article) => Route::Article(article.slug.clone()),
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
            Content::Article(article) => {
                call(&article.slug);
                article.related.iter().for_each(|card| call(&card.slug));
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
