//! Atom feeds: the newest articles of a language or of one of its sections.

use std::io;

use atom_syndication::{Category, Content, Entry, FixedDateTime, Generator, Link, Person, Text};

use crate::model::{Edition, Section};
use crate::publish::config::{FeedContent, FeedPolicy};
use crate::publish::html::escape;
use crate::publish::markdown;
use crate::publish::source::Source;
use crate::publish::syndication::xml::allowed;
use crate::publish::urls::{ATOM, ICON_192};
use crate::routes::{PageNumber, Route, feed_path};
use crate::values::DateTime;

/// A feed, but for its entries.
pub struct Feed<'a> {
    /// The paper in the feed's language.
    pub edition: &'a Edition,
    /// The section that it is about; none for all of them.
    pub section: Option<&'a Section>,
    /// What the newsroom gives away.
    pub policy: FeedPolicy,
    /// Whether the site has a file.
    pub has: &'a dyn Fn(&str) -> bool,
}

impl Feed<'_> {
    /// The feed of articles, newest first; of too many the newest are taken.
    ///
    /// Its date is that of its newest change, never the clock's: a feed in which nothing is new has the same bytes.
    ///
    /// # Errors
    /// Where the cache that has the texts cannot be read.
    pub fn text<'s>(&self, newest: impl Iterator<Item = &'s Source>) -> io::Result<String> {
        let edition = self.edition;
        let articles: Vec<&Source> = newest.take(self.policy.entries).collect();
        let changed = articles.iter().map(|source| changed(source)).max_by_key(|date| date.instant());
        let own = edition.url(&path(edition, self.section));
        let feed = atom_syndication::Feed {
            title: Text::plain(title(edition, self.section)),
            subtitle: edition.tagline.clone().map(Text::plain),
            id: own.clone(),
            // An empty feed has never changed.
            updated: changed.map(atom_date).unwrap_or_default(),
            authors: vec![Person {
                name: edition.title.clone(),
                uri: Some(edition.url(&edition.path(&Route::Front(PageNumber::FIRST)))),
                ..Person::default()
            }],
            generator: Some(Generator {
                value: "Habarshy".to_owned(),
                uri: None,
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            icon: (self.has)(ICON_192).then(|| edition.url(&edition.at(ICON_192))),
            links: vec![link("self", ATOM, own, edition), link("alternate", "text/html", self.page(), edition)],
            entries: articles.into_iter().map(|source| self.entry(source)).collect::<io::Result<_>>()?,
            lang: Some(edition.lang.code().to_owned()),
            ..atom_syndication::Feed::default()
        };
        // The library escapes; what cannot be escaped has to go.
        Ok(allowed(&feed.to_string()).into_owned() + "\n")
    }

    /// The page that shows what the feed tells.
    fn page(&self) -> String {
        let route = match self.section {
            Some(section) => Route::Section(section.id.clone(), PageNumber::FIRST),
            None => Route::Front(PageNumber::FIRST),
        };
        self.edition.url(&self.edition.path(&route))
    }

    fn entry(&self, source: &Source) -> io::Result<Entry> {
        let edition = self.edition;
        // The address is for ever: it is the entry's identity too.
        let url = edition.url(&edition.path(&Route::Article(source.slug.clone())));
        let names = source.byline.authors.iter().chain(&source.byline.source);
        let summary = source.standfirst.as_ref().unwrap_or(&source.description);
        let full = self.policy.content == FeedContent::Full;
        let content = if full { whole(source, edition.folder(), &url)? } else { None };
        Ok(Entry {
            title: Text::plain(source.title.clone()),
            id: url.clone(),
            updated: atom_date(changed(source)),
            published: Some(atom_date(source.date)),
            // Without any the feed's own author, the paper, is meant.
            authors: names.map(|name| Person { name: name.clone(), ..Person::default() }).collect(),
            categories: self.categories(source),
            links: vec![link("alternate", "text/html", url.clone(), edition)],
            // An article without words is described by its headline, which stands there already.
            summary: (*summary != source.title).then(|| Text::plain(summary.clone())),
            content: content.map(|html| Content {
                value: Some(html),
                content_type: Some("html".to_owned()),
                ..Content::default()
            }),
            ..Entry::default()
        })
    }

    /// The section first, then the tags; a tag of the section's name says nothing more.
    fn categories(&self, source: &Source) -> Vec<Category> {
        let category =
            |term: &str, label: &str| Category { term: term.to_owned(), scheme: None, label: Some(label.to_owned()) };
        let section = self.edition.section(&source.section);
        let tags = source.tags.iter().filter(|tag| tag.slug != source.section);
        let section = section.map(|section| category(section.id.as_str(), &section.name));
        section.into_iter().chain(tags.map(|tag| category(tag.slug.as_str(), &tag.name))).collect()
    }
}

/// The name of a feed.
pub fn title(edition: &Edition, section: Option<&Section>) -> String {
    match section {
        Some(section) => format!("{} — {}", section.name, edition.title),
        None => edition.title.clone(),
    }
}

/// Where programs find a feed.
pub fn path(edition: &Edition, section: Option<&Section>) -> String {
    edition.at(&feed_path(edition.lang, edition.default_language, section.map(|section| &section.id)))
}

/// All of an article, its addresses absolute: a reader's program does not know whose they are. None of an article with so
/// many elements that no program would like it.
fn whole(source: &Source, folder: &str, url: &str) -> io::Result<Option<String>> {
    let body = source.body.load()?;
    let mut html = String::with_capacity(body.as_str().len() + 500);
    // A drawn cover says nothing of the story, and readers' programs draw no SVG.
    if let Some(cover) = &source.cover {
        let picture = &cover.picture;
        html.push_str(&format!(
            "<figure><img src=\"{}\" width=\"{}\" height=\"{}\" alt=\"{}\">",
            escape(&picture.src),
            picture.width,
            picture.height,
            escape(&picture.alt)
        ));
        if let Some(credit) = &cover.credit {
            html.push_str(&format!("<figcaption>{}</figcaption>", escape(credit)));
        }
        html.push_str("</figure>\n");
    }
    if let Some(standfirst) = &source.standfirst {
        html.push_str(&format!("<p>{}</p>\n", escape(standfirst)));
    }
    html.push_str(body.as_str());
    Ok(markdown::absolute(&html, folder, url))
}

/// When an article last changed.
fn changed(source: &Source) -> DateTime {
    source.updated.unwrap_or(source.date)
}

fn link(rel: &str, kind: &str, href: String, edition: &Edition) -> Link {
    Link {
        href,
        rel: rel.to_owned(),
        hreflang: Some(edition.lang.code().to_owned()),
        mime_type: Some(kind.to_owned()),
        title: None,
        length: None,
    }
}

/// Both write RFC 3339, so this cannot fail.
fn atom_date(date: DateTime) -> FixedDateTime {
    date.to_string().parse().unwrap_or_default()
}
