//! The layers of the code: a file uses what stands below it, and no files use each other in a circle.

mod graph;
mod paths;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use graph::Graph;

/// The layers from the top down. What is named together stands side by side, and does not use each other.
const LAYERS: &[&[&str]] = &[
    &["bin", "main.rs"],
    &["client", "publish"],
    &["app"],
    &["pages"],
    &["features"],
    &["navigation"],
    &["components"],
    &["session"],
    &["platform"],
    &["search", "views"],
    &["model"],
    &["i18n"],
    &["routes"],
    &["values"],
    &["settings"],
    &["names", "tree_hash"],
];

/// What stands below and is not for everyone: the build, and what is drawn by it, know no browser.
const FORBIDDEN: &[(&str, &str)] =
    &[("publish", "navigation"), ("publish", "platform"), ("components", "platform"), ("pages", "platform")];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn graph() -> Graph {
    let src = src();
    let (library, client, command) = (src.join("lib.rs"), src.join("main.rs"), src.join("bin/habarshy/main.rs"));
    Graph::read(&[(&[], &library), (&["main.rs"], &client), (&["bin"], &command)])
}

/// A file as it is named in a report.
fn name(file: &Path) -> String {
    file.strip_prefix(src()).unwrap_or(file).display().to_string()
}

/// The place of a file's layer; none where it is in none.
fn layer(file: &Path) -> Option<usize> {
    let name = name(file);
    let first = name.split('/').next().unwrap_or_default();
    let module = if first == "main.rs" { first } else { first.trim_end_matches(".rs") };
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The layer that a file belongs to, by its first part.
fn part(file: &Path) -> String {
    name(file).split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned()
}

#[test]
fn a_module_uses_what_stands_below_it() {
    let mut diagnostics = String::new();
    for (file, uses) in &graph().uses {
        if name(file) == "lib.rs" {
            continue;
        }
        let Some(own) = layer(file) else {
            let _ = writeln!(diagnostics, "{} is in no layer", name(file));
            continue;
        };
        for (used, path) in uses {
            let is_below = layer(used).is_some_and(|layer| layer > own);
            if !is_below && part(file) != part(used) {
                let _ =
                    writeln!(diagnostics, "{} uses {} ({path}), which does not stand below it", name(file), name(used));
            }
            if FORBIDDEN.contains(&(&part(file), &part(used))) {
                let _ = writeln!(diagnostics, "{} uses {} ({path}), which it must not know", name(file), name(used));
            }
        }
    }
    assert_eq!(diagnostics, "");
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let graph = graph();
    let mut diagnostics = String::new();
    for circle in graph.circles() {
        let _ = writeln!(diagnostics, "{} files in a circle:", circle.len());
        for file in &circle {
            for (used, path) in graph.uses[*file].iter().filter(|(used, _)| circle.contains(used)) {
                let _ = writeln!(diagnostics, "  {} uses {} ({path})", name(file), name(used));
            }
        }
    }
    assert_eq!(diagnostics, "");
}
