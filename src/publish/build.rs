//! A build: from a newsroom and a client to a site.

mod error;
mod index;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

pub use error::BuildError;

use crate::model::{Document, Edition, FORMAT, Page};
use crate::names::WORKER;
use crate::publish::client_files::{ClientFiles, files_below, short_hash};
use crate::publish::document::{Shell, inline};
use crate::publish::index::SiteIndex;
use crate::publish::output::{self, Key, Output, Place, Written};
use crate::publish::progress::{Progress, Step};
use crate::publish::redirects::{Redirect, redirect_file, redirect_page, redirects_file};
use crate::publish::share::{Artist, ShareImage};
use crate::publish::source::{Choice, Memory, Newsroom};
use crate::publish::urls::{HEADERS, REDIRECTS, SCHEMA};
use crate::publish::{drawing, headers, render, source, syndication, worker};
use crate::routes::{self, Address};

/// What to build, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The newsroom.
    pub root: PathBuf,
    /// What `trunk build` made.
    pub client: PathBuf,
    /// Where the site will stand.
    pub out: PathBuf,
    /// Where the build keeps what the next one can use. It may be removed at any time between two builds.
    pub cache: PathBuf,
    /// Whether `.br` and `.gz` copies are written beside the files.
    pub precompress: bool,
    /// Which articles are published.
    pub choice: Choice,
}

/// What was built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Articles published.
    pub articles: usize,
    /// Articles left out: drafts, and those of the future.
    pub left_out: usize,
    /// Pages of the site.
    pub pages: usize,
    /// Pictures of the site, each in all its sizes.
    pub pictures: usize,
    /// Its files.
    pub written: Written,
}

/// Where a build keeps what the next one can use, if nobody says otherwise: beside the site.
pub fn cache_of(out: &Path) -> PathBuf {
    // A site without a name cannot be written; that is said when it is tried.
    output::beside(out, "cache").unwrap_or_else(|_| PathBuf::from(".habarshy.cache"))
}

/// Builds a site: what is already there and up to date stays, the rest changes when all of it is ready.
///
/// # Errors
/// The faults of the newsroom, or the place that could not be read or written. The old site stays as it was.
pub fn build(options: &Options, progress: &dyn Progress) -> Result<Summary, BuildError> {
    build_again(options, None, progress)
}

/// Builds a site of which a process may remember some articles.
///
/// # Errors
/// As [`build`].
pub fn build_again(options: &Options, memory: Option<&Memory>, progress: &dyn Progress) -> Result<Summary, BuildError> {
    refuse_own_folders(options)?;
    let place = Place::take(&options.out, &options.cache)?;
    let cache = Some(options.cache.as_path());
    let newsroom =
        source::read_again(&options.root, options.choice, cache, memory, progress).map_err(BuildError::Diagnostics)?;
    let mut client = ClientFiles::read(&options.client).map_err(|(path, error)| BuildError::Client {
        folder: options.client.clone(),
        path,
        error,
    })?;
    add_public(&mut client, &options.root)?;
    progress.begin(Step::Related, 0);
    let paper = SiteIndex::new(&newsroom);
    let build = build_id(&client, &paper);
    let frame = frame(&client, &newsroom, &build, options.choice.drafts);
    let mut output = Output::begin(place, frame, options.precompress)?;
    let artist = Artist::new()?;
    // A preview has none: what an editor tries out must not stay on the device.
    let has_worker = newsroom.config.offline.worker && !options.choice.drafts && !has_own_worker(&client);
    let worker = has_worker.then(|| worker::script(&client, paper.editions().map(AsRef::as_ref), &build));
    let worker = worker.transpose()?;
    let press = Press {
        shell: Shell::new(&client, &build, options.choice.drafts, worker.is_some(), newsroom.config.counter.as_ref()),
        drawn: artist.version(),
        artist,
        build: &build,
        output: &output,
        progress,
    };
    let pages = press.print(&paper)?;
    if !has_own_worker(&client) {
        output.write_if_changed(WORKER, worker.unwrap_or_else(worker::farewell).as_bytes())?;
    }
    write_files(&newsroom, &paper, &client, &output, progress)?;
    write_machines(&newsroom, &paper, &client, options.choice.now, &output)?;
    index::write(&paper, &mut output, progress)?;
    progress.begin(Step::Swap, 0);
    let written = output.commit()?;
    let (articles, pictures) = (newsroom.articles.len(), newsroom.pictures.len());
    Ok(Summary { articles, left_out: newsroom.left_out, pages, pictures, written })
}

/// Whether the newsroom has a worker of its own: then that is its affair alone.
fn has_own_worker(client: &ClientFiles) -> bool {
    client.others.iter().any(|(path, _)| path == WORKER)
}

/// What all files of a site are made with: under another frame none of them is kept.
fn frame(client: &ClientFiles, newsroom: &Newsroom, build: &str, drafts: bool) -> Key {
    // The program itself is one of the things that a page is made with.
    let program = std::env::current_exe().and_then(fs::metadata);
    let program = program.map(|program| format!("{} {:?}", program.len(), program.modified().ok())).unwrap_or_default();
    let others: Vec<&str> = client.others.iter().map(|(path, _)| path.as_str()).collect();
    let config = format!("{drafts} {:?}", newsroom.config);
    Key::of(&[program.as_bytes(), build.as_bytes(), config.as_bytes(), others.join("\n").as_bytes()])
}

/// The site may not take the place of what it is made from.
fn refuse_own_folders(options: &Options) -> Result<(), BuildError> {
    for source in [&options.root, &options.client] {
        let out = fs::canonicalize(&options.out);
        if out.is_ok_and(|out| fs::canonicalize(source).is_ok_and(|source| source.starts_with(&out))) {
            return Err(BuildError::OutHoldsSource { out: options.out.clone(), source: source.clone() });
        }
    }
    // Neither need be there yet.
    let full = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for kept in ["content", "public"].map(|name| full(&options.root.join(name))) {
        if full(&options.cache).starts_with(&kept) {
            return Err(BuildError::NewsroomHoldsCache { cache: options.cache.clone() });
        }
    }
    let cache = std::path::absolute(&options.cache).unwrap_or_else(|_| options.cache.clone());
    if std::path::absolute(&options.out).is_ok_and(|out| cache.starts_with(out)) {
        return Err(BuildError::OutHoldsCache { out: options.out.clone(), cache });
    }
    Ok(())
}

/// Adds a newsroom's own `public/` to the files that come with the client; its files win.
fn add_public(client: &mut ClientFiles, root: &Path) -> Result<(), BuildError> {
    let own = files_below(&root.join("public")).map_err(|(path, error)| BuildError::Read { path, error })?;
    client.others.retain(|(path, _)| own.iter().all(|(other, _)| other != path));
    client.others.extend(own);
    client.others.sort();
    Ok(())
}

/// The identity of a build: the client and the frame of the pages. Articles do not change it, so a reader's client stays
/// in use when an article is published.
fn build_id(client: &ClientFiles, paper: &SiteIndex<'_>) -> String {
    let frames: Vec<String> = paper.editions().map(|edition| format!("{edition:?}")).collect();
    let version = format!("{} {FORMAT}", env!("CARGO_PKG_VERSION"));
    short_hash(&[client.fingerprint().as_bytes(), frames.concat().as_bytes(), version.as_bytes()])
}

/// Prints pages.
struct Press<'a> {
    shell: Shell<'a>,
    artist: Artist,
    /// The way in which share pictures are drawn.
    drawn: String,
    build: &'a str,
    output: &'a Output,
    progress: &'a dyn Progress,
}

impl Press<'_> {
    /// Prints every page and its JSON, on all cores; gives the number of pages.
    fn print(&self, paper: &SiteIndex<'_>) -> Result<usize, BuildError> {
        let lists = paper.list_addresses();
        let articles = paper.articles();
        self.progress.begin(Step::Pages, lists.len() + articles.len());
        lists.par_iter().try_for_each(|address| match (paper.edition(address.lang), paper.list(address)) {
            (Some(edition), Some(page)) => self.print_page(edition, page, None),
            _ => Ok(()),
        })?;
        (0..articles.len()).into_par_iter().try_for_each(|index| {
            let Some(page) = paper.article(index) else { return Ok(()) };
            let Some(edition) = paper.edition(page.lang) else { return Ok(()) };
            let share_image =
                if paper.is_drawn_for_sharing(index) { ShareImage::of(&page, edition, &self.drawn) } else { None };
            let share = share_image.map(|share_image| self.print_share(&share_image)).transpose()?;
            self.print_page(edition, page, share.as_deref())
        })?;
        Ok(lists.len() + articles.len())
    }

    /// Draws a share picture, unless the site has it; gives its path.
    fn print_share(&self, share_image: &ShareImage<'_>) -> Result<String, BuildError> {
        let key = Key::of(&[share_image.src.as_bytes()]);
        if !self.output.is_unchanged(&[&share_image.src], key) {
            self.output.write(&share_image.src, key, &self.artist.draw(&share_image.sheet()))?;
        }
        Ok(share_image.src.clone())
    }

    /// Prints a page, unless the site has it: a page is made from its JSON, its share picture and the frame, and from
    /// nothing else.
    fn print_page(&self, edition: &Arc<Edition>, page: Page, share: Option<&str>) -> Result<(), BuildError> {
        self.progress.advance();
        let path = edition.path(&page.route());
        let content = Document::new(page.clone(), self.build);
        let page = Arc::new(page);
        let json = serde_json::to_vec(&content)?;
        let key = Key::of(&[path.as_bytes(), &json, share.unwrap_or_default().as_bytes()]);
        let is_folder = path.ends_with('/');
        let file = if is_folder { format!("{path}index.html") } else { path.clone() };
        let data = is_folder.then(|| routes::data_path(&path));
        let files: Vec<&str> = data.iter().map(String::as_str).chain([file.as_str()]).collect();
        if self.output.is_unchanged(&files, key) {
            return Ok(());
        }
        let tree = render::tree(edition, page.clone());
        let document = self.shell.document(edition, &page, content, &tree, share)?;
        if let Some(data) = &data {
            self.output.write(data, key, &json)?;
        }
        self.output.write(&file, key, document.as_bytes())?;
        Ok(())
    }
}

/// Writes all that is not a page.
fn write_files(
    newsroom: &Newsroom,
    paper: &SiteIndex<'_>,
    client: &ClientFiles,
    output: &Output,
    progress: &dyn Progress,
) -> Result<(), BuildError> {
    let drawn = paper.drawn();
    progress.begin(Step::Files, client.others.len() + newsroom.pictures.len() + drawn.len());
    let chunks = client.chunks.iter().map(|chunk| &chunk.asset);
    let files = [&client.loader, &client.script, &client.wasm, &client.features_style];
    for asset in files.into_iter().chain(chunks) {
        output.write_if_changed(&asset.path, &asset.bytes)?;
    }
    client.others.par_iter().try_for_each(|(path, file)| {
        progress.advance();
        let bytes = fs::read(file).map_err(|error| BuildError::Read { path: file.clone(), error })?;
        Ok::<_, BuildError>(output.write_if_changed(path, &bytes)?)
    })?;
    newsroom.pictures.par_iter().try_for_each(|(_, files)| {
        progress.advance();
        files.iter().try_for_each(|file| output.copy(&file.src, &file.path))
    })?;
    drawn.into_par_iter().try_for_each(|(path, source)| {
        progress.advance();
        let key = Key::of(&[path.as_bytes()]);
        if output.is_unchanged(&[&path], key) {
            return Ok(());
        }
        output.write(&path, key, drawing::cover(source.section.as_str(), source.slug.as_str()).as_bytes())
    })?;
    write_redirects(paper, output)?;
    let schema = serde_json::to_vec_pretty(&schemars::schema_for!(Document))?;
    output.write_if_changed(SCHEMA, &schema)?;
    if let Some(edition) = paper.editions().next() {
        output.write_if_changed(HEADERS, headers::headers_file(&inline(client), edition).as_bytes())?;
    }
    Ok(())
}

/// Writes feeds, sitemaps and the like, but for those that the newsroom wrote itself.
fn write_machines(
    newsroom: &Newsroom,
    paper: &SiteIndex<'_>,
    client: &ClientFiles,
    now: i64,
    output: &Output,
) -> Result<(), BuildError> {
    let has = |path: &str| client.others.iter().any(|(known, _)| known == path);
    syndication::files(paper, &newsroom.config, now, &has)
        .try_for_each(|(path, text)| output.write_if_changed(&path, &text))?;
    Ok(())
}

fn write_redirects(paper: &SiteIndex<'_>, output: &Output) -> Result<(), BuildError> {
    let mut redirects = Vec::new();
    for source in paper.articles() {
        let Some(edition) = paper.edition(source.lang) else { continue };
        let to = paper.address(source).path(edition.default_language);
        for from in &source.aliases {
            let redirect = Redirect { from: from.clone(), to: to.clone() };
            if let Some(file) = redirect_file(from) {
                output.write_if_changed(&file, redirect_page(&redirect, edition).as_bytes())?;
            }
            // A client asks for the JSON of what looks like a page of the paper, and lets the browser go where that is of
            // another build.
            if let Some(address) = Address::parse(from, edition.default_language) {
                let moved = format!(r#"{{"format":{FORMAT},"build":"moved"}}"#);
                output
                    .write_if_changed(&routes::data_path(&address.path(edition.default_language)), moved.as_bytes())?;
            }
            redirects.push(redirect);
        }
    }
    redirects.sort_by(|a, b| a.from.cmp(&b.from));
    output.write_if_changed(REDIRECTS, redirects_file(&redirects).as_bytes())?;
    Ok(())
}
