//! Sitemaps, robots.txt and web manifests: what search engines and devices are told.

use std::collections::{BTreeMap, BTreeSet};

use habarshy::publish::syndication::sitemap::{Entry, LIMITS, Limits, files};
use habarshy::routes::{Address, Route};
use habarshy::values::{Lang, Slug};
use roxmltree::Document;

use crate::fixture::{Fixture, SITE, Site, article, paper_of, values};
use crate::site::demo;
use crate::xml_shape;

/// The addresses of a sitemap, each with its translations.
fn addresses(sitemap: &Document<'_>) -> BTreeMap<String, Vec<(String, String)>> {
    let urls = sitemap.descendants().filter(|node| node.tag_name().name() == "url");
    let of = |url: roxmltree::Node<'_, '_>| {
        let loc = url.children().find(|node| node.tag_name().name() == "loc").and_then(|node| node.text());
        let links = url.children().filter(|node| node.tag_name().name() == "link");
        let value = |node: &roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap_or_default().to_owned();
        (
            loc.unwrap_or_default().to_owned(),
            links.map(|link| (value(&link, "hreflang"), value(&link, "href"))).collect(),
        )
    };
    urls.map(of).collect()
}

fn texts(document: &Document<'_>, name: &str) -> Vec<String> {
    let named = document.descendants().filter(|node| node.is_element() && node.tag_name().name() == name);
    named.filter_map(|node| node.text()).map(str::to_owned).collect()
}

fn is_older_page(path: &str) -> bool {
    path.contains("/page/")
}

#[test]
fn the_sitemap_says_of_the_demo_what_its_pages_say() {
    let site = demo();
    let xml = site.text("/sitemap.xml");
    let told = addresses(&xml_shape::sitemap(&xml));
    let mut pages = BTreeMap::new();
    for path in site.files().into_keys().filter(|path| path.ends_with(".html")) {
        let page = site.page(&path);
        if !values(&page, "meta[name=robots][content=noindex]", "content").is_empty() || is_older_page(&path) {
            continue;
        }
        let [url] = &values(&page, "link[rel=canonical]", "href")[..] else { panic!("{path}") };
        assert_eq!(format!("https://habarshy.example{}", path.trim_end_matches("index.html")), *url);
        let alternates = values(&page, "link[hreflang]", "hreflang").into_iter();
        pages.insert(url.clone(), alternates.zip(values(&page, "link[hreflang]", "href")).collect::<Vec<_>>());
    }
    assert!(pages.len() > 80, "only {} pages", pages.len());
    assert_eq!(told, pages);
    // A translation leads back.
    for (url, alternates) in &told {
        for (lang, other) in alternates.iter().filter(|(lang, _)| lang != "x-default") {
            assert!(told[other].iter().any(|(_, back)| back == url), "{url} in {lang}");
        }
    }
}

#[test]
fn an_address_says_when_it_changed() {
    let corrected = article("updated = 2024-05-01T08:00:00+05:00\ntags = [\"Аул\"]", "Текст.");
    let site = Fixture::new().with("content/ru/a.md", &corrected).publish();
    let xml = site.text("/sitemap.xml");
    let sitemap = xml_shape::sitemap(&xml);
    let changed = |url: &str| {
        let loc = sitemap.descendants().find(|node| node.text() == Some(url) && node.tag_name().name() == "loc");
        let lastmod = loc.and_then(|loc| loc.next_sibling_element()).filter(|next| next.tag_name().name() == "lastmod");
        lastmod.and_then(|node| node.text()).map(str::to_owned)
    };
    for (path, date) in [
        ("/news/a/", Some("2024-05-01T08:00:00+05:00")),
        ("/news/forum/", Some("2020-01-01T09:00:00+05:00")),
        ("/", Some("2024-05-01T08:00:00+05:00")),
        ("/tag/aul/", Some("2024-05-01T08:00:00+05:00")),
        ("/section/sport/", None),
        ("/kk/", None),
    ] {
        assert!(xml.contains(&format!("<loc>https://paper.example{path}</loc>")), "{path}");
        assert_eq!(changed(&format!("https://paper.example{path}")).as_deref(), date, "{path}");
    }
}

/// An article of a paper in two languages.
fn entry(number: usize) -> Entry {
    Entry {
        address: Address { lang: Lang::Ru, route: Route::Article(Slug::new(&format!("n{number}")).expect("a slug")) },
        languages: vec![Lang::Ru, Lang::Kk],
        changed: None,
    }
}

#[test]
fn no_sitemap_is_larger_than_it_may_be() {
    assert_eq!(LIMITS, Limits { addresses: 50_000, bytes: 50_000_000 });
    for bytes in [1, 1_500, 1_999, 2_000, 100_000] {
        let limits = Limits { bytes, ..LIMITS };
        let files: Vec<_> = files((0..30).map(entry), "https://paper.example", Lang::Ru, limits).collect();
        let text = |file: &[u8]| String::from_utf8(file.to_vec()).expect("text");
        let maps: Vec<_> = files.iter().map(|(_, file)| text(file)).filter(|xml| xml.contains("<urlset")).collect();
        let listed: Vec<_> = maps.iter().flat_map(|xml| texts(&xml_shape::sitemap(xml), "loc")).collect();
        assert_eq!(listed.len(), 30, "{bytes}");
        assert_eq!(files.len() > maps.len(), maps.len() > 1, "an index stands beside several");
        // A file with one address cannot be made smaller.
        assert!(maps.iter().all(|xml| xml.len() <= bytes || xml.matches("<url>").count() == 1), "{bytes}");
    }
}

#[test]
fn a_paper_too_large_for_one_sitemap_has_an_index() {
    let of = |count: usize| -> Vec<(String, Vec<u8>)> {
        files((0..count).map(entry), "https://paper.example", Lang::Ru, LIMITS).collect()
    };
    let one = of(50_000);
    assert_eq!(one.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["/sitemap.xml"]);
    let many = of(100_001);
    let text = |index: usize| std::str::from_utf8(&many[index].1).expect("text");
    let paths: Vec<_> = many.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml", "/sitemap.xml"]);
    assert!(many[0].1 == one[0].1, "a file that is full stays as it is");
    let index = xml_shape::sitemap_index(text(3));
    let listed: Vec<_> = paths[..3].iter().map(|path| format!("https://paper.example{path}")).collect();
    assert_eq!(texts(&index, "loc"), listed);
    let parts: Vec<_> = (0..3).map(|part| texts(&xml_shape::sitemap(text(part)), "loc")).collect();
    assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [50_000, 50_000, 1]);
    assert_eq!(parts.iter().flatten().collect::<BTreeSet<_>>().len(), 100_001, "every address stands in one of them");
}

#[test]
fn the_news_sitemap_has_the_last_two_days() {
    // Now is 2026-11-22T00:00Z.
    let at = |date: &str| article("", "Текст.").replace("2024-04-19T09:00:00+05:00", date);
    let site = Fixture::new()
        .with("content/ru/just-now.md", &at("2026-11-22T05:00:00+05:00"))
        .with("content/kk/still.md", &at("2026-11-20T05:00:00+05:00").replace("Заголовок", "Тақырып"))
        .with("content/ru/no-longer.md", &at("2026-11-20T04:59:59+05:00"))
        .with("content/ru/not-yet.md", &at("2026-11-22T05:00:01+05:00"))
        .with("content/ru/never.md", &at("2026-11-21T05:00:00+05:00").replace("+++\n\n", "draft = true\n+++\n\n"))
        .publish();
    let xml = site.text("/sitemap-news.xml");
    let news = xml_shape::sitemap(&xml);
    assert_eq!(texts(&news, "loc"), ["https://paper.example/news/just-now/", "https://paper.example/kk/news/still/"]);
    assert_eq!(texts(&news, "name"), ["Газета", "Газет"]);
    assert_eq!(texts(&news, "language"), ["ru", "kk"]);
    assert_eq!(texts(&news, "title"), ["Заголовок", "Тақырып"]);
    assert_eq!(texts(&news, "publication_date"), ["2026-11-22T05:00:00+05:00", "2026-11-20T05:00:00+05:00"]);
    let quiet = Fixture::new().publish().text("/sitemap-news.xml");
    assert!(texts(&xml_shape::sitemap(&quiet), "loc").is_empty());
}

#[test]
fn the_news_sitemap_has_a_thousand_at_most() {
    let fixture = (0..1_003).fold(Fixture::empty().with("site.toml", SITE), |fixture, index| {
        let date = format!("2026-11-21T{:02}:{:02}:00+05:00", 1 + index / 60, index % 60);
        let text = article("", "Текст.").replace("2024-04-19T09:00:00+05:00", &date);
        fixture.with(&format!("content/ru/n{index:04}.md"), &text)
    });
    let xml = fixture.publish().text("/sitemap-news.xml");
    let listed = texts(&xml_shape::sitemap(&xml), "loc");
    assert_eq!(listed.len(), 1_000);
    assert_eq!(listed[0], "https://paper.example/news/n1002/");
    assert_eq!(listed[999], "https://paper.example/news/n0003/", "the newest are taken");
}

#[test]
fn robots_are_shown_the_sitemaps() {
    let robots = Fixture::new().publish().text("/robots.txt");
    let lines: Vec<_> = robots.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(
        lines,
        [
            "User-agent: *",
            "Allow: /",
            "Sitemap: https://paper.example/sitemap.xml",
            "Sitemap: https://paper.example/sitemap-news.xml"
        ]
    );
}

fn manifest(site: &Site, path: &str) -> serde_json::Value {
    serde_json::from_str(&site.text(path)).expect("JSON")
}

#[test]
fn each_language_has_a_manifest_with_icons_that_are_there() {
    let site = demo();
    for (path, lang, start) in [
        ("/manifest.webmanifest", "ru", "/"),
        ("/kk/manifest.webmanifest", "kk", "/kk/"),
        ("/en/manifest.webmanifest", "en", "/en/"),
    ] {
        let manifest = manifest(&site, path);
        assert_eq!(
            (&manifest["lang"], &manifest["start_url"], &manifest["id"]),
            (&lang.into(), &start.into(), &start.into())
        );
        assert!(site.has(&format!("{start}index.html")));
        for member in ["name", "short_name", "description", "display", "theme_color", "background_color"] {
            assert!(manifest[member].as_str().is_some_and(|text| !text.is_empty()), "{path}: {member}");
        }
        let icons = manifest["icons"].as_array().expect("icons");
        let sizes: Vec<_> = icons.iter().filter_map(|icon| icon["sizes"].as_str()).collect();
        assert_eq!(sizes, ["any", "192x192", "512x512", "512x512"], "{path}");
        assert!(icons.iter().all(|icon| icon["src"].as_str().is_some_and(|src| site.has(src))), "{path}");
        assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"), "{path}");
    }
    let bare = paper_of(1).publish();
    let icons = &manifest(&bare, "/manifest.webmanifest")["icons"];
    assert_eq!(icons.as_array().map(Vec::len), Some(1), "only the client's own sign: {icons}");
}

#[test]
fn a_newsrooms_own_file_stands_in_the_place_of_the_builds() {
    let own = [
        "/robots.txt",
        "/feed.xml",
        "/kk/section/sport/feed.xml",
        "/sitemap-news.xml",
        "/manifest.webmanifest",
        "/sitemap.xml",
        "/sitemap-1.xml",
    ];
    let site = own.iter().fold(Fixture::new(), |fixture, path| fixture.with(&format!("public{path}"), "own")).publish();
    for path in own {
        assert_eq!(site.text(path), "own", "{path}");
    }
    assert!(site.text("/kk/feed.xml").starts_with("<?xml"));
}
