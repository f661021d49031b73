//! `map.toml`: which column of a table is what.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use encoding_rs::Encoding;
use serde::Deserialize;

use crate::publish::diagnostic::Diagnostics;
use crate::publish::import::fault::{fault, unreadable};
use crate::publish::nearest::nearest;
use crate::values::parse_offset;

/// What a column can be.
const KEYS: [&str; 18] = [
    "id",
    "title",
    "text",
    "date",
    "updated",
    "slug",
    "summary",
    "categories",
    "tags",
    "authors",
    "source",
    "cover",
    "cover_alt",
    "cover_credit",
    "views",
    "pinned",
    "lang",
    "translation",
];

/// A map.
#[derive(Debug)]
pub struct Map {
    /// The table of the articles, in a dump.
    pub table: String,
    /// How the file is encoded.
    pub encoding: &'static Encoding,
    /// What separates the columns of a CSV file; found out if not given.
    pub delimiter: Option<u8>,
    /// The address of the old site.
    pub site: Option<String>,
    /// The clock of the dates, if it is not the paper's: minutes east of UTC.
    pub utc_offset: Option<i16>,
    /// Whether texts are Markdown.
    pub is_markdown: bool,
    /// Templates of old addresses.
    pub addresses: Vec<String>,
    /// Names of columns or lookups by what they are.
    pub columns: BTreeMap<String, Vec<String>>,
    /// Rows that match none of these are of another kind.
    pub keep: Vec<Condition>,
    /// Rows that match one of these are left out.
    pub skip: Vec<Condition>,
    /// Rows that match one of these are drafts.
    pub draft: Vec<Condition>,
    /// Rows that match one of these have plain text.
    pub plain: Vec<Condition>,
    /// Other tables by their names in this map.
    pub lookups: BTreeMap<String, Lookup>,
}

/// Some values of a column.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The column.
    pub column: String,
    /// The values.
    pub values: Vec<String>,
}

/// Another table, in which a column's value is a key.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    /// The column of the articles: a key, or several with commas.
    pub from: String,
    /// The table, or the CSV file beside the map.
    pub table: String,
    /// Its column of keys.
    pub key: String,
    /// Its column of values, or a template of several.
    pub value: String,
}

/// One name, or several of which the first that has a value counts.
#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Several(Vec<String>),
}

impl Names {
    fn list(self) -> Vec<String> {
        match self {
            Names::One(name) => vec![name],
            Names::Several(names) => names,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    table: String,
    encoding: Option<String>,
    delimiter: Option<String>,
    site: Option<String>,
    utc_offset: Option<String>,
    format: Option<String>,
    address: Option<Names>,
    columns: BTreeMap<String, Names>,
    #[serde(default)]
    keep: Vec<Condition>,
    #[serde(default)]
    skip: Vec<Condition>,
    #[serde(default)]
    draft: Vec<Condition>,
    #[serde(default)]
    plain: Vec<Condition>,
    #[serde(default)]
    lookup: BTreeMap<String, Lookup>,
}

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// It cannot be read, is no TOML, or has a key or value that makes no sense.
    pub fn read(path: &Path) -> Result<Map, Diagnostics> {
        let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
        let file: File = toml::from_str(&text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            fault(path, line, error.message().to_owned(), "docs/import.md has a map for each of the common systems")
        })?;
        let line = |word: &str| text.lines().position(|line| line.contains(word)).map_or(0, |at| at + 1);
        let wrong = |word: &str, message: String, help: &str| fault(path, line(word), message, help);
        for key in file.columns.keys() {
            if !KEYS.contains(&key.as_str()) {
                let help = match nearest(key, KEYS.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("there are {}", KEYS.join(", ")),
                };
                return Err(wrong(key, format!("unknown key `{key}` in [columns]"), &help));
            }
        }
        if !file.columns.contains_key("title") || !file.columns.contains_key("text") {
            return Err(wrong(
                "[columns]",
                "[columns] has no `title` or no `text`".to_owned(),
                "name the columns of both",
            ));
        }
        let label = file.encoding.as_deref().unwrap_or("utf-8");
        let encoding = Encoding::for_label(label.as_bytes())
            .or_else(|| Encoding::for_label(label.replace("cp", "windows-").as_bytes()))
            .ok_or_else(|| {
                wrong("encoding", format!("\"{label}\" is no encoding"), "write \"utf-8\" or \"windows-1251\"")
            })?;
        let offset = file.utc_offset.as_deref().map(|text| {
            let help = "write `utc_offset = \"+05:00\"`, or \"Z\" for UTC";
            parse_offset(text).map_err(|_| wrong("utc_offset", format!("\"{text}\" is no offset from UTC"), help))
        });
        let is_markdown = match file.format.as_deref() {
            None | Some("html") => false,
            Some("markdown") => true,
            Some(other) => {
                return Err(wrong("format", format!("`format` is \"{other}\""), "write \"html\" or \"markdown\""));
            }
        };
        Ok(Map {
            table: file.table,
            encoding,
            delimiter: file.delimiter.as_deref().and_then(|text| text.bytes().next()),
            site: file.site,
            utc_offset: offset.transpose()?,
            is_markdown,
            addresses: file.address.map(Names::list).unwrap_or_default(),
            columns: file.columns.into_iter().map(|(key, names)| (key, names.list())).collect(),
            keep: file.keep,
            skip: file.skip,
            draft: file.draft,
            plain: file.plain,
            lookups: file.lookup,
        })
    }

    /// The columns of the table that the map names.
    fn named(&self) -> Vec<&str> {
        let mut named: Vec<&str> = Vec::new();
        for names in self.columns.values() {
            for name in names.iter().flat_map(|name| name.split('+')).map(str::trim) {
                match self.lookups.get(name) {
                    Some(lookup) => named.push(&lookup.from),
                    None => named.push(name.split(':').next().unwrap_or(name)),
                }
            }
        }
        named.extend(
            [&self.keep, &self.skip, &self.draft, &self.plain].into_iter().flatten().map(|rule| rule.column.as_str()),
        );
        for template in &self.addresses {
            let names = template.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::trim);
            named.extend(names.map(|name| self.lookups.get(name).map_or(name, |lookup| lookup.from.as_str())));
        }
        named
    }

    /// Checks the map against the columns of the table.
    ///
    /// # Errors
    /// It names a column that is not there.
    pub fn check(&self, columns: &[String], file: &Path) -> Result<(), Diagnostics> {
        let strange = self.named().into_iter().find(|name| !columns.iter().any(|column| column == name));
        let Some(name) = strange else { return Ok(()) };
        let help = match nearest(name, columns.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the columns are {}", columns.join(", ")),
        };
        Err(fault(file, 0, format!("the map names the column \"{name}\", which the table does not have"), help))
    }

    /// The columns that the map has no use for.
    pub fn unused<'c>(&self, columns: &'c [String]) -> Vec<&'c str> {
        let named = self.named();
        columns.iter().map(String::as_str).filter(|column| !named.contains(column)).collect()
    }
}
