//! What says that a place could not be written.

use std::io;
use std::path::{Path, PathBuf};

/// A place that could not be written, or should not be.
#[derive(Debug)]
pub struct WriteError {
    /// The place.
    pub path: PathBuf,
    /// What is wrong.
    pub error: io::Error,
}

impl WriteError {
    /// Says of an error that it came up at a place.
    pub fn at(path: &Path) -> impl Fn(io::Error) -> WriteError + '_ {
        |error| WriteError { path: path.to_owned(), error }
    }
}
