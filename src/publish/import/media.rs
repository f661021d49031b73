//! Pictures and files of the old site become files of the newsroom.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use imagesize::{Compression, ImageType};

use super::fault::unwritable;
use super::fetch::{LARGEST, MediaClient};
use super::links::OldSite;
use super::state::{FOLDER, State};
use crate::publish::diagnostic::Diagnostics;
use crate::publish::pictures::{Pictures, is_picture};
use crate::publish::translit::slugify;
use crate::publish::urls::RESERVED_FOLDERS;
use crate::values::percent_decode;

/// Files that are no pictures of articles and that a site may have. Whatever could run in a reader's browser is not among them.
const FILES: [&str; 27] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv", "zip", "rar", "7z",
    "epub", "mp3", "m4a", "ogg", "oga", "wav", "flac", "mp4", "m4v", "webm", "gif",
];

/// Where systems keep what was uploaded: that part of an address says nothing.
const PREFIXES: [&str; 7] =
    ["wp-content/uploads/", "content/images/", "uploads/", "upload/", "images/", "assets/images/", "static/"];

/// Where a file is while it is fetched, in the folder of the journal.
const FETCHED: &str = "fetched";

/// The bytes at a file's beginning that tell what it is.
const HEAD: u64 = 512;

/// So many parts of a path are tried as its end.
const MOST_PARTS: usize = 12;

/// What a file is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To be shown in an article.
    Picture,
    /// To be linked to.
    File,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A picture, by its path from `content/`.
    Picture(String),
    /// A file of the site, by its path there.
    File(String),
    /// Nothing.
    Missing,
    /// Something that is not carried: why.
    Refused(String),
}

/// Where files come from and go to.
pub struct Media<'a> {
    root: PathBuf,
    folders: Vec<PathBuf>,
    site: OldSite,
    client: Option<&'a dyn MediaClient>,
    dry_run: bool,
    /// Files that were copied.
    pub copied: usize,
    /// Files that were there already.
    pub kept: usize,
    /// Files that were not found.
    pub missing: usize,
}

impl<'a> Media<'a> {
    /// Files from these folders, and from the old site where there is a client.
    pub fn new(
        root: &Path,
        folders: &[PathBuf],
        site: OldSite,
        client: Option<&'a dyn MediaClient>,
        dry_run: bool,
    ) -> Media<'a> {
        // Without symbolic links in their paths, so that what leaves them is seen.
        let folders = folders.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        Media { root: root.to_owned(), folders, site, client, dry_run, copied: 0, kept: 0, missing: 0 }
    }

    /// Finds and copies the file at an old path; `url` is where it could be fetched.
    ///
    /// # Errors
    /// A copy cannot be written.
    pub fn find(
        &mut self,
        path: &str,
        url: Option<&str>,
        wanted: Use,
        state: &mut State,
    ) -> Result<Found, Diagnostics> {
        let path = percent_decode(path.split(['?', '#']).next().unwrap_or_default());
        let Some(path) = plain(&path) else {
            return Ok(Found::Refused("its path leaves the folder".to_owned()));
        };
        // A picture in several sizes is one.
        let key = match wanted {
            Use::Picture => sizes(&path).into_iter().next().unwrap_or_default(),
            Use::File => format!("file:{path}"),
        };
        if let Some(copy) = state.media(&key).filter(|copy| self.root.join(copy).is_file()) {
            self.kept += 1;
            return Ok(found(copy));
        }
        let source = match self.local(&path) {
            Some(file) => Some(file),
            None => self.fetched(url)?,
        };
        let Some(source) = source else {
            self.missing += 1;
            return Ok(Found::Missing);
        };
        self.copy(&path, &source, wanted, &key, state)
    }

    /// Removes what was fetched and has been copied.
    pub fn finish(&self) {
        let _ = fs::remove_file(self.root.join(FOLDER).join(FETCHED));
    }

    /// The file in the folders: under its whole path or the end of it, the full picture before one in another size.
    fn local(&self, path: &str) -> Option<PathBuf> {
        let parts: Vec<&str> = path.split('/').collect();
        for folder in &self.folders {
            // The whole path, then its end: of one that is too long for a path only the end.
            for start in [0].into_iter().chain(parts.len().saturating_sub(MOST_PARTS).max(1)..parts.len()) {
                let tail = parts.get(start..)?.join("/");
                for name in sizes(&tail) {
                    let file = folder.join(&name);
                    let real = file.canonicalize().ok().filter(|real| real.starts_with(folder) && real.is_file());
                    if real.is_some() {
                        return real;
                    }
                }
            }
        }
        None
    }

    /// The file from the old site, in a file that the next one takes the place of.
    fn fetched(&self, url: Option<&str>) -> Result<Option<PathBuf>, Diagnostics> {
        let (Some(client), Some(url), false) = (self.client, url, self.dry_run) else { return Ok(None) };
        let file = self.root.join(FOLDER).join(FETCHED);
        for url in sizes(url) {
            let mut out = File::create(&file).map_err(|error| unwritable(&file, &error))?;
            if client.fetch(&self.site, &url, &mut out).is_ok() {
                return Ok(Some(file));
            }
        }
        Ok(None)
    }

    fn copy(
        &mut self,
        path: &str,
        source: &Path,
        wanted: Use,
        key: &str,
        state: &mut State,
    ) -> Result<Found, Diagnostics> {
        let ending = ending(path);
        let kind = kind(source);
        let shown = wanted == Use::Picture && kind.is_some();
        let allowed = FILES.contains(&ending.as_str()) || is_picture(path) && kind.is_some();
        if !shown && !allowed {
            return Ok(Found::Refused(format!("files like .{ending} are not carried")));
        }
        if fs::metadata(source).map_or(0, |meta| meta.len()) > LARGEST {
            return Ok(Found::Refused("it is larger than 200 MiB".to_owned()));
        }
        let target = if shown { picture_target(path, kind.unwrap_or("jpg")) } else { file_target(path) };
        let target = free(&target, key, state);
        let to = self.root.join(&target);
        if to.is_file() {
            self.kept += 1;
        } else if self.dry_run {
            self.copied += 1;
            return Ok(found(&target));
        } else {
            place(source, &to).map_err(|error| unwritable(&to, &error))?;
            if let Some(flaw) = self.flaw(&target).filter(|_| shown) {
                let _ = fs::remove_file(&to);
                return Ok(Found::Refused(flaw));
            }
            self.copied += 1;
        }
        if !self.dry_run {
            state.note_media(key, &target)?;
        }
        Ok(found(&target))
    }

    /// Why the build could not use a picture.
    fn flaw(&self, target: &str) -> Option<String> {
        let name = target.strip_prefix("content")?;
        Pictures::new(&self.root.join("content"), None).find(Path::new(""), name).err().map(|error| error.message)
    }
}

/// A copy by its path from the newsroom's root.
fn found(copy: &str) -> Found {
    match (copy.strip_prefix("content/"), copy.strip_prefix("public/")) {
        (Some(picture), _) => Found::Picture(format!("/{picture}")),
        (None, Some(file)) => Found::File(format!("/{file}")),
        (None, None) => Found::Missing,
    }
}

/// A path without a slash at its ends, if it stays in its folder.
fn plain(path: &str) -> Option<String> {
    let path = path.trim_matches('/');
    let stays = !path.is_empty()
        && !path.contains(['\\', '\0'])
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    stays.then(|| path.to_owned())
}

/// A picture that was made smaller (`-300x200`) by the name of the whole one first, then by its own.
fn sizes(name: &str) -> Vec<String> {
    let Some((stem, ending)) = name.rsplit_once('.') else { return vec![name.to_owned()] };
    let whole = stem.rsplit_once('-').filter(|(_, size)| {
        let sides = size.split_once('x');
        let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        sides.is_some_and(|(width, height)| number(width) && number(height))
    });
    let ghost = name
        .split_once("/size/w")
        .and_then(|(before, rest)| rest.split_once('/').map(|(_, name)| format!("{before}/{name}")));
    let mut names: Vec<String> = ghost.into_iter().collect();
    if let Some((stem, _)) = whole {
        names.push(format!("{stem}.{ending}"));
        names.push(format!("{stem}-scaled.{ending}"));
    }
    names.push(name.to_owned());
    names
}

fn ending(path: &str) -> String {
    path.rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'))
        .map_or(String::new(), |(_, end)| end.to_ascii_lowercase())
}

/// How a picture of this kind ends; none for what no article can show.
fn kind(file: &Path) -> Option<&'static str> {
    let mut head = Vec::new();
    File::open(file).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    match imagesize::image_type(&head).ok()? {
        ImageType::Jpeg => Some("jpg"),
        ImageType::Gif => Some("gif"),
        ImageType::Png => Some("png"),
        ImageType::Webp => Some("webp"),
        ImageType::Heif(Compression::Av1) => Some("avif"),
        _ => None,
    }
}

/// Where a picture goes: `content/images/2024/05/photo.jpg`. It ends as what it is.
fn picture_target(path: &str, kind: &str) -> String {
    let tail = PREFIXES.iter().find_map(|prefix| path.strip_prefix(prefix)).unwrap_or(path);
    let whole = sizes(tail).into_iter().next().unwrap_or_default();
    let named = ending(&whole);
    let stem = whole.rsplit_once('.').map_or(whole.as_str(), |(stem, _)| stem);
    let named = if named == kind || named == "jpeg" && kind == "jpg" { named } else { kind.to_owned() };
    format!("content/images/{}.{named}", safe(stem))
}

/// Where another file goes: to its old address, unless the build puts its own files there.
fn file_target(path: &str) -> String {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let path = format!("{}.{}", safe(stem), ending.to_ascii_lowercase());
    let first = format!("/{}", path.split('/').next().unwrap_or_default());
    let folder = if RESERVED_FOLDERS.contains(&first.as_str()) || !path.contains('/') { "files/" } else { "" };
    format!("public/{folder}{path}")
}

/// Every part of a path in letters that need no encoding.
fn safe(path: &str) -> String {
    let parts = path.split('/').filter(|part| !part.is_empty()).map(|part| {
        let is_safe = part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)) && !part.starts_with('.');
        if is_safe && part.len() <= 120 {
            return part.to_owned();
        }
        let slug = slugify(part).map(|slug| slug.to_string());
        slug.unwrap_or_else(|| blake3::hash(part.as_bytes()).to_hex().chars().take(12).collect())
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The target itself, or one beside it where it is another file's copy.
fn free(target: &str, key: &str, state: &State) -> String {
    if !state.is_copy_of_another(target, key) {
        return target.to_owned();
    }
    let hash: String = blake3::hash(key.as_bytes()).to_hex().chars().take(8).collect();
    let (stem, ending) = target.rsplit_once('.').unwrap_or((target, ""));
    format!("{stem}-{hash}.{ending}")
}

fn place(source: &Path, to: &Path) -> io::Result<()> {
    let folder = to.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let staging = folder.join(format!(".{}.import", blake3::hash(to.to_string_lossy().as_bytes()).to_hex()));
    let mut from = File::open(source)?.take(LARGEST);
    let copied = File::create(&staging).and_then(|mut out| io::copy(&mut from, &mut out));
    let placed = copied.and_then(|_| fs::rename(&staging, to));
    if placed.is_err() {
        let _ = fs::remove_file(&staging);
    }
    placed
}
