//! Writing a site: into a folder of its own first, which then takes the old one's place as a whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A file that every built site has: by it a folder is known to be one that may be replaced.
const MARK: &str = "schema/page.schema.json";

/// A site that is being written. Dropped before [`Output::swap_in`], it leaves nothing behind.
#[derive(Debug)]
pub struct Output {
    target: PathBuf,
    staging: PathBuf,
    files: AtomicU64,
    bytes: AtomicU64,
    done: bool,
}

/// A place that could not be written, or should not be.
#[derive(Debug)]
pub struct WriteError {
    /// The place.
    pub path: PathBuf,
    /// What is wrong.
    pub error: io::Error,
}

impl Output {
    /// Begins a site that will stand at `target`.
    ///
    /// # Errors
    /// Where the target is something else than a site, or the folder beside it cannot be written.
    pub fn begin(target: &Path) -> Result<Output, WriteError> {
        let fail = |error: io::Error| WriteError { path: target.to_owned(), error };
        if is_something_else(target).map_err(fail)? {
            let kind = io::ErrorKind::AlreadyExists;
            let message = format!(
                "the folder holds something else than a built site (it has no {MARK}): name another, or empty it"
            );
            return Err(fail(io::Error::new(kind, message)));
        }
        let name = target.file_name().ok_or_else(|| fail(io::Error::other("not a folder that can be replaced")))?;
        let beside = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Beside the target, so that it lies on the same file system and a rename is all it takes.
        let staging = beside.join(format!(".{}.new-{}", name.to_string_lossy(), std::process::id()));
        fs::create_dir_all(&staging).map_err(|error| WriteError { path: staging.clone(), error })?;
        Ok(Output {
            target: target.to_owned(),
            staging,
            files: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            done: false,
        })
    }

    /// Writes a file at a path of the site.
    ///
    /// # Errors
    /// The place that could not be written.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let file = self.place(path)?;
        fs::write(&file, bytes).map_err(|error| WriteError { path: file, error })?;
        self.count(bytes.len() as u64);
        Ok(())
    }

    /// Copies a file to a path of the site.
    ///
    /// # Errors
    /// The place that could not be read or written.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), WriteError> {
        let file = self.place(path)?;
        let bytes = fs::copy(from, file).map_err(|error| WriteError { path: from.to_owned(), error })?;
        self.count(bytes);
        Ok(())
    }

    /// How many files and bytes were written so far.
    pub fn written(&self) -> (u64, u64) {
        (self.files.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed))
    }

    /// Puts the site in its place. Until then the old one stands; it goes only when the new one is there.
    ///
    /// # Errors
    /// The place that could not be renamed: then the old site stands again.
    pub fn swap_in(mut self) -> Result<(), WriteError> {
        let old = self.staging.with_extension(format!("old-{}", std::process::id()));
        let fail = |error: io::Error| WriteError { path: self.target.clone(), error };
        let had_one = self.target.exists();
        if had_one {
            fs::rename(&self.target, &old).map_err(fail)?;
        }
        if let Err(error) = fs::rename(&self.staging, &self.target) {
            if had_one {
                fs::rename(&old, &self.target).map_err(fail)?;
            }
            return Err(fail(error));
        }
        self.done = true;
        if had_one {
            fs::remove_dir_all(&old).map_err(|error| WriteError { path: old, error })?;
        }
        Ok(())
    }

    /// The file of a path of the site, its folder made.
    fn place(&self, path: &str) -> Result<PathBuf, WriteError> {
        let file = self.staging.join(path.trim_start_matches('/'));
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| WriteError { path: folder.to_owned(), error })?;
        }
        Ok(file)
    }

    fn count(&self, bytes: u64) {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if !self.done {
            // The build has failed already; what cannot be removed is a hidden folder beside the site.
            let _ = fs::remove_dir_all(&self.staging);
        }
    }
}

/// Whether a folder must not be replaced: it is not empty, and no site of ours.
fn is_something_else(target: &Path) -> io::Result<bool> {
    match fs::read_dir(target) {
        Ok(mut entries) => Ok(entries.next().is_some() && !target.join(MARK).is_file()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
