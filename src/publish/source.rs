//! A newsroom: everything that an editor has written, read and checked.

mod article;
mod cache;
mod crosscheck;
mod listing;
mod outcome;
mod stored_text;
mod tags;
mod text;
mod walk;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use cache::ArticleCache;
pub use listing::{Listed, Listing, list};
pub use stored_text::StoredText;
pub use text::decode;

use crate::model::{Picture, Tag};
use crate::publish::config::Config;
use crate::publish::counts::{self, Counts};
use crate::publish::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::publish::front_matter::Byline;
use crate::publish::links::State;
use crate::publish::media::Media;
use crate::publish::output::WriteError;
use crate::publish::pictures::{PictureFile, Pictures, SHARE_END};
use crate::publish::progress::{Progress, Step};
use crate::publish::related::words::Words;
use crate::publish::reporter::Reporter;
use crate::publish::vocabulary::{Terms, Vocabulary};
use crate::values::{DateTime, Lang, SitePath, Slug};

/// A newsroom without faults.
#[derive(Debug)]
pub struct Newsroom {
    /// Its folder.
    pub root: PathBuf,
    /// `site.toml`.
    pub config: Config,
    /// The articles that are published, newest first; of one instant by slug, then by language.
    pub articles: Vec<Source>,
    /// The files of the pictures that articles name, by the picture's path on the site. Those of articles that are left
    /// out are not among them, unless another names them too. There are none without a cache.
    pub pictures: BTreeMap<String, Vec<PictureFile>>,
    /// The files that are played, by their paths on the site: those that published articles name.
    pub media: BTreeMap<String, PathBuf>,
    /// What the shared counter counted, as it was imported last.
    pub counts: Counts,
    /// The tokens of all texts.
    pub vocabulary: Vocabulary,
    /// What is probably wrong, but keeps nothing from being published.
    pub warnings: Diagnostics,
    /// When the next article of the future is due.
    pub next_due: Option<DateTime>,
    /// How many articles were left out: drafts, and those dated in the future.
    pub left_out: usize,
}

impl Newsroom {
    /// Whether articles have players.
    pub fn has_players(&self) -> bool {
        !self.media.is_empty()
    }
}

/// An article, as its file says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its language.
    pub lang: Lang,
    /// Its file, from the newsroom's root.
    pub file: PathBuf,
    /// Its name in addresses; translations share it.
    pub slug: Slug,
    /// The headline.
    pub title: String,
    /// When it was published.
    pub date: DateTime,
    /// When it was last corrected; not before `date`.
    pub updated: Option<DateTime>,
    /// The id of its section: one of `site.toml`.
    pub section: Slug,
    /// Its tags, each once; in a language one slug has one name.
    pub tags: Vec<Tag>,
    /// The lead sentence: the summary, where an editor wrote one.
    pub standfirst: Option<String>,
    /// Its beginning in whole words, for cards.
    pub teaser: String,
    /// Its beginning in whole words, for search engines.
    pub description: String,
    /// Who answers for it.
    pub byline: Byline,
    /// The picture at its head, where an editor chose one.
    pub cover: Option<Cover>,
    /// Views counted before the build.
    pub views: u64,
    /// Whether it stays on top.
    pub pinned: bool,
    /// Whether it is none yet: then only a preview has it.
    pub draft: bool,
    /// Minutes that reading takes, at least one.
    pub read_minutes: u32,
    /// The text.
    #[serde(skip)]
    pub body: StoredText,
    /// The pictures in the text, by their paths on the site.
    pub pictures: Vec<SitePath>,
    /// The sound and film in the text, and their subtitles, by their paths on the site.
    pub media: Vec<String>,
    /// The tokens of its text.
    #[serde(skip)]
    pub terms: Terms,
    /// What it is about: the words of headline, text and tags.
    #[serde(skip)]
    pub words: Words,
    /// Old addresses that lead here: paths of the site that nothing else has.
    pub aliases: Vec<String>,
}

/// The picture at the head of an article, as an editor chose it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// The picture.
    pub picture: Picture,
    /// Whose it is.
    pub credit: Option<String>,
}

/// What is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Articles dated later are left out. Seconds since 1970-01-01T00:00Z.
    pub now: i64,
    /// Whether drafts and articles dated in the future are taken all the same.
    pub drafts: bool,
}

impl Choice {
    /// Whether an article is published.
    fn state(self, draft: bool, date: Option<DateTime>) -> State {
        let future = date.is_some_and(|date| date.instant() > self.now);
        if (draft || future) && !self.drafts { State::LeftOut } else { State::Published }
    }
}

/// Reads and checks a newsroom. What came of its articles and is made of its pictures goes to the cache folder, where the next
/// build finds it; without one all articles are read, and pictures only decoded.
///
/// # Errors
/// All faults of all its files.
pub fn read(
    root: &Path,
    choice: Choice,
    cache: Option<&Path>,
    progress: &dyn Progress,
) -> Result<Newsroom, Diagnostics> {
    let (config, mut diagnostics) = read_config(root)?;
    let mut counts = Counts::default();
    // What a path means depends on `site.toml`: in a broken one it cannot be said.
    if diagnostics.is_empty() {
        match counts::file::read(root, &config) {
            Ok(read) => counts = read,
            Err(found) => diagnostics.extend(found),
        }
    }
    let walked = walk::articles(root, &config);
    diagnostics.extend(walked.diagnostics);
    let pictures = Pictures::new(&root.join("content"), cache);
    let media = Media::new(&root.join("content"));
    let vocabulary = Vocabulary::default();
    let cannot = |error| Diagnostics::new(vec![unwritten(error)]);
    let cache = cache.map(|folder| ArticleCache::open(folder, &config, &vocabulary)).transpose().map_err(cannot)?;
    let cache = cache.as_ref();
    let reader = article::ArticleReader {
        root,
        config: &config,
        pictures: &pictures,
        media: &media,
        choice,
        vocabulary: &vocabulary,
        cache,
    };
    progress.begin(Step::Articles, walked.files.len());
    let mut read: Vec<outcome::Outcome> = walked
        .files
        .into_par_iter()
        .map(|file| {
            progress.advance();
            reader.read(file)
        })
        .collect();
    if let Some(cache) = cache {
        cache.close(&read, &vocabulary).map_err(cannot)?;
    }
    diagnostics.extend(read.iter_mut().flat_map(|outcome| std::mem::take(&mut outcome.diagnostics)));
    diagnostics.extend(crosscheck::check(root, &config, &read));
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Fault) {
        return Err(Diagnostics::new(diagnostics));
    }
    let warnings = Diagnostics::new(diagnostics);
    let next_due = next_due(&read, choice);
    let all = read.len();
    let mut articles: Vec<Source> = read.into_iter().filter_map(outcome::Outcome::into_published).collect();
    articles.sort_by(|a, b| {
        b.date.instant().cmp(&a.date.instant()).then_with(|| a.slug.cmp(&b.slug)).then_with(|| a.lang.cmp(&b.lang))
    });
    tags::merge(&mut articles);
    let left_out = all - articles.len();
    let named = named(&articles);
    let pictures = used(pictures.into_files(), &named, &articles);
    let mut media = media.into_files();
    media.retain(|src, _| named.contains(src.as_str()));
    let root = root.to_owned();
    Ok(Newsroom { root, config, articles, pictures, media, counts, vocabulary, warnings, next_due, left_out })
}

/// When the next article of the future is due that is no draft.
fn next_due(read: &[outcome::Outcome], choice: Choice) -> Option<DateTime> {
    let waiting = read.iter().filter_map(|outcome| outcome.source.as_ref()).filter(|source| !source.draft);
    let dates = waiting.map(|source| source.date).filter(|date| date.instant() > choice.now);
    dates.min_by_key(|date| date.instant())
}

/// Reads `site.toml` alone.
///
/// # Errors
/// Its faults.
pub fn read_config_only(root: &Path) -> Result<Config, Diagnostics> {
    let (config, diagnostics) = read_config(root)?;
    if diagnostics.is_empty() { Ok(config) } else { Err(Diagnostics::new(diagnostics)) }
}

/// The paper and what is wrong with it; an error where there is no paper at all.
fn read_config(root: &Path) -> Result<(Config, Vec<Diagnostic>), Diagnostics> {
    let file = Path::new("site.toml");
    let help = "a newsroom is a folder with site.toml and content/: name it with `--root`";
    let bytes = fs::read(root.join(file)).map_err(|error| {
        Diagnostics::new(vec![Diagnostic::of_file(
            file,
            format!("{} cannot be read: {error}", root.join(file).display()),
            help,
        )])
    })?;
    let text = decode(bytes, file).map_err(|diagnostic| Diagnostics::new(vec![*diagnostic]))?;
    let mut reporter = Reporter::default();
    let config = Config::read(&text, &mut reporter);
    Ok((config, reporter.into_diagnostics(file, &text)))
}

/// A place of the cache that cannot be written, as a fault.
fn unwritten(WriteError { path, error }: WriteError) -> Diagnostic {
    let help = "make room there, or name another folder with `--cache`";
    Diagnostic::of_file(path, format!("the cache cannot be written: {error}"), help)
}

/// The addresses of files below the folder of media that articles name.
fn named(articles: &[Source]) -> HashSet<&str> {
    let covers = articles.iter().filter_map(|article| article.cover.as_ref()).map(|cover| cover.picture.src.as_str());
    let pictures = articles.iter().flat_map(|article| &article.pictures).map(SitePath::as_str);
    let media = articles.iter().flat_map(|article| &article.media).map(String::as_str);
    covers.chain(pictures).chain(media).collect()
}

/// The files of the pictures that articles really show. A crop for messengers is only made use of where a picture is a
/// cover.
fn used(
    mut found: BTreeMap<String, Vec<PictureFile>>,
    named: &HashSet<&str>,
    articles: &[Source],
) -> BTreeMap<String, Vec<PictureFile>> {
    let covers = articles.iter().filter_map(|article| article.cover.as_ref()).map(|cover| cover.picture.src.as_str());
    let covers: HashSet<&str> = covers.collect();
    found.retain(|src, files| {
        files.retain(|file| covers.contains(src.as_str()) || !file.src.ends_with(SHARE_END));
        named.contains(src.as_str())
    });
    found
}
