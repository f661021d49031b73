//! The paper itself: `site.toml`.

mod feeds;
mod offline;
mod share;
mod views;

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use crate::model::{Edition, Section, SharedCounter, ViewsPolicy};
use crate::publish::finding::Findings;
use crate::publish::keys::{FORM, Keys, Kind, Spanned, clean, list, syntax, wrong_kind};
use crate::publish::nearest::nearest;
use crate::publish::translit::slugify;
use crate::values::{Lang, Slug, parse_offset};

pub use feeds::{FeedContent, FeedPolicy};
pub use offline::OfflinePolicy;
pub use share::SharePolicy;
pub use views::{is_this_machine, service_url};

/// A text in some of the languages of the paper.
pub type ByLang = BTreeMap<Lang, String>;

/// The paper, as `site.toml` describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The paper's name, in every language of it.
    pub title: ByLang,
    /// The line beside the name.
    pub tagline: ByLang,
    /// Scheme and host of the published site, without a slash at the end.
    pub base_url: String,
    /// The language that stands at the root of the site.
    pub default_language: Lang,
    /// The languages of the paper in the order of the file; never empty.
    pub languages: Vec<Lang>,
    /// The paper's wall clock, in minutes east of UTC.
    pub utc_offset: i16,
    /// The sections in the order of the file.
    pub sections: Vec<SectionNames>,
    /// The line at the foot of every page.
    pub footer: ByLang,
    /// How views are counted.
    pub views: ViewsPolicy,
    /// The service that adds up the views of all readers.
    pub counter: Option<SharedCounter>,
    /// What stands in feeds.
    pub feeds: FeedPolicy,
    /// Which articles get a share picture of their own.
    pub share: SharePolicy,
    /// What is there without a network.
    pub offline: OfflinePolicy,
}

/// A section with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionNames {
    /// Its name in addresses and in front matter.
    pub id: Slug,
    /// Its name for readers, in every language of the paper.
    pub names: ByLang,
}

/// The clocks of the earth lie between these, in minutes east of UTC.
const OFFSETS: std::ops::RangeInclusive<i16> = -12 * 60..=14 * 60;

impl Config {
    /// Reads `site.toml`. What is wrong goes to `findings`; the paper is returned even so, with the best that can be
    /// made of it, so that the articles are checked in the same run.
    pub fn read(text: &str, findings: &mut Findings) -> Config {
        let (table, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            // What recovery makes of broken TOML is a guess: reporting the keys that it lost would only confuse.
            syntax(text, 0, &errors, FORM, findings);
            return Config::from_keys(Keys::new(table.get_ref(), 0..0, 0), &mut Findings::default());
        }
        Config::from_keys(Keys::new(table.get_ref(), 0..0, 0), findings)
    }

    fn from_keys(mut keys: Keys<'_>, findings: &mut Findings) -> Config {
        let languages = languages(&mut keys, findings);
        let base_url = base_url(&mut keys, findings);
        let (views, counter) = views::read(&mut keys, &base_url, findings);
        let config = Config {
            title: by_language(&mut keys, "title", &languages, Need::Every, findings),
            tagline: by_language(&mut keys, "tagline", &languages, Need::None, findings),
            base_url,
            default_language: default_language(&mut keys, &languages, findings),
            utc_offset: utc_offset(&mut keys, findings),
            sections: sections(&mut keys, &languages, findings),
            footer: by_language(&mut keys, "footer", &languages, Need::None, findings),
            views,
            counter,
            feeds: feeds::read(&mut keys, findings),
            share: share::read(&mut keys, findings),
            offline: offline::read(&mut keys, findings),
            languages,
        };
        keys.finish(findings);
        config
    }

    /// What stands around every page in a language of the paper.
    pub fn edition(&self, lang: Lang) -> Edition {
        let name = |names: &ByLang| names.get(&lang).cloned();
        let section = |section: &SectionNames| Section {
            id: section.id.clone(),
            name: name(&section.names).unwrap_or_else(|| section.id.to_string()),
        };
        Edition {
            lang,
            default_language: self.default_language,
            languages: self.languages.clone(),
            title: name(&self.title).unwrap_or_default(),
            tagline: name(&self.tagline),
            base_url: self.base_url.clone(),
            utc_offset: self.utc_offset,
            sections: self.sections.iter().map(section).collect(),
            footer: name(&self.footer),
            dwell_seconds: self.views.dwell_seconds,
            window_minutes: self.views.window_minutes,
            count_automation: self.views.count_automation,
            counter: self.counter.as_ref().map(|counter| counter.service),
            endpoint: self.counter.as_ref().map(|counter| counter.endpoint.clone()),
        }
    }
}

/// In which languages a text must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// In every language of the paper.
    Every,
    /// In none.
    None,
}

/// A text for all languages, or a table with one for each.
fn by_language(
    keys: &mut Keys<'_>,
    key: &'static str,
    languages: &[Lang],
    need: Need,
    findings: &mut Findings,
) -> ByLang {
    let Some(Spanned { value, span }) = keys.value(key) else {
        if need == Need::Every {
            keys.missing(key, Kind::Text, findings);
        }
        return ByLang::new();
    };
    match value {
        DeValue::String(text) => match clean(key, text, span, findings) {
            Some(text) => languages.iter().map(|lang| (*lang, text.value.clone())).collect(),
            None => ByLang::new(),
        },
        DeValue::Table(_) => {
            let Some(mut table) = keys.table(key, findings) else { return ByLang::new() };
            let mut texts = ByLang::new();
            for lang in Lang::ALL {
                let wanted = need == Need::Every && languages.contains(&lang);
                let text = match wanted {
                    true => table.required_text(lang.code(), findings),
                    false => table.text(lang.code(), findings),
                };
                texts.extend(text.map(|text| (lang, text.value)));
            }
            table.finish(findings);
            texts
        }
        other => {
            wrong_kind(key, Kind::Text, other, span, findings);
            ByLang::new()
        }
    }
}

/// The languages of the paper. All of ours where none can be read, so that the articles are still checked.
fn languages(keys: &mut Keys<'_>, findings: &mut Findings) -> Vec<Lang> {
    let tables = keys.tables("languages", findings);
    if tables.is_empty() {
        findings.at(
            keys.span(),
            "the paper has no language",
            "add `[[languages]]` and under it `code = \"ru\"`, one for each language",
        );
    }
    let mut languages = Vec::new();
    for mut table in tables {
        if let Some(Spanned { value, span }) = table.required_text("code", findings) {
            match Lang::from_code(&value) {
                Some(lang) if languages.contains(&lang) => {
                    findings.at(span, format!("the language \"{value}\" is listed twice"), "remove one of the two");
                }
                Some(lang) => languages.push(lang),
                None => findings.at(
                    span,
                    format!("unknown language \"{value}\""),
                    format!("write one of {}: the interface has words for these", codes(&Lang::ALL)),
                ),
            }
        }
        table.finish(findings);
    }
    if languages.is_empty() { Lang::ALL.to_vec() } else { languages }
}

fn default_language(keys: &mut Keys<'_>, languages: &[Lang], findings: &mut Findings) -> Lang {
    let first = languages.first().copied().unwrap_or(Lang::Ru);
    let Some(Spanned { value, span }) = keys.required_text("default_language", findings) else { return first };
    match Lang::from_code(&value).filter(|lang| languages.contains(lang)) {
        Some(lang) => lang,
        None => {
            findings.at(
                span,
                format!("`default_language` is \"{value}\", which is no language of the paper"),
                format!("write one of {}, or add it as `[[languages]]`", codes(languages)),
            );
            first
        }
    }
}

fn utc_offset(keys: &mut Keys<'_>, findings: &mut Findings) -> i16 {
    let Some(Spanned { value, span }) = keys.required_text("utc_offset", findings) else { return 0 };
    match parse_offset(&value).ok().filter(|minutes| OFFSETS.contains(minutes)) {
        Some(minutes) => minutes,
        None => {
            findings.at(
                span,
                format!("`utc_offset` is \"{value}\", which is no offset from UTC"),
                "write sign, hours and minutes: `utc_offset = \"+05:00\"`",
            );
            0
        }
    }
}

/// Scheme, host and port, and the folder in which the site lies, if any.
fn base_url(keys: &mut Keys<'_>, findings: &mut Findings) -> String {
    let Some(Spanned { value, span }) = keys.required_text("base_url", findings) else { return String::new() };
    let lower = value.to_lowercase();
    let (scheme, rest) = match (lower.strip_prefix("https://"), lower.strip_prefix("http://")) {
        (Some(rest), _) => ("https", rest),
        (None, Some(rest)) => ("http", rest),
        // Without a scheme, or with a strange one.
        (None, None) => ("https", lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest)),
    };
    let address = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, folder) = address.split_once('/').unwrap_or((address, ""));
    // A view is counted under the path of its article, which has these letters alone.
    let folder: Vec<&str> = folder.split('/').filter(|name| Slug::new(name).is_some()).collect();
    let origin = format!("{scheme}://{}", [&[host], &*folder].concat().join("/"));
    if origin == value && is_host(host) {
        return value;
    }
    let help = match is_host(host) {
        true => format!(
            "write scheme, host and perhaps a folder of lower-case Latin letters, digits and hyphens: \
             `base_url = \"{origin}\"`"
        ),
        false if !host.is_ascii() => "write the host in its ASCII form, which begins with xn--".to_owned(),
        false => "write scheme and host: `base_url = \"https://news.example\"`".to_owned(),
    };
    findings.at(span, format!("`base_url` is \"{value}\", which is not the URL of a site"), help);
    origin
}

/// Whether a text is a host name with or without a port.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, "80"));
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    name.len() <= 253 && name.split('.').all(label) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

fn sections(keys: &mut Keys<'_>, languages: &[Lang], findings: &mut Findings) -> Vec<SectionNames> {
    let mut sections: Vec<SectionNames> = Vec::new();
    let tables = keys.tables("sections", findings);
    if tables.is_empty() {
        findings.at(
            keys.span(),
            "the paper has no section",
            "add `[[sections]]` and under it `id = \"society\"` and `name = { ru = \"Общество\" }`",
        );
    }
    for mut table in tables {
        let id = table.required_text("id", findings);
        let names = by_language(&mut table, "name", languages, Need::Every, findings);
        table.finish(findings);
        let Some(Spanned { value, span }) = id else { continue };
        match Slug::new(&value) {
            None => findings.at(
                span,
                format!("the section id \"{value}\" cannot stand in an address"),
                match slugify(&value) {
                    Some(slug) => format!("write `id = \"{slug}\"`"),
                    None => "write lower-case Latin letters, digits and hyphens".to_owned(),
                },
            ),
            Some(id) if sections.iter().any(|section| section.id == id) => {
                findings.at(span, format!("the section \"{id}\" is there twice"), "give one of them another id");
            }
            Some(id) => sections.push(SectionNames { id, names }),
        }
    }
    sections
}

/// The codes of languages, for a sentence.
pub fn codes(languages: &[Lang]) -> String {
    list(&languages.iter().map(|lang| format!("\"{lang}\"")).collect::<Vec<_>>()).replace('`', "")
}

/// The section of an id, or the nearest known id.
pub fn find_section<'a>(sections: &'a [SectionNames], id: &str) -> Result<&'a Slug, Option<&'a str>> {
    match sections.iter().find(|section| section.id.as_str() == id) {
        Some(section) => Ok(&section.id),
        None => Err(nearest(id, sections.iter().map(|section| section.id.as_str()))),
    }
}
