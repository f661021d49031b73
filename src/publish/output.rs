//! Writing a site, so that readers never meet half of one.
//!
//! Every file comes with a fingerprint that says what it was made from. A file that stands in the site already under the same
//! fingerprint is kept; all others are made and written into a folder beside the site. When the last one lies there, the site
//! changes: a first build, or one whose site has another fingerprint, takes the old one's place as a whole, in one step.
//! A build that changes some files moves only these ([`moves`]), each in one step, in an order in which no page leads
//! nowhere. What to move is written down before, so that a build that is killed meanwhile is completed by the next. What was
//! in the places of the new files is removed last: readers need not wait for that.

mod commit;
mod exchange;
mod fingerprint;
mod manifest;
mod moves;
mod place;
mod remove_tree;
mod write_error;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

pub use fingerprint::Fingerprint;
pub use place::{Place, beside};
pub use write_error::WriteError;

use crate::publish::precompress;
use crate::publish::urls::SCHEMA;
use manifest::{Entry, Manifest};
use remove_tree::remove_tree;

/// A file that every built site has: by it a folder is known to be one that may be replaced.
fn mark() -> &'static str {
    SCHEMA.trim_start_matches('/')
}

/// What became of a site's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// All files of the site.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Those that were written.
    pub written: u64,
    /// Those that were taken away.
    pub removed: u64,
}

/// A site that is being written. Dropped before [`Output::commit`], it leaves the old one as it was.
#[derive(Debug)]
pub struct Output {
    place: Place,
    /// What the target holds, as far as that is known.
    known: Manifest,
    entries: Mutex<Vec<(String, Entry)>>,
    /// The paths of files that were written.
    written: Mutex<Vec<String>>,
    /// Whether files get compressed copies.
    precompress: bool,
    done: bool,
}

impl Output {
    /// Begins a site that will stand at a place. What was made under another fingerprint of the site is not kept. Files get compressed
    /// copies if `precompress` says so.
    ///
    /// # Errors
    /// Where something else than a site is there, or a folder cannot be written.
    pub fn begin(place: Place, site_fingerprint: Fingerprint, precompress: bool) -> Result<Output, WriteError> {
        let (target, staging) = (&place.target, &place.staging);
        if is_something_else(target).map_err(WriteError::at(target))? {
            let mark = mark();
            let message = format!(
                "the folder holds something else than a built site (it has no {mark}): name another, or empty it"
            );
            return Err(WriteError::at(target)(io::Error::new(io::ErrorKind::AlreadyExists, message)));
        }
        remove_tree(staging).map_err(WriteError::at(staging))?;
        fs::create_dir_all(staging).map_err(WriteError::at(staging))?;
        let known = Manifest::read(&place.cache)
            .filter(|known| known.site_fingerprint == site_fingerprint && known.describes(target));
        Ok(Output {
            place,
            known: known.unwrap_or_else(|| Manifest::new(site_fingerprint)),
            entries: Mutex::default(),
            written: Mutex::default(),
            precompress,
            done: false,
        })
    }

    /// Keeps files that stand in the site already, made from what `fingerprint` says and untouched since; `false`, and none is
    /// kept, where that is not so of all of them.
    pub fn is_unchanged(&self, paths: &[&str], fingerprint: Fingerprint) -> bool {
        let known = |path: &&str| {
            let entry = self.known.entries.get(*path).filter(|entry| entry.fingerprint == fingerprint)?;
            let there = Entry::of_file(&self.place.target.join(path.trim_start_matches('/')), fingerprint).ok()?;
            (there == *entry).then(|| ((*path).to_owned(), there))
        };
        let mut kept = Vec::with_capacity(paths.len());
        for path in paths {
            let Some(entry) = known(path) else { return false };
            kept.push(entry);
            if self.precompress && precompress::applies_to(path) {
                for ending in precompress::ENDINGS {
                    let Some(entry) = known(&format!("{path}{ending}").as_str()) else { return false };
                    kept.push(entry);
                }
            }
        }
        self.entries().extend(kept);
        true
    }

    /// Writes a file at a path of the site.
    ///
    /// # Errors
    /// The place that could not be written.
    pub fn write(&self, path: &str, fingerprint: Fingerprint, bytes: &[u8]) -> Result<(), WriteError> {
        self.write_one(path, fingerprint, bytes)?;
        if self.precompress && precompress::applies_to(path) {
            let copies = precompress::copies(path, bytes).map_err(WriteError::at(Path::new(path)))?;
            for (ending, copy) in precompress::ENDINGS.into_iter().zip(copies) {
                self.write_one(&format!("{path}{ending}"), fingerprint, &copy)?;
            }
        }
        Ok(())
    }

    fn write_one(&self, path: &str, fingerprint: Fingerprint, bytes: &[u8]) -> Result<(), WriteError> {
        let place = self.place.staging.join(path.trim_start_matches('/'));
        let fail = WriteError::at(&place);
        if path.contains('\n') {
            // Lists of files are lines.
            return Err(fail(io::Error::new(
                io::ErrorKind::InvalidInput,
                "a file's name with a line break: rename it",
            )));
        }
        let mut file = create(&place).map_err(&fail)?;
        file.write_all(bytes).map_err(&fail)?;
        let entry = Entry::of(&file.metadata().map_err(&fail)?, fingerprint);
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        self.entries().push((path.to_owned(), entry));
        Ok(())
    }

    /// Writes a file that is there already, unless the site keeps it.
    ///
    /// # Errors
    /// The place that could not be written.
    pub fn write_if_changed(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let fingerprint = Fingerprint::of(&[bytes]);
        if self.is_unchanged(&[path], fingerprint) { Ok(()) } else { self.write(path, fingerprint, bytes) }
    }

    fn entries(&self) -> std::sync::MutexGuard<'_, Vec<(String, Entry)>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if !self.done && !moves::are_written(&self.place.staging) {
            // The build has failed already; what cannot be removed is a hidden folder beside the site.
            let _ = remove_tree(&self.place.staging);
        }
    }
}

/// Opens a new file. Its folder is made only where it is missing: most are there.
fn create(place: &Path) -> io::Result<File> {
    match File::create(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            place.parent().map_or(Ok(()), fs::create_dir_all)?;
            File::create(place)
        }
        other => other,
    }
}

/// Whether a folder must not be replaced: it is not empty, and no site of ours.
fn is_something_else(target: &Path) -> io::Result<bool> {
    match fs::read_dir(target) {
        Ok(mut entries) => Ok(entries.next().is_some() && !target.join(mark()).is_file()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
