//! Front matter of an article that is carried.

use std::fmt::Write;

use crate::values::{DateTime, Slug};

/// The front matter.
#[derive(Clone, Debug)]
pub struct Head {
    /// The headline.
    pub title: String,
    /// When it was published.
    pub date: DateTime,
    /// When it was corrected.
    pub updated: Option<DateTime>,
    /// Its section.
    pub section: Slug,
    /// Its tags.
    pub tags: Vec<String>,
    /// The lead sentence.
    pub summary: Option<String>,
    /// Names for the byline.
    pub authors: Vec<String>,
    /// The organisation in the byline.
    pub organisation: Option<String>,
    /// The cover: its path, what it shows, whose it is.
    pub cover: Option<(String, String, Option<String>)>,
    /// Views counted before.
    pub views: u64,
    /// Whether it stays on top.
    pub pinned: bool,
    /// Whether it is left out.
    pub draft: bool,
    /// Old addresses.
    pub aliases: Vec<String>,
}

impl Head {
    /// The file of an article: its front matter in TOML, and the text.
    pub fn file(&self, markdown: &str) -> String {
        let mut text = String::with_capacity(markdown.len() + 500);
        text.push_str("+++\n");
        let mut line = |key: &str, value: String| {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{key} = {value}");
        };
        line("title", quoted(&self.title));
        line("date", self.date.to_string());
        line("section", quoted(self.section.as_str()));
        if let Some(updated) = self.updated {
            line("updated", updated.to_string());
        }
        if !self.tags.is_empty() {
            line("tags", list(&self.tags));
        }
        if let Some(summary) = &self.summary {
            line("summary", quoted(summary));
        }
        if !self.authors.is_empty() {
            line("authors", list(&self.authors));
        }
        if let Some(organisation) = &self.organisation {
            line("source", quoted(organisation));
        }
        if let Some((file, alt, credit)) = &self.cover {
            line("cover", quoted(file));
            line("cover_alt", quoted(alt));
            if let Some(credit) = credit {
                line("cover_credit", quoted(credit));
            }
        }
        if self.views > 0 {
            line("views", self.views.to_string());
        }
        for (key, flag) in [("pinned", self.pinned), ("draft", self.draft)] {
            if flag {
                line(key, "true".to_owned());
            }
        }
        if !self.aliases.is_empty() {
            line("aliases", list(&self.aliases));
        }
        text.push_str("+++\n\n");
        text.push_str(markdown.trim());
        text.push('\n');
        text
    }
}

/// A text as TOML writes it.
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}
