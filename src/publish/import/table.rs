//! Any system with a database: a table in CSV, or a dump of MySQL, and a map that says which column is what.

pub mod map;
pub mod rows;
pub mod sql;
pub mod tokens;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use super::article::{Body, ImportedArticle, ImportedPicture};
use super::source::{Pass, Record, Source, Visit};
use super::{date, dom, language};
use crate::publish::diagnostic::Diagnostics;
use crate::publish::html::escape;
use crate::values::DateTime;
use map::{Condition, Map};
use rows::Row;

/// A longer text is no sentence under a headline. In characters.
const LONGEST_SUMMARY: usize = 500;

/// A table with its map.
#[derive(Debug)]
pub struct Table {
    file: PathBuf,
    map: Map,
    /// The folder of the map: tables of lookups in CSV lie beside it.
    folder: PathBuf,
    /// The paper's clock.
    utc_offset: i16,
    lookups: Option<HashMap<String, HashMap<String, String>>>,
}

impl Table {
    /// Reads the map. The table is a dump where its name ends in `.sql`.
    ///
    /// # Errors
    /// The map cannot be read or has faults.
    pub fn new(file: &Path, map: &Path, utc_offset: i16) -> Result<Table, Diagnostics> {
        let folder = map.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Table { file: file.to_owned(), map: Map::read(map)?, folder, utc_offset, lookups: None })
    }

    fn is_dump(&self) -> bool {
        self.file.extension().is_some_and(|end| end.eq_ignore_ascii_case("sql"))
    }

    /// Reads the tables that lookups ask for, the first time.
    fn load(&mut self) -> Result<(), Diagnostics> {
        if self.lookups.is_some() {
            return Ok(());
        }
        let mut found: HashMap<String, HashMap<String, String>> = HashMap::new();
        let lookups = &self.map.lookups;
        let mut keep = |name: &str, row: &Row<'_>| {
            if let Some(lookup) = lookups.get(name)
                && let Some(key) = row.get(&lookup.key).filter(|key| !key.is_empty())
            {
                let value = fill(&lookup.value, &|column| row.get(column).map(str::to_owned));
                found.entry(name.to_owned()).or_default().insert(key.to_owned(), value);
            }
        };
        if self.is_dump() {
            let tables: BTreeSet<&str> = lookups.values().map(|lookup| lookup.table.as_str()).collect();
            if !tables.is_empty() {
                sql::read(&self.file, self.map.encoding, &|table| tables.contains(table), &mut |table, row| {
                    for (name, _) in lookups.iter().filter(|(_, lookup)| lookup.table == table) {
                        keep(name, row);
                    }
                    Ok(())
                })?;
            }
        } else {
            for (name, lookup) in lookups {
                let file = self.folder.join(&lookup.table);
                rows::read_csv(&file, self.map.encoding, self.map.delimiter, &mut |row| {
                    keep(name, row);
                    Ok(())
                })?;
            }
        }
        self.lookups = Some(found);
        Ok(())
    }

    /// The values of a name of the map: that of a lookup, of a member of a column in JSON, or of a column.
    fn values(&self, row: &Row<'_>, name: &str) -> Vec<String> {
        if let Some(lookup) = self.map.lookups.get(name) {
            let table = self.lookups.as_ref().and_then(|lookups| lookups.get(name));
            let keys = row.get(&lookup.from).unwrap_or_default().split([',', ';', '|']);
            return keys.filter_map(|key| table?.get(key.trim()).cloned()).filter(|value| !value.is_empty()).collect();
        }
        if let Some((column, member)) = name.split_once(':') {
            let json = row.get(column).and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok());
            let value = json.and_then(|json| json.get(member).and_then(|value| value.as_str().map(str::to_owned)));
            return value.into_iter().filter(|value| !value.is_empty()).collect();
        }
        row.get(name).filter(|value| !value.trim().is_empty()).map(str::to_owned).into_iter().collect()
    }

    /// The first value of the first name that has one. A name may join several: `introtext + fulltext`, between which the mark
    /// of a lead stands.
    fn text(&self, row: &Row<'_>, names: &[String]) -> Option<String> {
        names.iter().find_map(|name| {
            let parts = name.split('+').filter_map(|part| self.values(row, part.trim()).into_iter().next());
            let text = parts.collect::<Vec<_>>().join("\n<!--more-->\n");
            (!text.trim().is_empty()).then_some(text)
        })
    }

    fn one(&self, row: &Row<'_>, key: &str) -> Option<String> {
        self.map.columns.get(key).and_then(|names| self.text(row, names))
    }

    /// The values of a list: of a lookup as they are, of a column cut at commas.
    fn list(&self, row: &Row<'_>, key: &str) -> Vec<String> {
        let names = self.map.columns.get(key).map(Vec::as_slice).unwrap_or_default();
        let mut list = Vec::new();
        for name in names {
            let values = self.values(row, name);
            match self.map.lookups.contains_key(name) {
                true => list.extend(values),
                false => list.extend(values.iter().flat_map(|value| value.split([',', ';', '|'])).map(str::to_owned)),
            }
        }
        list.iter().map(|value| dom::words(value)).filter(|value| !value.is_empty()).collect()
    }

    fn date(&self, row: &Row<'_>, key: &str) -> Option<DateTime> {
        let text = self.one(row, key)?;
        let clock = self.map.utc_offset.unwrap_or(self.utc_offset);
        let date = date::parse(&text, clock)?;
        // Dates of another clock are shown by that of the paper.
        if clock == self.utc_offset { Some(date) } else { DateTime::at(date.instant(), self.utc_offset) }
    }

    fn record(&self, row: &Row<'_>, pass: Pass) -> Option<Record> {
        // Rows of other kinds share the table: they are none of ours.
        if self.map.keep.iter().any(|kept| !kept.values.iter().any(|value| row.get(&kept.column) == Some(value))) {
            return None;
        }
        let id = self.one(row, "id").unwrap_or_else(|| format!("row-{}", row.number));
        let title = dom::words(&self.one(row, "title").unwrap_or_default());
        if let Some(condition) = matching(row, &self.map.skip) {
            let value = row.get(&condition.column).unwrap_or_default();
            let reason = format!("`{}` is \"{value}\"", condition.column);
            return Some(Record::LeftOut { id, title, reason });
        }
        let language = self.one(row, "lang");
        let lang = language
            .as_deref()
            .filter(|code| !matches!(*code, "*" | "0" | "all"))
            .map(|code| (language::read(code), code));
        if let Some((None, code)) = lang {
            let reason = format!("its language is \"{code}\", which no paper can have");
            return Some(Record::LeftOut { id, title, reason });
        }
        let is_plain = matching(row, &self.map.plain).is_some();
        let draft = matching(row, &self.map.draft).is_some();
        let mut article = ImportedArticle {
            draft,
            lang: lang.and_then(|(lang, _)| lang),
            translation: self.one(row, "translation"),
            slug: self.one(row, "slug"),
            date: self.date(row, "date"),
            updated: self.date(row, "updated"),
            authors: self.list(row, "authors"),
            organisation: self.one(row, "source").map(|name| dom::words(&name)),
            categories: self.list(row, "categories"),
            tags: self.list(row, "tags"),
            cover: self.cover(row),
            views: self.one(row, "views").and_then(|views| views.trim().parse().ok()).unwrap_or(0),
            pinned: self.one(row, "pinned").is_some_and(|flag| !matches!(flag.trim(), "0" | "N" | "n" | "false" | "")),
            addresses: self.addresses(row),
            // Such systems say in the head of each page that relative addresses begin at the root.
            source_path: Some("/".to_owned()),
            id,
            title,
            ..ImportedArticle::default()
        };
        self.texts(row, is_plain, pass, &mut article);
        Some(Record::Article(Box::new(article)))
    }

    /// The text, and the lead: one that is a text of its own stands at its beginning instead.
    fn texts(&self, row: &Row<'_>, is_plain: bool, pass: Pass, article: &mut ImportedArticle) {
        let text = self.one(row, "text").unwrap_or_default();
        let lead = self.one(row, "summary").unwrap_or_default();
        let words = dom::words(&lead);
        let is_text = lead.trim() == text.trim();
        let is_sentence = words.chars().count() <= LONGEST_SUMMARY;
        article.summary = Some(words.clone()).filter(|words| !words.is_empty() && !is_text && is_sentence);
        if pass == Pass::Heads {
            return;
        }
        let html = |text: &str| if is_plain { paragraphs(text) } else { text.to_owned() };
        let begins = is_sentence || is_text || dom::words(&text).contains(&words);
        let text = if begins { html(&text) } else { format!("{}\n{}", html(&lead), html(&text)) };
        article.body = if self.map.is_markdown { Body::Markdown(text) } else { Body::Html(text) };
    }

    fn cover(&self, row: &Row<'_>) -> Option<ImportedPicture> {
        Some(ImportedPicture {
            src: self.one(row, "cover")?.trim().to_owned(),
            alt: self.one(row, "cover_alt"),
            caption: None,
            credit: self.one(row, "cover_credit"),
        })
    }

    fn addresses(&self, row: &Row<'_>) -> Vec<String> {
        let addresses = self.map.addresses.iter().map(|template| {
            let whole = std::cell::Cell::new(true);
            let address = fill(template, &|name| {
                let value = self.values(row, name).into_iter().next();
                whole.set(whole.get() && value.is_some());
                value
            });
            (whole.get(), address)
        });
        addresses.filter(|(whole, _)| *whole).map(|(_, address)| address).collect()
    }
}

/// The first of some conditions that a row meets.
fn matching<'c>(row: &Row<'_>, conditions: &'c [Condition]) -> Option<&'c Condition> {
    conditions.iter().find(|condition| condition.values.iter().any(|value| row.get(&condition.column) == Some(value)))
}

/// A template with the value of each name in braces.
fn fill(template: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    if !template.contains('{') {
        return value(template).unwrap_or_default();
    }
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(&value(name.trim()).unwrap_or_default());
        rest = after;
    }
    text + rest
}

/// Plain text as HTML: blank lines end paragraphs.
pub fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let parts = text.split("\n\n").filter(|part| !part.trim().is_empty());
    parts.map(|part| format!("<p>{}</p>\n", escape(part.trim()).replace('\n', "<br>"))).collect()
}

impl Source for Table {
    fn name(&self) -> &'static str {
        "table"
    }

    fn read(&mut self, pass: Pass, visit: Visit<'_>) -> Result<(), Diagnostics> {
        self.load()?;
        let table = &*self;
        let mut is_first = pass == Pass::Heads;
        let mut each = |row: &Row<'_>| {
            if std::mem::take(&mut is_first) {
                table.map.check(row.columns, &table.file)?;
                let unused = table.map.unused(row.columns);
                if !unused.is_empty() {
                    let text = format!("left out, since the map does not name them: {}", unused.join(", "));
                    visit(Record::Note { about: "columns".to_owned(), text })?;
                }
            }
            table.record(row, pass).map_or(Ok(()), &mut *visit)
        };
        match table.is_dump() {
            true => {
                let wanted = table.map.table.as_str();
                sql::read(&table.file, table.map.encoding, &|name| name == wanted, &mut |_, row| each(row))
            }
            false => rows::read_csv(&table.file, table.map.encoding, table.map.delimiter, &mut each),
        }
    }

    fn site(&self) -> Option<String> {
        self.map.site.clone()
    }
}
