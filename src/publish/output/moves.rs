//! Changing some files of a site that stands.
//!
//! First come the files that are new, then those that change, so that no page leads to one that is not there yet; last go
//! the files that are no more. Each takes its place in one step. The list is written, and complete, before the first step:
//! whoever finds it takes the steps that are left.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use super::exchange::exchange;
use super::manifest::{Entry, Manifest};
use super::write_error::WriteError;

/// The list, in the staging folder. Not a name that a site has.
const LIST: &str = ".moves";

/// The file in it that has all steps.
const COMPLETE: &str = "complete";

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
    let (begun, complete) = (list.join("begun"), list.join(COMPLETE));
    fs::write(&begun, text).and_then(|()| fs::rename(&begun, &complete)).map_err(fail)
}

/// The folders that a path of the site lies in.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').skip(1).filter_map(|(at, _)| path.get(..at))
}

/// Whether a staging folder has a complete list.
pub fn are_written(staging: &Path) -> bool {
    staging.join(LIST).join(COMPLETE).is_file()
}

/// Takes the steps that a staging folder lists, as far as they are left; `false` where it has no list. What lies in the
/// folder afterwards is of no use any more.
///
/// # Errors
/// The place that could not be changed. The list stays, for the next who tries.
pub fn complete(target: &Path, staging: &Path, cache: &Path) -> Result<bool, WriteError> {
    let (list, all) = (staging.join(LIST), staging.join(LIST).join(COMPLETE));
    let Ok(text) = fs::read_to_string(&all) else { return Ok(false) };
    let manifest = Manifest::read(&list);
    for line in text.lines() {
        let (step, path) = line.split_at_checked(1).unwrap_or_default();
        let relative = path.trim_start_matches('/');
        let place = target.join(relative);
        match step {
            "+" => {
                let new = manifest.as_ref().and_then(|manifest| manifest.entries.get(path));
                take(&staging.join(relative), &place, new)
            }
            _ => remove(target, &place),
        }
        .map_err(WriteError::at(&place))?;
    }
    touch(target).map_err(WriteError::at(target))?;
    if let Some(manifest) = manifest {
        manifest.write(cache)?;
    }
    // The list goes before the manifest beside it, by which the next who tries would tell what was done.
    fs::remove_file(&all).map_err(WriteError::at(&all))?;
    Ok(true)
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

/// Moves a file to its place, unless that was done before: by what is known of the `new` file it is told from the one
/// that it has changed places with.
///
/// A file that stands there already changes places with the new one, and goes with the staging folder when all are
/// moved. To rename the new one over it takes two to eighty times as long: ext4 begins to write a file to the disk
/// when it is renamed over another, and the room of the old one is freed in the same step.
fn take(from: &Path, to: &Path, new: Option<&Entry>) -> io::Result<()> {
    let Some(new) = new else { return rename(from, to) };
    if Entry::of_file(from, new.fingerprint).is_ok_and(|there| there != *new) {
        return Ok(());
    }
    // A folder must not go with the staging folder: what is in it is not the site's.
    let is_taken = fs::symlink_metadata(to).is_ok_and(|there| !there.is_dir());
    if is_taken && exchange(from, to).is_ok() { Ok(()) } else { rename(from, to) }
}

/// Renames a file to its place, unless that was done before.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::output::fingerprint::Fingerprint;

    const FILES: [&str; 4] = ["/a/added.html", "/b/added.html", "/changed.html", "/c/changed.html"];

    /// A site with two files that are to change, two that are to come and one that is to go, and the list of that.
    fn stage(name: &str) -> std::path::PathBuf {
        let root = std::env::temp_dir().join(format!("habarshy-moves-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let put = |path: String, text: &str| {
            let place = root.join(path);
            fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
            fs::write(&place, text).expect("a file");
            Entry::of_file(&place, Fingerprint::of(&[text.as_bytes()])).expect("a file")
        };
        fs::create_dir_all(root.join("cache")).expect("a folder");
        let [mut known, mut new] = [0, 0].map(|_| Manifest::new(Fingerprint::of(&[b"site"])));
        new.site = Some(7);
        let gone = "/d/gone.html".to_owned();
        for path in ["/changed.html", "/c/changed.html", &gone] {
            known.entries.insert(path.to_owned(), put(format!("site{path}"), "the old"));
        }
        for path in FILES {
            new.entries.insert(path.to_owned(), put(format!("staging{path}"), "the new"));
        }
        write(&root.join("staging"), &new, FILES.map(str::to_owned).to_vec(), &known, &[&gone]).expect("a list");
        root
    }

    fn finish(root: &Path) -> Result<(), WriteError> {
        let is_moved = complete(&root.join("site"), &root.join("staging"), &root.join("cache"))?;
        assert!(is_moved && !are_written(&root.join("staging")));
        Ok(())
    }

    fn assert_finished(root: &Path, when: &str) {
        for path in FILES {
            let text = fs::read_to_string(root.join(format!("site{path}"))).expect("a file");
            assert_eq!(text, "the new", "{path} after {when}");
        }
        assert!(!root.join("site/d").exists(), "{when}");
        assert_eq!(Manifest::read(&root.join("cache")).expect("a manifest").entries.len(), 4, "{when}");
        fs::remove_dir_all(root).expect("the folder");
    }

    #[test]
    fn whoever_is_killed_between_two_steps_is_completed() {
        for steps in 0..=4 {
            let root = stage(&format!("{steps}"));
            let list = Manifest::read(&root.join("staging").join(LIST)).expect("a manifest");
            for path in &FILES[..steps] {
                let relative = path.trim_start_matches('/');
                let (from, to) = (root.join("staging").join(relative), root.join("site").join(relative));
                take(&from, &to, list.entries.get(*path)).expect("a step");
            }
            finish(&root).expect("the rest");
            assert_finished(&root, &format!("{steps} steps"));
        }
    }

    #[test]
    fn whoever_is_killed_after_the_last_step_is_completed() {
        let root = stage("last");
        let (list, aside) = (root.join("staging").join(LIST), root.join("aside"));
        fs::create_dir(&aside).expect("a folder");
        for name in ["site", COMPLETE] {
            fs::copy(list.join(name), aside.join(name)).expect("a copy");
        }
        finish(&root).expect("all");
        // All is moved and the list still there, beside the files of before.
        assert_eq!(fs::read_to_string(root.join("staging/changed.html")).expect("a file"), "the old");
        fs::remove_dir_all(&list).expect("the list");
        fs::rename(&aside, &list).expect("the list");
        finish(&root).expect("nothing");
        assert_finished(&root, "all");
    }

    #[test]
    fn a_folder_of_somebody_else_is_not_taken_away() {
        let root = stage("folder");
        let place = root.join("site/changed.html");
        fs::remove_file(&place).expect("a file");
        fs::create_dir(&place).expect("a folder");
        fs::write(place.join("mine.txt"), "mine").expect("a file");
        finish(&root).expect_err("a folder in a file's place");
        assert_eq!(fs::read_to_string(place.join("mine.txt")).expect("a file"), "mine");
        assert!(are_written(&root.join("staging")));
        fs::remove_dir_all(&place).expect("the folder");
        finish(&root).expect("the rest");
        assert_finished(&root, "a folder gone");
    }
}
