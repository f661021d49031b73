//! Reading one article: its front matter, its text and its pictures.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::model::{Picture, Tag};
use crate::publish::config::Config;
use crate::publish::diagnostic::Diagnostic;
use crate::publish::front_matter::{CoverKeys, FrontMatter, split};
use crate::publish::markdown::{Setting, Text, render};
use crate::publish::media::Media;
use crate::publish::pictures::Pictures;
use crate::publish::related::stems::Stems;
use crate::publish::related::words::Words;
use crate::publish::reporter::Reporter;
use crate::publish::source::outcome::Outcome;
use crate::publish::source::text::decode;
use crate::publish::source::walk::ArticleFile;
use crate::publish::source::{Choice, Cover, Memory, Source};
use crate::publish::teaser::{DESCRIPTION, TEASER, read_minutes, shorten, words};

/// The largest file of an article, in bytes: no text is that long, but a picture pasted as text is.
const LARGEST: u64 = 2 * 1024 * 1024;

/// Where articles are read.
pub struct ArticleReader<'a> {
    /// The newsroom's folder.
    pub root: &'a Path,
    /// The paper.
    pub config: &'a Config,
    /// The pictures found so far.
    pub pictures: &'a Pictures,
    /// The sound and film found so far.
    pub media: &'a Media,
    /// What is published.
    pub choice: Choice,
    /// What was read before.
    pub memory: Option<&'a Memory>,
}

impl ArticleReader<'_> {
    /// Reads and checks a file. `stems` keep what they know from one file to the next.
    pub fn read(&self, file: ArticleFile, stems: &mut Stems) -> Outcome {
        let mut outcome = Outcome::of(file);
        let text = match load(self.root, &outcome.file.file) {
            Ok(text) => text,
            Err(diagnostic) => {
                outcome.diagnostics.push(*diagnostic);
                return outcome;
            }
        };
        let content = blake3::hash(text.as_bytes());
        if let Some(mut known) = self.memory.and_then(|memory| memory.recall(&outcome.file.file, content)) {
            known.state =
                known.source.as_ref().map_or(known.state, |source| self.choice.state(source.draft, Some(source.date)));
            return known;
        }
        let mut reporter = Reporter::default();
        let mut name_fault = outcome.file.name_fault.take();
        let has_pictures = Cell::new(false);
        if let Some(parts) = split(&text, &mut reporter) {
            let matter = FrontMatter::read(&text, &parts, self.config, &mut reporter);
            if let Some(slug) = &matter.slug {
                outcome.file.slug = Some(slug.clone());
                name_fault = None;
            }
            let find = |name: &str| {
                has_pictures.set(true);
                self.pictures.find(&outcome.file.folder, name)
            };
            let play = |name: &str| {
                has_pictures.set(true);
                self.media.find(&outcome.file.folder, name)
            };
            has_pictures.set(matter.cover.is_some());
            let setting = Setting {
                lang: outcome.file.lang,
                default_language: self.config.default_language,
                pictures: &find,
                media: &play,
            };
            let body = text.get(parts.body.clone()).unwrap_or_default();
            let rendered = render(body, parts.body.start, setting, &mut reporter);
            self.assemble(&mut outcome, matter, rendered, stems, &mut reporter);
        }
        if let Some((message, help)) = name_fault {
            outcome.diagnostics.push(Diagnostic::of_file(&outcome.file.file, message, help));
        }
        if !reporter.is_empty() {
            outcome.diagnostics.extend(reporter.into_diagnostics(&outcome.file.file, &text));
        }
        if !outcome.links.is_empty() || !outcome.aliases.is_empty() {
            outcome.text = text;
        }
        if let Some(memory) = self.memory.filter(|_| outcome.diagnostics.is_empty() && !has_pictures.get()) {
            memory.keep(content, &outcome);
        }
        outcome
    }

    fn assemble(
        &self,
        outcome: &mut Outcome,
        matter: FrontMatter,
        text: Text,
        stems: &mut Stems,
        reporter: &mut Reporter,
    ) {
        let ArticleFile { file, folder, lang, slug, .. } = &outcome.file;
        let cover = matter.cover.and_then(|keys| self.cover(keys, folder, reporter));
        outcome.state = self.choice.state(matter.draft, matter.date);
        if let (Some(title), Some(date), Some(section), Some(slug)) = (matter.title, matter.date, matter.section, slug)
        {
            let opening = matter.summary.as_deref().unwrap_or(match text.opening.as_str() {
                "" => &title,
                opening => opening,
            });
            let tags: Vec<Tag> = matter.tags.into_iter().map(|(slug, name)| Tag { slug, name }).collect();
            outcome.source = Some(Source {
                words: Words::count(&title, &text.plain, &tags, *lang, stems),
                lang: *lang,
                file: file.clone(),
                slug: slug.clone(),
                date,
                updated: matter.updated,
                section,
                tags,
                teaser: shorten(opening, TEASER),
                description: shorten(opening, DESCRIPTION),
                standfirst: matter.summary,
                byline: matter.byline,
                cover,
                views: matter.views,
                pinned: matter.pinned,
                draft: matter.draft,
                read_minutes: read_minutes(words(&text.plain)),
                body: text.html,
                text: text.plain,
                aliases: matter.aliases.iter().map(|alias| alias.value.clone()).collect(),
                title,
            });
        }
        outcome.links = text.links;
        outcome.aliases = matter.aliases;
    }

    fn cover(&self, keys: CoverKeys, folder: &Path, reporter: &mut Reporter) -> Option<Cover> {
        match self.pictures.find(folder, &keys.file.value) {
            Ok(found) => Some(Cover { picture: Picture { alt: keys.alt, ..found }, credit: keys.credit }),
            Err(error) => {
                reporter.at(keys.file.span, error.message, error.help);
                None
            }
        }
    }
}

/// The text of a file that is neither empty nor too large.
pub fn load(root: &Path, file: &Path) -> Result<String, Box<Diagnostic>> {
    let diagnostic = |message: String, help: &str| Box::new(Diagnostic::of_file(file, message, help));
    let unreadable = |error: std::io::Error| {
        diagnostic(format!("the file cannot be read: {error}"), "check the file and its permissions")
    };
    let path = root.join(file);
    let size = fs::metadata(&path).map_err(unreadable)?.len();
    if size > LARGEST {
        return Err(diagnostic(
            format!("the file has {size} bytes, more than {LARGEST}"),
            "an article is text: put pictures beside it and name them",
        ));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    // Not more than was asked for, even if the file grows meanwhile.
    File::open(&path).and_then(|open| open.take(LARGEST).read_to_end(&mut bytes)).map_err(unreadable)?;
    let text = decode(bytes, file)?;
    if text.trim().is_empty() {
        return Err(diagnostic(
            "the file is empty".to_owned(),
            "write an article, or remove the file; `habarshy new` shows the form of one",
        ));
    }
    Ok(text)
}
