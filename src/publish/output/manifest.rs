//! What is known of the files of a site: kept in the cache from one build to the next.
//!
//! A text: a line with the version and the hash of the rest, one about the site, then one a file. Whatever is wrong with
//! it, it counts as none, and the whole site is written anew.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::fingerprint::Fingerprint;
use super::write_error::WriteError;

/// The file in the cache.
const NAME: &str = "site";

/// The version of the form.
const VERSION: &str = "habarshy-site-1";

/// What is known of a site.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// What all of its files have in common.
    pub site_fingerprint: Fingerprint,
    /// The folder that it describes.
    pub site: Option<u64>,
    /// Its files by their paths.
    pub entries: BTreeMap<String, Entry>,
}

/// What is known of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it was made from.
    pub fingerprint: Fingerprint,
    /// Its length.
    pub bytes: u64,
    /// When it was written, in nanoseconds since 1970: by this a change by somebody else is noticed.
    changed: u64,
}

impl Entry {
    /// The entry of a file that was made from what `fingerprint` says.
    pub fn of(metadata: &Metadata, fingerprint: Fingerprint) -> Entry {
        let changed = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let changed = changed.and_then(|time| u64::try_from(time.as_nanos()).ok()).unwrap_or_default();
        Entry { fingerprint, bytes: metadata.len(), changed }
    }

    /// The entry of the file at a place, which must be a file.
    pub fn of_file(place: &Path, fingerprint: Fingerprint) -> io::Result<Entry> {
        let metadata = fs::symlink_metadata(place)?;
        if metadata.is_file() { Ok(Entry::of(&metadata, fingerprint)) } else { Err(io::ErrorKind::NotFound.into()) }
    }
}

impl Manifest {
    /// What is known of a site that nothing is known of.
    pub fn new(site_fingerprint: Fingerprint) -> Manifest {
        Manifest { site_fingerprint, site: None, entries: BTreeMap::new() }
    }

    /// Whether it is about the folder that stands at a place.
    pub fn describes(&self, target: &Path) -> bool {
        self.site.is_some() && self.site == identity(target)
    }

    /// Reads the manifest in a folder; none where there is none of this version, or it is damaged.
    pub fn read(folder: &Path) -> Option<Manifest> {
        Manifest::parse(&fs::read_to_string(folder.join(NAME)).ok()?)
    }

    fn parse(text: &str) -> Option<Manifest> {
        let (head, rest) = text.split_once('\n')?;
        if head != format!("{VERSION} {}", blake3::hash(rest.as_bytes()).to_hex()) {
            return None;
        }
        let mut lines = rest.lines();
        let (site_fingerprint, site) = lines.next()?.split_once(' ')?;
        let entry = |line: &str| {
            let mut parts = line.splitn(4, ' ');
            let fingerprint = Fingerprint::parse(parts.next()?)?;
            let (bytes, changed) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            Some((parts.next()?.to_owned(), Entry { fingerprint, bytes, changed }))
        };
        let entries = lines.map(entry).collect::<Option<_>>()?;
        Some(Manifest {
            site_fingerprint: Fingerprint::parse(site_fingerprint)?,
            site: Some(site.parse().ok()?),
            entries,
        })
    }

    /// Writes the manifest into a folder.
    ///
    /// # Errors
    /// The place that could not be written.
    pub fn write(&self, folder: &Path) -> Result<(), WriteError> {
        let site = self.site.map_or("none".to_owned(), |site| site.to_string());
        let mut rest = format!("{} {site}\n", self.site_fingerprint.hex());
        for (path, Entry { fingerprint, bytes, changed }) in &self.entries {
            // Writing to a text cannot fail.
            let _ = writeln!(rest, "{} {bytes} {changed} {path}", fingerprint.hex());
        }
        let text = format!("{VERSION} {}\n{rest}", blake3::hash(rest.as_bytes()).to_hex());
        let (place, beside) = (folder.join(NAME), folder.join(format!("{NAME}.new")));
        fs::write(&beside, text).and_then(|()| fs::rename(&beside, &place)).map_err(WriteError::at(&place))
    }
}

/// What tells a folder from every other that stands or stood at its place; none where the system does not say.
pub fn identity(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(folder).ok().filter(Metadata::is_dir).map(|metadata| metadata.ino())
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_damaged_or_of_another_version_is_not_read() {
        let folder = std::env::temp_dir().join(format!("habarshy-manifest-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let mut manifest = Manifest::new(Fingerprint::of(&[b"frame"]));
        manifest.site = Some(7);
        let entry = Entry { fingerprint: Fingerprint::of(&[b"a"]), bytes: 3, changed: u64::MAX };
        manifest.entries.insert("/files/a b.pdf".to_owned(), entry);
        manifest.write(&folder).expect("a manifest");
        let text = fs::read_to_string(folder.join(NAME)).expect("a manifest");
        let read = Manifest::read(&folder).expect("the manifest");
        assert_eq!(
            (read.site_fingerprint, read.site, &read.entries),
            (manifest.site_fingerprint, Some(7), &manifest.entries)
        );
        for damaged in
            ["", "x", &text[..text.len() - 3], &text.replace("site-1", "site-0"), &text.replace(" 3 ", " 4 ")]
        {
            assert!(Manifest::parse(damaged).is_none(), "{damaged:?}");
        }
        fs::remove_dir_all(&folder).expect("the folder");
    }
}
