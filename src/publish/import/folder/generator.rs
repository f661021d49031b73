//! What is particular to each generator: where its articles are, and at which addresses they stood.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::head::{list, text};
use super::{lang_of, yaml};
use crate::publish::import::plan::slug_or;
use crate::values::{DateTime, Day, Lang};

/// A generator of sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generator {
    /// Hugo.
    Hugo,
    /// Jekyll.
    Jekyll,
    /// Zola.
    Zola,
    /// Eleventy.
    Eleventy,
    /// Astro.
    Astro,
}

/// What the settings of a site say of addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// The pattern of Jekyll.
    pub permalink: Option<String>,
    /// The language whose addresses have no folder for it.
    pub default: Option<Lang>,
}

/// What the path of a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Its name without date, language and ending; that of its folder for an `index`.
    pub slug: String,
    /// A date at the beginning of its name.
    pub date: Option<String>,
    /// A language by its ending or its first folder.
    pub lang: Option<Lang>,
    /// What it has in common with its translations: its path without the language.
    pub translation: Option<String>,
    /// The folder that it lies in, from the content on, without the language.
    pub folder: Option<String>,
    /// Its path without language and ending: `news/2024/forum`.
    pub stem: String,
    /// Whether it is the page of a list.
    pub is_list: bool,
}

impl Named {
    /// Reads a path from the folder of the content on.
    pub fn of(path: &str) -> Named {
        let mut parts: Vec<&str> = path.split('/').collect();
        let file = parts.pop().unwrap_or_default();
        let mut stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let mut lang = None;
        if let Some((name, end)) = stem.rsplit_once('.').filter(|(_, end)| lang_of(end).is_some()) {
            (stem, lang) = (name, lang_of(end));
        }
        if let Some(first) = parts.first().and_then(|first| lang_of(first)) {
            lang = lang.or(Some(first));
            parts.remove(0);
        }
        let is_index = stem == "index";
        let folder_name = if is_index { parts.pop() } else { None };
        let name = folder_name.unwrap_or(stem);
        let (date, slug) = dated(name);
        let kept = |part: &&&str| !matches!(**part, "_posts" | "_drafts" | "content" | "posts" | "post" | "blog");
        let folder = parts.iter().find(kept).map(|folder| (*folder).to_owned());
        let stem = parts.iter().copied().chain([name]).collect::<Vec<_>>().join("/");
        Named {
            slug: slug.to_owned(),
            date,
            lang,
            translation: lang.map(|_| stem.clone()),
            folder: folder.filter(|folder| folder.parse::<u16>().is_err()),
            is_list: file.starts_with("_index") || is_index && folder_name.is_none(),
            stem,
        }
    }
}

/// `2024-05-01-forum` as a day and a name.
fn dated(name: &str) -> (Option<String>, &str) {
    match name.split_at_checked(10) {
        Some((day, rest)) if Day::parse(day).is_ok() => {
            let slug = rest.trim_start_matches(['-', '_']);
            (Some(day.to_owned()), if slug.is_empty() { name } else { slug })
        }
        _ => (None, name),
    }
}

impl Generator {
    /// The generator by the files of a site; Hugo's rules for a folder that says nothing.
    pub fn of(root: &Path) -> Generator {
        let has = |names: &[&str]| names.iter().any(|name| root.join(name).exists());
        let is_zola = || {
            let text = fs::read_to_string(root.join("config.toml")).unwrap_or_default();
            text.lines().any(|line| line.trim_start().starts_with("base_url"))
        };
        if has(&["_config.yml", "_config.yaml", "_posts"]) {
            Generator::Jekyll
        } else if has(&["zola.toml"]) || is_zola() {
            Generator::Zola
        } else if has(&[".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"]) {
            Generator::Eleventy
        } else if has(&["astro.config.mjs", "astro.config.ts", "astro.config.js"]) {
            Generator::Astro
        } else {
            Generator::Hugo
        }
    }

    /// Where the articles are.
    pub fn content(self, root: &Path) -> PathBuf {
        let names: &[&str] = match self {
            Generator::Hugo | Generator::Zola => &["content"],
            Generator::Astro => &["src/content"],
            Generator::Eleventy => &["src", "content"],
            Generator::Jekyll => &[],
        };
        names.iter().map(|name| root.join(name)).find(|folder| folder.is_dir()).unwrap_or_else(|| root.to_owned())
    }

    /// The settings of the site, as far as they can be read.
    pub fn settings(self, root: &Path) -> Value {
        let names: &[&str] = match self {
            Generator::Jekyll => &["_config.yml", "_config.yaml"],
            Generator::Hugo => &["hugo.toml", "config.toml", "hugo.yaml", "config.yaml"],
            Generator::Zola => &["zola.toml", "config.toml"],
            Generator::Eleventy | Generator::Astro => &[],
        };
        let read = |name: &&str| {
            let text = fs::read_to_string(root.join(name)).ok()?;
            if name.ends_with("toml") {
                let table: toml::Table = toml::from_str(&text).ok()?;
                serde_json::to_value(table).ok()
            } else {
                yaml::read(&text).ok()
            }
        };
        names.iter().find_map(read).unwrap_or(Value::Null)
    }

    /// The old addresses of an article.
    pub fn addresses(
        self,
        id: &str,
        front: &Value,
        named: &Named,
        slug: &str,
        date: Option<DateTime>,
        rules: &Rules,
    ) -> Vec<String> {
        let given = ["url", "permalink", "path"].iter().find_map(|key| text(front, key));
        if let Some(given) = given.filter(|given| !given.contains("{{")) {
            let address = self.filled(&given, front, slug, date);
            return vec![if address.starts_with('/') || address.contains("://") {
                address
            } else {
                format!("/{address}")
            }];
        }
        let other = named.lang.filter(|lang| rules.default != Some(*lang));
        let prefix = other.map(|lang| format!("/{}", lang.code())).unwrap_or_default();
        match self {
            Generator::Jekyll if id.contains("_posts/") => {
                let style = match rules.permalink.as_deref() {
                    None | Some("date") => "/:categories/:year/:month/:day/:title.html",
                    Some("pretty") => "/:categories/:year/:month/:day/:title/",
                    Some("ordinal") => "/:categories/:year/:y_day/:title.html",
                    Some("none") => "/:categories/:title.html",
                    Some(style) => style,
                };
                vec![self.filled(style, front, slug, date)]
            }
            Generator::Jekyll => vec![format!("{prefix}/{}.html", named.stem)],
            _ => {
                let folders = named.stem.rsplit_once('/').map(|(folders, _)| format!("{folders}/")).unwrap_or_default();
                vec![format!("{prefix}/{folders}{slug}/")]
            }
        }
    }

    /// A pattern of Jekyll with its parts.
    fn filled(self, pattern: &str, front: &Value, slug: &str, date: Option<DateTime>) -> String {
        if !pattern.contains(':') || pattern.contains("://") {
            return pattern.to_owned();
        }
        let day = date.map(DateTime::day);
        let of = |part: &str| match part {
            "title" | "slug" | "filename" => slug_or(slug),
            "categories" => {
                let names = [list(front, "categories"), list(front, "category")].concat();
                names.iter().map(|name| name.to_lowercase().replace(' ', "-")).collect::<Vec<_>>().join("/")
            }
            "year" => day.map(|day| format!("{:04}", day.year())).unwrap_or_default(),
            "month" => day.map(|day| format!("{:02}", day.month())).unwrap_or_default(),
            "day" => day.map(|day| format!("{:02}", day.day())).unwrap_or_default(),
            "i_month" => day.map(|day| day.month().to_string()).unwrap_or_default(),
            "i_day" => day.map(|day| day.day().to_string()).unwrap_or_default(),
            _ => String::new(),
        };
        let mut address = String::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once(':') {
            address.push_str(before);
            let length = after.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
            let (name, after) = after.split_at(length);
            address.push_str(&of(name));
            rest = after;
        }
        let address = address + rest;
        address.replace("//", "/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_say_what_they_can() {
        let named = Named::of("kk/news/2024-05-01-forum/index.md");
        assert_eq!(
            (named.slug.as_str(), named.date.as_deref(), named.lang),
            ("forum", Some("2024-05-01"), Some(Lang::Kk))
        );
        assert_eq!(named.translation.as_deref(), Some("news/2024-05-01-forum"));
        assert_eq!(named.folder.as_deref(), Some("news"));
        assert!(Named::of("news/_index.md").is_list && !Named::of("news/a.kk.md").is_list);
        assert_eq!(Named::of("news/a.kk.md").translation.as_deref(), Some("news/a"));
    }

    #[test]
    fn addresses_are_those_of_the_generator() {
        let date = DateTime::parse("2024-05-01T10:00:00+05:00").ok();
        let address = |generator: Generator, path: &str, front: Value| {
            let named = Named::of(path);
            let slug = named.slug.clone();
            let rules = Rules { default: Some(Lang::Ru), ..Rules::default() };
            generator.addresses(path, &front, &named, &slug, date, &rules).concat()
        };
        let none = || Value::Null;
        assert_eq!(address(Generator::Hugo, "news/forum.md", none()), "/news/forum/");
        assert_eq!(address(Generator::Hugo, "kk/news/forum.md", none()), "/kk/news/forum/");
        assert_eq!(address(Generator::Hugo, "news/forum.kk.md", none()), "/kk/news/forum/");
        assert_eq!(address(Generator::Hugo, "news/forum.ru.md", none()), "/news/forum/");
        assert_eq!(address(Generator::Jekyll, "_posts/2024-05-01-forum.md", none()), "/2024/05/01/forum.html");
        let front = serde_json::json!({"categories": ["News"]});
        assert_eq!(address(Generator::Jekyll, "_posts/2024-05-01-forum.md", front), "/news/2024/05/01/forum.html");
        let front = serde_json::json!({"permalink": "/x/:title"});
        assert_eq!(address(Generator::Jekyll, "_posts/2024-05-01-forum.md", front), "/x/forum");
    }
}
