//! By what a file is known to be unchanged without being read.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::publish::output::Fingerprint;

/// A file system may note times in steps of so many nanoseconds (FAT): within one a file can change twice.
const STEP: u64 = 2_000_000_000;

/// What the file system says of a file. Times are nanoseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    bytes: u64,
    /// When its content changed. Programs may set it.
    modified: u64,
    /// When the file system changed it: nobody can set this.
    changed: u64,
    inode: u64,
}

impl Stamp {
    /// The stamp of a file.
    ///
    /// # Errors
    /// Where there is none.
    pub fn of(path: &Path) -> io::Result<Stamp> {
        Ok(Stamp::of_metadata(&fs::metadata(path)?))
    }

    fn of_metadata(metadata: &Metadata) -> Stamp {
        let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default();
        #[cfg(unix)]
        let (changed, inode) = {
            use std::os::unix::fs::MetadataExt;
            let nanoseconds = metadata.ctime().saturating_mul(1_000_000_000).saturating_add(metadata.ctime_nsec());
            (u64::try_from(nanoseconds).unwrap_or_default(), metadata.ino())
        };
        #[cfg(not(unix))]
        let (changed, inode) = (modified, 0);
        Stamp { bytes: metadata.len(), modified, changed, inode }
    }

    /// When the content changed.
    pub fn modified(self) -> u64 {
        self.modified
    }

    /// Whether a file with this stamp that was read at some time has not changed since as long as it has the stamp: what
    /// is written in the step in which it was read gets the same one.
    pub fn is_settled(self, read_at: u64) -> bool {
        self.changed.max(self.modified).saturating_add(STEP) < read_at
    }
}

/// A file as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileState {
    /// What the file system says of it.
    pub stamp: Stamp,
    /// The hash of its content.
    pub content: Fingerprint,
    /// Whether it is unchanged as long as it has the stamp.
    pub is_settled: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_read_in_the_step_in_which_it_changed_may_have_changed_again() {
        let stamp = Stamp { bytes: 1, modified: 5, changed: 10 * STEP, inode: 1 };
        assert!(!stamp.is_settled(10 * STEP));
        assert!(!stamp.is_settled(11 * STEP));
        assert!(stamp.is_settled(11 * STEP + 1));
        // Somebody sets the clock ahead for one file.
        assert!(!Stamp { modified: u64::MAX, ..stamp }.is_settled(u64::MAX));
    }
}
