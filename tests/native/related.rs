//! Related news are related: how many cards are on their article's own topic, over papers in which nothing but the words
//! says what an article is about.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use habarshy::publish::related::{RELATED, related};
use habarshy::publish::source::{Choice, Newsroom, read};
use habarshy::values::Lang;

use crate::fixture::{Fixture, SITE, article};

/// The least share of cards on the article's own topic.
const QUALITY: f64 = 0.97;

/// Topics by their nouns, which are inflected by `endings`; `common` words stand in every article.
struct Language {
    code: &'static str,
    topics: [&'static str; 8],
    endings: &'static [&'static str],
    common: &'static str,
}

const RUSSIAN: Language = Language {
    code: "ru",
    topics: [
        "матч гол вратар турнир чемпион судь",
        "концерт театр актер спектакл оркестр сценари",
        "урожа комбайн трактор пшениц агроном сад",
        "снег мороз ветер метел буран прогноз",
        "доктор пациент больниц вирус анализ укол",
        "поезд вагон вокзал рельс пассажир станци",
        "банк кредит рубл налог бюджет доход",
        "ученик учител урок экзамен класс тетрад",
    ],
    endings: &["", "а", "у", "ом", "е", "ам", "ами", "ах"],
    common: "год город люди время день работа место дело область жители глава новый первый большой вопрос решение",
};

const KAZAKH: Language = Language {
    code: "kk",
    topics: [
        "доп қақпа төреші жарыс чемпион стадион",
        "концерт театр әртіс қойылым оркестр сахна",
        "егін комбайн трактор бидай агроном бау",
        "аяз боран жел қар тұман болжам",
        "дәрігер емхана вирус талдау емделу аурухана",
        "пойыз вагон вокзал жолаушы бекет темір",
        "банк несие теңге салық қазына табыс",
        "оқушы мұғалім сабақ емтихан сынып дәптер",
    ],
    endings: &["", "лар", "дың", "ға", "да", "дан", "мен", "ларда", "ымыз"],
    common: "жыл қала адам уақыт күн жұмыс орын іс облыс тұрғын басшы жаңа бірінші үлкен мәселе шешім",
};

/// A number below `limit`, the next of a fixed series.
fn draw(series: &mut u64, limit: usize) -> usize {
    *series = series.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*series >> 33) as usize % limit
}

/// The topic and the words of the article of a number.
fn write(language: &Language, series: &mut u64) -> (usize, String) {
    let topic = draw(series, language.topics.len());
    let nouns: Vec<&str> = language.topics[topic].split(' ').collect();
    let common: Vec<&str> = language.common.split(' ').collect();
    let mut text = String::new();
    for _ in 0..60 + draw(series, 60) {
        // Two words of three say nothing of the topic.
        if draw(series, 3) == 0 {
            text.push_str(nouns[draw(series, nouns.len())]);
            text.push_str(language.endings[draw(series, language.endings.len())]);
        } else {
            text.push_str(common[draw(series, common.len())]);
        }
        text.push(' ');
    }
    (topic, text)
}

/// A paper of so many articles in each language, and the topic of each.
fn paper(count: usize) -> (Fixture, HashMap<String, String>) {
    let mut fixture = Fixture::empty().with("site.toml", SITE);
    let mut topics = HashMap::new();
    let mut series = 2026;
    for language in [RUSSIAN, KAZAKH] {
        for number in 0..count {
            let (topic, text) = write(&language, &mut series);
            let (year, month, day) = (2016 + number * 10 / count, 1 + number % 12, 1 + number % 28);
            let source = article("", &text).replace("2024-04-19", &format!("{year}-{month:02}-{day:02}"));
            let slug = format!("{}-{number}", language.code);
            fixture = fixture.with(&format!("content/{}/{slug}.md", language.code), &source);
            topics.insert(format!("{} {slug}", language.code), topic.to_string());
        }
    }
    (fixture, topics)
}

/// The share of cards on the topic of their article, by language.
fn quality(newsroom: &Newsroom, topics: &HashMap<String, String>) -> Vec<(Lang, f64)> {
    let topic = |index: usize| {
        let article = &newsroom.articles[index];
        &topics[&format!("{} {}", article.lang, article.slug)]
    };
    let chosen = related(&newsroom.articles);
    let of = |lang: Lang| {
        let articles = || (0..chosen.len()).filter(|index| newsroom.articles[*index].lang == lang);
        let right = articles().map(|own| chosen[own].iter().filter(|other| topic(**other) == topic(own)).count());
        (lang, right.sum::<usize>() as f64 / (articles().count() * RELATED) as f64)
    };
    [Lang::Ru, Lang::Kk].map(of).to_vec()
}

#[test]
fn cards_are_on_the_topic_of_their_article() {
    let (fixture, topics) = paper(2_000);
    for (lang, share) in quality(&fixture.read(), &topics) {
        assert!(share >= QUALITY, "{lang}: {share}");
    }
}

/// Scores a newsroom of your own: `TOPICS=folder cargo test --test native topic -- --nocapture`, where the folder has a
/// `topics.tsv` beside its `site.toml`: language, slug and topic of each article.
#[test]
fn cards_are_on_topic_in_a_newsroom_that_was_named() {
    let Some(folder) = std::env::var_os("TOPICS") else { return };
    let root = Path::new(&folder);
    let newsroom = read(root, Choice { now: i64::MAX, drafts: false }, None, &())
        .unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let table = fs::read_to_string(root.join("topics.tsv")).expect("topics.tsv");
    let row = |line: &str| {
        let [lang, slug, topic] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        (format!("{lang} {slug}"), topic.to_owned())
    };
    for (lang, share) in quality(&newsroom, &table.lines().map(row).collect()) {
        println!("{lang}: {share:.4}");
        assert!(share >= QUALITY || share.is_nan(), "{lang}: {share}");
    }
}

/// The slugs of the cards of an article.
fn cards(newsroom: &Newsroom, slug: &str) -> Vec<String> {
    let own = newsroom.articles.iter().position(|article| article.slug.as_str() == slug).expect("the article");
    related(&newsroom.articles)[own].iter().map(|other| newsroom.articles[*other].slug.to_string()).collect()
}

#[test]
fn versions_of_one_story_take_one_card() {
    let story = "Ночью на складе у вокзала начался пожар. К утру пожарные потушили огонь, никто не пострадал. \
                 Причину пожара выясняют, склад закрыт до конца недели.";
    let mut fixture = Fixture::empty().with("site.toml", SITE);
    for version in 0..6 {
        let text =
            article("", &format!("{story} Обновление номер {version}.")).replace("09:00", &format!("1{version}:00"));
        fixture = fixture.with(&format!("content/ru/fire-{version}.md"), &text);
    }
    for (slug, text) in [
        ("drill", "Пожарные провели учения у вокзала: условный огонь на складе потушили за час."),
        ("volunteers", "В пожарные пришли добровольцы: их учат тушить огонь и спасать людей."),
        ("alarm", "На вокзале поставили новую пожарную сигнализацию, огонь она заметит сама."),
        ("concert", "Оркестр дал концерт, зал аплодировал стоя."),
    ] {
        fixture = fixture.with(&format!("content/ru/{slug}.md"), &article("", text));
    }
    let cards = cards(&fixture.read(), "fire-0");
    assert_eq!(cards.iter().filter(|slug| slug.starts_with("fire")).count(), 1, "{cards:?}");
    assert_eq!(cards.len(), 4, "{cards:?}");
}

#[test]
fn an_article_like_no_other_gets_the_latest_of_its_section() {
    let mut fixture = Fixture::empty().with("site.toml", SITE);
    for number in 0..12 {
        let section = if number % 2 == 0 { "sport" } else { "society" };
        let text = article("", &format!("Одно{number} второе{number} третье{number}."))
            .replace("Заголовок", &format!("Слово{number}"))
            .replace("society", section)
            .replace("04-19", &format!("04-{:02}", number + 10));
        fixture = fixture.with(&format!("content/ru/n{number}.md"), &text);
    }
    assert_eq!(cards(&fixture.read(), "n2"), ["n10", "n8", "n6", "n4"]);
}
