//! Pictures that were made before, by what they were made of.
//!
//! An entry is a folder that is named by the hash of the source and of the settings: nothing in it ever changes, so
//! builds may share it, and it may be deleted at any time. It is written under another name and renamed when it is
//! complete.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::encode::{Made, SETTINGS, Shape};

/// The file of an entry that says what the others are.
const META: &str = "meta.json";

/// A folder of pictures that were made.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    /// Tells apart what is being written at the same time.
    written: AtomicU64,
}

/// What an entry says of itself.
#[derive(Serialize, Deserialize)]
struct Meta {
    shape: Shape,
    /// The files, their sizes in bytes, and when they were written, in nanoseconds since 1970: by both a change by somebody
    /// else is noticed, without reading megabytes for each build.
    files: Vec<(String, u64, u64)>,
}

/// The name of what is made of a file with these settings: hexadecimal digits.
pub fn key(bytes: &[u8]) -> String {
    let mut hash = blake3::Hasher::new();
    hash.update(blake3::hash(bytes).as_bytes()).update(SETTINGS.as_bytes());
    hash.finalize().to_hex().chars().take(32).collect()
}

impl Cache {
    /// The pictures in a build's cache folder, which may not be there yet.
    pub fn new(folder: &Path) -> Cache {
        Cache { folder: folder.join("pictures"), written: AtomicU64::new(0) }
    }

    /// The shape of a picture, if all of its files are there as they were written.
    pub fn shape(&self, key: &str) -> Option<Shape> {
        let meta = self.meta(key)?;
        let whole = |(end, size, changed): &(String, u64, u64)| {
            let file = fs::metadata(self.file(key, end));
            file.is_ok_and(|file| file.is_file() && (file.len(), written(&file)) == (*size, *changed))
        };
        let ends = meta.files.iter().map(|(end, ..)| end);
        let sound = meta.shape.is_sound() && ends.eq(&meta.shape.ends()) && meta.files.iter().all(whole);
        sound.then_some(meta.shape)
    }

    /// The files of a picture: what takes the place of the ending in its name, and where it lies.
    pub fn files(&self, key: &str) -> Vec<(String, PathBuf)> {
        let files = self.meta(key).map(|meta| meta.files).unwrap_or_default();
        files.into_iter().map(|(end, ..)| (end.clone(), self.file(key, &end))).collect()
    }

    /// Keeps what was made.
    ///
    /// # Errors
    /// The place that could not be written.
    pub fn keep(&self, key: &str, shape: &Shape, files: &[Made]) -> Result<(), (PathBuf, io::Error)> {
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let staging = self.folder.join(format!(".{key}.{}-{number}", std::process::id()));
        let written = self.write(&staging, shape, files).and_then(|()| self.put(&staging, key));
        if written.is_err() {
            // Nobody looks there; the error is the one to report.
            let _ = fs::remove_dir_all(&staging);
        }
        written.map_err(|error| (self.folder.clone(), error))
    }

    fn write(&self, staging: &Path, shape: &Shape, files: &[Made]) -> io::Result<()> {
        fs::create_dir_all(staging)?;
        let write = |Made { end, bytes }: &Made| {
            let place = staging.join(name(end));
            fs::write(&place, bytes)?;
            Ok((end.clone(), bytes.len() as u64, written(&fs::metadata(&place)?)))
        };
        let files = files.iter().map(write).collect::<io::Result<_>>()?;
        let meta = serde_json::to_vec(&Meta { shape: shape.clone(), files })?;
        fs::write(staging.join(META), meta)
    }

    /// Renames an entry that is complete. A sound one that another build has put there meanwhile is as good.
    fn put(&self, staging: &Path, key: &str) -> io::Result<()> {
        let entry = self.folder.join(key);
        if fs::rename(staging, &entry).is_ok() {
            return Ok(());
        }
        if self.shape(key).is_none() {
            fs::remove_dir_all(&entry)?;
            return fs::rename(staging, &entry);
        }
        fs::remove_dir_all(staging)
    }

    fn meta(&self, key: &str) -> Option<Meta> {
        serde_json::from_slice(&fs::read(self.folder.join(key).join(META)).ok()?).ok()
    }

    fn file(&self, key: &str, end: &str) -> PathBuf {
        self.folder.join(key).join(name(end))
    }
}

/// When a file was written, in nanoseconds since 1970.
fn written(file: &Metadata) -> u64 {
    let since = file.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default()
}

/// The name of a file within its entry.
fn name(end: &str) -> String {
    format!("picture{end}")
}
