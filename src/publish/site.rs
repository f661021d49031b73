//! All that is known of a site before a file of it is made.

use std::collections::BTreeMap;
use std::path::Path;

use crate::model::FORMAT;
use crate::names::WORKER;
use crate::publish::build_error::BuildError;
use crate::publish::client_files::{ClientFiles, files_below, short_hash};
use crate::publish::document::Template;
use crate::publish::index::{CoverFile, SiteIndex};
use crate::publish::output::Fingerprint;
use crate::publish::pictures::PictureFile;
use crate::publish::redirects::{Lookup, split};
use crate::publish::share::ShareRenderer;
use crate::publish::source::{Choice, Newsroom};
use crate::routes::Address;
use crate::values::{Lang, origin_and_folder};

/// A site that is to be made.
pub struct Site<'a> {
    /// What the newsroom says.
    pub newsroom: &'a Newsroom,
    /// The client, with the newsroom's own files beside it.
    pub client: &'a ClientFiles,
    /// What stands where.
    pub index: &'a SiteIndex<'a>,
    /// The build's id.
    pub build: &'a str,
    /// What is published.
    pub choice: Choice,
    /// What surrounds the tree of each page.
    pub template: Template<'a>,
    /// The addresses of all pages but the articles'.
    pub lists: Vec<Address>,
    /// The pictures of articles, each in all its files.
    pub pictures: Vec<&'a [PictureFile]>,
    /// The covers that were drawn.
    pub covers: Vec<&'a CoverFile>,
    /// Old addresses with queries by their paths, each with the language of its newest article.
    pub lookups: BTreeMap<String, (Lang, Lookup)>,
    /// What draws share pictures.
    pub renderer: ShareRenderer,
    /// The version of its drawing.
    pub drawn: String,
}

impl<'a> Site<'a> {
    /// The site of a newsroom.
    ///
    /// # Errors
    /// The command's own fonts cannot be read.
    pub fn new(
        newsroom: &'a Newsroom,
        client: &'a ClientFiles,
        index: &'a SiteIndex<'a>,
        build: &'a str,
        choice: Choice,
    ) -> Result<Site<'a>, BuildError> {
        let renderer = ShareRenderer::new()?;
        let has_worker = has_worker(newsroom, client, choice);
        Ok(Site {
            newsroom,
            client,
            index,
            build,
            choice,
            template: Template::new(
                client,
                build,
                choice.drafts,
                has_worker,
                newsroom.config.counter.as_ref(),
                newsroom.has_players(),
            ),
            lists: index.list_addresses(),
            pictures: newsroom.pictures.values().map(Vec::as_slice).collect(),
            covers: index.covers().collect(),
            lookups: lookups(index),
            drawn: renderer.version(),
            renderer,
        })
    }

    /// The folder of the host in which the site lies; empty at the root.
    pub fn folder(&self) -> &str {
        origin_and_folder(&self.newsroom.config.base_url).1
    }

    /// What looks up the queries of a path, which may have one itself.
    pub fn lookup(&self, path: &str) -> Option<&Lookup> {
        if self.lookups.is_empty() {
            return None;
        }
        let path = page_path(split(path).0, self.newsroom.config.default_language);
        self.lookups.get(&path).map(|(_, lookup)| lookup)
    }

    /// Whether a page of the site stands at a path.
    pub fn has_page(&self, path: &str) -> bool {
        let Some(address) = Address::parse(path, self.newsroom.config.default_language) else { return false };
        let mut articles = self.index.articles().iter().map(|article| self.index.address(article));
        self.lists.contains(&address) || articles.any(|known| known == address)
    }

    /// Whether the client or the newsroom has a file of its own at a path.
    pub fn has_file(&self, path: &str) -> bool {
        has_file(self.client, path)
    }

    /// Whether pages have the build's service worker.
    pub fn has_worker(&self) -> bool {
        has_worker(self.newsroom, self.client, self.choice)
    }

    /// What all files are made with: under another fingerprint none of them is kept.
    pub fn fingerprint(&self) -> Fingerprint {
        let others: Vec<&str> = self.client.others.iter().map(|(path, _)| path.as_str()).collect();
        let config = format!("{} {:?}", self.choice.drafts, self.newsroom.config);
        let command = Fingerprint::of_command().bytes();
        Fingerprint::of(&[&command, self.build.as_bytes(), config.as_bytes(), others.join("\n").as_bytes()])
    }
}

/// A path as the site spells it, where it may be that of a page; any other without a slash at its end.
fn page_path(path: &str, default: Lang) -> String {
    match Address::parse(path, default) {
        Some(address) => address.path(default),
        None => path.trim_end_matches('/').to_owned(),
    }
}

/// Old addresses with queries, and those without whose paths are the same: one page answers them all.
fn lookups(index: &SiteIndex<'_>) -> BTreeMap<String, (Lang, Lookup)> {
    let mut lookups: BTreeMap<String, (Lang, Lookup)> = BTreeMap::new();
    for is_query in [true, false] {
        for article in index.articles() {
            let Some(edition) = index.edition(article.lang) else { continue };
            for alias in article.aliases.iter().filter(|alias| alias.contains('?') == is_query) {
                let (path, query) = split(alias);
                let path = page_path(path, edition.default_language);
                if !is_query && !lookups.contains_key(&path) {
                    continue;
                }
                let to = edition.path(&index.address(article).route);
                lookups.entry(path).or_insert_with(|| (article.lang, Lookup::default())).1.add(query, to);
            }
        }
    }
    lookups
}

fn has_file(client: &ClientFiles, path: &str) -> bool {
    client.others.iter().any(|(known, _)| known == path)
}

/// A preview has no worker: what an editor tries out must not stay on the device. A newsroom's own is its affair alone.
fn has_worker(newsroom: &Newsroom, client: &ClientFiles, choice: Choice) -> bool {
    newsroom.config.offline.worker && !choice.drafts && !has_file(client, WORKER)
}

/// The identity of a build: the client and what surrounds its pages. Articles do not change it, so a reader's client stays
/// in use when an article is published.
pub fn build_id(client: &ClientFiles, index: &SiteIndex<'_>, has_players: bool) -> String {
    let editions: Vec<String> = index.editions().map(|edition| format!("{edition:?}")).collect();
    // A document that may not play anything is left for one that may.
    let players = if has_players { " players" } else { "" };
    let version = format!("{} {FORMAT}{players}", env!("CARGO_PKG_VERSION"));
    short_hash(&[client.fingerprint().as_bytes(), editions.concat().as_bytes(), version.as_bytes()])
}

/// The client in a folder, with a newsroom's own `public/` beside it, whose files win.
///
/// # Errors
/// The file that could not be read.
pub fn client_files(client: &Path, root: &Path) -> Result<ClientFiles, BuildError> {
    let mut files = ClientFiles::read(client).map_err(|(path, error)| BuildError::Client {
        folder: client.to_owned(),
        path,
        error,
    })?;
    let own = files_below(&root.join("public")).map_err(|(path, error)| BuildError::Read { path, error })?;
    files.others.retain(|(path, _)| own.iter().all(|(other, _)| other != path));
    files.others.extend(own);
    files.others.sort();
    Ok(files)
}
