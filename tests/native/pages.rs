//! What stands on which page.

use std::collections::BTreeSet;

use crate::fixture::{Fixture, PNG, Site, article, paper_of, text, texts, values};

/// The paths of the articles whose cards stand on a page, the lead story's first.
fn cards(site: &Site, path: &str) -> Vec<String> {
    values(&site.page(path), "main article.card a", "href")
}

#[test]
fn every_article_stands_once_in_the_order_of_time() {
    let site = paper_of(45).publish();
    let front = ["/", "/page/2/", "/page/3/"].map(|path| cards(&site, path));
    assert_eq!(front.each_ref().map(Vec::len), [20, 20, 5]);
    let expected: Vec<String> = (0..45).rev().map(|index| format!("/news/n{index:02}/")).collect();
    assert_eq!(front.concat(), expected);
    assert!(!site.has("/page/4/index.html"));
    assert_eq!(cards(&site, "/section/sport/").len(), 20);
    assert_eq!(cards(&site, "/section/sport/page/2/"), ["/news/n03/", "/news/n01/"]);
    assert_eq!(cards(&site, "/tag/tema-1/").len(), 15);
    assert_eq!(text(&site.page("/tag/tema-1/"), "main h1"), "Тема 1");
    assert_eq!(text(&site.page("/section/sport/page/2/"), "main h1"), "Спорт");
    assert_eq!(text(&site.page("/page/2/"), "main h1"), "Последние новости");
}

#[test]
fn newer_and_older_pages_are_linked() {
    let site = paper_of(45).publish();
    let ways = |path: &str| {
        let page = site.page(path);
        [values(&page, "nav.pager a[rel=prev]", "href"), values(&page, "nav.pager a[rel=next]", "href")].concat()
    };
    assert_eq!(ways("/"), ["/page/2/"]);
    assert_eq!(ways("/page/2/"), ["/", "/page/3/"]);
    assert_eq!(ways("/page/3/"), ["/page/2/"]);
    assert_eq!(texts(&paper_of(20).publish().page("/"), "nav.pager"), Vec::<String>::new());
}

#[test]
fn a_pinned_story_leads_and_is_not_there_twice() {
    let pinned = article("pinned = true", "Главное.").replace("2024-04-19", "2024-04-18");
    let site = paper_of(5).with("content/ru/pinned.md", &pinned).publish();
    let front = cards(&site, "/");
    assert_eq!(front.first().map(String::as_str), Some("/news/pinned/"));
    assert_eq!(front.len(), front.iter().collect::<BTreeSet<_>>().len());
    // Further back than the first page it still leads, and no story between is lost.
    let site = paper_of(45).with("content/ru/pinned.md", &pinned).publish();
    let all: BTreeSet<String> = ["/", "/page/2/", "/page/3/"].into_iter().flat_map(|path| cards(&site, path)).collect();
    assert_eq!((cards(&site, "/")[0].as_str(), all.len()), ("/news/pinned/", 46));
}

#[test]
fn related_news_are_four_others_of_the_language() {
    let site = paper_of(12).with("content/kk/n03.md", &article("", "Мәтін.")).publish();
    for index in 0..12 {
        let path = format!("/news/n{index:02}/");
        let page = site.page(&path);
        let related = values(&page, "aside.related article.card a", "href");
        assert_eq!(related.len(), 4, "{path}");
        assert!(
            !related.contains(&path) && related.iter().all(|path| path.starts_with("/news/")),
            "{path}: {related:?}"
        );
        assert_eq!(related.iter().collect::<BTreeSet<_>>().len(), 4, "{path}: {related:?}");
        assert_eq!(text(&page, "aside.related h2"), "Другие новости");
    }
    // The only Kazakh article has nothing to go with, and no heading over nothing.
    assert_eq!(texts(&site.page("/kk/news/n03/"), "aside.related"), Vec::<String>::new());
}

#[test]
fn a_shared_tag_brings_articles_together() {
    let about = |tag: &str| article(&format!("tags = [\"{tag}\"]"), "Одинаковый текст.");
    let site = (0..8)
        .fold(Fixture::new(), |fixture, index| {
            let tag = if index % 2 == 0 { "Рыба" } else { "Лес" };
            fixture.with(&format!("content/ru/a{index}.md"), &about(tag))
        })
        .publish();
    let related = values(&site.page("/news/a0/"), "aside.related article.card a", "href");
    let first: BTreeSet<&str> = related.iter().take(3).map(String::as_str).collect();
    assert_eq!(first, BTreeSet::from(["/news/a2/", "/news/a4/", "/news/a6/"]));
}

#[test]
fn an_article_says_who_when_and_what_about() {
    let lines = "updated = 2024-04-20T10:30:00+05:00\nauthors = [\"А. Б.\"]\nsource = \"Редакция\"\ntags = [\"Весна\"]\nviews = 4131\n\
                 summary = \"Коротко о главном.\"\ncover = \"/covers/dot.png\"\ncover_alt = \"Точка\"\ncover_credit = \"Фото: архив\"";
    let body = "Первый.\n\n## Часть\n\n> Цитата\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n1. раз\n2. два\n\nСноска[^1]\n\n[^1]: Вот она.\n\n![Рисунок](/covers/dot.png)";
    let site = Fixture::new().with("content/ru/a.md", &article(lines, body)).publish();
    let page = site.page("/news/a/");
    assert_eq!(text(&page, "main h1"), "Заголовок");
    assert_eq!(values(&page, ".breadcrumb a", "href"), ["/", "/section/society/"]);
    assert_eq!(text(&page, ".standfirst"), "Коротко о главном.");
    assert_eq!(text(&page, ".byline"), "А. Б., Редакция");
    assert_eq!(text(&page, "time.dateline"), "19 апреля 2024, 09:00");
    assert_eq!(values(&page, ".updated time", "datetime"), ["2024-04-20T10:30:00+05:00"]);
    assert_eq!(text(&page, ".article-head [data-views='4131']"), "4 131 просмотр".replace('\u{a0}', " "));
    assert_eq!(values(&page, "figure img", "alt"), ["Точка", "Рисунок"]);
    assert!(text(&page, ".cover figcaption").contains("Фото: архив"));
    assert_eq!(texts(&page, ".tags a"), ["Весна"]);
    for (selector, count) in [("h2", 1), ("blockquote", 1), ("table", 1), ("ol li", 2), ("sup a", 1), ("img", 1)] {
        assert!(texts(&page, &format!("[data-body] {selector}")).len() >= count, "{selector}");
    }
    assert_eq!(site.data("/news/a/")["content"]["article"]["title"], "Заголовок");
}

#[test]
fn the_head_says_what_the_page_is() {
    let site = Fixture::new()
        .with("content/ru/a.md", &article("cover = \"/covers/dot.png\"\ncover_alt = \"Точка\"", "Первый абзац."))
        .with("content/kk/a.md", &article("", "Бірінші абзац.").replace("Заголовок", "Тақырып"))
        .with_bytes("content/covers/dot.png", PNG)
        .publish();
    let page = site.page("/kk/news/a/");
    assert_eq!(text(&page, "title"), "Тақырып — Газет");
    assert_eq!(values(&page, "meta[name=description]", "content"), ["Бірінші абзац."]);
    assert_eq!(values(&page, "link[rel=canonical]", "href"), ["https://paper.example/kk/news/a/"]);
    let languages = values(&page, "head link[hreflang]", "hreflang");
    assert_eq!(languages, ["ru", "kk", "x-default"]);
    let links = values(&page, "head link[hreflang]", "href");
    assert_eq!(
        links,
        ["https://paper.example/news/a/", "https://paper.example/kk/news/a/", "https://paper.example/news/a/"]
    );
    let og = |page: &scraper::Html, name: &str| values(page, &format!("meta[property='og:{name}']"), "content");
    assert_eq!((og(&page, "type"), og(&page, "locale")), (vec!["article".into()], vec!["kk_KZ".to_owned()]));
    let image = og(&page, "image");
    assert!(image[0].starts_with("https://paper.example/media/share/a."), "messengers draw no SVG: {image:?}");
    let russian = site.page("/news/a/");
    assert!(og(&russian, "image")[0].starts_with("https://paper.example/media/dot."));
    assert_eq!(values(&russian, "meta[name='twitter:card']", "content"), ["summary_large_image"]);
    let json: serde_json::Value =
        serde_json::from_str(&text(&russian, "script[type='application/ld+json']")).expect("JSON");
    let all = json.as_array().expect("several things");
    let of =
        |kind: &str| all.iter().find(|thing| thing["@type"] == kind).unwrap_or_else(|| panic!("no {kind} in {json:?}"));
    assert_eq!(of("NewsArticle")["headline"], "Заголовок");
    assert_eq!(of("NewsArticle")["datePublished"], "2024-04-19T09:00:00+05:00");
    assert!(of("NewsArticle")["publisher"]["logo"].is_null(), "this site has no such file");
    assert_eq!(of("BreadcrumbList")["itemListElement"][1]["item"], "https://paper.example/section/society/");
    assert_eq!(values(&site.page("/404.html"), "meta[name=robots]", "content"), ["noindex"]);
    assert!(values(&site.page("/"), "meta[name=robots]", "content").is_empty());
    assert_eq!(values(&site.page("/404.html"), "link[rel=canonical]", "href"), Vec::<String>::new());
}

#[test]
fn a_language_leads_to_the_same_article_or_to_its_front_page() {
    let site = Fixture::new()
        .with("content/ru/a.md", &article("", "Текст."))
        .with("content/kk/a.md", &article("", "Мәтін."))
        .publish();
    let leads = |path: &str| {
        let page = site.page(path);
        (values(&page, ".languages a", "href"), values(&page, ".languages a[rel~=alternate]", "hreflang"))
    };
    assert_eq!(leads("/news/a/"), (vec!["/news/a/".into(), "/kk/news/a/".into()], vec!["kk".to_owned()]));
    assert_eq!(leads("/kk/news/a/"), (vec!["/news/a/".into(), "/kk/news/a/".into()], vec!["ru".to_owned()]));
    assert_eq!(leads("/news/forum/"), (vec!["/news/forum/".into(), "/kk/".into()], vec![]));
    assert_eq!(leads("/section/sport/").0, ["/section/sport/", "/kk/section/sport/"]);
}

#[test]
fn the_first_pictures_of_a_list_are_not_waited_for() {
    let site = paper_of(12).publish();
    // The front page opens with a lead, whose picture is the urgent one.
    for (path, urgent) in [("/section/society/", 3), ("/tag/tema-0/", 3), ("/", 0)] {
        let loading = values(&site.page(path), ".cards img", "loading");
        let eager = loading.iter().take_while(|loading| *loading == "eager").count();
        assert_eq!(eager, urgent, "{path}: {loading:?}");
        assert!(loading.iter().skip(urgent).all(|loading| loading == "lazy"), "{path}: {loading:?}");
    }
}

#[test]
fn a_page_that_the_client_draws_names_its_files() {
    let site = paper_of(1).publish();
    let chunks = |path: &str| {
        let names = values(&site.page(path), "link[rel=preload][as=fetch]", "href");
        let stem = |name: &String| {
            name.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default().to_owned()
        };
        names.iter().map(stem).collect::<Vec<_>>()
    };
    // The last is the table of the language, which is named by what is in it.
    assert_eq!(chunks("/search/index.html")[..4], ["client", "chunk_1", "split_search", "ru"]);
    assert!(
        site.has(
            values(&site.page("/search/index.html"), "link[rel=preload][as=fetch]", "href").last().expect("a file")
        )
    );
    assert_eq!(chunks("/kk/saved/index.html"), ["client", "chunk_1", "split_saved"]);
    assert_eq!(chunks("/popular/index.html"), ["split_popular"]);
    assert!(chunks("/index.html").is_empty());
}
