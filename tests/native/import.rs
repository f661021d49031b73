//! Moving in from other systems: an export becomes a newsroom that passes `check`.

mod feed;
mod fetch;
mod folder;
mod ghost;
mod hostile;
mod large;
mod table;
mod wordpress;

use std::fs;
use std::path::{Path, PathBuf};

use habarshy::publish::diagnostic::Severity;
use habarshy::publish::import::{Options, Report, Source, run};
use habarshy::publish::source::{Choice, read};

use crate::fixture::{Fixture, NOW, PNG, SITE};

/// A file of the exports that the tests read.
pub fn export(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name)
}

/// A paper without articles, and beside it `media/` with the pictures that exports name.
pub fn paper(media: &[&str]) -> Fixture {
    let fixture = Fixture::empty().with("site.toml", SITE);
    media.iter().fold(fixture, |fixture, name| match name.ends_with(".png") {
        true => fixture.with_bytes(&format!("media/{name}"), PNG),
        false => fixture.with(&format!("media/{name}"), "%PDF"),
    })
}

/// What most tests ask for.
pub fn options<'a>(root: &'a Path, media: &'a [PathBuf]) -> Options<'a> {
    Options { root, media, client: None, site: None, lang: None, dry_run: false, now: NOW }
}

/// Imports into a paper, with the pictures of its `media/`.
pub fn import(paper: &Fixture, source: &mut dyn Source) -> Report {
    let media = [paper.root().join("media")];
    run(source, &options(paper.root(), &media), &()).unwrap_or_else(|faults| panic!("{faults}"))
}

/// An article's file.
pub fn text(paper: &Fixture, file: &str) -> String {
    fs::read_to_string(paper.root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The faults that `check` finds, but for aliases with a query, which are not taken yet.
pub fn faults(paper: &Fixture) -> Vec<String> {
    match read(paper.root(), Choice { now: NOW, drafts: false }, None, &()) {
        Ok(_) => Vec::new(),
        Err(faults) => {
            let faults = faults.list().iter().filter(|fault| fault.severity == Severity::Fault);
            faults.map(|fault| format!("{}:{} {}", fault.file.display(), fault.place.line, fault.message)).collect()
        }
    }
}

/// Asserts that a text has every one of these pieces.
pub fn assert_has(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "{piece:?} is not in\n{text}");
    }
}
