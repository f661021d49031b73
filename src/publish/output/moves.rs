//! Changing some files of a site that stands.
//!
//! First come the files that are new, then those that change, so that no page leads to one that is not there yet; last go
//! the files that are no more. Each takes its place in one step. The list is written, and complete, before the first step:
//! whoever finds it takes the steps that are left.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use super::manifest::Manifest;
use super::write_error::WriteError;

/// The list, in the staging folder. Not a name that a site has.
const LIST: &str = ".moves";

/// Writes the list of a staging folder, in which some files were `staged`, beside the manifest of the site as it will be.
///
/// # Errors
/// The place that could not be written.
pub fn write(
    staging: &Path,
    new: &Manifest,
    mut staged: Vec<String>,
    known: &Manifest,
    gone: &[&String],
) -> Result<(), WriteError> {
    let list = staging.join(LIST);
    let fail = WriteError::at(&list);
    fs::create_dir_all(&list).map_err(&fail)?;
    new.write(&list)?;
    staged.sort_unstable();
    let (changed, added): (Vec<&String>, Vec<&String>) =
        staged.iter().partition(|path| known.entries.contains_key(*path));
    // A file that stands where a folder will be, or the other way round, must make room first.
    let folders: HashSet<&str> = added.iter().flat_map(|path| folders(path)).collect();
    let files: HashSet<&str> = added.iter().map(|path| path.as_str()).collect();
    let blocks = |path: &str| folders.contains(path) || self::folders(path).any(|folder| files.contains(folder));
    let (first, last): (Vec<&String>, Vec<&String>) = gone.iter().copied().partition(|path| blocks(path));
    let step = |sign: char| move |path: &String| format!("{sign}{path}\n");
    let text: String = first
        .into_iter()
        .map(step('-'))
        .chain(added.into_iter().chain(changed).map(step('+')))
        .chain(last.into_iter().map(step('-')))
        .collect();
    let (begun, complete) = (list.join("begun"), list.join("complete"));
    fs::write(&begun, text).and_then(|()| fs::rename(&begun, &complete)).map_err(fail)
}

/// The folders that a path of the site lies in.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').skip(1).filter_map(|(at, _)| path.get(..at))
}

/// Whether a staging folder has a complete list.
pub fn are_written(staging: &Path) -> bool {
    staging.join(LIST).join("complete").is_file()
}

/// Takes the steps that a staging folder lists, as far as they are left. Without a list there is nothing to do.
///
/// # Errors
/// The place that could not be changed. The list stays, for the next who tries.
pub fn complete(target: &Path, staging: &Path, cache: &Path) -> Result<(), WriteError> {
    let list = staging.join(LIST);
    let Ok(text) = fs::read_to_string(list.join("complete")) else { return Ok(()) };
    for line in text.lines() {
        let (step, path) = line.split_at_checked(1).unwrap_or_default();
        let relative = path.trim_start_matches('/');
        let place = target.join(relative);
        match step {
            "+" => take(&staging.join(relative), &place),
            _ => remove(target, &place),
        }
        .map_err(WriteError::at(&place))?;
    }
    touch(target).map_err(WriteError::at(target))?;
    Manifest::take(&list, cache)?;
    fs::remove_dir_all(staging).map_err(WriteError::at(staging))
}

/// Leaves the moment of the change on a site's folder, where those who watch it look.
fn touch(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, UTIME_NOW, utimensat};
        let now = || Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
        utimensat(CWD, folder, &Timestamps { last_access: now(), last_modification: now() }, AtFlags::empty())?;
    }
    Ok(())
}

/// Moves a file to its place, unless that was done before.
fn take(from: &Path, to: &Path) -> io::Result<()> {
    let moved = match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && from.exists() => {
            to.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::rename(from, to)
        }
        other => other,
    };
    match moved {
        Err(error) if error.kind() == io::ErrorKind::NotFound && to.exists() => Ok(()),
        other => other,
    }
}

/// Removes a file, and the folders that are empty without it.
fn remove(target: &Path, place: &Path) -> io::Result<()> {
    match fs::remove_file(place) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let folders = place.ancestors().skip(1).take_while(|folder| *folder != target);
    for folder in folders {
        // What is not empty stays, and so does all above it.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
