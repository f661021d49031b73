//! Building again when a newsroom changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Editors write a file in several steps: a change is over when nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(40);

/// Calls `build` now, and again after each change of a newsroom's files, until the process ends.
///
/// # Errors
/// Where the system does not tell of changes.
pub fn watch(root: &Path, client: &Path, mut build: impl FnMut()) -> Result<(), String> {
    loop {
        // Anew each time: a folder may have come, or another have taken its place. Before the build, so that nothing that
        // changes meanwhile is missed.
        let (sender, changes) = mpsc::channel();
        let _watcher = begin(root, client, sender)
            .map_err(|error| format!("{}: changes cannot be watched: {error}", root.display()))?;
        build();
        if !next(&changes) {
            return Ok(());
        }
    }
}

fn begin(root: &Path, client: &Path, sender: Sender<notify::Result<Event>>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more when the process ends.
        let _ = sender.send(event);
    })?;
    for (place, mode) in places(root, client) {
        if place.exists() {
            watcher.watch(&place, mode)?;
        }
    }
    Ok(watcher)
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
