//! The index of the search: what is in it, and that the same articles give the same one.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use habarshy::publish::build::build;
use habarshy::publish::output::{Fingerprint, Output, Place};
use serde_json::Value;

use crate::fixture::{Fixture, SITE, Site, article, files};
use crate::incremental::written;

/// A record of Pagefind: what it looks into, and what a result shows.
struct Record {
    content: String,
    meta: Value,
    filters: Value,
    shown: Value,
}

/// The records of a language by the paths of their articles.
fn records(site: &Path, lang: &str) -> BTreeMap<String, Record> {
    let folder = site.join("pagefind").join(lang).join("fragment");
    let files = files(&folder).into_values().map(|bytes| {
        let mut text = String::new();
        GzDecoder::new(&bytes[..]).read_to_string(&mut text).expect("a packed text");
        let mut record: Value = serde_json::from_str(text.trim_start_matches("pagefind_dcd")).expect("JSON");
        let shown: Value = serde_json::from_str(record["url"].as_str().expect("a text")).expect("JSON");
        let content = record["content"].as_str().expect("a text").to_owned();
        let (meta, filters) = (record["meta"].take(), record["filters"].take());
        (shown["path"].as_str().expect("a path").to_owned(), Record { content, meta, filters, shown })
    });
    files.collect()
}

fn kazakh(text: &str) -> String {
    article("", text).replace("Заголовок", "Мектептердегі қалалар")
}

#[test]
fn every_published_article_is_in_the_index_of_its_language() {
    let site = Fixture::new()
        .with("content/kk/forum.md", &kazakh("Мектептерде қысқа қарай."))
        .with("content/ru/later.md", &article("", "Потом.").replace("2024-04-19", "2090-01-01"))
        .publish();
    let paths = |lang: &str| records(&site.folder, lang).into_keys().collect::<Vec<_>>();
    assert_eq!(paths("ru"), ["/news/forum/"], "no draft, and nothing of the future");
    assert_eq!(paths("kk"), ["/kk/news/forum/"]);
}

#[test]
fn a_result_shows_what_a_card_shows() {
    let lines = "tags = [\"Водный спорт\"]\nauthors = [\"А. Автор\"]\nsummary = \"Вводка о пловцах.\"";
    let site = Fixture::empty()
        .with("site.toml", SITE)
        .with("content/ru/swim.md", &article(lines, "Заплыв с <b>ветром</b> & волной."))
        .publish();
    let records = records(&site.folder, "ru");
    let record = &records["/news/swim/"];
    assert_eq!(record.shown["title"], "Заголовок");
    assert_eq!(record.shown["teaser"], "Вводка о пловцах.");
    assert_eq!(record.shown["text"], "Заплыв с ветром & волной.");
    assert_eq!(record.shown["date"], "2024-04-19T09:00:00+05:00");
    assert_eq!(record.shown["day"], "19.04.2024");
    assert!(site.has(record.shown["picture"].as_str().expect("a path")), "its picture is there");
    assert_eq!(record.filters, serde_json::json!({ "day": ["2024-04-19"], "section": ["society"] }));
    for word in ["заплыв", "вводка", "автор"] {
        assert!(record.content.split(' ').any(|known| known == word), "{word}: {}", record.content);
    }
    assert_eq!((&record.meta["title"], &record.meta["tags"]), (&"заголовок".into(), &"водны спорт".into()));
}

#[test]
fn kazakh_words_stand_without_endings_and_in_the_letters_that_everyone_can_type() {
    let site = Fixture::empty()
        .with("site.toml", SITE)
        .with("content/kk/school.md", &kazakh("Мектептеріміздің жанындағы көшеттерді суғардық."))
        .publish();
    let records = records(&site.folder, "kk");
    let record = &records["/kk/news/school/"];
    assert_eq!(record.meta["title"], "мектеп кала");
    for word in ["мектеп", "кошет"] {
        assert!(record.content.split(' ').any(|known| known == word), "{word}: {}", record.content);
    }
}

#[test]
fn a_language_without_articles_says_so() {
    let site = Fixture::new().publish();
    let settings: Value = serde_json::from_str(&site.text("/pagefind/kk/habarshy.json")).expect("JSON");
    assert_eq!(settings["articles"], 0);
    assert!(!site.has("/pagefind/kk/pagefind-entry.json"));
    assert!(settings["endings"]["all"].as_array().expect("a list").contains(&"лар".into()));
    let sections = settings["sections"].as_array().expect("a list");
    assert_eq!(sections[0], serde_json::json!({ "id": "society", "name": "Қоғам", "path": "/kk/section/society/" }));
}

#[test]
fn an_article_that_goes_is_found_no_more_and_the_records_of_others_stay() {
    let Site { folder, newsroom } = Fixture::new().with("content/ru/second.md", &article("", "Второй.")).publish();
    let before = written(&folder);
    fs::remove_file(newsroom.root().join("content/ru/second.md")).expect("an article");
    build(&newsroom.options(), &()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(records(&folder, "ru").into_keys().collect::<Vec<_>>(), ["/news/forum/"]);
    let after = written(&folder);
    let is_record = |path: &&String| path.contains("/fragment/");
    for path in after.keys().filter(is_record) {
        assert_eq!(after[path], before[path], "{path}");
    }
    assert_eq!(after["/pagefind/pagefind.js"], before["/pagefind/pagefind.js"]);
}

#[test]
fn the_same_articles_give_the_same_index() {
    let paper = || {
        let fixture = Fixture::new();
        let text = |index: usize| format!("Снег и лед {index}, «кавычки» и NASA.");
        (0..40).fold(fixture, |fixture, index| {
            let lines = format!("tags = [\"Тема {}\"]", index % 7);
            fixture.with(&format!("content/ru/n{index}.md"), &article(&lines, &text(index)))
        })
    };
    let index = |site: Site| {
        site.files().into_iter().filter(|(path, _)| path.starts_with("/pagefind/")).collect::<BTreeMap<_, _>>()
    };
    let (one, other) = (index(paper().publish()), index(paper().publish()));
    assert!(one.len() > 40);
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    assert!(one == other, "byte by byte");
}

#[test]
fn a_touched_index_is_made_anew() {
    let Site { folder, newsroom } = Fixture::new().publish();
    let whole = files(&folder);
    let entry = folder.join("pagefind/ru/pagefind-entry.json");
    fs::write(&entry, "{}").expect("a file");
    build(&newsroom.options(), &()).unwrap_or_else(|error| panic!("{error}"));
    assert!(files(&folder) == whole);
}

#[test]
fn pages_can_be_in_place_before_what_comes_later() {
    let fixture = Fixture::empty();
    let (target, cache) = (fixture.root().join("site"), fixture.root().join("cache"));
    let begin = || {
        let place = Place::take(&target, &cache).expect("a place");
        Output::begin(place, Fingerprint::of(&[b"frame"]), false).expect("an output")
    };
    let text = |path: &str| fs::read_to_string(target.join(path)).unwrap_or_default();
    let mut first = begin();
    for path in ["/schema/page.schema.json", "/page", "/gone", "/later/old"] {
        first.write_if_changed(path, b"1").expect("a file");
    }
    first.commit().expect("a site");
    first.clean_up().expect("an empty folder");

    let mut second = begin();
    second.write_if_changed("/schema/page.schema.json", b"1").expect("a file");
    second.write_if_changed("/page", b"2").expect("a file");
    second.commit_all_but(&["/later/".to_owned()]).expect("a site");
    assert_eq!(["page", "gone", "later/old"].map(text), ["2", "", "1"], "the rest waits for nothing");
    second.write_if_changed("/later/new", b"2").expect("a file");
    let done = second.commit().expect("a site");
    second.clean_up().expect("an empty folder");
    assert_eq!(["page", "later/old", "later/new"].map(text), ["2", "", "2"]);
    assert_eq!((done.files, done.written, done.removed), (3, 2, 2));

    let mut third = begin();
    third.write_if_changed("/schema/page.schema.json", b"1").expect("a file");
    third.write_if_changed("/page", b"3").expect("a file");
    third.commit_all_but(&["/later/".to_owned()]).expect("a site");
    drop(third);
    assert_eq!(["page", "later/new"].map(text), ["3", "2"], "a build that ends early leaves what was");
    let fourth = begin();
    assert!(fourth.is_unchanged(&["/page"], Fingerprint::of(&[b"3"])), "and the next one knows of it");
    assert!(fourth.is_unchanged(&["/later/new"], Fingerprint::of(&[b"2"])));
}
