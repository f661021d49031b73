//! Drawn covers: a set that does not grow with the paper, and hardly a page that shows one twice.

use std::collections::{BTreeMap, BTreeSet};

use habarshy::model::{Card, Content};
use habarshy::publish::index::SiteIndex;
use habarshy::publish::source::Newsroom;
use habarshy::routes::Route;

use crate::fixture::{Fixture, SITE, article};

const SECTIONS: [&str; 6] = ["society", "nature", "culture", "sport", "economy", "youth"];

/// A paper of so many Russian articles without pictures, two fifths of them translated within three days: some sections
/// have more than others, and some tags are everywhere while most are rare.
fn paper(count: usize) -> Fixture {
    let sections = SECTIONS.iter().skip(1).filter(|id| **id != "sport");
    let more: String = sections
        .map(|id| format!("[[sections]]\nid = \"{id}\"\nname = {{ ru = \"{id}\", kk = \"{id}\" }}\n"))
        .collect();
    let fixture = Fixture::empty().with("site.toml", &SITE.replacen("[footer]", &format!("{more}[footer]"), 1));
    (0..count).fold(fixture, add)
}

/// Adds an article, newer than those of smaller numbers.
fn add(fixture: Fixture, number: usize) -> Fixture {
    let mut seed = number as u64 + 1;
    let mut lot = |among: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((seed >> 33) as usize) % among
    };
    // The smaller of two lots is mostly small: so are the numbers of what is frequent.
    let section = SECTIONS[lot(6).min(lot(6))];
    let tags: BTreeSet<usize> = (0..lot(5)).map(|_| lot(60).min(lot(60)).min(lot(60))).collect();
    let tags: Vec<String> = tags.into_iter().map(|tag| format!("\"Тема {tag}\"")).collect();
    let text = |later: usize| {
        let day = number / 3 + later;
        let (year, month, date) = (2020 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
        article(&format!("tags = [{}]", tags.join(", ")), &format!("Текст номер {number}."))
            .replace(
                "2024-04-19T09:00",
                &format!("{year}-{month:02}-{date:02}T{:02}:{:02}", 8 + number % 3, number % 60),
            )
            .replace("society", section)
    };
    let fixture = fixture.with(&format!("content/ru/story-{number}.md"), &text(0));
    if lot(5) < 2 { fixture.with(&format!("content/kk/story-{number}.md"), &text(lot(4))) } else { fixture }
}

/// The path of each article's cover, by its language and slug.
fn covers(newsroom: &Newsroom) -> BTreeMap<(String, String), String> {
    let index = SiteIndex::new(newsroom);
    let cover = |article| index.card(article).picture.src.to_string();
    let articles = newsroom.articles.iter();
    articles.map(|article| ((article.lang.to_string(), article.slug.to_string()), cover(article))).collect()
}

/// What is shown on the pages of front, sections and tags.
fn pages(index: &SiteIndex<'_>) -> Vec<Vec<Card>> {
    let addresses = index.list_addresses().into_iter();
    let lists =
        addresses.filter(|address| matches!(address.route, Route::Front(_) | Route::Section(..) | Route::Tag(..)));
    let cards = |content| match content {
        Content::Front(front) => front.lead.into_iter().chain(front.cards).collect(),
        Content::List(list) => list.cards,
        _ => Vec::new(),
    };
    lists.filter_map(|address| Some(cards(index.list(&address)?.content))).collect()
}

#[test]
fn few_pages_show_a_cover_twice_and_all_articles_share_some_hundreds() {
    let newsroom = paper(1_200).read();
    let index = SiteIndex::new(&newsroom);
    let pages = pages(&index);
    let repeats = |cards: &&Vec<Card>| {
        let different: BTreeSet<&str> = cards.iter().map(|card| card.picture.src.as_str()).collect();
        different.len() < cards.len()
    };
    let (all, with_repeats) = (pages.len(), pages.iter().filter(repeats).count());
    assert!(all > 300);
    assert!(with_repeats * 20 < all, "{with_repeats} of {all} pages show a cover twice");
    let used = index.covers().count();
    assert!((200..=416).contains(&used), "{used} files");
}

#[test]
fn a_newest_article_changes_no_other_cover() {
    let fixture = paper(300);
    let before = covers(&fixture.read());
    let newest = article("", "Новое.").replace("2024-04-19", "2026-01-01");
    // The translation of an old article is new, too, and shares its cover.
    let fixture = (300..303).fold(fixture, add).with("content/ru/newest.md", &newest);
    let late = |number: usize| !before.contains_key(&("kk".to_owned(), format!("story-{number}")));
    let late = (0..300).find(|number| late(*number)).expect("an article without a translation");
    let file = format!("content/ru/story-{late}.md");
    let text = std::fs::read_to_string(fixture.root().join(file)).expect("an article");
    let (head, rest) = text.split_once("date = ").expect("a date");
    let (_, rest) = rest.split_once('\n').expect("a line");
    let fixture = fixture
        .with(&format!("content/kk/story-{late}.md"), &format!("{head}date = 2026-02-01T09:00:00+05:00\n{rest}"));
    let after = covers(&fixture.read());
    assert!(after.len() > before.len() + 4);
    for (article, cover) in &before {
        assert_eq!(after.get(article), Some(cover), "{article:?}");
    }
    let slug = format!("story-{late}");
    assert_eq!(after[&("kk".to_owned(), slug.clone())], after[&("ru".to_owned(), slug)]);
}

#[test]
fn only_covers_that_are_used_are_written_and_each_is_there() {
    let site = paper(60).publish();
    let written: BTreeSet<String> = site.files().into_keys().filter(|path| path.starts_with("/media/drawn/")).collect();
    let newsroom = site.newsroom.read();
    let used: BTreeSet<String> = covers(&newsroom).into_values().collect();
    assert_eq!(written, used);
    for path in &written {
        let motif = path.trim_start_matches("/media/drawn/").split('-').next().expect("a motif");
        assert!(motif.bytes().all(|b| b.is_ascii_lowercase()), "{path}");
        assert!(site.text(path).starts_with("<svg "), "{path}");
    }
}
