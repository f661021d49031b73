//! A fresh article file.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::publish::config::{Config, codes};
use crate::publish::diagnostic::Diagnostics;
use crate::publish::source::read_config_only;
use crate::publish::translit::slugify;
use crate::values::{DateTime, Lang, Slug};

/// Why no file was written.
#[derive(Debug)]
pub enum NewArticleError {
    /// `site.toml` is wrong.
    Config(Diagnostics),
    /// The name cannot stand in an address: the name, and one that can.
    Slug(String, Option<Slug>),
    /// The paper is not published in the language: the language, and those that it is published in.
    Lang(Lang, Vec<Lang>),
    /// There is an article of that slug already: its file.
    Exists(PathBuf),
    /// The clock shows no day of the calendar.
    Clock,
    /// The file could not be written.
    Io(PathBuf, io::Error),
}

impl fmt::Display for NewArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NewArticleError::Config(diagnostics) => write!(f, "{diagnostics}"),
            NewArticleError::Slug(name, Some(slug)) => {
                write!(f, "\"{name}\" cannot stand in an address: write {slug}")
            }
            NewArticleError::Slug(name, None) => {
                write!(f, "\"{name}\" cannot stand in an address: use lower-case Latin letters, digits and hyphens")
            }
            NewArticleError::Lang(lang, known) => {
                write!(f, "\"{lang}\" is no language of the paper: it has {}", codes(known))
            }
            NewArticleError::Exists(file) => write!(f, "{} is there already", file.display()),
            NewArticleError::Clock => f.write_str("the clock shows no day of the calendar"),
            NewArticleError::Io(file, error) => write!(f, "{} cannot be written: {error}", file.display()),
        }
    }
}

impl std::error::Error for NewArticleError {}

/// Writes `content/<lang>/<year>/<month>/<slug>.md` with its front matter filled in, as a draft. Without a language it is
/// the paper's default one. The path is returned with `root`.
///
/// # Errors
/// See [`NewArticleError`]; no file is ever overwritten.
pub fn new_article(root: &Path, slug: &str, lang: Option<Lang>, now: DateTime) -> Result<PathBuf, NewArticleError> {
    let config = read_config_only(root).map_err(NewArticleError::Config)?;
    let slug = Slug::new(slug).ok_or_else(|| NewArticleError::Slug(slug.to_owned(), slugify(slug)))?;
    let lang = lang.unwrap_or(config.default_language);
    if !config.languages.contains(&lang) {
        return Err(NewArticleError::Lang(lang, config.languages));
    }
    let folder = root.join("content").join(lang.code());
    if let Some(file) = existing(&folder, &slug, lang) {
        return Err(NewArticleError::Exists(file));
    }
    let date = DateTime::at(now.instant(), config.utc_offset).ok_or(NewArticleError::Clock)?.to_string();
    let (year, month) = (date.get(..4).unwrap_or_default(), date.get(5..7).unwrap_or_default());
    let folder = folder.join(year).join(month);
    let file = folder.join(format!("{slug}.md"));
    let failed = |error| NewArticleError::Io(file.clone(), error);
    fs::create_dir_all(&folder).map_err(failed)?;
    let mut open = OpenOptions::new().write(true).create_new(true).open(&file).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => NewArticleError::Exists(file.clone()),
        _ => failed(error),
    })?;
    open.write_all(template(&config, lang, &slug, &date).as_bytes()).map_err(failed)?;
    Ok(file)
}

/// The article of a language that has the slug, wherever it lies.
fn existing(folder: &Path, slug: &Slug, lang: Lang) -> Option<PathBuf> {
    let files = [format!("{slug}.md"), format!("{slug}.{lang}.md")];
    WalkDir::new(folder).sort_by_file_name().into_iter().flatten().map(|entry| entry.into_path()).find(|path| {
        let named = |path: &Path, name: &str| path.file_name().is_some_and(|found| found == name);
        files.iter().any(|file| named(path, file))
            || named(path, "index.md") && path.parent().is_some_and(|folder| named(folder, slug.as_str()))
    })
}

/// A whole article: it passes every check as it stands, and is left out of the site while it is a draft.
fn template(config: &Config, lang: Lang, slug: &Slug, date: &str) -> String {
    let sections: Vec<_> = config.sections.iter().map(|section| section.id.as_str()).collect();
    let section = sections.first().copied().unwrap_or_default();
    let others = sections.join(", ");
    let [title, text] = match lang {
        Lang::Ru => ["Новый материал", "Начните с главного: что случилось, где и когда."],
        Lang::Kk => ["Жаңа материал", "Ең маңыздысынан бастаңыз: не болды, қайда және қашан."],
        Lang::En => ["New article", "Begin with the news: what happened, where and when."],
    };
    format!(
        "+++\n\
         title = \"{title}: {slug}\"\n\
         date = {date}\n\
         section = \"{section}\"  # {others}\n\
         draft = true  # remove this line to publish\n\
         # tags = [\"…\", \"…\"]\n\
         # summary = \"…\"  # the sentence under the headline and on cards; else the first paragraph\n\
         # authors = [\"…\"]\n\
         # source = \"…\"  # the organisation\n\
         # cover = \"cover.jpg\"  # beside this file, or \"/covers/cover.jpg\" below content/\n\
         # cover_alt = \"…\"  # what the picture shows\n\
         # cover_credit = \"…\"  # whose it is\n\
         # updated = {date}\n\
         # slug = \"…\"  # the name in the address, if not the file's\n\
         # pinned = true\n\
         # aliases = [\"/old/path/123\"]\n\
         +++\n\
         \n\
         {text}\n"
    )
}
