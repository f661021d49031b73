//! Ghost: its export in JSON, of any version.

pub mod lexical;
pub mod mobiledoc;
pub mod rows;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::article::{Body, ImportedArticle, ImportedPicture};
use super::source::{Pass, Record, Source, Visit};
use super::{date, dom};
use crate::publish::diagnostic::Diagnostics;
use crate::values::DateTime;

/// What stands for the address of the site in texts.
const SITE: &str = "__GHOST_URL__";

/// The tables that posts refer to.
const TABLES: [&str; 6] = ["tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings"];

/// An export of Ghost.
#[derive(Debug)]
pub struct Ghost {
    file: PathBuf,
    utc_offset: i16,
    /// The types that are articles: `post`, and others that are wanted.
    types: Vec<String>,
    tables: Tables,
}

/// What posts refer to.
#[derive(Debug, Default)]
struct Tables {
    tags: HashMap<String, String>,
    users: HashMap<String, String>,
    /// The tags of a post by their order.
    post_tags: HashMap<String, BTreeMap<u64, String>>,
    post_authors: HashMap<String, BTreeMap<u64, String>>,
    meta: HashMap<String, Value>,
    site: Option<String>,
}

impl Ghost {
    /// The export in a file.
    pub fn new(file: &Path, types: &[String], utc_offset: i16) -> Ghost {
        Ghost { file: file.to_owned(), utc_offset, types: types.to_vec(), tables: Tables::default() }
    }

    fn record(&self, post: &Value, pass: Pass) -> Record {
        let id = text(post, "id").unwrap_or_default();
        let title = dom::one_line(&text(post, "title").unwrap_or_default());
        let left_out = |reason: String| Record::LeftOut { id: id.clone(), title: title.clone(), reason };
        // Versions before 3 have a flag instead of a type.
        let page = post.get("page").is_some_and(|page| page.as_bool() == Some(true) || page.as_u64() == Some(1));
        let kind = text(post, "type").unwrap_or_else(|| if page { "page" } else { "post" }.to_owned());
        if !self.types.contains(&kind) {
            return left_out(format!("it is of the type \"{kind}\", not a post"));
        }
        match text(post, "visibility").as_deref() {
            None | Some("public") => {}
            Some(visibility) => return left_out(format!("only some readers may see it: {visibility}")),
        }
        let status = text(post, "status").unwrap_or_else(|| "draft".to_owned());
        if status == "sent" {
            return left_out("it was sent by mail only".to_owned());
        }
        let slug = text(post, "slug");
        let custom = text(post, "canonical_url").map(|url| format!("its canonical address is elsewhere: {url}"));
        let mut article = ImportedArticle {
            draft: !matches!(status.as_str(), "published" | "scheduled"),
            date: self.date(post, "published_at").or_else(|| self.date(post, "created_at")),
            updated: self.date(post, "updated_at"),
            summary: text(post, "custom_excerpt"),
            pinned: post.get("featured").is_some_and(|flag| flag.as_bool() == Some(true) || flag.as_u64() == Some(1)),
            addresses: slug.iter().map(|slug| format!("/{slug}/")).collect(),
            notes: custom.into_iter().collect(),
            cover: self.cover(post, &id),
            slug,
            id: id.clone(),
            title: title.clone(),
            ..ImportedArticle::default()
        };
        self.terms(&id, post, &mut article);
        if pass == Pass::Texts {
            body(post, &mut article);
        }
        Record::Article(Box::new(article))
    }

    fn date(&self, post: &Value, key: &str) -> Option<DateTime> {
        let date = date::parse(&text(post, key)?, 0)?;
        DateTime::at(date.instant(), self.utc_offset)
    }

    fn cover(&self, post: &Value, id: &str) -> Option<ImportedPicture> {
        let src = text(post, "feature_image").or_else(|| text(post, "image"))?;
        let meta = self.tables.meta.get(id);
        let of = |key: &str| meta.and_then(|meta| text(meta, key)).or_else(|| text(post, key));
        let caption = of("feature_image_caption").map(|caption| dom::words(&caption));
        Some(ImportedPicture {
            src: src.replace(SITE, ""),
            alt: of("feature_image_alt"),
            caption: caption.clone(),
            credit: caption.filter(|caption| !caption.is_empty()),
        })
    }

    /// The first tag is the one that Ghost shows: it is the category. Tags that begin with `#` are for the system.
    fn terms(&self, id: &str, post: &Value, article: &mut ImportedArticle) {
        let Tables { tags, users, post_tags, post_authors, .. } = &self.tables;
        let tag_ids = post_tags.get(id).into_iter().flat_map(BTreeMap::values);
        let mut names = Vec::new();
        for name in tag_ids.filter_map(|tag| tags.get(tag)) {
            if name.starts_with('#') {
                article.notes.push(format!("the internal tag {name} was left out"));
            } else {
                names.push(name.clone());
            }
        }
        let mut names = names.into_iter();
        article.categories = names.next().into_iter().collect();
        article.tags = names.collect();
        let author_ids = post_authors.get(id).into_iter().flat_map(BTreeMap::values).cloned();
        let author_ids: Vec<String> = author_ids.collect();
        let own = || text(post, "author_id").into_iter().collect();
        let author_ids: Vec<String> = if author_ids.is_empty() { own() } else { author_ids };
        article.authors = author_ids.iter().filter_map(|id| users.get(id).cloned()).collect();
    }
}

/// The text: as readers saw it where the export has that, else as editors wrote it.
fn body(post: &Value, article: &mut ImportedArticle) {
    let of = |key: &str| text(post, key).map(|text| text.replace(SITE, ""));
    let parsed = |key: &str| of(key).and_then(|text| serde_json::from_str::<Value>(&text).ok());
    if let Some(html) = of("html") {
        article.body = Body::Html(html);
    } else if let Some(document) = parsed("lexical") {
        article.body = Body::Html(lexical::html(&document, &mut article.notes));
    } else if let Some(document) = parsed("mobiledoc") {
        article.body = mobiledoc::body(&document, &mut article.notes);
    } else if let Some(markdown) = of("markdown") {
        article.body = Body::Markdown(markdown);
    } else if let Some(plain) = of("plaintext") {
        article.notes.push("only its plain text could be read".to_owned());
        article.body = Body::Html(super::table::paragraphs(&plain));
    }
    if text(post, "codeinjection_head").or_else(|| text(post, "codeinjection_foot")).is_some() {
        article.notes.push("code that was put into the page was left out".to_owned());
    }
}

impl Tables {
    fn add(&mut self, table: &str, row: Value) {
        let of = |key: &str| text(&row, key).unwrap_or_default();
        let order = row.get("sort_order").and_then(Value::as_u64).unwrap_or(0);
        match table {
            "tags" => {
                self.tags.insert(of("id"), dom::one_line(&of("name")));
            }
            "users" => {
                self.users.insert(of("id"), dom::one_line(&of("name")));
            }
            "posts_tags" => add(self.post_tags.entry(of("post_id")).or_default(), order, of("tag_id")),
            "posts_authors" => add(self.post_authors.entry(of("post_id")).or_default(), order, of("author_id")),
            "posts_meta" => {
                self.meta.insert(of("post_id"), row);
            }
            "settings" if of("key") == "url" => self.site = text(&row, "value"),
            _ => {}
        }
    }
}

/// Adds a value at a place, or after those that claim the same one.
fn add(list: &mut BTreeMap<u64, String>, mut order: u64, value: String) {
    while list.contains_key(&order) {
        order = order.saturating_add(1);
    }
    list.insert(order, value);
}

/// A member as text; numbers as they are written. None where it is empty.
pub fn text(value: &Value, key: &str) -> Option<String> {
    let text = match value.get(key)? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

impl Source for Ghost {
    fn name(&self) -> &'static str {
        "ghost"
    }

    fn read(&mut self, pass: Pass, visit: Visit<'_>) -> Result<(), Diagnostics> {
        if pass == Pass::Heads {
            self.tables = Tables::default();
            let tables = &mut self.tables;
            rows::read(&self.file, &|table| TABLES.contains(&table), &mut |table, row| {
                tables.add(table, row);
                Ok(())
            })?;
        }
        let mut number = 0;
        rows::read(&self.file, &|table| table == "posts", &mut |_, row| {
            number += 1;
            visit(self.record(&row, pass))
        })?;
        if number == 0 {
            let message = "the file has no posts";
            let help = "name the JSON file that Ghost exported: Settings, Labs, Export your content";
            return Err(super::fault::fault(&self.file, 0, message, help));
        }
        Ok(())
    }

    fn site(&self) -> Option<String> {
        self.tables.site.clone()
    }
}
