//! Reading one article: its front matter, its text and its pictures.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::model::{Picture, Tag};
use crate::publish::config::Config;
use crate::publish::diagnostic::Diagnostic;
use crate::publish::front_matter::{CoverKeys, FrontMatter, split};
use crate::publish::markdown::{Setting, Text, render};
use crate::publish::media::Media;
use crate::publish::missing_alt;
use crate::publish::output::Fingerprint;
use crate::publish::pictures::Pictures;
use crate::publish::related::words::Words;
use crate::publish::reporter::Reporter;
use crate::publish::source::cache::{ArticleCache, Record, Stamp};
use crate::publish::source::outcome::Outcome;
use crate::publish::source::text::decode;
use crate::publish::source::walk::ArticleFile;
use crate::publish::source::{Choice, Cover, Source, StoredText, unwritten};
use crate::publish::teaser::{DESCRIPTION, TEASER, read_minutes, shorten, words as count_words};
use crate::publish::vocabulary::Vocabulary;

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
    /// The tokens of all texts.
    pub vocabulary: &'a Vocabulary,
    /// What the last build read, and where texts are kept.
    pub cache: Option<&'a ArticleCache>,
}

impl ArticleReader<'_> {
    /// Reads and checks a file, unless the last build read the same.
    pub fn read(&self, file: ArticleFile) -> Outcome {
        let outcome = Outcome::of(file);
        // Before the file is read: what is written meanwhile has another stamp.
        let stamp = self.cache.and_then(|_| Stamp::of(&self.root.join(&outcome.file.file)).ok());
        let mut known = self.cache.and_then(|cache| cache.take(&outcome.file.file));
        if let Some(record) = known.take_if(|record| {
            record.file.is_settled && Some(record.file.stamp) == stamp && self.has_same_files(&outcome, record)
        }) {
            return Outcome { is_remembered: true, ..self.recall(outcome, record) };
        }
        let text = match load(self.root, &outcome.file.file) {
            Ok(text) => text,
            Err(diagnostic) => return Outcome { diagnostics: vec![*diagnostic], ..outcome },
        };
        let content = Fingerprint::of(&[text.as_bytes()]);
        let file_state = self.cache.zip(stamp).map(|(cache, stamp)| cache.state(stamp, content));
        if let Some(record) =
            known.take_if(|record| record.file.content == content && self.has_same_files(&outcome, record))
        {
            return Outcome { file_state, ..self.recall(outcome, record) };
        }
        self.parse(Outcome { file_state, ..outcome }, &text)
    }

    /// Whether the pictures, the sound and the film of an article are what they were: they may change without it.
    fn has_same_files(&self, outcome: &Outcome, record: &Record) -> bool {
        let is_same = |name: &str, known: &Picture| {
            self.pictures.find(&outcome.file.folder, name).is_ok_and(|picture| picture == *known)
        };
        let folder = &outcome.file.folder;
        let is_same_media = |name: &str, known: &str| self.media.find(folder, name).is_ok_and(|path| path == known);
        record.pictures.iter().all(|(name, known)| is_same(name, known))
            && record.media.iter().all(|(name, known)| is_same_media(name, known))
    }

    /// What came of a file when it was read.
    fn recall(&self, mut outcome: Outcome, record: Record) -> Outcome {
        let body = self.cache.and_then(|cache| cache.text(&outcome.file.file, &record)).unwrap_or_default();
        let Record { file, diagnostics, pictures, media, links, aliases, source, .. } = record;
        // It may have a name of its own, where that of the file is none.
        (outcome.file.slug, outcome.file.name_fault) = (Some(source.slug.clone()), None);
        let state = self.choice.state(source.draft, Some(source.date));
        let (source, file_state) = (Some(Source { body, ..source }), Some(file));
        Outcome { state, source, diagnostics, pictures, media, links, aliases, file_state, ..outcome }
    }

    fn parse(&self, mut outcome: Outcome, text: &str) -> Outcome {
        let mut reporter = Reporter::default();
        let mut name_fault = outcome.file.name_fault.take();
        if let Some(parts) = split(text, &mut reporter) {
            let matter = FrontMatter::read(text, &parts, self.config, &mut reporter);
            if let Some(slug) = &matter.slug {
                outcome.file.slug = Some(slug.clone());
                name_fault = None;
            }
            let media: RefCell<Vec<(String, String)>> = RefCell::default();
            let play = |name: &str| {
                let found = self.media.find(&outcome.file.folder, name)?;
                media.borrow_mut().push((name.to_owned(), found.clone()));
                Ok(found)
            };
            let pictures: RefCell<Vec<(String, Picture)>> = RefCell::default();
            let find = |name: &str| {
                let found = self.pictures.find(&outcome.file.folder, name)?;
                pictures.borrow_mut().push((name.to_owned(), found.clone()));
                Ok(found)
            };
            let setting = Setting {
                lang: outcome.file.lang,
                default_language: self.config.default_language,
                pictures: &find,
                media: &play,
            };
            let body = text.get(parts.body.clone()).unwrap_or_default();
            let rendered = render(body, parts.body.start, setting, &mut reporter);
            (outcome.pictures, outcome.media) = (pictures.into_inner(), media.into_inner());
            self.assemble(&mut outcome, matter, rendered, &mut reporter);
        }
        if let Some((message, help)) = name_fault {
            outcome.diagnostics.push(Diagnostic::of_file(&outcome.file.file, message, help));
        }
        if !reporter.is_empty() {
            outcome.diagnostics.extend(reporter.into_diagnostics(&outcome.file.file, text));
        }
        outcome
    }

    fn assemble(&self, outcome: &mut Outcome, matter: FrontMatter, text: Text, reporter: &mut Reporter) {
        let in_text = outcome.pictures.iter().map(|(_, picture)| picture.src.clone()).collect();
        let cover = matter.cover.and_then(|keys| self.cover(keys, outcome, reporter));
        outcome.state = self.choice.state(matter.draft, matter.date);
        outcome.links = text.links;
        let aliases = matter.aliases.iter().map(|alias| alias.value.clone()).collect();
        outcome.aliases = matter.aliases;
        let ArticleFile { file, lang, slug, .. } = &outcome.file;
        let (Some(title), Some(date), Some(section), Some(slug)) = (matter.title, matter.date, matter.section, slug)
        else {
            return;
        };
        let body = match self.cache.map(|cache| cache.keep(file, &text.html)) {
            Some(Ok(body)) => body,
            Some(Err(error)) => {
                outcome.diagnostics.push(unwritten(error));
                return;
            }
            None => StoredText::in_memory(text.html),
        };
        let opening = matter.summary.as_deref().unwrap_or(match text.opening.as_str() {
            "" => &title,
            opening => opening,
        });
        let tags: Vec<Tag> = matter.tags.into_iter().map(|(slug, name)| Tag { slug, name }).collect();
        let (words, terms) = Words::count(&title, &text.plain, &tags, *lang, self.vocabulary);
        outcome.source = Some(Source {
            words,
            terms,
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
            read_minutes: read_minutes(count_words(&text.plain)),
            body,
            pictures: in_text,
            media: outcome.media.iter().map(|(_, path)| path.clone()).collect(),
            aliases,
            title,
        });
    }

    fn cover(&self, keys: CoverKeys, outcome: &mut Outcome, reporter: &mut Reporter) -> Option<Cover> {
        match self.pictures.find(&outcome.file.folder, &keys.file.value) {
            Ok(found) => {
                if keys.alt == missing_alt::mark(outcome.file.lang) {
                    reporter.warn(keys.file.span, missing_alt::message(&keys.file.value), missing_alt::HELP);
                }
                outcome.pictures.push((keys.file.value, found.clone()));
                Some(Cover { picture: Picture { alt: keys.alt, ..found }, credit: keys.credit })
            }
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
