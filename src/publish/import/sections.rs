//! `sections.toml`: which section an old category is.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use super::dom::one_line;
use super::fault::{fault, unreadable, unwritable};
use super::head::quoted;
use crate::publish::config::{Config, find_section};
use crate::publish::diagnostic::Diagnostics;
use crate::publish::translit::slugify;
use crate::values::Slug;

/// The file's name, in the newsroom's root.
pub const NAME: &str = "sections.toml";

const HEAD: &str = "\
# Which section of site.toml an old category is. `habarshy import` wrote this file with what it found, and reads it from then
# on: edit it, and import again. A category without a section (\"\") stays a tag. An article's section is that of the first
# of its categories that has one, else the default.
";

/// The sections of old categories.
#[derive(Clone, Debug)]
pub struct Sections {
    default: Slug,
    by_category: BTreeMap<String, Option<Slug>>,
    /// Whether there is a file already.
    pub is_written: bool,
}

impl Sections {
    /// Reads the file of a newsroom; without one, categories are the sections whose names they have.
    ///
    /// # Errors
    /// The file cannot be read, or names what is no section of `site.toml`.
    pub fn read(root: &Path, config: &Config) -> Result<Sections, Diagnostics> {
        let file = Path::new(NAME);
        let none = || fault(Path::new("site.toml"), 0, "the paper has no section", "add `[[sections]]`");
        let first = config.sections.first().map(|section| section.id.clone()).ok_or_else(none)?;
        let text = match fs::read_to_string(root.join(file)) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Sections { default: first, by_category: BTreeMap::new(), is_written: false });
            }
            Err(error) => return Err(unreadable(file, &error)),
        };
        let table: toml::Table = toml::from_str(&text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            fault(file, line, format!("this is not TOML: {}", error.message()), "write `\"Спорт\" = \"sport\"`")
        })?;
        let mut sections = Sections { default: first, by_category: BTreeMap::new(), is_written: true };
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("default", value) => {
                    let default = section(config, &text, key, value)?;
                    sections.default = default.unwrap_or(sections.default);
                }
                ("categories", toml::Value::Table(categories)) => {
                    for (name, value) in categories {
                        sections.by_category.insert(one_line(name), section(config, &text, name, value)?);
                    }
                }
                _ => {
                    let line = line_of(&text, key);
                    return Err(fault(
                        file,
                        line,
                        format!("unknown key `{key}`"),
                        "there are `default` and `[categories]`",
                    ));
                }
            }
        }
        Ok(sections)
    }

    /// The section of a category; none where it is only a tag.
    pub fn of(&self, config: &Config, category: &str) -> Option<Slug> {
        self.by_category.get(&one_line(category)).cloned().unwrap_or_else(|| guess(config, category))
    }

    /// The section of an article, and the categories that become tags.
    pub fn choose(&self, config: &Config, categories: &[String]) -> (Slug, Vec<String>) {
        let sections: Vec<Option<Slug>> = categories.iter().map(|category| self.of(config, category)).collect();
        let chosen = sections.iter().position(Option::is_some);
        let tags = categories.iter().enumerate().filter(|(at, _)| Some(*at) != chosen).map(|(_, name)| name.clone());
        let section = chosen.and_then(|at| sections.get(at).cloned().flatten());
        (section.unwrap_or_else(|| self.default.clone()), tags.collect())
    }

    /// Writes the file with the categories that were found, each with the number of its articles.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, root: &Path, config: &Config, found: &BTreeMap<String, usize>) -> Result<(), Diagnostics> {
        let ids: Vec<&str> = config.sections.iter().map(|section| section.id.as_str()).collect();
        let mut text = format!("{HEAD}# Sections: {}\n", ids.join(", "));
        let _ = write!(text, "default = {}\n\n[categories]\n", quoted(self.default.as_str()));
        for (category, articles) in found {
            let section = guess(config, category).map(|section| section.to_string()).unwrap_or_default();
            let _ = writeln!(text, "{} = {}  # articles: {articles}", key(category), quoted(&section));
        }
        let file = root.join(NAME);
        fs::write(&file, text).map_err(|error| unwritable(&file, &error))
    }
}

/// A category as a key of TOML.
fn key(category: &str) -> String {
    format!("\"{}\"", one_line(category).replace('\\', "\\\\").replace('"', "\\\""))
}

/// The section that a category has the name of.
fn guess(config: &Config, category: &str) -> Option<Slug> {
    let name = one_line(category).to_lowercase();
    let named = config.sections.iter().find(|section| {
        let names = section.names.values();
        section.id.as_str() == name || names.map(|name| name.to_lowercase()).any(|known| known == name)
    });
    let slug = || slugify(&name).and_then(|slug| find_section(&config.sections, slug.as_str()).ok().cloned());
    named.map(|section| section.id.clone()).or_else(slug)
}

fn section(config: &Config, text: &str, key: &str, value: &toml::Value) -> Result<Option<Slug>, Diagnostics> {
    let wrong = |message: String| {
        let ids: Vec<String> = config.sections.iter().map(|section| format!("\"{}\"", section.id)).collect();
        let help = format!("write one of {}, or \"\" for a tag", ids.join(", "));
        fault(Path::new(NAME), line_of(text, key), message, help)
    };
    match value.as_str() {
        Some("") => Ok(None),
        Some(id) => match find_section(&config.sections, id) {
            Ok(section) => Ok(Some(section.clone())),
            Err(_) => Err(wrong(format!("\"{id}\" is no section of site.toml"))),
        },
        None => Err(wrong(format!("`{key}` wants the id of a section, this is {value}"))),
    }
}

/// The line of a key; 0 where it is written in another way.
fn line_of(text: &str, key: &str) -> usize {
    text.lines()
        .position(|line| line.trim_start().trim_start_matches(['"', '\'']).starts_with(key))
        .map_or(0, |at| at + 1)
}
