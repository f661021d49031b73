//! A build: from a newsroom and a client to a site.

mod error;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

pub use error::BuildError;

use crate::content::wire::FORMAT;
use crate::content::wire::form::Page as WirePage;
use crate::content::{Edition, Page};
use crate::route;
use crate::site::client_files::{ClientFiles, files_below, short_hash};
use crate::site::derive::Paper;
use crate::site::newsroom::{Choice, Newsroom};
use crate::site::output::Output;
use crate::site::redirects::{Redirect, redirect_file, redirect_page, redirects_file};
use crate::site::shell::Shell;
use crate::site::{drawing, headers, newsroom, render};

/// What to build, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The newsroom.
    pub root: PathBuf,
    /// What `trunk build` made.
    pub client: PathBuf,
    /// Where the site will stand.
    pub out: PathBuf,
    /// Where is kept what the next build need not make again.
    pub cache: PathBuf,
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
    /// Pages written.
    pub pages: usize,
    /// Files written.
    pub files: u64,
    /// Bytes written.
    pub bytes: u64,
}

/// Builds a site, and swaps it in when it is complete.
///
/// # Errors
/// The faults of the newsroom, or the place that could not be read or written. The old site stays as it was.
pub fn build(options: &Options) -> Result<Summary, BuildError> {
    refuse_own_folders(options)?;
    let newsroom = newsroom::read(&options.root, options.choice, Some(&options.cache)).map_err(BuildError::Faults)?;
    let mut client = ClientFiles::read(&options.client).map_err(|(path, error)| BuildError::Client {
        folder: options.client.clone(),
        path,
        error,
    })?;
    add_public(&mut client, &options.root)?;
    let paper = Paper::new(&newsroom);
    let build = build_id(&client, &paper);
    let output = Output::begin(&options.out)?;
    let pages = write_pages(&paper, &Shell::new(&client, &build), &build, &output)?;
    write_files(&newsroom, &paper, &client, &output)?;
    let (files, bytes) = output.written();
    output.swap_in()?;
    Ok(Summary { articles: newsroom.articles.len(), left_out: newsroom.left_out, pages, files, bytes })
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
fn build_id(client: &ClientFiles, paper: &Paper<'_>) -> String {
    let frames: Vec<String> = paper.editions().map(|edition| format!("{edition:?}")).collect();
    let version = format!("{} {FORMAT}", env!("CARGO_PKG_VERSION"));
    short_hash(&[client.fingerprint().as_bytes(), frames.concat().as_bytes(), version.as_bytes()])
}

/// Writes every page and its JSON, on all cores; gives the number of pages.
fn write_pages(paper: &Paper<'_>, shell: &Shell<'_>, build: &str, output: &Output) -> Result<usize, BuildError> {
    let lists = paper.list_addresses();
    lists.par_iter().try_for_each(|address| match (paper.edition(address.lang), paper.list(address)) {
        (Some(edition), Some(page)) => write_page(edition, page, shell, build, output),
        _ => Ok(()),
    })?;
    let articles = paper.articles();
    (0..articles.len()).into_par_iter().try_for_each(|index| {
        let Some(page) = paper.article(index) else { return Ok(()) };
        let Some(edition) = paper.edition(page.lang) else { return Ok(()) };
        write_page(edition, page, shell, build, output)
    })?;
    Ok(lists.len() + articles.len())
}

fn write_page(
    edition: &Arc<Edition>,
    page: Page,
    shell: &Shell<'_>,
    build: &str,
    output: &Output,
) -> Result<(), BuildError> {
    let path = edition.path(&page.route());
    let page = Arc::new(page);
    let wire = WirePage::new(&page, build);
    let json = serde_json::to_vec(&wire)?;
    let tree = render::tree(edition, page.clone());
    let document = shell.document(edition, &page, wire, &tree)?;
    if path.ends_with('/') {
        output.write(&route::data_path(&path), &json)?;
        output.write(&format!("{path}index.html"), document.as_bytes())?;
    } else {
        output.write(&path, document.as_bytes())?;
    }
    Ok(())
}

/// Writes all that is not a page.
fn write_files(
    newsroom: &Newsroom,
    paper: &Paper<'_>,
    client: &ClientFiles,
    output: &Output,
) -> Result<(), BuildError> {
    for asset in [&client.boot, &client.script, &client.wasm] {
        output.write(&asset.path, &asset.bytes)?;
    }
    for (path, file) in &client.others {
        output.copy(path, file)?;
    }
    newsroom
        .pictures
        .par_iter()
        .try_for_each(|(_, files)| files.iter().try_for_each(|file| output.copy(&file.src, &file.path)))?;
    paper.drawn().into_par_iter().try_for_each(|(path, source)| {
        output.write(&path, drawing::cover(source.section.as_str(), source.slug.as_str()).as_bytes())
    })?;
    write_redirects(paper, output)?;
    let schema = serde_json::to_vec_pretty(&schemars::schema_for!(WirePage))?;
    output.write("/schema/page.schema.json", &schema)?;
    if let Some(edition) = paper.editions().next() {
        output.write("/_headers", headers::headers_file(&client.style_hash(), edition).as_bytes())?;
    }
    Ok(())
}

fn write_redirects(paper: &Paper<'_>, output: &Output) -> Result<(), BuildError> {
    let mut redirects = Vec::new();
    for source in paper.articles() {
        let Some(edition) = paper.edition(source.lang) else { continue };
        let to = paper.address(source).path(edition.default_language);
        for from in &source.aliases {
            let redirect = Redirect { from: from.clone(), to: to.clone() };
            if let Some(file) = redirect_file(from) {
                output.write(&file, redirect_page(&redirect, edition).as_bytes())?;
            }
            redirects.push(redirect);
        }
    }
    redirects.sort_by(|a, b| a.from.cmp(&b.from));
    output.write("/_redirects", redirects_file(&redirects).as_bytes())?;
    Ok(())
}
