//! Where front matter and text stand in a file.

use std::ops::Range;

use crate::publish::reporter::Reporter;

/// Where the parts of a file stand, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The TOML.
    pub front: Range<usize>,
    /// The Markdown.
    pub body: Range<usize>,
}

/// Finds the parts of a file. A byte order mark is already gone; lines may end in CR LF.
pub fn split(text: &str, reporter: &mut Reporter) -> Option<Parts> {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    let shown = 0..first.trim_end().len();
    if first.trim_end() != "+++" {
        let help = match first.trim_end() {
            "---" => "front matter is TOML here: begin and end it with `+++`, and write `title = \"…\"` for `title: …`",
            _ => {
                "begin the file with a line `+++`, then `title = \"…\"`, `date = …`, `section = \"…\"`, then `+++` again"
            }
        };
        reporter.at(shown, "the file does not begin with front matter", help);
        return None;
    }
    let start = first.len();
    let mut at = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some(Parts { front: start..at, body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    reporter.at(shown, "the front matter is not closed", "put a line `+++` between it and the text");
    None
}
