//! WordPress: its eXtended RSS, WXR 1.0 to 1.2.

pub mod shortcodes;
pub mod text;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::article::{Body, ImportedArticle, ImportedPicture};
use super::source::{Pass, Record, Source, Visit};
use super::xml::{self, Element};
use super::{date, dom, language};
use crate::publish::diagnostic::Diagnostics;
use crate::values::DateTime;
use shortcodes::Attachment;

/// Keys under which plugins and themes count views.
const VIEWS: [&str; 9] = [
    "views",
    "_views",
    "post_views_count",
    "_post_views",
    "post_views",
    "wpb_post_views_count",
    "entry_views",
    "hits",
    "tie_views",
];

/// The largest text, in bytes: that of an article is smaller by far, whatever its markup.
const LARGEST: usize = 8 * 1024 * 1024;

/// Fields in which plugins keep a lead sentence or the source.
const SUBTITLES: [&str; 3] = ["subtitle", "_subtitle", "td_post_theme_settings_subtitle"];

/// An export of WordPress.
#[derive(Debug)]
pub struct WordPress {
    file: PathBuf,
    /// The paper's clock, for dates that have no other.
    utc_offset: i16,
    /// The types that are articles.
    types: Vec<String>,
    site: Option<String>,
    authors: HashMap<String, String>,
    attachments: HashMap<String, Attachment>,
    /// Fields that are not carried, with the number of posts that have them.
    fields: BTreeMap<String, usize>,
}

impl WordPress {
    /// The export in a file. Of the types of posts those in `types` are articles: `post`, and others that are wanted.
    pub fn new(file: &Path, types: &[String], utc_offset: i16) -> WordPress {
        WordPress {
            file: file.to_owned(),
            utc_offset,
            types: types.to_vec(),
            site: None,
            authors: HashMap::new(),
            attachments: HashMap::new(),
            fields: BTreeMap::new(),
        }
    }

    /// Counts the fields that nothing is done with. Those that begin with `_` are of WordPress and its plugins.
    fn count_fields(&mut self, item: &Element) {
        let keys = item.all("wp:postmeta").filter_map(|field| field.text_of("wp:meta_key"));
        for key in keys.filter(|key| !key.starts_with('_') && !VIEWS.contains(key) && !SUBTITLES.contains(key)) {
            // An export can have any number of names.
            if self.fields.len() < 1_000 {
                *self.fields.entry(key.to_owned()).or_default() += 1;
            }
        }
    }

    /// What stands before the posts: the site, its authors.
    fn channel(&mut self, element: &Element) {
        match element.name.as_str() {
            "link" | "wp:base_site_url" if self.site.is_none() => self.site = some(&element.text),
            // A site in a network has its own address, which is that of its posts.
            "wp:base_blog_url" => self.site = some(&element.text).or_else(|| self.site.take()),
            "wp:author" => {
                let login = element.text_of("wp:author_login").unwrap_or_default();
                let name = element.text_of("wp:author_display_name").map(dom::words).filter(|name| !name.is_empty());
                self.authors.insert(login.to_owned(), name.unwrap_or_else(|| login.to_owned()));
            }
            _ => {}
        }
    }

    fn attachment(&mut self, item: &Element) {
        let (Some(id), Some(url)) = (item.text_of("wp:post_id"), item.text_of("wp:attachment_url")) else { return };
        let meta = meta(item);
        let words = |text: Option<&str>| text.map(dom::words).unwrap_or_default();
        let attachment = Attachment {
            url: url.to_owned(),
            parent: item.text_of("wp:post_parent").unwrap_or_default().to_owned(),
            alt: words(meta.get("_wp_attachment_image_alt").copied()),
            caption: words(item.text_of("excerpt:encoded")),
            credit: meta.get("_wp_attachment_metadata").and_then(|data| serialized(data, "credit")).unwrap_or_default(),
        };
        self.attachments.insert(id.to_owned(), attachment);
    }

    fn item(&self, item: &Element, kind: &str, pass: Pass) -> Record {
        let id = item.text_of("wp:post_id").or(item.text_of("guid")).or(item.text_of("link")).unwrap_or_default();
        let title = dom::words(item.text_of("title").unwrap_or_default());
        let left_out = |reason: String| Record::LeftOut { id: id.to_owned(), title: title.clone(), reason };
        let status = item.text_of("wp:status").unwrap_or("publish");
        if !self.types.iter().any(|known| known == kind) {
            return left_out(format!("it is of the type \"{kind}\", not a post"));
        }
        if item.text_of("content:encoded").is_some_and(|content| content.len() > LARGEST) {
            return left_out(format!("its text has more than {LARGEST} bytes"));
        }
        if item.text_of("wp:post_password").is_some() {
            return left_out("it has a password".to_owned());
        }
        let draft = match status {
            "publish" | "future" => false,
            "draft" | "pending" => true,
            "private" => return left_out("it is private".to_owned()),
            status => return left_out(format!("its status is \"{status}\"")),
        };
        let mut article =
            ImportedArticle { id: id.to_owned(), title: title.clone(), draft, ..ImportedArticle::default() };
        if let Err(language) = self.terms(item, &mut article) {
            return left_out(format!("its language is \"{language}\", which no paper can have"));
        }
        self.dates(item, &mut article);
        self.fields(item, &mut article);
        if pass == Pass::Texts {
            let content = item.text_of("content:encoded").unwrap_or_default();
            let gallery = |ids: Option<&str>| self.gallery(ids, id);
            let text = text::html(content, &gallery);
            article.body = Body::Html(text.html);
            article.notes.extend(text.notes);
        }
        Record::Article(Box::new(article))
    }

    fn dates(&self, item: &Element, article: &mut ImportedArticle) {
        let date = |wall: &str, utc: &str| -> Option<DateTime> {
            let (wall, utc) = (item.text_of(wall), item.text_of(utc));
            date::of_wall_and_utc(wall.unwrap_or_default(), utc.unwrap_or_default(), self.utc_offset)
        };
        let sent = || item.text_of("pubDate").and_then(|text| date::parse(text, self.utc_offset));
        article.date = date("wp:post_date", "wp:post_date_gmt").or_else(sent);
        article.updated = date("wp:post_modified", "wp:post_modified_gmt");
    }

    /// Categories, tags, authors, language and translations are terms of taxonomies.
    fn terms(&self, item: &Element, article: &mut ImportedArticle) -> Result<(), String> {
        let login = item.text_of("dc:creator").unwrap_or_default();
        article.authors.extend(some(self.authors.get(login).map_or(login, String::as_str)));
        let mut named = Vec::new();
        for term in item.all("category") {
            let name = dom::words(&term.text);
            let slug = term.attribute("nicename").unwrap_or_default();
            match term.attribute("domain").unwrap_or("category") {
                // What WordPress calls a post that nobody put anywhere.
                "category" if slug == "uncategorized" => {}
                "category" => article.categories.push(name),
                "post_tag" | "tag" => article.tags.push(name),
                "author" => named.push(name),
                "language" => article.lang = Some(language::read(slug).ok_or_else(|| slug.to_owned())?),
                "post_translations" => article.translation = Some(slug.to_owned()),
                "post_format" => {}
                taxonomy => article.notes.push(format!("of the taxonomy \"{taxonomy}\" was left out: {name}")),
            }
        }
        // A plugin for several authors names all of them.
        if !named.is_empty() {
            article.authors = named;
        }
        Ok(())
    }

    fn fields(&self, item: &Element, article: &mut ImportedArticle) {
        let id = article.id.clone();
        article.slug = item.text_of("wp:post_name").map(str::to_owned);
        article.pinned = item.text_of("wp:is_sticky") == Some("1");
        article.summary = item.text_of("excerpt:encoded").map(dom::words).filter(|words| !words.is_empty());
        let link = item.text_of("link").map(str::to_owned);
        article.addresses.extend(link.filter(|link| !link.contains("?p=")));
        let query = if item.text_of("wp:post_type") == Some("page") { "page_id" } else { "p" };
        article.addresses.push(format!("/?{query}={id}"));
        let meta = meta(item);
        let views = VIEWS.iter().filter_map(|key| meta.get(key).and_then(|views| number(views)));
        article.views = views.max().unwrap_or(0);
        if article.summary.is_none() {
            article.summary = SUBTITLES.iter().find_map(|key| meta.get(key)).map(|text| dom::words(text));
        }
        article.cover =
            meta.get("_thumbnail_id").and_then(|id| self.attachments.get(*id)).map(|picture| ImportedPicture {
                src: picture.url.clone(),
                alt: some(&picture.alt),
                caption: some(&picture.caption),
                credit: some(&picture.credit),
            });
        let comments = item.all("wp:comment").count();
        if comments > 0 {
            article.notes.push(format!("comments were left out: {comments}"));
        }
    }

    /// The pictures of a gallery: those that it names, or those that were uploaded with the post.
    fn gallery(&self, ids: Option<&str>, post: &str) -> Vec<Attachment> {
        match ids {
            Some(ids) => ids.split(',').filter_map(|id| self.attachments.get(id.trim())).cloned().collect(),
            None => {
                let own = self.attachments.iter().filter(|(_, attachment)| attachment.parent == post);
                let order = |id: &str| id.parse::<u64>().unwrap_or(u64::MAX);
                let own: BTreeMap<u64, &Attachment> = own.map(|(id, attachment)| (order(id), attachment)).collect();
                own.into_values().cloned().collect()
            }
        }
    }
}

impl Source for WordPress {
    fn name(&self) -> &'static str {
        "wordpress"
    }

    fn read(&mut self, pass: Pass, visit: Visit<'_>) -> Result<(), Diagnostics> {
        let file = self.file.clone();
        xml::read(&file, &["wp:comment"], &mut |element| {
            if element.name != "item" {
                self.channel(&element);
                return Ok(());
            }
            // WXR 1.0 has no type for what is plainly a post.
            match element.text_of("wp:post_type").unwrap_or("post") {
                "attachment" => {
                    if pass == Pass::Heads {
                        self.attachment(&element);
                    }
                    Ok(())
                }
                kind => {
                    if pass == Pass::Heads {
                        self.count_fields(&element);
                    }
                    visit(self.item(&element, kind, pass))
                }
            }
        })?;
        let fields: Vec<String> = self.fields.iter().map(|(key, posts)| format!("{key} ({posts})")).collect();
        if pass == Pass::Heads && !fields.is_empty() {
            let text = format!("left out, with the number of posts that have them: {}", fields.join(", "));
            visit(Record::Note { about: "fields of posts".to_owned(), text })?;
        }
        Ok(())
    }

    fn site(&self) -> Option<String> {
        self.site.clone()
    }
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The fields of a post by their keys.
fn meta(item: &Element) -> HashMap<&str, &str> {
    let fields =
        item.all("wp:postmeta").filter_map(|field| field.text_of("wp:meta_key").zip(field.text_of("wp:meta_value")));
    fields.collect()
}

/// A number of views as plugins write it: `1 234`, `1,234`.
fn number(text: &str) -> Option<u64> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, ' ' | ',' | '\u{a0}')).collect();
    digits.parse().ok()
}

/// A text member of what PHP serialized: `s:6:"credit";s:4:"ТАСС";`.
fn serialized(data: &str, key: &str) -> Option<String> {
    let rest = data.split_once(&format!("\"{key}\";s:"))?.1;
    let (length, rest) = rest.split_once(":\"")?;
    let text = rest.get(..length.parse::<usize>().ok()?)?;
    some(text)
}
