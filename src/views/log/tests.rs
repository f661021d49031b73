//! What is remembered of views, and what survives.

use super::*;

const MINUTE: i64 = 60_000;

fn parse(text: &str) -> ViewLog {
    ViewLog::parse(text).unwrap_or_default()
}

fn look(path: &str) -> ViewEvent<'_> {
    ViewEvent { path, title: "", shared: 0 }
}

#[test]
fn a_second_look_within_the_window_is_the_same_view() {
    let mut log = ViewLog::default();
    assert!(!log.is_same_view("/news/a/", 0, 30));
    log.count(look("/news/a/"), 1_000 * MINUTE);
    for (minutes, same) in [(1_000, true), (1_029, true), (1_030, false), (980, true), (10, false)] {
        assert_eq!(log.is_same_view("/news/a/", minutes * MINUTE, 30), same, "{minutes}");
    }
    assert!(!log.is_same_view("/news/b/", 1_000 * MINUTE, 30));
    assert!(!log.is_same_view("/news/a/", 1_000 * MINUTE, 0));
}

#[test]
fn what_was_counted_is_read_again() {
    let mut log = ViewLog::default();
    log.count(look("/news/b/"), 5);
    log.count(look("/news/a/"), 6);
    log.count(look("/news/b/"), 7);
    log.count(look("/kk/news/a/"), 8);
    let again = parse(&log.to_json());
    assert_eq!(again, log);
    assert_eq!(["/news/a/", "/news/b/", "/kk/news/a/", "/news/c/"].map(|path| again.views(path)), [1, 2, 1, 0]);
}

#[test]
fn a_broken_store_is_an_empty_one() {
    for broken in [
        "",
        "{",
        "[]",
        "null",
        "7",
        r#"{"version":0,"views":{"/a/":[1,0]}}"#,
        r#"{"version":"2","views":{"/a/":[1,0]}}"#,
        r#"{"version":1,"views":[]}"#,
    ] {
        assert_eq!(parse(broken), ViewLog::default(), "{broken}");
    }
}

#[test]
fn a_broken_entry_goes_alone() {
    let log =
        parse(r#"{"version":1,"views":{"/a/":[-1,0],"/b/":[1],"/c/":"x","/d\"/":[9,9],"//host/":[9,9],"/e/":[3,4]}}"#);
    assert_eq!(log.to_json(), r#"{"version":2,"views":{"/e/":[3,4,0,0,""]}}"#);
}

#[test]
fn the_oldest_make_room() {
    let mut log = ViewLog::default();
    for number in 0..CAPACITY {
        log.count(look(&format!("/news/{number}/")), number as i64 + 1);
    }
    // A clock that stands before all others must not let the article go that is being read.
    log.count(look("/news/new/"), 0);
    assert_eq!(log.entries.len(), CAPACITY);
    assert_eq!(["/news/0/", "/news/1/", "/news/new/"].map(|path| log.views(path)), [0, 1, 1]);
}

#[test]
fn a_full_count_stays_full() {
    let mut log = parse(r#"{"version":1,"views":{"/news/a/":[4294967295,0]}}"#);
    log.count(look("/news/a/"), 1);
    assert_eq!(log.views("/news/a/"), u64::from(u32::MAX));
}

#[test]
fn what_the_first_version_kept_is_kept() {
    let log = parse(r#"{"version":1,"views":{"/news/a/":[2,1713500000000]}}"#);
    assert_eq!((log.views("/news/a/"), log.last("/news/a/")), (2, Some(1_713_500_000_000)));
    assert_eq!(log.to_json(), r#"{"version":2,"views":{"/news/a/":[2,1713500000000,0,0,""]}}"#);
}

#[test]
fn what_a_later_version_kept_is_not_touched() {
    assert_eq!(ViewLog::parse(r#"{"version":3,"views":{}}"#), None);
}

#[test]
fn headlines_are_remembered_as_they_are() {
    let title = "«Центр» \\ \"A\" </script> \u{7f} 🐎\n\u{1}";
    let mut log = ViewLog::default();
    log.count(ViewEvent { path: "/news/a/", title, shared: 7 }, 5);
    let again = parse(&log.to_json());
    assert_eq!(again.title("/news/a/"), title);
    assert_eq!(again.history(9), [("/news/a/", title)]);
}

#[test]
fn the_history_begins_with_the_last_and_ends_with_what_a_wrong_clock_saw() {
    let mut log = ViewLog::default();
    for (path, at) in [("/a/", 10), ("/b/", 9_999), ("/c/", 30), ("/d/", 20)] {
        log.count(ViewEvent { path, title: "T", shared: 0 }, at);
    }
    let paths: Vec<&str> = log.history(100).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["/c/", "/d/", "/a/", "/b/"]);
}

#[test]
fn the_headlines_of_the_last_hundred_are_enough() {
    let mut log = ViewLog::default();
    for number in 0..=TITLES {
        log.count(ViewEvent { path: &format!("/news/{number}/"), title: "T", shared: 0 }, number as i64);
    }
    assert_eq!(log.history(i64::MAX).len(), TITLES);
    assert_eq!((log.title("/news/0/"), log.views("/news/0/")), ("", 1));
}

#[test]
fn views_from_before_an_import_are_among_the_published_ones() {
    let mut log = ViewLog::default();
    let look = |shared| ViewEvent { path: "/news/a/", title: "", shared };
    log.count(look(40), 1);
    log.count(look(40), 2);
    assert_eq!(log.views_since("/news/a/", 40), 2);
    // The next import has them; the reader has not come back yet.
    assert_eq!(log.views_since("/news/a/", 55), 0);
    log.count(look(55), 3);
    let log = parse(&log.to_json());
    assert_eq!((log.views_since("/news/a/", 55), log.views("/news/a/")), (1, 3));
    // A tab that has not heard of the import.
    assert_eq!(log.views_since("/news/a/", 40), 1);
}

#[test]
fn a_clock_that_was_years_ahead_leaves_nothing_that_stays_for_ever() {
    let mut log = ViewLog::default();
    log.count(look("/news/future/"), 4_000_000_000_000);
    for number in 0..CAPACITY {
        log.count(look(&format!("/news/{number}/")), 1_700_000_000_000 + number as i64);
    }
    assert!(!log.is_known("/news/future/"));
}
