//! The paper itself: `site.toml`.

mod base_url;
mod deploy;
mod feeds;
mod languages;
mod offline;
mod share;
mod views;

use std::collections::BTreeMap;

use crate::model::{Edition, Section, SharedCounter, ViewsPolicy};
use crate::publish::keys::{FORM, Keys, Kind, Spanned, Syntax, Value, clean, read_toml, wrong_kind};
use crate::publish::nearest::nearest;
use crate::publish::reporter::Reporter;
use crate::publish::translit::slugify;
use crate::values::{Lang, Slug, parse_offset};

pub use deploy::Host;
pub use feeds::{FeedContent, FeedPolicy};
pub use languages::codes;
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
    /// The URL of the published site: scheme, host and perhaps a folder, without a slash at the end.
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
    /// What serves the site.
    pub host: Host,
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
    /// Reads `site.toml`. What is wrong goes to `reporter`; the paper is returned even so, with the best that can be
    /// made of it, so that the articles are checked in the same run.
    pub fn read(text: &str, reporter: &mut Reporter) -> Config {
        let (table, is_whole) = read_toml(text, 0, FORM, reporter);
        let keys = Keys::new(&table, 0..0, Syntax::Toml);
        // What recovery makes of broken TOML is a guess: reporting the keys that it lost would only confuse.
        let mut ignored = Reporter::default();
        Config::from_keys(keys, if is_whole { reporter } else { &mut ignored })
    }

    fn from_keys(mut keys: Keys<'_>, reporter: &mut Reporter) -> Config {
        let languages = languages::read(&mut keys, reporter);
        let base_url = base_url::read(&mut keys, reporter);
        let (views, counter) = views::read(&mut keys, &base_url, reporter);
        let config = Config {
            title: by_language(&mut keys, "title", &languages, Need::Every, reporter),
            tagline: by_language(&mut keys, "tagline", &languages, Need::None, reporter),
            base_url,
            default_language: languages::read_default(&mut keys, &languages, reporter),
            utc_offset: utc_offset(&mut keys, reporter),
            sections: sections(&mut keys, &languages, reporter),
            footer: by_language(&mut keys, "footer", &languages, Need::None, reporter),
            views,
            counter,
            feeds: feeds::read(&mut keys, reporter),
            share: share::read(&mut keys, reporter),
            offline: offline::read(&mut keys, reporter),
            host: deploy::read(&mut keys, reporter),
            languages,
        };
        keys.finish(reporter);
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
    reporter: &mut Reporter,
) -> ByLang {
    let Some(Spanned { value, span }) = keys.value(key) else {
        if need == Need::Every {
            keys.missing(key, Kind::Text, reporter);
        }
        return ByLang::new();
    };
    match value {
        Value::Text(text) => match clean(key, text, span, keys.syntax(), reporter) {
            Some(text) => languages.iter().map(|lang| (*lang, text.value.clone())).collect(),
            None => ByLang::new(),
        },
        Value::Table(_) => {
            let Some(mut table) = keys.table(key, reporter) else { return ByLang::new() };
            let mut texts = ByLang::new();
            for lang in Lang::ALL {
                let wanted = need == Need::Every && languages.contains(&lang);
                let text = match wanted {
                    true => table.required_text(lang.code(), reporter),
                    false => table.text(lang.code(), reporter),
                };
                texts.extend(text.map(|text| (lang, text.value)));
            }
            table.finish(reporter);
            texts
        }
        other => {
            wrong_kind(key, Kind::Text, other, span, keys.syntax(), reporter);
            ByLang::new()
        }
    }
}

fn utc_offset(keys: &mut Keys<'_>, reporter: &mut Reporter) -> i16 {
    let Some(Spanned { value, span }) = keys.required_text("utc_offset", reporter) else { return 0 };
    match parse_offset(&value).ok().filter(|minutes| OFFSETS.contains(minutes)) {
        Some(minutes) => minutes,
        None => {
            reporter.at(
                span,
                format!("`utc_offset` is \"{value}\", which is no offset from UTC"),
                "write sign, hours and minutes: `utc_offset = \"+05:00\"`",
            );
            0
        }
    }
}

fn sections(keys: &mut Keys<'_>, languages: &[Lang], reporter: &mut Reporter) -> Vec<SectionNames> {
    let mut sections: Vec<SectionNames> = Vec::new();
    let tables = keys.tables("sections", reporter);
    if tables.is_empty() {
        reporter.at(
            keys.span(),
            "the paper has no section",
            "add `[[sections]]` and under it `id = \"society\"` and `name = { ru = \"Общество\" }`",
        );
    }
    for mut table in tables {
        let id = table.required_text("id", reporter);
        let names = by_language(&mut table, "name", languages, Need::Every, reporter);
        table.finish(reporter);
        let Some(Spanned { value, span }) = id else { continue };
        match Slug::new(&value) {
            None => reporter.at(
                span,
                format!("the section id \"{value}\" cannot stand in an address"),
                match slugify(&value) {
                    Some(slug) => format!("write `id = \"{slug}\"`"),
                    None => "write lower-case Latin letters, digits and hyphens".to_owned(),
                },
            ),
            Some(id) if sections.iter().any(|section| section.id == id) => {
                reporter.at(span, format!("the section \"{id}\" is there twice"), "give one of them another id");
            }
            Some(id) => sections.push(SectionNames { id, names }),
        }
    }
    sections
}

/// The section of an id, or the nearest known id.
pub fn find_section<'a>(sections: &'a [SectionNames], id: &str) -> Result<&'a Slug, Option<&'a str>> {
    match sections.iter().find(|section| section.id.as_str() == id) {
        Some(section) => Ok(&section.id),
        None => Err(nearest(id, sections.iter().map(|section| section.id.as_str()))),
    }
}
