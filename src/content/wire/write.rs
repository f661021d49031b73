//! From the domain to the format.

use super::FORMAT;
use super::form::{
    Article, Card, Content, Edition, Embedded, Front, Headline, List, ListOf, Named, Page, Pager, Picture, Pointer,
    Popular, Shelf, Time,
};
use crate::content as domain;
use crate::content::Lang;
use crate::format::offset_text;

fn code(lang: &Lang) -> String {
    lang.code().to_owned()
}

fn all<'a, From: 'a, To: core::convert::From<&'a From>>(values: &'a [From]) -> Vec<To> {
    values.iter().map(To::from).collect()
}

impl Page {
    /// The JSON of a page as it is fetched.
    pub fn new(page: &domain::Page, build: &str) -> Page {
        Page {
            format: FORMAT,
            build: build.to_owned(),
            lang: code(&page.lang),
            translations: page.translations.iter().map(code).collect(),
            content: match &page.content {
                domain::Content::Front(front) => Content::Front(front.into()),
                domain::Content::List(list) => Content::List(list.into()),
                domain::Content::Article(article) => Content::Article(Box::new((&**article).into())),
                domain::Content::Popular(popular) => Content::Popular(popular.into()),
                domain::Content::Search => Content::Search,
                domain::Content::Saved => Content::Saved,
                domain::Content::NotFound => Content::NotFound,
            },
        }
    }
}

impl Embedded {
    /// The JSON of a page as it stands in the page's HTML: its text is not repeated.
    pub fn new(mut page: Page, edition: &domain::Edition) -> Embedded {
        if let Content::Article(article) = &mut page.content {
            article.body = String::new();
        }
        Embedded { edition: edition.into(), page }
    }
}

impl From<&domain::Front> for Front {
    fn from(front: &domain::Front) -> Self {
        Front {
            lead: front.lead.as_ref().map(Card::from),
            cards: all(&front.cards),
            most_read: all(&front.most_read),
            pager: front.pager.into(),
        }
    }
}

impl From<&domain::List> for List {
    fn from(list: &domain::List) -> Self {
        List {
            of: match &list.of {
                domain::ListOf::Section(section) => ListOf::Section(section.into()),
                domain::ListOf::Tag(tag) => ListOf::Tag(tag.into()),
                domain::ListOf::Time(time) => ListOf::Time(time.into()),
            },
            total: list.total,
            cards: all(&list.cards),
            pager: list.pager.into(),
        }
    }
}

impl From<&domain::Section> for Named {
    fn from(section: &domain::Section) -> Self {
        Named { id: section.id.to_string(), name: section.name.clone() }
    }
}

impl From<&domain::Tag> for Named {
    fn from(tag: &domain::Tag) -> Self {
        Named { id: tag.slug.to_string(), name: tag.name.clone() }
    }
}

impl From<&domain::Time> for Time {
    fn from(time: &domain::Time) -> Self {
        Time {
            id: time.span.to_string(),
            name: time.name.clone(),
            above: time.above.as_ref().map(Pointer::from),
            older: time.near.older.as_ref().map(Pointer::from),
            newer: time.near.newer.as_ref().map(Pointer::from),
            years: all(&time.years),
        }
    }
}

impl From<&domain::Pointer> for Pointer {
    fn from(pointer: &domain::Pointer) -> Self {
        Pointer { path: pointer.path.clone(), name: pointer.name.clone(), note: pointer.note.clone() }
    }
}

impl From<&domain::Shelf> for Shelf {
    fn from(shelf: &domain::Shelf) -> Self {
        Shelf { head: shelf.head.as_ref().map(Pointer::from), pointers: all(&shelf.pointers) }
    }
}

impl From<domain::Pager> for Pager {
    fn from(pager: domain::Pager) -> Self {
        Pager { number: pager.number.get(), last: pager.last.get() }
    }
}

impl From<&domain::Card> for Card {
    fn from(card: &domain::Card) -> Self {
        Card {
            slug: card.slug.to_string(),
            section: card.section.to_string(),
            title: card.title.clone(),
            teaser: card.teaser.clone(),
            date: card.date.to_string(),
            views: card.views.published,
            shared: card.views.shared,
            picture: (&card.picture).into(),
        }
    }
}

impl From<&domain::Headline> for Headline {
    fn from(headline: &domain::Headline) -> Self {
        Headline {
            slug: headline.slug.to_string(),
            title: headline.title.clone(),
            views: headline.views.published,
            shared: headline.views.shared,
        }
    }
}

impl From<&domain::Popular> for Popular {
    fn from(popular: &domain::Popular) -> Self {
        Popular {
            rule: popular.rule.clone(),
            until: popular.until.map(|day| day.to_string()),
            day: all(&popular.day),
            week: all(&popular.week),
            ever: all(&popular.ever),
        }
    }
}

impl From<&domain::Picture> for Picture {
    fn from(picture: &domain::Picture) -> Self {
        Picture {
            src: picture.src.clone(),
            width: picture.width,
            height: picture.height,
            alt: picture.alt.clone(),
            widths: picture.widths.clone(),
            tone: picture.tone.clone(),
        }
    }
}

impl From<&domain::ArticlePage> for Article {
    fn from(page: &domain::ArticlePage) -> Self {
        let article = &page.article;
        Article {
            slug: article.slug.to_string(),
            title: article.title.clone(),
            date: article.date.to_string(),
            updated: article.updated.map(|date| date.to_string()),
            section: article.section.to_string(),
            tags: all(&article.tags),
            standfirst: article.standfirst.clone(),
            description: article.description.clone(),
            authors: article.byline.authors.clone(),
            source: article.byline.source.clone(),
            cover: (&article.cover.picture).into(),
            cover_credit: article.cover.credit.clone(),
            cover_drawn: article.cover.drawn,
            views: article.views.published,
            shared: article.views.shared,
            read_minutes: article.read_minutes,
            body: article.body.clone(),
            related: all(&page.related),
            older: page.near.older.as_ref().map(Pointer::from),
            newer: page.near.newer.as_ref().map(Pointer::from),
            more: page.more.as_ref().map(Shelf::from),
        }
    }
}

impl From<&domain::Edition> for Edition {
    fn from(edition: &domain::Edition) -> Self {
        Edition {
            lang: code(&edition.lang),
            default_language: code(&edition.default_language),
            languages: edition.languages.iter().map(code).collect(),
            title: edition.title.clone(),
            tagline: edition.tagline.clone(),
            base_url: edition.base_url.clone(),
            utc_offset: offset_text(edition.utc_offset),
            sections: all(&edition.sections),
            footer: edition.footer.clone(),
            dwell_seconds: edition.views.dwell_seconds,
            window_minutes: edition.views.window_minutes,
            count_automation: edition.views.count_automation,
            counter: edition.counter.as_ref().map(|counter| counter.service.code().to_owned()),
            endpoint: edition.counter.as_ref().map(|counter| counter.endpoint.clone()),
        }
    }
}
