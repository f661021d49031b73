//! From the format to the domain: the border where a slug becomes a slug and a date a date.

use std::fmt;

use super::value::Value;
use super::{FORMAT, Stamp};
use crate::content::{
    Article, ArticlePage, Byline, Card, Content, Cover, Edition, Front, Headline, Lang, List, ListOf, Near, Page,
    Pager, Picture, Pointer, Popular, Section, Service, SharedCounter, Shelf, Slug, Tag, Time, Views, ViewsPolicy,
};
use crate::format::{DateTime, Day, Span, parse_offset};
use crate::route::PageNumber;

/// A document that is not of the format: the member where it was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireError(pub &'static str);

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the member {:?} is missing or not of its form", self.0)
    }
}

impl std::error::Error for WireError {}

type Read<T> = Result<T, WireError>;

/// A member that must be there, read by `read`.
fn must<V: Value, T>(value: &V, name: &'static str, read: impl FnOnce(&V) -> Option<T>) -> Read<T> {
    value.get(name).as_ref().and_then(read).ok_or(WireError(name))
}

fn text<V: Value>(value: &V, name: &'static str) -> Read<String> {
    must(value, name, V::text)
}

fn maybe_text<V: Value>(value: &V, name: &str) -> Option<String> {
    value.get(name).and_then(|value| value.text())
}

fn number<V: Value>(value: &V, name: &'static str) -> Read<u64> {
    must(value, name, V::number)
}

fn small<V: Value>(value: &V, name: &'static str) -> Read<u32> {
    number(value, name)?.try_into().map_err(|_| WireError(name))
}

fn slug<V: Value>(value: &V, name: &'static str) -> Read<Slug> {
    Slug::new(&text(value, name)?).ok_or(WireError(name))
}

fn lang<V: Value>(value: &V, name: &'static str) -> Read<Lang> {
    Lang::from_code(&text(value, name)?).ok_or(WireError(name))
}

fn date<V: Value>(value: &V, name: &'static str) -> Read<DateTime> {
    DateTime::parse(&text(value, name)?).map_err(|_| WireError(name))
}

/// All values of an array, each read by `read`.
fn all<V: Value, T>(value: &V, name: &'static str, read: fn(&V) -> Read<T>) -> Read<Vec<T>> {
    must(value, name, V::list)?.iter().map(read).collect()
}

fn texts<V: Value>(value: &V, name: &'static str) -> Read<Vec<String>> {
    all(value, name, |value| value.text().ok_or(WireError("text")))
}

fn langs<V: Value>(value: &V, name: &'static str) -> Read<Vec<Lang>> {
    all(value, name, |value| value.text().and_then(|code| Lang::from_code(&code)).ok_or(WireError("lang")))
}

/// Reads what the client looks at first: what another build wrote may have any shape beyond it.
pub fn stamp<V: Value>(value: &V) -> Read<Stamp> {
    Ok(Stamp { format: small(value, "format")?, build: text(value, "build")? })
}

/// Reads a page's document of this [`FORMAT`].
pub fn page<V: Value>(value: &V) -> Read<Page> {
    if stamp(value)?.format != FORMAT {
        return Err(WireError("format"));
    }
    Ok(Page {
        lang: lang(value, "lang")?,
        translations: langs(value, "translations")?,
        content: content(&member(value, "content")?)?,
    })
}

/// Reads the frame of the pages in one language.
pub fn edition<V: Value>(value: &V) -> Read<Edition> {
    Ok(Edition {
        lang: lang(value, "lang")?,
        default_language: lang(value, "default_language")?,
        languages: langs(value, "languages")?,
        title: text(value, "title")?,
        tagline: maybe_text(value, "tagline"),
        base_url: text(value, "base_url")?,
        utc_offset: parse_offset(&text(value, "utc_offset")?).map_err(|_| WireError("utc_offset"))?,
        sections: all(value, "sections", section)?,
        footer: maybe_text(value, "footer"),
        views: ViewsPolicy {
            dwell_seconds: small(value, "dwell_seconds")?,
            window_minutes: small(value, "window_minutes")?,
            count_automation: must(value, "count_automation", V::truth)?,
        },
        counter: counter(value),
    })
}

/// The shared counter; a service that we do not know is none.
fn counter<V: Value>(value: &V) -> Option<SharedCounter> {
    let service = Service::from_code(&maybe_text(value, "counter")?)?;
    Some(SharedCounter { service, endpoint: maybe_text(value, "endpoint")? })
}

/// A member that must be there, whatever it is.
fn member<V: Value>(value: &V, name: &'static str) -> Read<V> {
    value.get(name).ok_or(WireError(name))
}

fn content<V: Value>(value: &V) -> Read<Content> {
    if let Some(value) = value.get("article") {
        Ok(Content::Article(Box::new(article(&value)?)))
    } else if let Some(value) = value.get("front") {
        Ok(Content::Front(front(&value)?))
    } else if let Some(value) = value.get("list") {
        Ok(Content::List(list(&value)?))
    } else if let Some(value) = value.get("popular") {
        Ok(Content::Popular(popular(&value)?))
    } else {
        match value.text().as_deref() {
            Some("search") => Ok(Content::Search),
            Some("saved") => Ok(Content::Saved),
            Some("not_found") => Ok(Content::NotFound),
            _ => Err(WireError("content")),
        }
    }
}

fn front<V: Value>(value: &V) -> Read<Front> {
    Ok(Front {
        lead: value.get("lead").map(|value| card(&value)).transpose()?,
        cards: all(value, "cards", card)?,
        most_read: all(value, "most_read", headline)?,
        pager: pager(value)?,
    })
}

fn list<V: Value>(value: &V) -> Read<List> {
    let of = member(value, "of")?;
    Ok(List {
        of: match (of.get("section"), of.get("time")) {
            (Some(value), _) => ListOf::Section(section(&value)?),
            (_, Some(value)) => ListOf::Time(time(&value)?),
            _ => ListOf::Tag(tag(&member(&of, "tag")?)?),
        },
        total: small(value, "total")?,
        cards: all(value, "cards", card)?,
        pager: pager(value)?,
    })
}

fn section<V: Value>(value: &V) -> Read<Section> {
    Ok(Section { id: slug(value, "id")?, name: text(value, "name")? })
}

fn tag<V: Value>(value: &V) -> Read<Tag> {
    Ok(Tag { slug: slug(value, "id")?, name: text(value, "name")? })
}

fn time<V: Value>(value: &V) -> Read<Time> {
    Ok(Time {
        span: Span::parse(&text(value, "id")?).ok_or(WireError("id"))?,
        name: text(value, "name")?,
        above: pointer(value, "above")?,
        near: near(value)?,
        years: all(value, "years", shelf)?,
    })
}

fn shelf<V: Value>(value: &V) -> Read<Shelf> {
    Ok(Shelf { head: pointer(value, "head")?, pointers: all(value, "pointers", line)? })
}

fn near<V: Value>(value: &V) -> Read<Near> {
    Ok(Near { older: pointer(value, "older")?, newer: pointer(value, "newer")? })
}

fn pointer<V: Value>(value: &V, name: &str) -> Read<Option<Pointer>> {
    value.get(name).map(|value| line(&value)).transpose()
}

fn line<V: Value>(value: &V) -> Read<Pointer> {
    let note = maybe_text(value, "note").unwrap_or_default();
    Ok(Pointer { path: path(value, "path")?, name: text(value, "name")?, note })
}

fn pager<V: Value>(value: &V) -> Read<Pager> {
    let value = member(value, "pager")?;
    let page = |name| small(&value, name).and_then(|number| PageNumber::new(number).ok_or(WireError(name)));
    let (number, last) = (page("number")?, page("last")?);
    if number > last { Err(WireError("pager")) } else { Ok(Pager { number, last }) }
}

fn card<V: Value>(value: &V) -> Read<Card> {
    Ok(Card {
        slug: slug(value, "slug")?,
        section: slug(value, "section")?,
        title: text(value, "title")?,
        teaser: text(value, "teaser")?,
        date: date(value, "date")?,
        views: views(value)?,
        picture: picture(value, "picture")?,
    })
}

fn headline<V: Value>(value: &V) -> Read<Headline> {
    Ok(Headline { slug: slug(value, "slug")?, title: text(value, "title")?, views: views(value)? })
}

fn views<V: Value>(value: &V) -> Read<Views> {
    let published = number(value, "views")?;
    let shared = value.get("shared").map_or(Ok(0), |_| number(value, "shared"))?;
    if shared > published { Err(WireError("shared")) } else { Ok(Views { published, shared }) }
}

fn popular<V: Value>(value: &V) -> Read<Popular> {
    let until = maybe_text(value, "until").map(|day| Day::parse(&day).map_err(|_| WireError("until")));
    Ok(Popular {
        rule: text(value, "rule")?,
        until: until.transpose()?,
        day: all(value, "day", headline)?,
        week: all(value, "week", headline)?,
        ever: all(value, "ever", headline)?,
    })
}

/// A path of the paper's own site, and not one that a browser takes for another host, nor for several addresses of a
/// `srcset`.
fn path<V: Value>(value: &V, name: &'static str) -> Read<String> {
    let path = text(value, name)?;
    if !path.starts_with('/') || path.starts_with("//") || path.bytes().any(|b| b <= b' ' || b == b',' || b == b'\\') {
        return Err(WireError(name));
    }
    Ok(path)
}

/// A picture lies on the paper's own site.
fn picture<V: Value>(value: &V, name: &'static str) -> Read<Picture> {
    let value = member(value, name)?;
    let src = path(&value, "src")?;
    let mut widths = Vec::new();
    let listed = value.get("widths").map_or(Some(Vec::new()), |widths| widths.list());
    for width in listed.ok_or(WireError("widths"))? {
        match width.number().and_then(|width| u32::try_from(width).ok()) {
            Some(width) if widths.len() < 16 && widths.last().is_none_or(|last| *last < width) => widths.push(width),
            _ => return Err(WireError("widths")),
        }
    }
    let tone = maybe_text(&value, "tone");
    if tone.as_ref().is_some_and(|tone| tone.len() != 3 || !tone.bytes().all(|b| b.is_ascii_hexdigit())) {
        return Err(WireError("tone"));
    }
    Ok(Picture {
        src,
        width: small(&value, "width")?,
        height: small(&value, "height")?,
        alt: maybe_text(&value, "alt").unwrap_or_default(),
        widths,
        tone,
    })
}

fn article<V: Value>(value: &V) -> Read<ArticlePage> {
    let article = Article {
        slug: slug(value, "slug")?,
        title: text(value, "title")?,
        date: date(value, "date")?,
        updated: value.get("updated").map(|_| date(value, "updated")).transpose()?,
        section: slug(value, "section")?,
        tags: all(value, "tags", tag)?,
        standfirst: maybe_text(value, "standfirst"),
        description: text(value, "description")?,
        byline: Byline { authors: texts(value, "authors")?, source: maybe_text(value, "source") },
        cover: Cover {
            picture: picture(value, "cover")?,
            credit: maybe_text(value, "cover_credit"),
            drawn: must(value, "cover_drawn", V::truth)?,
        },
        views: views(value)?,
        read_minutes: small(value, "read_minutes")?,
        body: maybe_text(value, "body").unwrap_or_default(),
    };
    let more = value.get("more").map(|value| shelf(&value)).transpose()?;
    Ok(ArticlePage { article, related: all(value, "related", card)?, near: near(value)?, more })
}
