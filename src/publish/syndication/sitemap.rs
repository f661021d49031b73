//! Sitemaps: every address that wants to be found, with its translations.
//!
//! Articles come oldest first, and lists after them: a file that is full stays as it is, and what is new goes to the end.
//! Only the first page of a list is named. Its older pages hold nothing but articles that are named themselves, and move
//! with every new one.

use std::collections::HashSet;

use crate::publish::config::Config;
use crate::publish::index::{PER_PAGE, SiteIndex};
use crate::publish::source::Source;
use crate::publish::syndication::xml::escape;
use crate::publish::syndication::{File, is_out};
use crate::publish::urls::{SITEMAP, numbered_sitemap};
use crate::routes::{Address, PageNumber, Route};
use crate::values::{ArchivePeriod, DateTime, Lang, Slug};

/// What one file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Addresses.
    pub addresses: usize,
    /// Bytes, before compression.
    pub bytes: usize,
}

/// The limits of the sitemaps' protocol. Of its 50 MB we take the smaller reading.
pub const LIMITS: Limits = Limits { addresses: 50_000, bytes: 50_000_000 };

/// An address in a sitemap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The page.
    pub address: Address,
    /// The languages that the page exists in, its own among them; none where that is the only one.
    pub languages: Vec<Lang>,
    /// When it last changed.
    pub changed: Option<DateTime>,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
     <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";

const FOOT: &str = "</urlset>\n";

/// All addresses of the paper that are published at `now`, in the order of the sitemap.
pub fn entries<'a>(index: &'a SiteIndex<'a>, config: &'a Config, now: i64) -> impl Iterator<Item = Entry> + 'a {
    let out = move |source: &&'a Source| is_out(source, now);
    let known: HashSet<(&Slug, Lang)> =
        index.articles().iter().filter(out).map(|source| (&source.slug, source.lang)).collect();
    let articles = index.articles().iter().rev().filter(out).map(move |source| {
        let there = |lang: &Lang| known.contains(&(&source.slug, *lang));
        Entry {
            address: index.address(source),
            languages: several(config.languages.iter().copied().filter(there).collect()),
            changed: Some(source.updated.unwrap_or(source.date)),
        }
    });
    let lists = index.list_addresses().into_iter().filter_map(move |address| {
        let shown = index.newest(address.lang, &address.route).filter(out).take(PER_PAGE);
        let changed = shown.map(|source| source.updated.unwrap_or(source.date)).max_by_key(|date| date.instant());
        let languages = match address.route {
            Route::Front(PageNumber::FIRST) | Route::Section(_, PageNumber::FIRST) => config.languages.clone(),
            Route::Archive(ArchivePeriod::Ever, _) | Route::Popular | Route::Search => config.languages.clone(),
            // A tag that only a preview has is no address yet.
            Route::Tag(_, PageNumber::FIRST) if changed.is_some() => Vec::new(),
            Route::Archive(_, PageNumber::FIRST) if changed.is_some() => {
                let there = |lang: &Lang| index.newest(*lang, &address.route).any(|source| out(&source));
                config.languages.iter().copied().filter(there).collect()
            }
            _ => return None,
        };
        Some(Entry { address, languages: several(languages), changed })
    });
    articles.chain(lists)
}

/// Languages, if they are more than one.
fn several(languages: Vec<Lang>) -> Vec<Lang> {
    if languages.len() > 1 { languages } else { Vec::new() }
}

/// The sitemap of some addresses: one file, or numbered ones and their index where a limit would be passed.
pub fn files<'a>(
    entries: impl Iterator<Item = Entry> + 'a,
    base_url: &'a str,
    default: Lang,
    limits: Limits,
) -> impl Iterator<Item = File> + 'a {
    let mut parts = Parts { entries, base_url, default, limits, waiting: None };
    let mut dates: Vec<Option<DateTime>> = Vec::new();
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        match parts.next() {
            Some(part) if part.is_last && dates.is_empty() => {
                done = true;
                Some((SITEMAP.to_owned(), part.xml.into_bytes()))
            }
            Some(part) => {
                dates.push(part.changed);
                Some((numbered_sitemap(dates.len()), part.xml.into_bytes()))
            }
            None => {
                done = true;
                (!dates.is_empty()).then(|| (SITEMAP.to_owned(), index(&dates, base_url).into_bytes()))
            }
        }
    })
}

/// The index of numbered sitemaps, each with the date of its last change.
fn index(dates: &[Option<DateTime>], base_url: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (number, changed) in (1..).zip(dates) {
        let url = format!("{base_url}{}", numbered_sitemap(number));
        xml.push_str(&format!("<sitemap><loc>{}</loc>{}</sitemap>\n", escape(&url), lastmod(*changed)));
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

fn lastmod(changed: Option<DateTime>) -> String {
    changed.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default()
}

/// One file of a sitemap.
struct Part {
    xml: String,
    changed: Option<DateTime>,
    is_last: bool,
}

/// Entries on their way into files.
struct Parts<'a, I> {
    entries: I,
    base_url: &'a str,
    default: Lang,
    limits: Limits,
    /// The entry that the last file had no room for.
    waiting: Option<(Entry, String)>,
}

impl<I: Iterator<Item = Entry>> Parts<'_, I> {
    fn written(&self, entry: &Entry) -> String {
        let url = |lang| format!("{}{}", self.base_url, entry.address.route.path(lang, self.default));
        let mut xml = format!("<url><loc>{}</loc>{}", escape(&url(entry.address.lang)), lastmod(entry.changed));
        let mut alternate = |name: &str, lang| {
            let url = url(lang);
            let url = escape(&url);
            xml.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{name}\" href=\"{url}\"/>"));
        };
        for lang in &entry.languages {
            alternate(lang.code(), *lang);
        }
        if entry.languages.contains(&self.default) {
            alternate("x-default", self.default);
        }
        xml.push_str("</url>\n");
        xml
    }
}

impl<I: Iterator<Item = Entry>> Iterator for Parts<'_, I> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let mut part = Part { xml: HEAD.to_owned(), changed: None, is_last: true };
        let mut count = 0;
        loop {
            let waiting = self.waiting.take();
            let Some((entry, xml)) = waiting.or_else(|| {
                let entry = self.entries.next()?;
                let xml = self.written(&entry);
                Some((entry, xml))
            }) else {
                break;
            };
            let full = count == self.limits.addresses || part.xml.len() + xml.len() + FOOT.len() > self.limits.bytes;
            if full && count > 0 {
                self.waiting = Some((entry, xml));
                part.is_last = false;
                break;
            }
            part.xml.push_str(&xml);
            part.changed = part.changed.into_iter().chain(entry.changed).max_by_key(|date| date.instant());
            count += 1;
        }
        part.xml.push_str(FOOT);
        (count > 0).then_some(part)
    }
}
