//! The place of a site: its folder, the hidden folders beside it, and the lock that keeps other builds away.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::moves;
use super::remove_tree::remove_tree;
use super::write_error::WriteError;

/// The place of a site, which no other build changes meanwhile. What an earlier build was killed over is completed.
#[derive(Debug)]
pub struct Place {
    pub(super) target: PathBuf,
    pub(super) staging: PathBuf,
    pub(super) cache: PathBuf,
    /// Held while the place is: two builds into one folder would mix.
    _lock: File,
}

impl Place {
    /// Takes the place at `target`, of which the folder `cache` knows what stands there.
    ///
    /// # Errors
    /// Where another build has it, or a folder cannot be written.
    pub fn take(target: &Path, cache: &Path) -> Result<Place, WriteError> {
        // A link is followed: what it leads to is the site that somebody serves.
        let target = match fs::symlink_metadata(target) {
            Ok(entry) if entry.is_symlink() => fs::canonicalize(target).map_err(WriteError::at(target))?,
            _ => target.to_owned(),
        };
        let lock = lock(cache)?;
        let staging = beside(&target, "new").map_err(WriteError::at(&target))?;
        if moves::complete(&target, &staging, cache)? {
            remove_tree(&staging).map_err(WriteError::at(&staging))?;
        }
        Ok(Place { target, staging, cache: cache.to_owned(), _lock: lock })
    }
}

/// The hidden folder of some name beside a site: on the same file system, so that a rename is all it takes.
///
/// # Errors
/// Where the site has no name.
pub fn beside(target: &Path, what: &str) -> io::Result<PathBuf> {
    let name = target.file_name().ok_or_else(|| io::Error::other("not a folder that can be replaced"))?;
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(parent.join(format!(".{}.{what}", name.to_string_lossy())))
}

/// Takes the lock of a cache.
fn lock(cache: &Path) -> Result<File, WriteError> {
    fs::create_dir_all(cache).map_err(WriteError::at(cache))?;
    let place = cache.join("lock");
    let fail = WriteError::at(&place);
    let file = File::create(&place).map_err(&fail)?;
    file.try_lock().map_err(|error| match error {
        fs::TryLockError::WouldBlock => {
            fail(io::Error::other("another build of this site is running: wait for its end"))
        }
        fs::TryLockError::Error(error) => fail(error),
    })?;
    Ok(file)
}
