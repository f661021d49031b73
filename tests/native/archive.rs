//! The archive by year and month, and the ways from an article to others of its section.

use std::collections::BTreeSet;
use std::fs;

use habarshy::publish::build::build;
use serde_json::Value;

use crate::fixture::{Fixture, SITE, Site, article, files, paper_of, text, texts, values};

/// An article with a date.
fn dated(date: &str) -> String {
    article("", "Текст.").replace("2024-04-19T09:00:00+05:00", date)
}

/// Two years: March of one, January and December of the other, and a Kazakh January.
fn years() -> Fixture {
    let december = (1..=21).fold(Fixture::empty().with("site.toml", SITE), |fixture, day| {
        fixture.with(&format!("content/ru/d{day:02}.md"), &dated(&format!("2024-12-{day:02}T09:00:00+05:00")))
    });
    december
        .with("content/ru/march.md", &dated("2022-03-31T09:00:00+05:00"))
        .with("content/ru/january.md", &dated("2024-01-01T09:00:00+05:00"))
        .with("content/kk/january.md", &dated("2024-01-01T09:00:00+05:00"))
}

fn archived(site: &Site, path: &str) -> Vec<String> {
    values(&site.page(path), ".further h2 a, .further li a", "href")
}

#[test]
fn the_archive_has_every_month_that_has_articles() {
    let site = years().publish();
    let all = ["/archive/2024/", "/archive/2024/12/", "/archive/2024/01/", "/archive/2022/", "/archive/2022/03/"];
    assert_eq!(archived(&site, "/archive/"), all);
    assert_eq!(archived(&site, "/archive/2024/"), ["/archive/2024/12/", "/archive/2024/01/"]);
    assert_eq!(archived(&site, "/kk/archive/"), ["/kk/archive/2024/", "/kk/archive/2024/01/"]);
    let page = site.page("/archive/");
    assert_eq!(text(&page, "main h1"), "Архив");
    assert_eq!(texts(&page, ".further li"), ["Декабрь 21 статья", "Январь 1 статья", "Март 1 статья"]);
    assert_eq!(text(&page, ".listing-head .listing-note"), "23 статьи");
    assert_eq!(text(&site.page("/archive/2024/"), "main h1"), "Архив 2024");
    assert_eq!(values(&site.page("/archive/2024/"), ".listing-kind a", "href"), ["/archive/"]);
    assert_eq!(text(&site.page("/kk/archive/2024/"), ".further li"), "Қаңтар 1 мақала");
    let pages = site.files().into_keys().filter(|path| path.starts_with("/archive/") && path.ends_with(".html"));
    // The archive itself, and the second page of December.
    assert_eq!(pages.count(), all.len() + 2, "no page of an empty month");
    // Every page leads there.
    assert_eq!(values(&site.page("/news/march/"), "footer a[href='/archive/']", "href").len(), 1);
    assert_eq!(values(&site.page("/search/"), ".without-script a", "href"), ["/archive/"]);
}

#[test]
fn a_paper_without_articles_has_an_empty_archive() {
    let draft = article("draft = true", "Позже.");
    let site = Fixture::empty().with("site.toml", SITE).with("content/ru/draft.md", &draft).publish();
    assert_eq!(archived(&site, "/archive/"), Vec::<String>::new());
    assert_eq!(text(&site.page("/archive/"), "main .empty"), "Здесь пока нет материалов. На главную");
}

#[test]
fn a_month_has_its_articles_and_leads_to_its_neighbours() {
    let site = years().publish();
    let cards = |path: &str| values(&site.page(path), "main article.card a", "href");
    let (first, second) = (cards("/archive/2024/12/"), cards("/archive/2024/12/page/2/"));
    assert_eq!((first.len(), first[0].as_str()), (20, "/news/d21/"));
    assert_eq!(second, ["/news/d01/"]);
    assert_eq!(text(&site.page("/archive/2024/12/"), "main h1"), "Декабрь 2024");
    assert_eq!(text(&site.page("/kk/archive/2024/01/"), "main h1"), "Қаңтар 2024");
    let ways = |path: &str| {
        let page = site.page(path);
        let label = "nav.neighbours a";
        texts(&page, label).into_iter().zip(values(&page, label, "href")).collect::<Vec<_>>()
    };
    let way = |name: &str, path: &str| (name.to_owned(), path.to_owned());
    let march = way("Раньше Март 2022", "/archive/2022/03/");
    assert_eq!(ways("/archive/2024/01/"), [march, way("Новее Декабрь 2024", "/archive/2024/12/")]);
    assert_eq!(ways("/archive/2024/12/"), [way("Раньше Январь 2024", "/archive/2024/01/")]);
    assert_eq!(ways("/kk/archive/2024/01/"), []);
    assert_eq!(values(&site.page("/archive/2024/12/"), ".listing-kind a", "href"), ["/archive/2024/"]);
}

#[test]
fn the_month_is_the_one_that_was_written() {
    let site = Fixture::empty()
        .with("site.toml", SITE)
        .with("content/ru/east.md", &dated("2024-05-01T01:00:00+12:00"))
        .with("content/ru/west.md", &dated("2024-04-30T23:00:00-12:00"))
        .publish();
    let cards = |path: &str| values(&site.page(path), "main article.card a", "href");
    // By the clock of the world the first is older.
    assert_eq!(cards("/archive/2024/05/"), ["/news/east/"]);
    assert_eq!(cards("/archive/2024/04/"), ["/news/west/"]);
}

#[test]
fn a_month_is_in_other_languages_where_they_have_it() {
    let site = years().publish();
    let others = |path: &str| values(&site.page(path), "head link[hreflang='kk']", "href");
    let kk = |path: &str| vec![format!("https://paper.example/kk{path}")];
    for path in ["/archive/", "/archive/2024/", "/archive/2024/01/"] {
        assert_eq!(others(path), kk(path), "{path}");
    }
    for path in ["/archive/2022/", "/archive/2022/03/", "/archive/2024/12/", "/archive/2024/12/page/2/"] {
        assert_eq!(others(path), Vec::<String>::new(), "{path}");
    }
    let sitemap = site.text("/sitemap.xml");
    let url = |path: &str| {
        let loc = format!("<loc>https://paper.example{path}</loc>");
        sitemap.lines().find(|line| line.contains(&loc)).unwrap_or_default()
    };
    assert!(url("/archive/2024/01/").contains("hreflang=\"kk\""));
    assert!(url("/archive/2024/12/").contains("<lastmod>2024-12-21T09:00:00+05:00</lastmod>"));
    assert!(url("/archive/2022/").contains("<lastmod>2022-03-31") && !url("/archive/2022/").contains("hreflang"));
    assert!(!url("/archive/").is_empty());
    assert_eq!(url("/archive/2024/12/page/2/"), "");
}

#[test]
fn articles_may_link_to_the_months_that_there_are() {
    let good = "[Декабрь](/archive/2024/12/), [год](/archive/2022/), [все](/archive/).";
    let _site = years().with("content/ru/links.md", &article("", good)).publish();
    for path in ["/archive/2024/02/", "/archive/2023/", "/archive/2024/1/", "/kk/archive/2024/12/"] {
        let fixture = years().with("content/ru/links.md", &article("", &format!("[Месяц]({path}).")));
        assert!(fixture.diagnostics().contains(&format!("the link leads to {path}, which is not there")), "{path}");
    }
}

/// The slugs of an article's ways: the one before, the one after, more of its section, related ones.
fn ways(site: &Site, slug: &str) -> [Vec<String>; 4] {
    let article = site.data(&format!("/news/{slug}/"))["content"]["article"].clone();
    let named = |value: &Value| {
        let path = value["path"].as_str().and_then(|path| path.strip_prefix("/news/"));
        path.or(value["slug"].as_str()).map(|path| path.trim_end_matches('/').to_owned())
    };
    let all = |value: &Value| match value {
        Value::Array(values) => values.iter().filter_map(named).collect(),
        value => named(value).into_iter().collect(),
    };
    [&article["older"], &article["newer"], &article["more"]["pointers"], &article["related"]].map(all)
}

#[test]
fn an_article_leads_on_within_its_section() {
    let site = paper_of(30).publish();
    // Even numbers are one section, odd ones the other; a higher number is newer.
    for number in 0..30 {
        let [older, newer, more, related] = ways(&site, &format!("n{number:02}"));
        let named = |number: Option<i32>| {
            let there = number.filter(|number| (0..30).contains(number));
            there.map(|number| format!("n{number:02}")).into_iter().collect::<Vec<_>>()
        };
        assert_eq!((&older, &newer), (&named(Some(number - 2)), &named(Some(number + 2))), "{number}");
        assert_eq!(more.len(), 4, "{number}: {more:?}");
        let others = [older, newer, more.clone(), related].concat();
        let once: BTreeSet<_> = others.iter().cloned().collect();
        for more in more {
            assert_eq!(others.iter().filter(|other| **other == more).count(), 1, "{number}: {more} in {others:?}");
            assert_eq!(more[1..].parse::<i32>().expect("a number") % 2, number % 2);
        }
        assert!(!once.contains(&format!("n{number:02}")));
    }
    let page = site.page("/news/n10/");
    assert_eq!(values(&page, "nav.neighbours a[rel=prev]", "href"), ["/news/n08/"]);
    assert_eq!(values(&page, "nav.neighbours a[rel=next]", "href"), ["/news/n12/"]);
    assert_eq!(texts(&page, "nav.neighbours a")[0], "Раньше Новость нуво");
    assert_eq!(text(&page, "aside.more h2"), "Еще из раздела «Общество»");
    assert_eq!(values(&page, "aside.more h2 a", "href"), ["/section/society/"]);
    assert_eq!(texts(&page, "aside.more li .listing-note"), ["19.04.2024"; 4]);
}

#[test]
fn an_article_alone_in_its_section_leads_nowhere_else() {
    let site = Fixture::new().publish();
    let page = site.page("/news/forum/");
    assert_eq!(texts(&page, "nav.neighbours, aside.more"), Vec::<String>::new());
}

#[test]
fn a_new_article_changes_the_ways_of_its_neighbours_alone() {
    let fixture = paper_of(60);
    let options = fixture.options();
    build(&options, &()).unwrap_or_else(|error| panic!("{error}"));
    let ways_of_all = || {
        let site = files(&options.out);
        let articles = site.into_iter().filter(|(path, _)| path.starts_with("/data/news/"));
        let ways = articles.map(|(path, text)| {
            let mut page: Value = serde_json::from_slice(&text).expect("JSON");
            let article = page["content"]["article"].as_object_mut().expect("an article");
            article.remove("related");
            (path, article.clone())
        });
        ways.collect::<Vec<_>>()
    };
    let before = ways_of_all();
    // In the middle of the section, where every article has others on both sides.
    let file = fixture.root().join("content/ru/between.md");
    let text = article("", "Совсем другое.").replace("2024-04-19T09:00", "2024-04-19T09:30").replace(":00+", ":30+");
    fs::write(file, text).expect("an article");
    build(&options, &()).unwrap_or_else(|error| panic!("{error}"));
    let after = ways_of_all();
    let changed = after.iter().filter(|article| !before.contains(article)).count();
    // Itself, the one before it, and those after it that point to it, over what is related to them.
    assert!((3..=12).contains(&changed), "{changed}");
}
