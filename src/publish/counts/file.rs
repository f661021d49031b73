//! `counts.toml`: reading it as editors' files are read, and writing it in one step.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use super::Counts;
use super::address::{canonical, path_of};
use crate::publish::config::Config;
use crate::publish::diagnostic::Diagnostic;
use crate::publish::front_matter;
use crate::publish::keys::{Keys, Kind, Syntax, Value, read_toml, whole, wrong_kind};
use crate::publish::reporter::Reporter;
use crate::publish::source::decode;
use crate::values::{DateTime, Lang};
use crate::views::counter::GREATEST;

/// The file's name, in the newsroom's root.
pub const NAME: &str = "counts.toml";

/// What the file begins with.
const HEAD: &str = "\
# Views that the shared counter counted, by the paths of articles. `habarshy counts import` writes this file anew whenever
# a count has grown; builds add the counts to the `views` of the articles.
";

/// How the file is written, for whoever wrote something that is not TOML.
const FORM: &str = "write one line for each article below `[views]`, its path in quotes: `\"/news/forum/\" = 31`";

/// Reads the file of a newsroom, whose `site.toml` must be sound: what a path means depends on it. A file that is not there
/// holds nothing.
///
/// # Errors
/// All faults of the file.
pub fn read(root: &Path, config: &Config) -> Result<Counts, Vec<Diagnostic>> {
    let file = Path::new(NAME);
    let bytes = match fs::read(root.join(file)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Counts::default()),
        Err(error) => {
            let help = "check the file and its permissions, or remove it: the next import writes it anew";
            return Err(vec![Diagnostic::of_file(file, format!("the file cannot be read: {error}"), help)]);
        }
    };
    let text = decode(bytes, file).map_err(|diagnostic| vec![*diagnostic])?;
    let mut reporter = Reporter::default();
    let counts = parse(&text, config, &mut reporter);
    if reporter.is_empty() { Ok(counts) } else { Err(reporter.into_diagnostics(file, &text)) }
}

/// Reads the file's text.
fn parse(text: &str, config: &Config, reporter: &mut Reporter) -> Counts {
    let (table, is_whole) = read_toml(text, 0, FORM, reporter);
    if !is_whole {
        return Counts::default();
    }
    let mut keys = Keys::new(&table, 0..0, Syntax::Toml);
    // Only people read it, but a date that is none would tell them something wrong.
    front_matter::date(&mut keys, "imported", config.utc_offset, reporter);
    let views = keys.value("views");
    keys.finish(reporter);
    let Some(views) = views else { return Counts::default() };
    let Value::Table(table) = views.value else {
        wrong_kind("views", Kind::Table, views.value, views.span, Syntax::Toml, reporter);
        return Counts::default();
    };
    let entries = table.0.iter().filter_map(|(path, value)| {
        let known = article(&path.value, path.span.clone(), config, reporter);
        let views = count(&path.value, &value.value, value.span.clone(), reporter);
        known.zip(views)
    });
    entries.collect()
}

/// The path of an article, whether there is such an article or not: they come and go.
fn article(path: &str, span: Range<usize>, config: &Config, reporter: &mut Reporter) -> Option<String> {
    let meant = path_of(path, &config.base_url).and_then(|path| canonical(&path, config.default_language));
    if meant.as_deref() == Some(path) {
        return meant;
    }
    let help = match meant {
        Some(path) => format!("write \"{path}\", as the site spells it"),
        None => {
            let example =
                |lang: &Lang| format!("\"{}/news/forum/\"", crate::routes::base(*lang, config.default_language));
            let examples: Vec<String> = config.languages.iter().map(example).collect();
            format!("write a path like {}, or remove the line", examples.join(" or "))
        }
    };
    reporter.at(span, format!("\"{path}\" is not the path of an article"), help);
    None
}

/// A number of views that can be believed.
fn count(path: &str, value: &Value, span: Range<usize>, reporter: &mut Reporter) -> Option<u64> {
    let views = whole(&format!("\"{path}\""), value, span.clone(), Syntax::Toml, reporter)?;
    if views > GREATEST {
        reporter.at(span, format!("{views} views are more than any article has"), format!("write 0 to {GREATEST}"));
        return None;
    }
    Some(views)
}

/// The file's text. `imported` is when the counts came, on the paper's wall clock.
pub fn text(counts: &Counts, imported: DateTime) -> String {
    let mut text = format!("{HEAD}imported = {imported}\n\n[views]\n");
    for (path, views) in counts.iter() {
        // A path of an article needs no escapes.
        text.push_str(&format!("\"{path}\" = {views}\n"));
    }
    text
}

/// Writes the file of a newsroom, so that whoever reads it meanwhile, and whoever finds it after the power went, has the old
/// one or the new one.
///
/// # Errors
/// Where it cannot be written. The old file stays as it was.
pub fn replace(root: &Path, text: &str) -> io::Result<()> {
    // A link is followed: the file may lie where several machines share it.
    let file = root.join(NAME);
    let file = fs::canonicalize(&file).unwrap_or(file);
    let staging = file.with_file_name(format!(".{NAME}.{}", std::process::id()));
    let written = write(&staging, &file, text.as_bytes()).and_then(|()| fs::rename(&staging, &file));
    if written.is_err() {
        // What is left of it harms nobody: its name is hidden.
        let _ = fs::remove_file(&staging);
    }
    written
}

/// Writes a file that may be read by whoever may read `like`.
fn write(path: &Path, like: &Path, bytes: &[u8]) -> io::Result<()> {
    // Left by a process of the same number that was killed.
    let _ = fs::remove_file(path);
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    if let Ok(old) = fs::metadata(like) {
        file.set_permissions(old.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}
