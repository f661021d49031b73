//! Building again when a newsroom changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{Event, EventKind, RecursiveMode, Watcher};

/// Editors write a file in several steps: a change is over when nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(40);

/// Calls `build` now, and again after each change of a newsroom's files, until the process ends.
///
/// # Errors
/// Where the system does not tell of changes.
pub fn watch(root: &Path, client: &Path, mut build: impl FnMut()) -> Result<(), String> {
    let refused = |error: notify::Error| format!("{}: changes cannot be watched: {error}", root.display());
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more when the process ends.
        let _ = sender.send(event);
    })
    .map_err(refused)?;
    for (place, mode) in places(root, client) {
        if place.exists() {
            watcher.watch(&place, mode).map_err(refused)?;
        }
    }
    build();
    while next(&changes) {
        build();
    }
    Ok(())
}

/// What a site is made from. The root itself is watched without what lies below it: the site may be built there.
fn places(root: &Path, client: &Path) -> [(PathBuf, RecursiveMode); 4] {
    [
        (root.to_owned(), RecursiveMode::NonRecursive),
        (root.join("content"), RecursiveMode::Recursive),
        (root.join("public"), RecursiveMode::Recursive),
        (client.to_owned(), RecursiveMode::NonRecursive),
    ]
}

/// Waits for a change and its end; `false` when none will come.
fn next(changes: &Receiver<notify::Result<Event>>) -> bool {
    loop {
        match changes.recv() {
            Ok(Ok(event)) if is_change(&event) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    while changes.recv_timeout(QUIET).is_ok() {}
    true
}

/// Whether somebody wrote: reading is an event, too. What has a hidden name is an editor's own, or the build's.
fn is_change(event: &Event) -> bool {
    let hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !matches!(event.kind, EventKind::Access(_)) && !event.paths.iter().all(hidden)
}
