//! What the cache keeps of articles: a build with it makes what one without it would.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use habarshy::publish::build::{Options, build};
use habarshy::publish::build_error::BuildError;

use crate::fixture::{Fixture, article, files, paper_of};
use crate::incremental::anew;

fn done(options: &Options) {
    build(options, &()).unwrap_or_else(|error| panic!("{error}"));
}

/// The files in which articles are kept.
fn kept(options: &Options) -> Vec<PathBuf> {
    let entries = fs::read_dir(options.cache.join("articles")).expect("a folder");
    let mut kept: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    kept.retain(|path| fs::metadata(path).is_ok_and(|file| file.len() > 0));
    kept.sort();
    kept
}

fn change(fixture: &Fixture, text: &str) {
    fs::write(fixture.root().join("content/ru/n01.md"), article("", text)).expect("an article");
}

/// Waits until the file system notes another time for a file than for those that are there.
fn wait_until_settled(options: &Options) {
    let article = options.root.join("content/ru/n01.md");
    let modified = |path: &PathBuf| fs::metadata(path).and_then(|file| file.modified()).expect("a file");
    let probe = options.root.join("probe");
    while {
        fs::write(&probe, "").expect("a file");
        modified(&probe).duration_since(modified(&article)).unwrap_or_default() < Duration::from_millis(2_100)
    } {
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_change_that_keeps_length_and_time_is_noticed() {
    let fixture = paper_of(5);
    let options = fixture.options();
    change(&fixture, "Было так.");
    wait_until_settled(&options);
    // Twice: the first time all articles were read as they changed.
    done(&options);
    done(&options);
    let file = fixture.root().join("content/ru/n01.md");
    let before = fs::metadata(&file).and_then(|file| file.modified()).expect("a time");
    change(&fixture, "Стал так.");
    fs::File::options().write(true).open(&file).and_then(|file| file.set_modified(before)).expect("a time");
    done(&options);
    let site = files(&options.out);
    assert!(String::from_utf8_lossy(&site["/news/n01/index.html"]).contains("Стал так."));
    assert_eq!(site, anew(&options));
}

#[test]
fn what_is_damaged_is_read_again() {
    let fixture = paper_of(8);
    let options = fixture.options();
    done(&options);
    let all = kept(&options);
    assert!(all.iter().any(|path| path.ends_with("vocabulary")) && all.len() > 3, "{all:?}");
    for path in all.into_iter().filter(|path| path.extension().is_none_or(|ending| ending != "texts")) {
        let sound = fs::read(&path).expect("a file");
        let cut = sound[..sound.len() / 2].to_vec();
        let mut turned = sound.clone();
        *turned.last_mut().expect("a byte") ^= 1;
        for (number, damaged) in [cut, turned, b"\n".to_vec(), Vec::new()].into_iter().enumerate() {
            fs::write(&path, damaged).expect("a file");
            change(&fixture, &format!("Новое слово с{number}."));
            done(&options);
            assert_eq!(files(&options.out), anew(&options), "{}", path.display());
        }
    }
}

#[test]
fn texts_that_are_gone_are_read_again_and_others_are_not_taken_for_them() {
    let fixture = paper_of(8);
    let options = fixture.options();
    done(&options);
    for path in kept(&options).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "texts")) {
        let sound = fs::read(&path).expect("a file");
        fs::write(&path, &sound[..sound.len() / 2]).expect("a file");
        done(&options);
        assert_eq!(files(&options.out), anew(&options), "{}", path.display());
        let mut sound = fs::read(&path).expect("a file");
        *sound.first_mut().expect("a byte") ^= 1;
        fs::write(&path, sound).expect("a file");
    }
    // Pages that stay need no text; where one is needed, what somebody else has written is not published.
    done(&options);
    fs::remove_dir_all(&options.out).expect("the site");
    let Err(error @ BuildError::Cache(_)) = build(&options, &()) else { panic!("a damaged text was published") };
    assert!(error.to_string().contains("remove its folder"), "{error}");
    fs::remove_dir_all(&options.cache).expect("the cache");
    done(&options);
}

#[test]
fn texts_that_nobody_needs_do_not_pile_up() {
    let fixture = paper_of(3);
    let options = fixture.options();
    let long = "Слово за словом. ".repeat(2_000);
    let size = || -> u64 { kept(&options).iter().map(|path| fs::metadata(path).expect("a file").len()).sum() };
    change(&fixture, &long);
    done(&options);
    let first = size();
    for number in 0..12 {
        change(&fixture, &format!("{number} {long}"));
        done(&options);
    }
    assert!(size() < 5 * first, "{first} bytes became {}", size());
    assert_eq!(files(&options.out), anew(&options));
}
