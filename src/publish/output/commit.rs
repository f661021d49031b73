//! Putting the files that were written in their places.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::PoisonError;

use super::exchange::exchange;
use super::manifest::{Manifest, identity};
use super::moves;
use super::remove_tree::remove_tree;
use super::write_error::WriteError;
use super::{Output, Written};

impl Output {
    /// Puts the new files in their places, and takes away those that are no part of the site any more. What was in their
    /// places waits for [`Output::clean_up`].
    ///
    /// # Errors
    /// The place that could not be changed.
    pub fn commit(&mut self) -> Result<Written, WriteError> {
        let mut manifest = Manifest::new(self.known.site_fingerprint);
        manifest.entries.extend(std::mem::take(&mut *self.entries()));
        let mut written = Written {
            files: manifest.entries.len() as u64,
            bytes: manifest.entries.values().map(|entry| entry.bytes).sum(),
            ..Written::default()
        };
        if self.known.entries.is_empty() {
            written.written += self.staged().len() as u64;
            self.replace(&mut manifest)?;
            self.known = manifest;
        } else {
            let moved = self.change(manifest)?;
            written.written += moved.written;
            written.removed += moved.removed;
        }
        self.done = true;
        Ok(written)
    }

    /// All files that the site will have, in the order of their paths, with their bytes.
    pub fn files(&self) -> Vec<(String, u64)> {
        let mut files: Vec<_> = self.entries().iter().map(|(path, entry)| (path.clone(), entry.bytes)).collect();
        files.sort_unstable();
        files
    }

    /// A text file that the site will have: a new one, or the one that stays; an empty one where there is none.
    pub fn text(&self, path: &str) -> String {
        let path = path.trim_start_matches('/');
        let new = fs::read_to_string(self.place.staging.join(path));
        new.or_else(|_| fs::read_to_string(self.place.target.join(path))).unwrap_or_default()
    }

    /// Removes what the new files have taken the place of. That may take longer than all moves; readers have the new site
    /// meanwhile.
    ///
    /// # Errors
    /// The place that could not be changed.
    pub fn clean_up(self) -> Result<(), WriteError> {
        remove_tree(&self.place.staging).map_err(WriteError::at(&self.place.staging))
    }

    /// Moves the files that were written to their places in the site that stands, and takes away those that it is to have
    /// no more.
    fn change(&mut self, mut manifest: Manifest) -> Result<Written, WriteError> {
        manifest.site = self.known.site;
        let staged = self.staged();
        let gone: Vec<&String> =
            self.known.entries.keys().filter(|path| !manifest.entries.contains_key(*path)).collect();
        let moved = Written { written: staged.len() as u64, removed: gone.len() as u64, ..Written::default() };
        if moved.written + moved.removed > 0 {
            moves::write(&self.place.staging, &manifest, staged, &self.known, &gone)?;
            moves::complete(&self.place.target, &self.place.staging, &self.place.cache)?;
        }
        self.known = manifest;
        Ok(moved)
    }

    /// The files that were written and are not in their places yet.
    fn staged(&self) -> Vec<String> {
        std::mem::take(&mut *self.written.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts the whole new site in the old one's place. What was in its place lies in the staging folder then.
    fn replace(&self, manifest: &mut Manifest) -> Result<(), WriteError> {
        let fail = WriteError::at(&self.place.target);
        // By the folder itself the manifest knows whether it came to stand there.
        manifest.site = identity(&self.place.staging);
        manifest.write(&self.place.cache)?;
        if !self.place.target.exists() {
            return fs::rename(&self.place.staging, &self.place.target).map_err(fail);
        }
        exchange_folders(&self.place.staging, &self.place.target).map_err(fail)
    }
}

/// Lets two folders change places: in one step where the system knows such a step.
fn exchange_folders(new: &Path, old: &Path) -> io::Result<()> {
    match exchange(new, old) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
        done => return done,
    }
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}
