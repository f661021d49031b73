//! A folder of Markdown: Hugo, Jekyll, Zola, Eleventy, Astro, or none of them.

pub mod generator;
pub mod head;
pub mod yaml;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use walkdir::WalkDir;

use super::article::{Body, ImportedArticle, ImportedPicture};
use super::fault::{fault, unreadable};
use super::source::{Pass, Record, Source, Visit};
use super::{date, dom, language};
use crate::publish::diagnostic::Diagnostics;
use crate::values::Lang;
pub use generator::Generator;
use generator::{Named, Rules};
use head::{flag, list, text};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Folders of Markdown with no articles in them.
const PASSED_OVER: [&str; 7] = ["node_modules", "_site", "public", "themes", "layouts", "_includes", "_layouts"];

/// A folder of Markdown.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// Where the articles are: addresses begin there.
    content: PathBuf,
    generator: Generator,
    utc_offset: i16,
    site: Option<String>,
    rules: Rules,
}

impl Folder {
    /// The articles of a folder; which generator it is for is seen from its files where `generator` is none.
    ///
    /// # Errors
    /// There is no such folder.
    pub fn new(root: &Path, generator: Option<Generator>, utc_offset: i16) -> Result<Folder, Diagnostics> {
        if !root.is_dir() {
            return Err(fault(
                root,
                0,
                "there is no such folder",
                "name the folder of the old site, or that of its articles",
            ));
        }
        let generator = generator.unwrap_or_else(|| Generator::of(root));
        let content = generator.content(root);
        let settings = generator.settings(root);
        let of = |keys: &[&str]| keys.iter().find_map(|key| text(&settings, key));
        Ok(Folder {
            root: root.to_owned(),
            content,
            generator,
            utc_offset,
            site: of(&["baseURL", "base_url", "url", "site"]).filter(|url| url.contains("://")),
            rules: Rules {
                permalink: of(&["permalink"]),
                default: of(&["defaultContentLanguage", "default_language", "lang"])
                    .and_then(|code| language::read(&code)),
            },
        })
    }

    fn record(&self, file: &Path, pass: Pass) -> Result<Option<Record>, Diagnostics> {
        let path = file.strip_prefix(&self.content).unwrap_or(file);
        let id = path.to_string_lossy().replace('\\', "/");
        let left_out = |reason: String| Ok(Some(Record::LeftOut { id: id.clone(), title: String::new(), reason }));
        let size = fs::metadata(file).map_err(|error| unreadable(file, &error))?.len();
        if size > LARGEST {
            return left_out(format!("it has {size} bytes"));
        }
        let bytes = fs::read(file).map_err(|error| unreadable(file, &error))?;
        let Ok(whole) = String::from_utf8(bytes) else { return left_out("it is not UTF-8".to_owned()) };
        let (front, body) = match head::split(whole.trim_start_matches('\u{feff}')) {
            Ok(Some(parts)) => parts,
            // A text without a head is a note, a licence or the like.
            Ok(None) => return left_out("it has no front matter".to_owned()),
            Err(error) => return left_out(format!("its front matter cannot be read: {error}")),
        };
        let named = Named::of(&id);
        if named.is_list {
            return left_out("it is the page of a list".to_owned());
        }
        if text(&front, "password").is_some() {
            return left_out("it has a password".to_owned());
        }
        let mut article = self.article(&id, &front, &named);
        if let Err(code) = self.language(&front, &named, &mut article) {
            return left_out(format!("its language is \"{code}\", which no paper can have"));
        }
        if pass == Pass::Texts {
            article.body = Body::Markdown(without_imports(body, file, &mut article.notes));
        }
        Ok(Some(Record::Article(Box::new(article))))
    }

    fn article(&self, id: &str, front: &Value, named: &Named) -> ImportedArticle {
        let first = |keys: &[&str]| keys.iter().find_map(|key| text(front, key));
        let date = |keys: &[&str]| first(keys).and_then(|text| date::parse(&text, self.utc_offset));
        let slug = first(&["slug"]).unwrap_or_else(|| named.slug.clone());
        let published =
            date(&["date", "publishDate", "pubDate", "pubdate", "published", "datePublished", "publishedAt"]);
        let published = published.or_else(|| date::parse(named.date.as_deref()?, self.utc_offset));
        let mut addresses = self.generator.addresses(id, front, named, &slug, published, &self.rules);
        for key in ["aliases", "redirect_from", "alias", "redirects"] {
            addresses
                .extend(list(front, key).into_iter().filter(|alias| alias.contains("://") || alias.starts_with('/')));
        }
        let unpublished = front.get("published").and_then(Value::as_bool) == Some(false);
        let mut tags = list(front, "tags");
        tags.extend(list(front, "keywords"));
        // Eleventy makes collections by tags.
        tags.retain(|tag| self.generator != Generator::Eleventy || !matches!(tag.as_str(), "post" | "posts" | "all"));
        let mut categories = [list(front, "categories"), list(front, "category"), list(front, "section")].concat();
        if categories.is_empty() {
            categories.extend(named.folder.clone());
        }
        ImportedArticle {
            id: id.to_owned(),
            title: first(&["title", "headline", "name"]).map(|title| dom::one_line(&title)).unwrap_or_default(),
            translation: first(&["translationKey", "ref", "lang-ref"]).or_else(|| named.translation.clone()),
            date: published,
            updated: date(&["updated", "lastmod", "updatedDate", "last_modified_at", "modified", "updatedAt"]),
            summary: first(&["summary", "description", "excerpt", "lead", "subtitle"]).map(|text| dom::words(&text)),
            authors: [list(front, "authors"), list(front, "author")].concat(),
            organisation: first(&["source"]),
            categories,
            tags,
            cover: cover(front),
            views: first(&["views", "hits", "views_count"]).and_then(|views| views.parse().ok()).unwrap_or(0),
            pinned: flag(front, &["pinned", "sticky", "pin", "featured"]),
            draft: flag(front, &["draft"]) || unpublished || id.contains("_drafts/"),
            source_path: Some(format!("/{id}")),
            notes: unknown_keys(front),
            slug: Some(slug),
            addresses,
            ..ImportedArticle::default()
        }
    }

    fn language(&self, front: &Value, named: &Named, article: &mut ImportedArticle) -> Result<(), String> {
        let given = ["lang", "language", "locale"].iter().find_map(|key| text(front, key));
        article.lang = match given {
            Some(code) => Some(language::read(&code).ok_or(code)?),
            None => named.lang,
        };
        Ok(())
    }
}

/// Keys of which something should be said: what they ask for, no paper does.
fn unknown_keys(front: &Value) -> Vec<String> {
    let asked = ["expiryDate", "expires", "expired"].iter().find_map(|key| text(front, key));
    asked.map(|date| format!("it should have gone on {date}: articles do not expire")).into_iter().collect()
}

fn cover(front: &Value) -> Option<ImportedPicture> {
    let keys =
        ["cover", "image", "heroImage", "featured_image", "featuredImage", "thumbnail", "images", "hero", "banner"];
    let (key, value) = keys.iter().find_map(|key| front.get(*key).map(|value| (*key, value)))?;
    let member = |names: &[&str]| names.iter().find_map(|name| text(value, name));
    let src = match value {
        Value::String(src) => src.clone(),
        Value::Array(list) => list.first()?.as_str()?.to_owned(),
        _ => member(&["image", "src", "path", "url", "feature", "relative"])?,
    };
    let beside = |end: &str| text(front, &format!("{key}{end}")).or_else(|| text(front, &format!("{key}_{end}")));
    Some(ImportedPicture {
        src,
        alt: member(&["alt", "imageAlt"]).or_else(|| beside("Alt")).or_else(|| beside("alt")),
        caption: member(&["caption"]).or_else(|| beside("caption")),
        credit: member(&["credit"]).or_else(|| beside("credit")),
    })
}

/// MDX begins with what its components need.
fn without_imports(body: &str, file: &Path, notes: &mut Vec<String>) -> String {
    if file.extension().is_none_or(|end| !end.eq_ignore_ascii_case("mdx")) {
        return body.to_owned();
    }
    let is_code = |line: &&str| line.starts_with("import ") || line.starts_with("export ");
    let taken: Vec<&str> = body.lines().filter(is_code).collect();
    if !taken.is_empty() {
        notes.push(format!("lines of script were left out: {}", taken.join("; ")));
    }
    body.lines().filter(|line| !is_code(line)).map(|line| format!("{line}\n")).collect()
}

impl Source for Folder {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn read(&mut self, pass: Pass, visit: Visit<'_>) -> Result<(), Diagnostics> {
        // A link could lead out of the folder.
        let walk = WalkDir::new(&self.content).follow_links(false).sort_by_file_name().into_iter();
        let is_wanted = |entry: &walkdir::DirEntry| {
            let name = entry.file_name().to_string_lossy();
            entry.depth() == 0
                || !(name.starts_with('.') || entry.file_type().is_dir() && PASSED_OVER.contains(&&*name))
        };
        for entry in walk.filter_entry(is_wanted).flatten() {
            let is_text = entry
                .path()
                .extension()
                .is_some_and(|end| ["md", "markdown", "mdx"].iter().any(|known| end.eq_ignore_ascii_case(known)));
            if entry.file_type().is_file()
                && is_text
                && let Some(record) = self.record(entry.path(), pass)?
            {
                visit(record)?;
            }
        }
        Ok(())
    }

    fn site(&self) -> Option<String> {
        self.site.clone()
    }

    fn media_folders(&self) -> Vec<PathBuf> {
        let below = ["static", "public", "src", "assets"].map(|name| self.root.join(name));
        let mut folders: Vec<PathBuf> = below.into_iter().filter(|folder| folder.is_dir()).collect();
        folders.extend([self.content.clone(), self.root.clone()]);
        folders
    }
}

/// The language of a folder or an ending.
pub fn lang_of(name: &str) -> Option<Lang> {
    (name.len() <= 5).then(|| language::read(name)).flatten()
}
