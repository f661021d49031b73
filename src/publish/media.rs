//! Sound, film and subtitles that articles name: found, looked at, and copied to the site under a name that changes with the
//! content.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::names::MEDIA_FOLDER;
use crate::publish::pictures::{Folder, ImageError};
use crate::publish::translit::slugify;

/// The largest file, in bytes: more is a broadcast, and needs a host of its own.
const LARGEST: u64 = 1 << 30;

/// How files begin, by the endings of their names: some bytes, and where they stand.
const KINDS: [(&str, Kind, usize, &[u8]); 15] = [
    ("mp3", Kind::Audio, 0, b""),
    ("m4a", Kind::Audio, 4, b"ftyp"),
    ("aac", Kind::Audio, 0, b"\xff"),
    ("ogg", Kind::Audio, 0, b"OggS"),
    ("oga", Kind::Audio, 0, b"OggS"),
    ("opus", Kind::Audio, 0, b"OggS"),
    ("wav", Kind::Audio, 0, b"RIFF"),
    ("flac", Kind::Audio, 0, b"fLaC"),
    ("weba", Kind::Audio, 0, b"\x1a\x45\xdf\xa3"),
    ("mp4", Kind::Video, 4, b"ftyp"),
    ("m4v", Kind::Video, 4, b"ftyp"),
    ("mov", Kind::Video, 4, b""),
    ("webm", Kind::Video, 0, b"\x1a\x45\xdf\xa3"),
    ("ogv", Kind::Video, 0, b"OggS"),
    ("vtt", Kind::Subtitles, 0, b""),
];

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Audio,
    Video,
    Subtitles,
}

fn ending(name: &str) -> String {
    let name = name.split(['?', '#']).next().unwrap_or_default();
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

fn kind(name: &str) -> Option<(Kind, usize, &'static [u8])> {
    let ending = ending(name);
    KINDS.iter().find(|(known, ..)| *known == ending).map(|(_, kind, at, bytes)| (*kind, *at, *bytes))
}

/// Whether a name ends like that of sound, film or subtitles.
pub fn is_media(name: &str) -> bool {
    kind(name).is_some()
}

/// Whether a name ends like that of sound.
pub fn is_audio(name: &str) -> bool {
    kind(name).is_some_and(|(kind, ..)| kind == Kind::Audio)
}

/// The files that articles name, each read once.
#[derive(Debug)]
pub struct Media {
    folder: Folder,
    files: Mutex<HashMap<PathBuf, Result<String, ImageError>>>,
}

impl Media {
    /// The files below a `content/` folder.
    pub fn new(content: &Path) -> Media {
        Media { folder: Folder::new(content), files: Mutex::default() }
    }

    /// The path on the site of the file that an article in `folder` (from `content/`) calls `name`.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn find(&self, folder: &Path, name: &str) -> Result<String, ImageError> {
        if !is_media(name) {
            return Err(ImageError {
                message: format!("\"{name}\" is no sound or film that the site can play"),
                help: "use a file of your own in MP3, M4A, OGG, MP4 or WebM, and name it".to_owned(),
            });
        }
        let path = self.folder.resolve(folder, name, "file")?;
        if let Some(known) = self.files.lock().unwrap_or_else(PoisonError::into_inner).get(&path) {
            return known.clone();
        }
        let found = self.read(&path);
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path, found.clone());
        found
    }

    /// The files that were found, by their paths on the site.
    pub fn into_files(self) -> BTreeMap<String, PathBuf> {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let found =
            files.into_iter().filter_map(|(path, src)| Some((src.ok()?, self.folder.file(&path, "file").ok()?)));
        found.collect()
    }

    fn read(&self, path: &Path) -> Result<String, ImageError> {
        let shown = path.display();
        let file = self.folder.file(path, "file")?;
        let unreadable = |error: std::io::Error| ImageError {
            message: format!("the file {shown} cannot be read: {error}"),
            help: "check the file and its permissions".to_owned(),
        };
        let size = file.metadata().map_err(unreadable)?.len();
        if size > LARGEST {
            return Err(ImageError {
                message: format!("the file {shown} has {size} bytes, more than {LARGEST}"),
                help: "export it smaller, or publish it elsewhere and link to it".to_owned(),
            });
        }
        let name = path.to_string_lossy();
        let mut head = Vec::new();
        File::open(&file).and_then(|open| open.take(16).read_to_end(&mut head)).map_err(unreadable)?;
        let is_inside = kind(&name).is_some_and(|(_, at, bytes)| {
            !head.is_empty() && head.get(at..).is_some_and(|rest| rest.starts_with(bytes))
        });
        if !is_inside || head.starts_with(b"<") {
            return Err(ImageError {
                message: format!("{shown} is not a file of that kind inside"),
                help: "export it again: renaming a file does not convert it".to_owned(),
            });
        }
        let mut hasher = blake3::Hasher::new();
        File::open(&file).and_then(|open| std::io::copy(&mut open.take(LARGEST), &mut hasher)).map_err(unreadable)?;
        let hash = hasher.finalize().to_hex();
        let stem = path.file_stem().and_then(|stem| slugify(&stem.to_string_lossy()));
        let stem = stem.as_ref().map_or("file", |stem| stem.as_str());
        Ok(format!("{MEDIA_FOLDER}/{stem}.{}.{}", hash.get(..10).unwrap_or_default(), ending(&name)))
    }
}
