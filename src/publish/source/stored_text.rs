//! The text of an article, which a build does not hold in memory: only pages that are made anew need it.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::model::SafeHtml;
use crate::publish::output::Fingerprint;

/// A text: in memory where there is no cache, else in a file of the cache.
#[derive(Clone, Debug)]
pub struct StoredText {
    fingerprint: Fingerprint,
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    Memory(SafeHtml),
    File(Arc<TextFile>, Part),
}

/// Where a text lies in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Where it begins, in bytes.
    begin: u64,
    /// How long it is.
    length: u32,
}

impl Part {
    /// Where it ends, in bytes.
    pub fn end(self) -> u64 {
        self.begin.saturating_add(u64::from(self.length))
    }

    /// How long it is, in bytes.
    pub fn length(self) -> u64 {
        u64::from(self.length)
    }
}

impl StoredText {
    /// Keeps a text in memory.
    pub fn in_memory(html: SafeHtml) -> StoredText {
        StoredText { fingerprint: Fingerprint::of(&[html.as_str().as_bytes()]), place: Place::Memory(html) }
    }

    /// A text that was kept in a file.
    pub fn in_file(file: Arc<TextFile>, part: Part, fingerprint: Fingerprint) -> StoredText {
        StoredText { fingerprint, place: Place::File(file, part) }
    }

    /// The hash of the text.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Where it lies in its file, if it lies in one.
    pub fn part(&self) -> Option<Part> {
        match &self.place {
            Place::Memory(_) => None,
            Place::File(_, part) => Some(*part),
        }
    }

    /// The text.
    ///
    /// # Errors
    /// Where its file cannot be read, or was changed by somebody else.
    pub fn load(&self) -> io::Result<SafeHtml> {
        match &self.place {
            Place::Memory(html) => Ok(html.clone()),
            Place::File(file, part) => file.read(*part, self.fingerprint),
        }
    }
}

impl Default for StoredText {
    fn default() -> StoredText {
        StoredText::in_memory(SafeHtml::default())
    }
}

impl PartialEq for StoredText {
    fn eq(&self, other: &StoredText) -> bool {
        self.fingerprint == other.fingerprint
    }
}

/// A file that texts are added to.
#[derive(Debug)]
pub struct TextFile {
    path: PathBuf,
    /// The file, and its length. Held while a text is added or read.
    file: Mutex<(File, u64)>,
}

impl TextFile {
    /// Opens a file, which is made where it is not there.
    ///
    /// # Errors
    /// Where it cannot be.
    pub fn open(path: PathBuf) -> io::Result<TextFile> {
        let file = OpenOptions::new().read(true).append(true).create(true).open(&path)?;
        let length = file.metadata()?.len();
        Ok(TextFile { path, file: Mutex::new((file, length)) })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How long it is, in bytes.
    pub fn length(&self) -> u64 {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).1
    }

    /// Forgets all texts.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn clear(&self) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.0.set_len(0)?;
        file.1 = 0;
        Ok(())
    }

    /// Adds a text.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn add(self: &Arc<TextFile>, html: &SafeHtml) -> io::Result<StoredText> {
        let bytes = html.as_str().as_bytes();
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        let part = Part { begin: file.1, length };
        file.0.write_all(bytes)?;
        file.1 = part.end();
        Ok(StoredText::in_file(self.clone(), part, Fingerprint::of(&[bytes])))
    }

    fn read(&self, part: Part, fingerprint: Fingerprint) -> io::Result<SafeHtml> {
        let mut bytes = vec![0; part.length as usize];
        self.read_at(&mut bytes, part.begin)?;
        let text = String::from_utf8(bytes).ok().filter(|text| Fingerprint::of(&[text.as_bytes()]) == fingerprint);
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "the file is not as it was written");
        text.map(SafeHtml::of_cache).ok_or_else(damaged)
    }

    fn read_at(&self, bytes: &mut [u8], begin: u64) -> io::Result<()> {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileExt;
            file.0.read_exact_at(bytes, begin)
        }
        #[cfg(not(unix))]
        {
            use std::io::{Read, Seek, SeekFrom};
            (&file.0).seek(SeekFrom::Start(begin))?;
            (&file.0).read_exact(bytes)
        }
    }
}
