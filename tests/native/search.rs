//! The search: what is found by what, over sites that were built, and what their indexes consist of.

mod folder;
mod measured;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use habarshy::publish::build::build;
use habarshy::search::{Filters, Question, Sort, When};
use habarshy::values::{Day, Lang};

use crate::fixture::{Fixture, SITE, Site, article, files};
use folder::Folder;

/// A paper in a language whose articles have these names, headlines and texts; the later ones are older.
fn paper(lang: Lang, articles: &[(&str, &str, &str)]) -> Site {
    let mut fixture = Fixture::empty().with("site.toml", SITE);
    for (place, (slug, title, text)) in articles.iter().enumerate() {
        let day = format!("2024-04-{:02}", 28 - place % 28);
        let source = article("", text).replace("Заголовок", title).replace("2024-04-19", &day);
        fixture = fixture.with(&format!("content/{lang}/{slug}.md"), &source);
    }
    fixture.publish()
}

#[test]
fn every_published_article_is_found_in_its_language_alone() {
    let site = Fixture::new()
        .with("content/kk/forum.md", &article("", "Мектептерде қысқа қарай.").replace("Заголовок", "Мектеп"))
        .with("content/ru/later.md", &article("", "Форум потом.").replace("2024-04-19", "2090-01-01"))
        .publish();
    let folder = Folder::new(&site.folder);
    assert_eq!(folder.slugs(Lang::Ru, "форум"), ["forum"], "no draft, and nothing of the future");
    assert_eq!(folder.slugs(Lang::Kk, "мектеп"), ["forum"]);
    assert!(folder.slugs(Lang::Ru, "мектеп").is_empty());
}

#[test]
fn an_article_is_found_by_all_that_it_says() {
    let lines =
        "tags = [\"Водный спорт\"]\nauthors = [\"А. Авторов\"]\nsource = \"Вестник\"\nsummary = \"Вводка о пловцах.\"";
    let text = article(lines, "Заплыв с <b>ветром</b> & волной.").replace("Заголовок", "Через озеро");
    let site = Fixture::empty().with("site.toml", SITE).with("content/ru/swim.md", &text).publish();
    let folder = Folder::new(&site.folder);
    for word in ["озера", "водного", "авторов", "вестник", "вводка", "пловец", "ветер", "заплыва"]
    {
        assert_eq!(folder.slugs(Lang::Ru, word), ["swim"], "{word}");
    }
    let question = Question { text: "заплыв".to_owned(), ..Question::default() };
    let found = folder.ask(Lang::Ru, &question, None).expect("an answer").found;
    let card = &found.articles[0].card;
    assert_eq!((found.total, card.title.as_str(), card.teaser.as_str()), (1, "Через озеро", "Вводка о пловцах."));
    assert!(site.has(card.picture.src.as_str()), "its picture is there");
}

#[test]
fn a_language_without_articles_finds_none() {
    let site = Fixture::new().publish();
    let folder = Folder::new(&site.folder);
    assert_eq!(folder.manifest_of(Lang::Kk).articles, 0);
    assert!(folder.slugs(Lang::Kk, "форум").is_empty());
}

#[test]
fn exact_forms_come_first_and_headlines_before_texts() {
    let site = paper(
        Lang::Ru,
        &[
            ("form", "Сводка", "В лесах пожары."),
            ("exact", "Сводка", "В лесу пожар."),
            ("title", "Пожар потушен", "К вечеру все кончилось."),
            ("other", "Пожарище", "Ничего."),
        ],
    );
    let folder = Folder::new(&site.folder);
    let slugs = folder.slugs(Lang::Ru, "пожар ");
    assert_eq!(slugs[..3], ["title", "exact", "form"], "{slugs:?}");
}

#[test]
fn all_words_come_before_some_and_question_words_need_not_be_there() {
    let site = paper(
        Lang::Ru,
        &[
            ("snow", "Снег", "Снег, снег и снег."),
            ("both", "Погода", "В горах выпал снег, дорога закрыта."),
            ("road", "Дорога", "Дорога, дорога."),
        ],
    );
    let folder = Folder::new(&site.folder);
    assert_eq!(folder.slugs(Lang::Ru, "снег дорога")[0], "both");
    assert_eq!(folder.slugs(Lang::Ru, "Почему в горах закрыли дорогу?")[0], "both");
    assert!(!folder.slugs(Lang::Ru, "почему").contains(&"snow".to_owned()));
}

#[test]
fn half_words_mistakes_and_the_other_keyboard_are_understood() {
    let site = paper(
        Lang::Ru,
        &[
            ("engine", "Новый двигатель", "Завод собрал двигатели."),
            ("pay", "Зарплата учителей", "Россия и Казахстан."),
            ("club", "Go-клуб", "Играют в C++ и на F-16, рейс № 5."),
        ],
    );
    let folder = Folder::new(&site.folder);
    for (text, slug) in [
        ("двиг", "engine"),
        ("двигатилей", "engine"),
        ("зараплата", "pay"),
        ("росия", "pay"),
        ("ldbufntkm", "engine"),
        ("dvigatel", "engine"),
        ("f16", "club"),
        ("клуб", "club"),
        ("c++", "club"),
    ] {
        assert_eq!(folder.slugs(Lang::Ru, text).first().map(String::as_str), Some(slug), "{text}");
    }
    assert_eq!(folder.instead(Lang::Ru, "ldbufntkm").as_deref(), Some("двигатель"));
    assert_eq!(folder.instead(Lang::Ru, "новая зараплата").as_deref(), Some("новая зарплата"));
    assert_eq!(folder.instead(Lang::Ru, "двигатели"), None);
    for nonsense in ["абракадабра", "qwrtplk", "ыыъ", "+++", "№"] {
        assert!(folder.slugs(Lang::Ru, nonsense).is_empty(), "{nonsense}");
    }
}

#[test]
fn filters_limit_and_order() {
    let with = |slug: &str, section: &str, day: &str| {
        let text = article("", "Снег.").replace("society", section).replace("2024-04-19", day);
        (format!("content/ru/{slug}.md"), text)
    };
    let articles = [
        with("new", "sport", "2024-04-19"),
        with("week", "society", "2024-04-14"),
        with("month", "society", "2024-03-25"),
        with("old", "society", "2020-01-01"),
    ];
    let fixture = Fixture::empty().with("site.toml", SITE);
    let site = articles.into_iter().fold(fixture, |fixture, (file, text)| fixture.with(&file, &text)).publish();
    let folder = Folder::new(&site.folder);
    let today = Day::parse("2024-04-20").ok();
    let by = |section: &str, when, sort| {
        let filters = Filters { section: section.to_owned(), when, sort };
        folder.slugs_by(Lang::Ru, "снег", filters, today)
    };
    assert_eq!(by("", When::Ever, Sort::Date), ["new", "week", "month", "old"]);
    assert_eq!(by("", When::Month, Sort::Date), ["new", "week", "month"]);
    assert_eq!(by("", When::Week, Sort::Date), ["new", "week"]);
    assert_eq!(by("society", When::Week, Sort::Relevance), ["week"]);
    assert_eq!(by("sport", When::Year, Sort::Relevance), ["new"]);
    assert!(by("nothing", When::Ever, Sort::Relevance).is_empty());
}

/// The files of the index by their paths.
fn index(site: &Site) -> BTreeMap<String, Vec<u8>> {
    files(&site.folder).into_iter().filter(|(path, _)| path.starts_with("/search-index/")).collect()
}

/// A paper of so many short articles, one a day.
fn many(count: usize) -> Fixture {
    let text = |index: usize| format!("Снег и лед {index}, «кавычки» и NASA. Слово{index} словами.");
    (0..count).fold(Fixture::new(), |fixture, index| {
        let lines = format!("tags = [\"Тема {}\"]", index % 7);
        let day = format!("{}-{:02}-{:02}", 2010 + index / 336, index / 28 % 12 + 1, index % 28 + 1);
        let source = article(&lines, &text(index)).replace("2024-04-19", &day);
        fixture.with(&format!("content/ru/n{index}.md"), &source)
    })
}

#[test]
fn the_same_articles_give_the_same_index_in_few_files() {
    let (one, other) = (index(&many(200).publish()), index(&many(200).publish()));
    assert!(one == other, "byte by byte");
    assert!(one.len() < 25, "{} files for 200 articles", one.len());
}

#[test]
fn an_article_that_goes_is_found_no_more_and_most_files_stay() {
    let site = many(400).publish();
    let before = index(&site);
    let Site { folder, newsroom } = &site;
    fs::remove_file(newsroom.root().join("content/ru/n399.md")).expect("an article");
    build(&newsroom.options(), &()).unwrap_or_else(|error| panic!("{error}"));
    let after = index(&site);
    assert!(Folder::new(folder).slugs(Lang::Ru, "слово399").is_empty());
    let same = after.keys().filter(|path| before.contains_key(*path)).count();
    assert!(same * 2 > after.len(), "{same} of {}", after.len());
}

#[test]
fn a_page_from_before_a_deploy_asks_once_for_the_new_manifest() {
    let site = many(3).publish();
    let folder = Folder::new(&site.folder);
    let mut old = folder.manifest_of(Lang::Ru);
    old.shards = "0".repeat(old.shards.len());
    folder.kept.replace(Some((Lang::Ru, old.into())));
    assert!(!folder.slugs(Lang::Ru, "снег").is_empty());
    assert_eq!(folder.manifests.get(), 1);
    let mut broken = folder.manifest_of(Lang::Ru);
    broken.format += 1;
    folder.kept.replace(Some((Lang::Ru, broken.into())));
    let question = Question { text: "снег".to_owned(), ..Question::default() };
    assert!(folder.ask(Lang::Ru, &question, None).is_err(), "another form is not guessed at");
}

#[test]
fn a_touched_index_is_made_anew() {
    let site = Fixture::new().publish();
    let whole = files(&site.folder);
    for path in index(&site).keys() {
        fs::write(site.folder.join(path.trim_start_matches('/')), "{}").expect("a file");
    }
    build(&site.newsroom.options(), &()).unwrap_or_else(|error| panic!("{error}"));
    assert!(files(&site.folder) == whole);
}

#[test]
fn damaged_files_find_less_and_never_panic() {
    let site = many(30).publish();
    let all: Vec<String> = index(&site).into_keys().filter(|path| path.ends_with(".bin")).collect();
    for path in all {
        let place = site.folder.join(path.trim_start_matches('/'));
        let bytes = fs::read(&place).expect("a file");
        let mut plain = Vec::new();
        DeflateDecoder::new(&bytes[..]).read_to_end(&mut plain).expect("a packed file");
        for step in [1, 7, 31] {
            let damaged: Vec<u8> =
                plain.iter().enumerate().map(|(at, byte)| if at % step == 0 { !byte } else { *byte }).collect();
            let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
            packed.write_all(&damaged).expect("a buffer");
            fs::write(&place, packed.finish().expect("a buffer")).expect("a file");
            let folder = Folder::new(&site.folder);
            for text in ["снег", "снежок", "слово7", "словоооо"] {
                let _ = folder.slugs(Lang::Ru, text);
            }
        }
        fs::write(&place, bytes).expect("a file");
    }
}
