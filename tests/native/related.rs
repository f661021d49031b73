//! Related news are related: how many cards are on their article's own topic, over papers in which nothing but the
//! words says what an article is about; and they are not worse than what the textbook finds.

mod corpus;
mod textbook;

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

/// How much more the cards of an article may be alike than those of the textbook, which are on its rubric less often.
const LIKENESS: f64 = 1.15;

#[test]
fn cards_are_no_worse_and_no_more_alike_than_those_of_the_textbook() {
    for (count, seed) in [(300, 1), (300, 2), (300, 3), (1_500, 4), (1_500, 5)] {
        let texts = corpus::write(count, seed);
        let mut fixture = Fixture::empty().with("site.toml", SITE);
        for (number, text) in texts.iter().enumerate() {
            let (year, month, day) = (2024 - text.age / 336, 12 - text.age % 336 / 28, 28 - text.age % 28);
            let source = article("", &text.text)
                .replace("Заголовок", &text.title)
                .replace("2024-04-19", &format!("{year}-{month:02}-{day:02}"));
            fixture = fixture.with(&format!("content/ru/{number}.md"), &source);
        }
        let newsroom = fixture.read();
        let number = |index: usize| -> usize { newsroom.articles[index].slug.as_str().parse().expect("a number") };
        let mut ours = vec![Vec::new(); count];
        for (own, cards) in related(&newsroom.articles).into_iter().enumerate() {
            ours[number(own)] = cards.into_iter().map(number).collect();
        }
        let textbook = textbook::Textbook::new(&texts);
        let theirs = textbook.nearest();
        let share = |cards: &[Vec<usize>]| {
            let right = |(own, cards): (usize, &Vec<usize>)| {
                cards.iter().filter(|other| texts[**other].rubric == texts[own].rubric).count()
            };
            cards.iter().enumerate().map(right).sum::<usize>() as f64 / (count * RELATED) as f64
        };
        let (good, bar) = (share(&ours), share(&theirs));
        let (alike, usual) = (textbook.likeness(&ours), textbook.likeness(&theirs));
        println!("{count} articles, {seed}: {good:.3} beside {bar:.3}, alike {alike:.3} beside {usual:.3}");
        assert!((0.6..0.8).contains(&bar), "{count}, {seed}: {bar} is no measure");
        assert!(good >= bar, "{count}, {seed}: {good} < {bar}");
        assert!(alike <= usual * LIKENESS, "{count}, {seed}: {alike} > {usual}");
    }
}

/// A paper of articles by slug, headline and text, each a day older than the one before.
fn paper_of(articles: &[(String, String, String)]) -> Newsroom {
    let mut fixture = Fixture::empty().with("site.toml", SITE);
    for (age, (slug, title, text)) in articles.iter().enumerate() {
        let date = format!("2024-{:02}-{:02}", 12 - age / 28, 28 - age % 28);
        let source = article("", text).replace("Заголовок", title).replace("2024-04-19", &date);
        fixture = fixture.with(&format!("content/ru/{slug}.md"), &source);
    }
    fixture.read()
}

#[test]
fn bulletins_of_one_headline_take_one_card() {
    let mut articles = Vec::new();
    for day in 1..=28 {
        articles.push((
            format!("weather-{day}"),
            format!("Погода на {day} марта"),
            format!("Синоптики обещают снег и ветер, ночью мороз до {day} градусов, днём метель и гололёд на дорогах."),
        ));
        articles.push((
            format!("rates-{day}"),
            format!("Курс доллара на {day} марта 2024 года: {}", 440 + day),
            format!(
                "Биржа открылась, доллар стоит {} тенге, евро дороже, рубль дешевле, торги закрылись днём.",
                440 + day
            ),
        ));
    }
    for (slug, title, text) in [
        ("storm", "Метель закрыла трассу", "Снег и ветер закрыли трассу, синоптики ждут мороз и гололёд до утра."),
        ("ice", "Гололёд на дорогах города", "Гололёд и мороз на дорогах, метель утихла, синоптики обещают ветер."),
        ("sledge", "Каток залили раньше", "Мороз пришёл рано, снег лёг, каток залили, синоптики обещают метель."),
    ] {
        articles.push((slug.to_owned(), title.to_owned(), text.to_owned()));
    }
    let newsroom = paper_of(&articles);
    for slug in ["weather-3", "rates-28", "storm"] {
        let cards = cards(&newsroom, slug);
        for bulletin in ["weather", "rates"] {
            let count = cards.iter().filter(|slug| slug.starts_with(bulletin)).count();
            assert!(count <= 1, "{slug}: {cards:?}");
        }
        assert_eq!(cards.len(), RELATED, "{slug}: {cards:?}");
    }
    let cards = cards(&newsroom, "weather-3");
    assert!(["storm", "ice", "sledge"].iter().all(|slug| cards.iter().any(|card| card == slug)), "{cards:?}");
}

#[test]
fn a_shared_name_alone_makes_no_neighbour() {
    let sport = "матч гол вратарь турнир чемпион судья пенальти тренер защитник стадион";
    let bank = "банк кредит рубль налог бюджет доход вклад акция биржа процент";
    let said = |words: &str, skip: usize| -> String {
        words
            .split(' ')
            .enumerate()
            .filter(|(place, _)| place % 5 != skip)
            .map(|(_, word)| format!("{word} "))
            .collect()
    };
    let of = |slug: String, title: &str, text: String| (slug, title.to_owned(), text);
    let name = "Жаксылык Оспанкулов. Оспанкулов Жаксылык. Оспанкулов.";
    let mut articles = vec![
        of("own".to_owned(), "Игра вничью", format!("{} {name}", said(sport, 0))),
        of("namesake".to_owned(), "Ставка снижена", format!("{} {name}", said(bank, 0))),
    ];
    for number in 0..5 {
        articles.push(of(format!("bank-{number}"), "Деньги", said(bank, number)));
    }
    for number in 0..20 {
        articles.push(of(format!("other-{number}"), "Разное", format!("слово{number} дело{number} вещь{number}")));
    }
    // Nothing is better yet.
    assert_eq!(cards(&paper_of(&articles), "own")[0], "namesake");
    for number in 0..5 {
        articles.push(of(format!("sport-{number}"), "Спорт", said(sport, number)));
    }
    let cards = cards(&paper_of(&articles), "own");
    assert!(cards.iter().all(|slug| slug.starts_with("sport")), "{cards:?}");
}

#[test]
fn two_words_make_better_neighbours_than_a_name() {
    let of = |slug: &str, text: &str| (slug.to_owned(), "Заголовок".to_owned(), text.to_owned());
    let mut articles = vec![
        of("own", "Оспанкулов. Снегопад, теплица. Оспанкулов рассказал соседям, Оспанкулов доволен."),
        of("namesake", "Оспанкулов. Вратарь, концерт. Оспанкулов купил лодку, Оспанкулов уехал."),
    ];
    for number in 0..12 {
        let word = if number < 4 { "Снегопад, теплица." } else { "Погода." };
        let text = format!("{word} Слово{number} дело{number} вещь{number} место{number} время{number} мысль{number}.");
        articles.push(of(&format!("{}-{number}", if number < 4 { "two" } else { "other" }), &text));
    }
    let cards = cards(&paper_of(&articles), "own");
    assert!(cards.iter().all(|slug| slug.starts_with("two")), "{cards:?}");
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
