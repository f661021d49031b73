//! The client, as `trunk build` left it, and the names that its files get on the site.
//!
//! A file's name carries the hash of its final bytes, so it can be cached for ever. Trunk's own hashes are taken before
//! the last tools have run, which is why they are not used.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use base64::Engine;
use sha2::{Digest, Sha256};

use crate::publish::output::Fingerprint;
use crate::publish::style_kind::StyleKind;

pub use crate::names::ASSETS_FOLDER as ASSETS;

/// The files of the client's folder that become assets; all others are copied as they are.
const ASSET_FILES: [&str; 7] =
    ["loader.js", "client.js", "client.wasm", CHUNK_LIST, "theme_init.js", "late.css", "service_worker.js"];

/// The folder of the client's chunks: modules that the main module loads when it needs them.
const CHUNKS: &str = "/chunks/";

/// Which of those files each chunk comes in: an object of lists, `{"search": ["split_search.wasm", …], …}`.
const CHUNK_LIST: &str = "chunks.json";

/// The client.
#[derive(Clone, Debug)]
pub struct ClientFiles {
    /// What pages load first: the module that loads the rest.
    pub loader: Asset,
    /// The glue between the browser and the client.
    pub script: Asset,
    /// The client itself.
    pub wasm: Asset,
    /// The style sheets that are printed into pages, by the kinds of these.
    styles: BTreeMap<StyleKind, String>,
    /// What runs before the first paint: printed into every page.
    pub theme_init: String,
    /// The service worker, but for what it must know of the build.
    pub service_worker: String,
    /// What the client loads on demand. The script has their paths.
    pub chunks: Vec<Chunk>,
    /// The names of the files that each chunk comes in.
    chunk_list: BTreeMap<String, Vec<String>>,
    /// The style sheet of all that is not seen first: pages load it when they have been read.
    pub late_style: Asset,
    /// The other files of the folder (icons), copied as they are: their paths on the site, and their files.
    pub others: Vec<(String, PathBuf)>,
}

/// A module that the main module loads when it needs it.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// The name of the splitter: `split_` and that of the chunk, or `chunk_` and a number for what several chunks share.
    pub name: String,
    /// The module.
    pub asset: Asset,
}

impl Chunk {
    fn read(file: &Path) -> Result<Chunk, (PathBuf, io::Error)> {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(file).map_err(|error| (file.to_owned(), error))?;
        Ok(Chunk { asset: Asset::new(&format!("{name}.wasm"), bytes), name })
    }

    /// The script with the path of this chunk in it, in the place of its name.
    fn name_in(&self, script: &str) -> String {
        let name = self.asset.path.trim_start_matches(ASSETS).trim_start_matches('/');
        script.replace(&format!("./{}.wasm", self.name), &format!("./{name}"))
    }
}

/// A file that is cached for ever.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its path on the site.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl ClientFiles {
    /// What the client loads: its own files, and the chunks.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        let chunks = self.chunks.iter().map(|chunk| &chunk.asset);
        [&self.loader, &self.script, &self.wasm, &self.late_style].into_iter().chain(chunks)
    }

    /// Reads a client's folder.
    ///
    /// # Errors
    /// The file that could not be read.
    pub fn read(folder: &Path) -> Result<ClientFiles, (PathBuf, io::Error)> {
        let read = |name: &str| {
            let file = folder.join(name);
            fs::read(&file).map_err(|error| (file, error))
        };
        let asset = |name: &str| Ok(Asset::new(name, read(name)?));
        let text = |name: &str| {
            let invalid = |error| (folder.join(name), io::Error::new(io::ErrorKind::InvalidData, error));
            String::from_utf8(read(name)?).map_err(invalid)
        };
        let chunk_list = serde_json::from_slice(&read(CHUNK_LIST)?);
        let chunk_list = chunk_list.map_err(|error| (folder.join(CHUNK_LIST), error.into()))?;
        // An element with text of its own ends at the first `</` and its name, whatever that means to CSS or scripts.
        let inline = |name: &str| Ok(text(name)?.trim().replace("</", "<\\/"));
        let styles = StyleKind::ALL.map(|kind| Ok((kind, inline(kind.file())?)));
        let (chunks, others): (Vec<_>, Vec<_>) =
            files_below(folder)?.into_iter().partition(|(path, _)| path.starts_with(CHUNKS));
        let chunks = chunks.iter().map(|(_, file)| Chunk::read(file)).collect::<Result<Vec<_>, _>>()?;
        let script = chunks.iter().fold(text("client.js")?, |script, chunk| chunk.name_in(&script));
        let is_asset =
            |name: &str| ASSET_FILES.contains(&name) || StyleKind::ALL.iter().any(|kind| kind.file() == name);
        let others = others.into_iter().filter(|(path, _)| !is_asset(path.trim_start_matches('/')));
        Ok(ClientFiles {
            loader: asset("loader.js")?,
            script: Asset::new("client.js", script.into_bytes()),
            wasm: asset("client.wasm")?,
            styles: styles.into_iter().collect::<Result<_, _>>()?,
            theme_init: inline("theme_init.js")?,
            service_worker: text("service_worker.js")?,
            chunks,
            chunk_list,
            late_style: asset("late.css")?,
            others: others.collect(),
        })
    }

    /// The style sheet that is printed into pages of a kind.
    pub fn style(&self, kind: StyleKind) -> &str {
        self.styles.get(&kind).map_or("", String::as_str)
    }

    /// The files that a chunk comes in.
    pub fn chunk(&self, name: &str) -> impl Iterator<Item = &Asset> {
        let files = self.chunk_list.get(name).into_iter().flatten();
        files.filter_map(|file| {
            let name = file.trim_end_matches(".wasm");
            self.chunks.iter().find(|chunk| chunk.name == name).map(|chunk| &chunk.asset)
        })
    }

    /// What identifies the client to pages: a hash of all that runs or draws.
    pub fn fingerprint(&self) -> String {
        let mut parts = vec![
            self.loader.path.as_bytes(),
            self.script.path.as_bytes(),
            self.wasm.path.as_bytes(),
            self.theme_init.as_bytes(),
            self.late_style.path.as_bytes(),
            self.service_worker.as_bytes(),
        ];
        parts.extend(self.styles.values().map(|style| style.as_bytes()));
        short_hash(&parts)
    }
}

/// The hash of what stands within a page, as a content security policy names it.
pub fn policy_hash(inline: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(inline)))
}

impl Asset {
    /// A file under a name that carries its hash.
    pub fn new(name: &str, bytes: Vec<u8>) -> Asset {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        Asset { path: format!("{ASSETS}/{stem}.{}.{ending}", short_hash(&[&bytes])), bytes }
    }
}

/// The first ten hexadecimal digits of a fingerprint: enough to tell the files of a site apart.
pub fn short_hash(parts: &[&[u8]]) -> String {
    let [a, b, c, d, e, ..] = Fingerprint::of(parts).bytes();
    format!("{a:02x}{b:02x}{c:02x}{d:02x}{e:02x}")
}

/// All files below a folder with their paths on the site, in order. A folder that is not there has none.
///
/// # Errors
/// The place that could not be read.
pub fn files_below(folder: &Path) -> Result<Vec<(String, PathBuf)>, (PathBuf, io::Error)> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| (folder.to_owned(), io::Error::other(error)))?;
        if entry.file_type().is_file() {
            let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            files.push((format!("/{}", parts.join("/")), entry.path().to_owned()));
        }
    }
    Ok(files)
}
