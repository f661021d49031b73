//! Removing a folder with all that is in it.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

/// Removes a folder and what is in it, on all cores: a large site has tens of thousands of files. Links are removed,
/// not followed. A folder that is not there is removed already.
pub fn remove_tree(folder: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?.collect::<io::Result<Vec<_>>>()?,
    };
    entries.into_par_iter().try_for_each(|entry| {
        // The type is the entry's own: a link to a folder is none.
        if entry.file_type()?.is_dir() { remove_tree(&entry.path()) } else { fs::remove_file(entry.path()) }
    })?;
    fs::remove_dir(folder)
}
