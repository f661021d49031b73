//! Why an import stopped: as a fault of a newsroom, with file, line and a way out.

use std::io;
use std::path::Path;

use crate::publish::diagnostic::{Diagnostic, Diagnostics, Place};

/// A fault of an export as a whole, or of a line of it; `line` is 0 where none is known.
pub fn fault(file: &Path, line: usize, message: impl Into<String>, help: impl Into<String>) -> Diagnostics {
    let place = Place { line, ..Place::default() };
    Diagnostics::new(vec![Diagnostic { place, ..Diagnostic::of_file(file, message, help) }])
}

/// A file that cannot be read.
pub fn unreadable(file: &Path, error: &io::Error) -> Diagnostics {
    fault(file, 0, format!("the file cannot be read: {error}"), "name a file that exists and that you may read")
}

/// A file that cannot be written.
pub fn unwritable(file: &Path, error: &io::Error) -> Diagnostics {
    fault(
        file,
        0,
        format!("the file cannot be written: {error}"),
        "see to room and permissions, and import again: what is there already is kept",
    )
}
