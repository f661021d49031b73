//! The head of an article's file: TOML between two lines of `+++`, or YAML between two of `---`.

mod dates;
mod parts;

use serde::{Deserialize, Serialize};

pub use dates::date;
pub use parts::{Parts, split};

use crate::publish::config::{Config, find_section};
use crate::publish::keys::{FORM, Keys, Kind, Spanned, Syntax, list, read_toml, read_yaml};
use crate::publish::reporter::Reporter;
use crate::publish::translit::slugify;
use crate::values::{DateTime, Slug};
use dates::updated;

/// The longest tag, in characters.
const LONGEST_TAG: usize = 60;

/// What other systems call the keys.
const OTHER_NAMES: [(&str, &str); 22] = [
    ("author", "authors"),
    ("byline", "authors"),
    ("categories", "section"),
    ("category", "section"),
    ("description", "summary"),
    ("excerpt", "summary"),
    ("featured_image", "cover"),
    ("hero", "cover"),
    ("image", "cover"),
    ("image_alt", "cover_alt"),
    ("keywords", "tags"),
    ("last_modified_at", "updated"),
    ("lastmod", "updated"),
    ("lead", "summary"),
    ("modified", "updated"),
    ("name", "slug"),
    ("permalink", "aliases"),
    ("pubDate", "date"),
    ("published", "date"),
    ("redirect_from", "aliases"),
    ("thumbnail", "cover"),
    ("url", "aliases"),
];

/// What the front matter says. Of the required keys those are missing that could not be read; each has its finding.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// The headline.
    pub title: Option<String>,
    /// Its name in addresses, where that is not its file's.
    pub slug: Option<Slug>,
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

impl FrontMatter {
    /// Reads the front matter of a file that [`split`] has found.
    pub fn read(text: &str, parts: &Parts, config: &Config, reporter: &mut Reporter) -> FrontMatter {
        let base = parts.front.start;
        let front = text.get(parts.front.clone()).unwrap_or_default();
        let table = match parts.syntax {
            Syntax::Toml => Some(read_toml(front, base, FORM, reporter)).filter(|(_, is_whole)| *is_whole),
            Syntax::Yaml => read_yaml(front, base, reporter).map(|table| (table, true)),
        };
        let Some((table, _)) = table else { return FrontMatter::default() };
        // A key that is missing is expected below the opening line, which is the first of the file.
        let mut keys = Keys::new(&table, 0..3, parts.syntax);
        let matter = FrontMatter::from_keys(&mut keys, config, reporter);
        keys.finish_with(&OTHER_NAMES, reporter);
        matter
    }

    fn from_keys(keys: &mut Keys<'_>, config: &Config, reporter: &mut Reporter) -> FrontMatter {
        let title = keys.required_text("title", reporter).map(|title| title.value);
        let date = date(keys, "date", config.utc_offset, reporter);
        if keys.filled("date").is_none() {
            keys.missing("date", Kind::Date, reporter);
        }
        FrontMatter {
            title,
            slug: slug(keys, reporter),
            date: date.as_ref().map(|date| date.value),
            section: section(keys, config, reporter),
            updated: updated(keys, date, config.utc_offset, reporter),
            tags: tags(keys, reporter),
            summary: keys.text("summary", reporter).map(|summary| summary.value),
            byline: Byline {
                source: keys.text("source", reporter).map(|source| source.value),
                authors: keys.texts("authors", reporter).into_iter().map(|author| author.value).collect(),
            },
            cover: cover(keys, reporter),
            views: keys.whole("views", reporter).map_or(0, |views| views.value),
            pinned: keys.flag("pinned", reporter).unwrap_or(false),
            draft: keys.flag("draft", reporter).unwrap_or(false),
            aliases: keys.texts("aliases", reporter),
        }
    }
}

fn slug(keys: &mut Keys<'_>, reporter: &mut Reporter) -> Option<Slug> {
    let Spanned { value, span } = keys.text("slug", reporter)?;
    let slug = Slug::new(&value);
    if slug.is_none() {
        let help = match slugify(&value) {
            Some(slug) => format!("write `{}`", keys.syntax().pair("slug", &format!("\"{slug}\""))),
            None => "write lower-case Latin letters, digits and hyphens, or remove it: then the file's name counts"
                .to_owned(),
        };
        reporter.at(span, format!("the slug \"{value}\" cannot stand in an address"), help);
    }
    slug
}

fn section(keys: &mut Keys<'_>, config: &Config, reporter: &mut Reporter) -> Option<Slug> {
    let ids: Vec<_> = config.sections.iter().map(|section| section.id.as_str()).collect();
    let written = keys.value("section").map_or_else(|| keys.span(), |value| value.span);
    let state = if keys.value("section").is_some() { "empty" } else { "missing" };
    if keys.filled("section").is_none() && !ids.is_empty() {
        let example = keys.syntax().pair("section", &format!("\"{}\"", ids.first().copied().unwrap_or_default()));
        let help = format!("write one of {}: `{example}`, for one", list(&ids));
        reporter.at(written, format!("`section` is {state}"), help);
        return None;
    }
    let Spanned { value, span } = keys.required_text("section", reporter)?;
    match find_section(&config.sections, &value) {
        Ok(id) => Some(id.clone()),
        // Nothing can be said against it where site.toml has no readable section: that is its own finding.
        Err(_) if config.sections.is_empty() => Slug::new(&value),
        Err(near) => {
            let help = match near {
                Some(id) => format!("did you mean `{}`?", keys.syntax().pair("section", &format!("\"{id}\""))),
                None => format!("write one of {}, or add it to site.toml", list(&ids)),
            };
            reporter.at(span, format!("unknown section \"{value}\""), help);
            None
        }
    }
}

fn tags(keys: &mut Keys<'_>, reporter: &mut Reporter) -> Vec<(Slug, String)> {
    let mut tags: Vec<(Slug, String)> = Vec::new();
    for Spanned { value, span } in keys.texts("tags", reporter) {
        if value.chars().count() > LONGEST_TAG {
            reporter.at(
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
            None => reporter.at(
                span,
                format!("the tag \"{value}\" has no letter that can stand in an address"),
                "write it in Russian, Kazakh or Latin letters",
            ),
        }
    }
    tags
}

fn cover(keys: &mut Keys<'_>, reporter: &mut Reporter) -> Option<CoverKeys> {
    let file = keys.text("cover", reporter);
    let named = keys.filled("cover").is_some();
    let given = keys.filled("cover_alt");
    let alt = keys.text("cover_alt", reporter);
    let credit_given = keys.filled("cover_credit");
    let credit = keys.text("cover_credit", reporter);
    if !named {
        for (key, given) in [("cover_alt", &given), ("cover_credit", &credit_given)] {
            if let Some(Spanned { span, .. }) = given {
                reporter.at(
                    span.clone(),
                    format!("`{key}` without `cover`"),
                    format!("add `{}`, or remove `{key}`", keys.syntax().pair("cover", "\"…\"")),
                );
            }
        }
        return None;
    }
    let file = file?;
    if given.is_none() {
        reporter.at(
            file.span.clone(),
            "`cover` without `cover_alt`",
            format!(
                "add `{}`: what the picture shows, for those who do not see it",
                keys.syntax().pair("cover_alt", "\"…\"")
            ),
        );
    }
    // The picture is checked even where its text is missing.
    let alt = alt.map(|alt| alt.value).unwrap_or_default();
    Some(CoverKeys { file, alt, credit: credit.map(|credit| credit.value) })
}
