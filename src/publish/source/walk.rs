//! Finding the articles' files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::publish::config::{Config, codes};
use crate::publish::diagnostic::Diagnostic;
use crate::publish::media::is_media;
use crate::publish::pictures::is_picture;
use crate::publish::translit::slugify;
use crate::values::{Lang, Slug};

/// What is below `content/`.
#[derive(Debug, Default)]
pub struct Walked {
    /// The articles' files, in the order of their paths.
    pub files: Vec<ArticleFile>,
    /// What is wrong with names and places.
    pub diagnostics: Vec<Diagnostic>,
}

/// The file of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleFile {
    /// From the newsroom's root.
    pub file: PathBuf,
    /// The folder that its pictures are named from, from `content/`.
    pub folder: PathBuf,
    /// Its language, by its folder.
    pub lang: Lang,
    /// Its name in addresses; `None` where the file's name does not give one.
    pub slug: Option<Slug>,
    /// Why it does not, and what to do, unless the front matter gives one.
    pub name_fault: Option<(String, String)>,
}

/// Finds the articles of a newsroom. What is neither an article nor can be named by one is left alone, with a warning.
pub fn articles(root: &Path, config: &Config) -> Walked {
    let content = root.join("content");
    let mut walked = Walked::default();
    let Ok(real) = content.canonicalize() else {
        walked.diagnostics.push(Diagnostic::of_file(
            "content",
            "there is no folder content/",
            "create it, and in it a folder for each language: `habarshy new my-first-article` does",
        ));
        return walked;
    };
    let mut strangers = HashSet::new();
    let mut walk = WalkDir::new(&content).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                walked.unreadable(root, &error);
                continue;
            }
        };
        if entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.') {
            if entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
            continue;
        }
        if entry.path_is_symlink() && !entry.path().canonicalize().is_ok_and(|path| path.starts_with(&real)) {
            walked.leaves_content(root, &entry);
            if entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
            continue;
        }
        if entry.file_type().is_file() && is_markdown(entry.path()) {
            walked.file(root, &content, entry.path(), config, &mut strangers);
        } else if entry.file_type().is_file() {
            walked.other(root, entry.path());
        }
    }
    walked
}

/// Whether a file is an article by its name.
pub fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

impl Walked {
    /// A link that leads nowhere, or back to a folder above it; a folder that cannot be read. Only what is an article by its
    /// name is missed: editors' lock files are links that lead nowhere, and have hidden names.
    fn unreadable(&mut self, root: &Path, error: &walkdir::Error) {
        let Some(path) = error.path() else { return };
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_markdown(path) && !hidden {
            let message = "this is a link that leads nowhere, or cannot be read";
            self.diagnostics.push(Diagnostic::of_file(
                below(root, path),
                message,
                "put the file itself there, or remove the link",
            ));
        }
    }

    fn leaves_content(&mut self, root: &Path, entry: &DirEntry) {
        // A stray link to something else harms nobody.
        if entry.file_type().is_dir() || is_markdown(entry.path()) {
            self.diagnostics.push(Diagnostic::of_file(
                below(root, entry.path()),
                "this is a symbolic link that leaves content/",
                "put the files themselves there",
            ));
        }
    }

    /// A file that is no article: one that an article may name, or one that nobody reads.
    fn other(&mut self, root: &Path, path: &Path) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_drawing = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
        if is_picture(&name) || is_media(&name) || is_drawing {
            return;
        }
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let help = match ending.as_str() {
            "mdx" | "markdown" | "mdown" | "mkd" | "htm" | "html" | "txt" | "rst" | "adoc" => {
                "an article is Markdown in a file that ends in .md; move other files to public/, or out of content/"
            }
            _ => "move a file that readers are to get to public/, any other out of content/",
        };
        let message = format!("the file is passed over: a .{ending} file is neither an article nor a picture");
        self.diagnostics.push(Diagnostic::warning(below(root, path), message, help));
    }

    fn file(&mut self, root: &Path, content: &Path, path: &Path, config: &Config, strangers: &mut HashSet<PathBuf>) {
        let file = below(root, path);
        let inner = below(content, path);
        let first = inner.components().next().map(|part| PathBuf::from(part.as_os_str())).unwrap_or_default();
        let folder = inner.parent().map(Path::to_owned).unwrap_or_default();
        let languages = codes(&config.languages);
        // A language at the end of the name counts wherever the file lies.
        let suffix = suffix(&inner);
        if let Some(lang) = suffix.filter(|lang| config.languages.contains(lang)) {
            return self.article(file, folder, lang, &inner);
        }
        if let Some(lang) = suffix {
            let help =
                format!("add `[[languages]]` with `code = \"{lang}\"` to site.toml, or move the file out of content/");
            let message = format!("\"{lang}\" is no language of the paper");
            return self.diagnostics.push(Diagnostic::of_file(file, message, help));
        }
        if folder.as_os_str().is_empty() {
            self.diagnostics.push(Diagnostic::of_file(
                file,
                "an article outside of a language's folder",
                format!("move it into content/{}/", config.default_language),
            ));
            return;
        }
        let code = first.to_string_lossy().into_owned();
        let lang = Lang::from_code(&code).filter(|lang| config.languages.contains(lang));
        let Some(lang) = lang else {
            // Once for the folder: the fault is not its articles'.
            if strangers.insert(first) {
                let help = match Lang::from_code(&code) {
                    Some(_) => {
                        format!("add `[[languages]]` with `code = \"{code}\"` to site.toml, or move the articles")
                    }
                    None => format!("move the articles to a folder of a language of the paper: {languages}"),
                };
                self.diagnostics.push(Diagnostic::of_file(
                    file,
                    format!("\"{code}\" is no language of the paper"),
                    help,
                ));
            }
            return;
        };
        self.article(file, folder, lang, &inner);
    }

    fn article(&mut self, file: PathBuf, folder: PathBuf, lang: Lang, inner: &Path) {
        let (slug, name_fault) = match slug(inner) {
            Ok(slug) => (Some(slug), None),
            Err(fault) => (None, Some(fault)),
        };
        self.files.push(ArticleFile { file, folder, lang, slug, name_fault });
    }
}

/// The language that a file's name ends in: `forum.kk.md` is Kazakh.
fn suffix(path: &Path) -> Option<Lang> {
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    stem.rsplit_once('.').and_then(|(_, code)| Lang::from_code(code))
}

/// The slug that a path from `content/` gives its article.
pub fn slug(path: &Path) -> Result<Slug, (String, String)> {
    let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut name = stem(path);
    if let Some(lang) = suffix(path) {
        name.truncate(name.len() - lang.code().len() - 1);
    }
    let in_folder = name == "index";
    if in_folder {
        let folder = path.parent().unwrap_or(Path::new(""));
        if folder.components().count() < 2 {
            return Err((
                "an index.md that has no folder of its own".to_owned(),
                "move it to <slug>/index.md: the folder names the article".to_owned(),
            ));
        }
        name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    }
    Slug::new(&name).ok_or_else(|| {
        let what = if in_folder { "folder" } else { "file" };
        let ending = if in_folder { "" } else { ".md" };
        let help = match slugify(&name) {
            Some(slug) => format!("rename the {what} to {slug}{ending}, or write `slug = \"{slug}\"` into its front matter"),
            None => format!(
                "rename the {what}, or give the article a `slug`: lower-case Latin letters, digits and hyphens, at most {}",
                Slug::MAX
            ),
        };
        (format!("the name of the {what}, \"{name}\", cannot stand in an address"), help)
    })
}

/// A path from a folder on.
fn below(folder: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(folder).unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_and_folder_names_are_slugs() {
        for (path, name) in [
            ("ru/2024/04/forum.md", "forum"),
            ("ru/forum/index.md", "forum"),
            ("kk/forum_2.MD", "forum_2"),
            ("ru/2024/forum.kk.md", "forum"),
            ("posts/forum/index.kk.md", "forum"),
        ] {
            assert_eq!(slug(Path::new(path)).map(|slug| slug.to_string()), Ok(name.to_owned()));
        }
        for (path, expected) in [
            ("ru/Форум молодежи.md", "forum-molodezhi.md"),
            ("ru/Forum/index.md", "rename the folder to forum"),
            ("ru/index.md", "<slug>/index.md"),
            ("ru/日本.md", "lower-case Latin"),
        ] {
            let (_, help) = slug(Path::new(path)).expect_err(path);
            assert!(help.contains(expected), "{path}: {help}");
        }
    }
}
