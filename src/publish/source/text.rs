//! The text of a file.

use std::path::Path;

use crate::publish::diagnostic::Diagnostic;
use crate::publish::reporter::Reporter;

/// A file's bytes as text, without a byte order mark.
///
/// # Errors
/// A fault that names the first byte that is not UTF-8.
pub fn decode(bytes: Vec<u8>, file: &Path) -> Result<String, Box<Diagnostic>> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }),
        Err(error) => {
            // Up to the broken byte the lossy text is the file itself, so the place is the same.
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes());
            let byte = error.as_bytes().get(at).copied().unwrap_or_default();
            let mut reporter = Reporter::default();
            reporter.at(
                at..at + '\u{fffd}'.len_utf8(),
                format!("the text is not UTF-8: byte {} of the file is 0x{byte:02X}", at + 1),
                "save the file as UTF-8: old programs write Cyrillic in Windows-1251",
            );
            let diagnostic = reporter.into_diagnostics(file, &text).pop();
            Err(Box::new(
                diagnostic.unwrap_or_else(|| Diagnostic::of_file(file, "the text is not UTF-8", "save it as UTF-8")),
            ))
        }
    }
}
