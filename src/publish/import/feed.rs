//! A feed with full text: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom.

use std::path::{Path, PathBuf};

use super::article::{Body, ImportedArticle, ImportedPicture};
use super::source::{Pass, Record, Source, Visit};
use super::xml::{self, Element};
use super::{date, dom, language};
use crate::publish::diagnostic::Diagnostics;
use crate::publish::html::escape;
use crate::publish::pictures::is_picture;

/// A longer description is no sentence under a headline. In characters.
const LONGEST_SUMMARY: usize = 500;

/// A feed in a file.
#[derive(Debug)]
pub struct Feed {
    file: PathBuf,
    utc_offset: i16,
    site: Option<String>,
}

impl Feed {
    /// The feed in a file.
    pub fn new(file: &Path, utc_offset: i16) -> Feed {
        Feed { file: file.to_owned(), utc_offset, site: None }
    }

    fn entry(&self, entry: &Element, pass: Pass) -> Record {
        let link = link(entry);
        let id = entry.text_of("guid").or(entry.text_of("id")).or(entry.attribute("rdf:about")).map(str::to_owned);
        let title = entry.all("title").next().map(|title| dom::words(&written(title))).unwrap_or_default();
        let date = |names: &[&str]| {
            names.iter().find_map(|name| entry.text_of(name)).and_then(|text| date::parse(text, self.utc_offset))
        };
        let mut article = ImportedArticle {
            id: id.or_else(|| link.clone()).unwrap_or_else(|| title.clone()),
            title,
            slug: link.as_deref().and_then(slug),
            date: date(&["pubDate", "published", "dc:date", "issued", "updated"]),
            updated: date(&["updated", "modified", "dcterms:modified"]),
            authors: authors(entry),
            categories: categories(entry),
            cover: cover(entry),
            lang: entry.text_of("dc:language").or(entry.attribute("xml:lang")).and_then(language::read),
            addresses: link.into_iter().collect(),
            ..ImportedArticle::default()
        };
        self.texts(entry, pass, &mut article);
        Record::Article(Box::new(article))
    }

    fn texts(&self, entry: &Element, pass: Pass, article: &mut ImportedArticle) {
        let of = |names: &[&str]| {
            let found = names.iter().find_map(|name| entry.all(name).find(|element| !element.text.trim().is_empty()));
            found.map(written)
        };
        let full = of(&["content:encoded", "content", "yandex:full-text", "fulltext"]);
        let short = of(&["description", "summary", "itunes:summary"]);
        let words = short.as_deref().map(dom::words).unwrap_or_default();
        let is_sentence = (1..=LONGEST_SUMMARY).contains(&words.chars().count());
        let is_cut = words.ends_with("[…]") || words.ends_with("[...]");
        let begins = |full: &str| {
            !is_sentence && dom::words(full).starts_with(words.trim_end_matches(['.', '…', '[', ']', ' ']))
        };
        match (full, short) {
            (Some(full), Some(short)) => {
                let is_same = dom::words(&full) == words;
                article.summary = Some(words.clone()).filter(|_| is_sentence && !is_same && !is_cut);
                // What is too long for a lead and is not the text's beginning would be lost.
                let both = !is_sentence && !is_same && !words.is_empty() && pass == Pass::Texts && !begins(&full);
                article.body = Body::Html(if both { format!("{short}\n{full}") } else { full });
            }
            (Some(full), None) => article.body = Body::Html(full),
            (None, Some(short)) => {
                article.notes.push("the feed has no full text of it, only a description".to_owned());
                article.body = Body::Html(short);
            }
            (None, None) => article.notes.push("the feed has no text of it".to_owned()),
        }
    }
}

/// The HTML of a text: what an attribute calls plain is escaped.
fn written(element: &Element) -> String {
    match element.attribute("type") {
        Some("text" | "text/plain") => escape(&element.text),
        _ => element.text.clone(),
    }
}

fn link(entry: &Element) -> Option<String> {
    let atom = |link: &&Element| link.attribute("rel").is_none_or(|rel| rel == "alternate");
    let href = entry.all("link").filter(atom).find_map(|link| link.attribute("href"));
    let permanent =
        entry.all("guid").find(|guid| guid.attribute("isPermaLink") != Some("false")).map(|guid| guid.text.trim());
    let link = entry.text_of("link").or(href).or(permanent)?;
    link.contains("://").then(|| link.to_owned())
}

/// The last part of an address, if it has one: `/2024/forum.html` gives `forum`.
fn slug(link: &str) -> Option<String> {
    let path = link.split_once("://")?.1.split(['?', '#']).next()?.split_once('/')?.1;
    let name = path.trim_end_matches('/').rsplit('/').next()?;
    let stem = ["html", "htm", "php"].iter().find_map(|end| name.strip_suffix(&format!(".{end}"))).unwrap_or(name);
    (!stem.is_empty()).then(|| stem.to_owned())
}

fn authors(entry: &Element) -> Vec<String> {
    let named = entry.all("author").map(|author| author.text_of("name").unwrap_or(author.text.trim()));
    let creators = entry.all("dc:creator").map(|creator| creator.text.trim());
    let names = creators.chain(named).map(|name| {
        // RSS wants an address and a name in brackets.
        let name = name
            .split_once('(')
            .filter(|(mail, _)| mail.contains('@'))
            .map_or(name, |(_, name)| name.trim_end_matches(')'));
        dom::words(name)
    });
    names.filter(|name| !name.is_empty() && !name.contains('@')).collect()
}

fn categories(entry: &Element) -> Vec<String> {
    let names = entry.all("category").map(|category| {
        let term = category.attribute("label").or(category.attribute("term"));
        dom::words(term.unwrap_or(&category.text))
    });
    let subjects = entry.all("dc:subject").map(|subject| dom::words(&subject.text));
    names.chain(subjects).filter(|name| !name.is_empty()).collect()
}

/// A picture that goes with the entry: of Media RSS, or attached.
fn cover(entry: &Element) -> Option<ImportedPicture> {
    let groups = entry.all("media:group").flat_map(|group| group.all("media:content"));
    let media = entry.all("media:content").chain(groups).chain(entry.all("media:thumbnail"));
    let attached =
        entry.all("enclosure").chain(entry.all("link").filter(|link| link.attribute("rel") == Some("enclosure")));
    let is_shown = |element: &&Element| {
        let url = element.attribute("url").or(element.attribute("href")).unwrap_or_default();
        let kind = element.attribute("type").or(element.attribute("medium")).unwrap_or_default();
        kind.starts_with("image") || kind.is_empty() && is_picture(url.split('?').next().unwrap_or_default())
    };
    let element = media.chain(attached).find(is_shown)?;
    let of = |name: &str| element.text_of(name).or(entry.text_of(name)).map(dom::words);
    Some(ImportedPicture {
        src: element.attribute("url").or(element.attribute("href"))?.to_owned(),
        alt: of("media:description").or_else(|| of("media:title")),
        caption: None,
        credit: of("media:credit"),
    })
}

impl Source for Feed {
    fn name(&self) -> &'static str {
        "feed"
    }

    fn read(&mut self, pass: Pass, visit: Visit<'_>) -> Result<(), Diagnostics> {
        let file = self.file.clone();
        xml::read(&file, &[], &mut |element| match element.name.as_str() {
            "item" | "entry" => visit(self.entry(&element, pass)),
            "link" if self.site.is_none() => {
                let is_own = matches!(element.attribute("rel"), None | Some("alternate"));
                let address = element.attribute("href").unwrap_or(element.text.trim());
                self.site = Some(address.to_owned()).filter(|address| is_own && address.contains("://"));
                Ok(())
            }
            _ => Ok(()),
        })
    }

    fn site(&self) -> Option<String> {
        self.site.clone()
    }
}
