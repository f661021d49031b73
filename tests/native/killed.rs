//! A build that is killed, at whatever moment, leaves a site.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use habarshy::publish::build::Options;

use crate::fixture::{Files, SITE, article, files, paper_of};

/// The command, as a process of its own.
fn start(options: &Options, out: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_habarshy"));
    command.args(["build", "--now", "2026-11-22T00:00:00Z", "--root"]).arg(&options.root);
    command.arg("--client").arg(&options.client).arg("--out").arg(out);
    command.stdout(Stdio::null()).spawn().expect("the command")
}

fn finish(options: &Options, out: &Path) -> Files {
    assert!(start(options, out).wait().expect("the command").success());
    files(out)
}

/// Kills a build as soon as there is a file beside the site.
fn killed_at(options: &Options, out: &Path, sign: &str) {
    let mut build = start(options, out);
    while build.try_wait().expect("the command").is_none() && !out.with_file_name(sign).exists() {
        std::hint::spin_loop();
    }
    let _ = build.kill();
    build.wait().expect("the command");
}

/// Kills builds when so many more of the folders below `.out.new` are there than before, which is at another moment each
/// time; gives what each left.
fn killed(options: &Options, out: &Path) -> Vec<Files> {
    let staging = out.with_file_name(".out.new");
    let mut left = Vec::new();
    for moment in [0, 1, 2, 4, 8, 16, 32, 64, 128] {
        let mut build = start(options, out);
        let entries = || walkdir::WalkDir::new(&staging).into_iter().flatten().count();
        while build.try_wait().expect("the command").is_none() && entries() < moment {
            std::thread::yield_now();
        }
        let _ = build.kill();
        build.wait().expect("the command");
        left.push(files(out));
    }
    left
}

#[test]
fn another_frame_comes_as_a_whole_or_not_at_all() {
    let fixture = paper_of(60);
    let options = fixture.options();
    let out = fixture.root().join("out");
    let old = finish(&options, &out);
    let fixture = fixture.with("site.toml", &SITE.replace("Газета", "Вестник"));
    let new = finish(&options, &fixture.root().join("other"));
    assert_ne!(old, new);
    for left in killed(&options, &out) {
        assert!(left == old || left == new);
    }
    assert_eq!(finish(&options, &out), new);
}

#[test]
fn an_article_more_is_there_at_the_latest_after_the_next_build() {
    let fixture = paper_of(60);
    let options = fixture.options();
    let out = fixture.root().join("out");
    let old = finish(&options, &out);
    let fixture = fixture.with("content/ru/new.md", &article("", "Новое."));
    let new = finish(&options, &fixture.root().join("other"));
    for left in killed(&options, &out) {
        // Whatever moved is whole: each file is the old or the new one.
        for (path, bytes) in &left {
            assert!(old.get(path) == Some(bytes) || new.get(path) == Some(bytes), "{path}");
        }
    }
    assert_eq!(finish(&options, &out), new);
}

#[test]
fn what_is_killed_while_all_articles_change_is_completed() {
    let mut fixture = paper_of(60);
    let options = fixture.options();
    let out = fixture.root().join("out");
    let old = finish(&options, &out);
    for number in 0..60 {
        let file = format!("content/ru/n{number:02}.md");
        let text = std::fs::read_to_string(fixture.root().join(&file)).expect("an article");
        fixture = fixture.with(&file, &format!("{text}\nИ еще.\n"));
    }
    let new = finish(&options, &fixture.root().join("other"));
    for _ in 0..5 {
        killed_at(&options, &out, ".out.new/.moves/complete");
        for (path, bytes) in &files(&out) {
            assert!(old.get(path) == Some(bytes) || new.get(path) == Some(bytes), "{path}");
        }
    }
    assert_eq!(finish(&options, &out), new);
}
