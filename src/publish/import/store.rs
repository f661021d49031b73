//! Writes the files of articles, and leaves alone what an editor has changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::fault::{unreadable, unwritable};
use super::state::{State, Written};
use crate::publish::diagnostic::Diagnostics;

/// What became of an article's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was written for the first time.
    Written,
    /// It was as an import had written it, and was written anew.
    Rewritten,
    /// It is as it would be written.
    Unchanged,
    /// It was left alone: why.
    Edited(&'static str),
}

/// Puts an article's text into its file, given from the newsroom's root. In a dry run nothing is written, and the outcome is
/// the same.
///
/// # Errors
/// A file cannot be read or written.
pub fn put(
    root: &Path,
    state: &mut State,
    dry_run: bool,
    id: &str,
    file: &Path,
    text: &str,
) -> Result<Outcome, Diagnostics> {
    let path = root.join(file);
    let hash = blake3::hash(text.as_bytes()).to_hex().to_string();
    let found = match fs::read(&path) {
        Ok(bytes) => Some(blake3::hash(&bytes).to_hex().to_string()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(unreadable(&path, &error)),
    };
    let known = state.article(id).cloned();
    let outcome = match (&known, &found) {
        (None, None) => Outcome::Written,
        (None, Some(_)) => Outcome::Edited("another file stands in its place"),
        (Some(known), None) if known.done => Outcome::Edited("its file was moved or removed"),
        (Some(_), None) => Outcome::Written,
        (Some(_), Some(found)) if *found == hash => Outcome::Unchanged,
        (Some(known), Some(found)) if *found == known.hash || !known.done && *found == known.before => {
            Outcome::Rewritten
        }
        (Some(_), Some(_)) => Outcome::Edited("its file was changed by an editor"),
    };
    let written = Written {
        id: id.to_owned(),
        file: file.to_string_lossy().replace('\\', "/"),
        hash,
        before: String::new(),
        done: true,
    };
    match outcome {
        Outcome::Written | Outcome::Rewritten if !dry_run => {
            state.note_article(Written { before: found.unwrap_or_default(), done: false, ..written.clone() })?;
            replace(&path, text.as_bytes()).map_err(|error| unwritable(&path, &error))?;
            state.note_article(written)?;
        }
        Outcome::Unchanged if !dry_run && known.as_ref() != Some(&written) => state.note_article(written)?,
        _ => {}
    }
    Ok(outcome)
}

/// Writes a file so that it is there as a whole or not at all.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let staging: PathBuf = folder.join(format!(".{name}.import"));
    let written = fs::write(&staging, bytes).and_then(|()| fs::rename(&staging, path));
    if written.is_err() {
        // What is left of it has a hidden name.
        let _ = fs::remove_file(&staging);
    }
    written
}
