//! The head of an article's file: TOML between two lines of `+++`.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::publish::config::{Config, find_section};
use crate::publish::finding::Findings;
use crate::publish::keys::{FORM, Keys, Kind, Spanned, list, syntax, wrong_kind};
use crate::publish::translit::slugify;
use crate::values::{DateTime, DateTimeError, Slug, offset_text};

/// The longest tag, in characters.
const LONGEST_TAG: usize = 60;

/// What the front matter says. Of the required keys those are missing that could not be read; each has its finding.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// The headline.
    pub title: Option<String>,
    /// When it is or will be published.
    pub date: Option<DateTime>,
    /// The id of its section.
    pub section: Option<Slug>,
    /// When it was last corrected; not before `date`.
    pub updated: Option<DateTime>,
    /// Its tags with their slugs, each once.
    pub tags: Vec<(Slug, String)>,
    /// The lead sentence.
    pub summary: Option<String>,
    /// Who answers for it.
    pub byline: Byline,
    /// The picture at its head.
    pub cover: Option<CoverKeys>,
    /// Views counted before.
    pub views: u64,
    /// Whether it stays on top.
    pub pinned: bool,
    /// Whether it is left out.
    pub draft: bool,
    /// Old addresses that lead to it.
    pub aliases: Vec<Spanned<String>>,
}

/// People and organisation behind an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The authors by name.
    pub authors: Vec<String>,
    /// The organisation.
    pub source: Option<String>,
}

/// The cover as an editor names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverKeys {
    /// The picture's file.
    pub file: Spanned<String>,
    /// What it shows.
    pub alt: String,
    /// Whose it is.
    pub credit: Option<String>,
}

/// Where the parts of a file stand, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The TOML.
    pub front: Range<usize>,
    /// The Markdown.
    pub body: Range<usize>,
}

/// Finds the parts of a file. A byte order mark is already gone; lines may end in CR LF.
pub fn split(text: &str, findings: &mut Findings) -> Option<Parts> {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    let shown = 0..first.trim_end().len();
    if first.trim_end() != "+++" {
        let help = match first.trim_end() {
            "---" => "front matter is TOML here: begin and end it with `+++`, and write `title = \"…\"` for `title: …`",
            _ => {
                "begin the file with a line `+++`, then `title = \"…\"`, `date = …`, `section = \"…\"`, then `+++` again"
            }
        };
        findings.at(shown, "the file does not begin with front matter", help);
        return None;
    }
    let start = first.len();
    let mut at = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some(Parts { front: start..at, body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    findings.at(shown, "the front matter is not closed", "put a line `+++` between it and the text");
    None
}

impl FrontMatter {
    /// Reads the TOML of a file that [`split`] has found.
    pub fn read(text: &str, front: Range<usize>, config: &Config, findings: &mut Findings) -> FrontMatter {
        let base = front.start;
        let toml = text.get(front).unwrap_or_default();
        let (table, errors) = DeTable::parse_recoverable(toml);
        if !errors.is_empty() {
            syntax(toml, base, &errors, FORM, findings);
            return FrontMatter::default();
        }
        // A key that is missing is expected below the opening line, which is the first of the file.
        let mut keys = Keys::new(table.get_ref(), 0..3, base);
        let matter = FrontMatter::from_keys(&mut keys, config, findings);
        keys.finish(findings);
        matter
    }

    fn from_keys(keys: &mut Keys<'_>, config: &Config, findings: &mut Findings) -> FrontMatter {
        let title = keys.required_text("title", findings).map(|title| title.value);
        let date = date(keys, "date", config.utc_offset, findings);
        if keys.value("date").is_none() {
            keys.missing("date", Kind::Date, findings);
        }
        FrontMatter {
            title,
            date: date.as_ref().map(|date| date.value),
            section: section(keys, config, findings),
            updated: updated(keys, date, config.utc_offset, findings),
            tags: tags(keys, findings),
            summary: keys.text("summary", findings).map(|summary| summary.value),
            byline: Byline {
                source: keys.text("source", findings).map(|source| source.value),
                authors: keys.texts("authors", findings).into_iter().map(|author| author.value).collect(),
            },
            cover: cover(keys, findings),
            views: keys.whole("views", findings).map_or(0, |views| views.value),
            pinned: keys.flag("pinned", findings).unwrap_or(false),
            draft: keys.flag("draft", findings).unwrap_or(false),
            aliases: keys.texts("aliases", findings),
        }
    }
}

fn section(keys: &mut Keys<'_>, config: &Config, findings: &mut Findings) -> Option<Slug> {
    let Spanned { value, span } = keys.required_text("section", findings)?;
    match find_section(&config.sections, &value) {
        Ok(id) => Some(id.clone()),
        // Nothing can be said against it where site.toml has no readable section: that is its own finding.
        Err(_) if config.sections.is_empty() => Slug::new(&value),
        Err(near) => {
            let ids: Vec<_> = config.sections.iter().map(|section| section.id.as_str()).collect();
            let help = match near {
                Some(id) => format!("did you mean `section = \"{id}\"`?"),
                None => format!("write one of {}, or add it to site.toml", list(&ids)),
            };
            findings.at(span, format!("unknown section \"{value}\""), help);
            None
        }
    }
}

/// A date with its offset.
pub fn date(
    keys: &mut Keys<'_>,
    key: &'static str,
    utc_offset: i16,
    findings: &mut Findings,
) -> Option<Spanned<DateTime>> {
    let Spanned { value, span } = keys.value(key)?;
    let written = match value {
        DeValue::Datetime(date) => date.to_string(),
        DeValue::String(text) => {
            let fixed = with_offset(text, utc_offset);
            let help = match DateTime::parse(&fixed) {
                Ok(_) => format!("write it without quotes: `{key} = {fixed}`"),
                Err(_) => format!("write `{key} = 2024-04-19T09:00:00{}`", offset_text(utc_offset)),
            };
            findings.at(span, format!("`{key}` wants a date, this is a text"), help);
            return None;
        }
        other => {
            wrong_kind(key, Kind::Date, other, span, findings);
            return None;
        }
    };
    match DateTime::parse(&written) {
        Ok(date) => Some(Spanned { value: date, span }),
        Err(error) => {
            let help = match error {
                DateTimeError::NoOffset => format!("write `{key} = {}`", with_offset(&written, utc_offset)),
                DateTimeError::Form => {
                    format!("write day, time and offset: `{key} = 2024-04-19T09:00:00{}`", offset_text(utc_offset))
                }
                DateTimeError::Range => "write a day and a time that exist".to_owned(),
            };
            findings.at(span, format!("`{key}` is {error}: {written}"), help);
            None
        }
    }
}

fn updated(
    keys: &mut Keys<'_>,
    published: Option<Spanned<DateTime>>,
    utc_offset: i16,
    findings: &mut Findings,
) -> Option<DateTime> {
    let updated = date(keys, "updated", utc_offset, findings)?;
    match published {
        Some(published) if updated.value.instant() < published.value.instant() => {
            findings.at(
                updated.span,
                format!("`updated` is before `date`: {}", updated.value),
                format!("write a time from {} on, or remove `updated`", published.value),
            );
            None
        }
        _ => Some(updated.value),
    }
}

/// A date as it should have been written: midnight where it has no time, the paper's offset where it has none.
fn with_offset(written: &str, utc_offset: i16) -> String {
    let mut fixed = written.trim().replacen(' ', "T", 1);
    if fixed.len() == 10 {
        fixed.push_str("T00:00:00");
    }
    if DateTime::parse(&fixed) == Err(DateTimeError::NoOffset) {
        fixed.push_str(&offset_text(utc_offset));
    }
    fixed
}

fn tags(keys: &mut Keys<'_>, findings: &mut Findings) -> Vec<(Slug, String)> {
    let mut tags: Vec<(Slug, String)> = Vec::new();
    for Spanned { value, span } in keys.texts("tags", findings) {
        if value.chars().count() > LONGEST_TAG {
            findings.at(
                span,
                format!("a tag of {} characters", value.chars().count()),
                format!("write a word or two, at most {LONGEST_TAG} characters"),
            );
            continue;
        }
        match slugify(&value) {
            // The same tag twice, perhaps in other letters' case, is one tag.
            Some(slug) if tags.iter().any(|(known, _)| *known == slug) => {}
            Some(slug) => tags.push((slug, value)),
            None => findings.at(
                span,
                format!("the tag \"{value}\" has no letter that can stand in an address"),
                "write it in Russian, Kazakh or Latin letters",
            ),
        }
    }
    tags
}

fn cover(keys: &mut Keys<'_>, findings: &mut Findings) -> Option<CoverKeys> {
    let file = keys.text("cover", findings);
    let named = keys.value("cover").is_some();
    let given = keys.value("cover_alt");
    let alt = keys.text("cover_alt", findings);
    let credit_given = keys.value("cover_credit");
    let credit = keys.text("cover_credit", findings);
    if !named {
        for (key, given) in [("cover_alt", &given), ("cover_credit", &credit_given)] {
            if let Some(Spanned { span, .. }) = given {
                findings.at(
                    span.clone(),
                    format!("`{key}` without `cover`"),
                    format!("add `cover = \"…\"`, or remove `{key}`"),
                );
            }
        }
        return None;
    }
    let file = file?;
    if given.is_none() {
        findings.at(
            file.span.clone(),
            "`cover` without `cover_alt`",
            "add `cover_alt = \"…\"`: what the picture shows, for those who do not see it",
        );
    }
    // The picture is checked even where its text is missing.
    let alt = alt.map(|alt| alt.value).unwrap_or_default();
    Some(CoverKeys { file, alt, credit: credit.map(|credit| credit.value) })
}
