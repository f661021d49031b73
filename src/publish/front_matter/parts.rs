//! Where front matter and text stand in a file.

use std::ops::Range;

use crate::publish::keys::Syntax;
use crate::publish::reporter::Reporter;

/// Where the parts of a file stand, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// How the front matter is written.
    pub syntax: Syntax,
    /// The front matter.
    pub front: Range<usize>,
    /// The Markdown.
    pub body: Range<usize>,
}

/// Finds the parts of a file. A byte order mark is already gone; lines may end in CR LF.
pub fn split(text: &str, reporter: &mut Reporter) -> Option<Parts> {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    let shown = 0..first.trim_end().len();
    let (syntax, ends): (Syntax, &[&str]) = match first.trim_end() {
        "+++" => (Syntax::Toml, &["+++"]),
        "---" => (Syntax::Yaml, &["---", "..."]),
        _ => {
            let help = "begin the file with a line `+++`, then `title = \"…\"`, `date = …`, `section = \"…\"`, then `+++` \
                        again; or with `---`, then `title: \"…\"` and so on, then `---`";
            reporter.at(shown, "the file does not begin with front matter", help);
            return None;
        }
    };
    let start = first.len();
    let mut at = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if ends.contains(&line.trim_end()) {
            return Some(Parts { syntax, front: start..at, body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    let help = format!("put a line `{}` between it and the text", first.trim_end());
    reporter.at(shown, "the front matter is not closed", help);
    None
}
