//! The scripts that are written by hand: how much there is of them, and that they spell what Rust does.

use std::fs;
use std::path::{Path, PathBuf};

use habarshy::names::{CLIENT_SCRIPT, MESSAGE_MEMBERS};

/// Lines of all scripts of pages of the paper together, comments included.
const ALL: usize = 449;
/// Lines of the script of old addresses with queries, which pages of the paper do without.
const LOOKUP: usize = 10;
/// Lines of one of them.
const ONE: usize = 199;
const COLUMNS: usize = 100;

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn read(file: PathBuf) -> String {
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn scripts() -> Vec<(PathBuf, String)> {
    let folders = ["", "loader", "publish/redirects", "publish/serve"].map(|folder| src().join(folder));
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"))
        .map(|entry| entry.expect("a file").path());
    let is_script = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "js");
    let is_written = |file: &PathBuf| !file.ends_with("constants.js");
    let files = files.filter(is_script).filter(is_written);
    files.map(|file| (file.clone(), read(file))).collect()
}

#[test]
fn there_is_little_of_them() {
    let mut all = 0;
    for (file, text) in scripts() {
        let lines = text.lines().count();
        assert!(lines <= ONE, "{} has {lines} lines", file.display());
        for line in text.lines() {
            assert!(line.chars().count() <= COLUMNS, "{}: {line}", file.display());
        }
        if file.ends_with("publish/redirects/lookup.js") {
            assert!(lines <= LOOKUP, "{} has {lines} lines", file.display());
        } else {
            all += lines;
        }
    }
    assert!(all <= ALL, "all scripts together have {all} lines");
}

#[test]
fn the_loader_reads_the_attributes_of_its_tag() {
    for file in ["loader.js", "loader/failures.js"] {
        let text = read(src().join(file));
        let [client, ..] = CLIENT_SCRIPT;
        let tag = format!(" }} = document.querySelector(\"script[{client}]\").dataset;");
        let line = text.lines().find_map(|line| line.strip_prefix("const { ")?.strip_suffix(&*tag)).expect(file);
        for name in line.split(", ") {
            assert!(CLIENT_SCRIPT.contains(&&*format!("data-{name}")), "{file}: {name}");
        }
    }
}

#[test]
fn the_worker_reads_the_members_of_messages() {
    let text = read(src().join("service_worker.js"));
    let [ask, file, build, pages, pictures] = MESSAGE_MEMBERS;
    assert!(text.contains(&format!("const {{ {ask}, {file}, ...shown }} = event.data ?? {{}};")));
    assert!(text.contains(&format!("keepShown({{ {build}, {pages} = [], {pictures} = [] }})")));
}
