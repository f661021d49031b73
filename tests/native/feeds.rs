//! Feeds, as a feed reader reads them.

use feed_rs::model::Feed;
use scraper::Html;

use crate::fixture::{Fixture, NOW, PNG, SITE, Site, article, paper_of, text, texts, values};
use crate::xml_shape;

/// A feed of a site, read by a feed reader and held to its form by another library.
fn feed(site: &Site, path: &str) -> Feed {
    let xml = site.text(path);
    xml_shape::feed(&xml);
    feed_rs::parser::parse(xml.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}\n{xml}"))
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().filter_map(|entry| entry.title.as_ref()).map(|title| title.content.as_str()).collect()
}

fn with_feeds(keys: &str) -> String {
    format!("{SITE}\n[feeds]\n{keys}\n")
}

#[test]
fn a_feed_tells_the_newest_of_its_language_or_section() {
    let site = paper_of(45).with("content/kk/n01.md", &article("", "Мәтін.").replace("Заголовок", "Тақырып")).publish();
    let all = feed(&site, "/feed.xml");
    assert_eq!(all.entries.len(), 30, "a feed does not list the whole paper");
    assert_eq!(titles(&all)[..2], ["Новость чичи", "Новость чири"]);
    assert_eq!(all.title.as_ref().map(|title| title.content.as_str()), Some("Газета"));
    assert_eq!(all.language.as_deref(), Some("ru"));
    assert_eq!(all.id, "https://paper.example/feed.xml");
    let links: Vec<_> = all.links.iter().map(|link| (link.rel.as_deref().unwrap_or(""), link.href.as_str())).collect();
    assert_eq!(links, [("self", "https://paper.example/feed.xml"), ("alternate", "https://paper.example/")]);
    let sport = feed(&site, "/section/sport/feed.xml");
    assert_eq!(titles(&sport)[..2], ["Новость чири", "Новость чира"]);
    assert_eq!(sport.links[1].href, "https://paper.example/section/sport/");
    assert_eq!(sport.title.as_ref().map(|title| title.content.as_str()), Some("Спорт — Газета"));
    assert_eq!(titles(&feed(&site, "/kk/feed.xml")), ["Тақырып"]);
    assert_eq!(titles(&feed(&site, "/kk/section/society/feed.xml")), ["Тақырып"]);
    let fewer = paper_of(3).with("site.toml", &with_feeds("entries = 2")).publish();
    assert_eq!(titles(&feed(&fewer, "/feed.xml")), ["Новость нува", "Новость нура"]);
}

#[test]
fn an_entry_says_what_the_article_says() {
    let lines = "updated = 2024-04-20T10:30:00+06:00\nauthors = [\"А. Б.\", \"В. Г.\"]\nsource = \"Редакция\"\n\
                 tags = [\"Весна\", \"society\"]\nsummary = \"Коротко.\"";
    let site = Fixture::new().with("content/ru/a.md", &article(lines, "Первый.")).publish();
    let feed = feed(&site, "/feed.xml");
    let [entry, other] = &feed.entries[..] else { panic!("two entries") };
    assert_eq!(entry.id, "https://paper.example/news/a/");
    assert_eq!(entry.links[0].href, "https://paper.example/news/a/");
    assert_eq!(entry.published.expect("a date").timestamp(), 1_713_499_200);
    assert_eq!(entry.updated.expect("a date").to_rfc3339(), "2024-04-20T04:30:00+00:00");
    assert_eq!(feed.updated, entry.updated, "a feed is as old as its newest entry");
    let authors: Vec<_> = entry.authors.iter().filter_map(|person| person.name.as_deref()).collect();
    assert_eq!(authors, ["А. Б.", "В. Г.", "Редакция"]);
    assert_eq!(feed.authors[0].name.as_deref(), Some("Газета"));
    let categories: Vec<_> =
        entry.categories.iter().map(|category| (category.term.as_str(), category.label.as_deref())).collect();
    assert_eq!(categories, [("society", Some("Общество")), ("vesna", Some("Весна"))]);
    assert_eq!(entry.summary.as_ref().map(|summary| summary.content.as_str()), Some("Коротко."));
    assert!(entry.content.is_none(), "teasers are the default");
    assert_eq!(other.summary.as_ref().map(|summary| summary.content.as_str()), Some("Форум."));
}

#[test]
fn a_full_text_finds_its_way_home() {
    let body = "Смотри [форум](/news/forum#s-x), [казахский](/kk/), [чужое](https://e.org/?a=1&b=2), \
                [ниже](#s-chast).[^1]\n\n\
                ![Рисунок](/covers/dot.png)\n\nПишем `<a href=\"/news/x/\">`.\n\n## Часть\n\n\
                <blockquote cite=\"/news/forum/\">Сырой <a href=\"/section/sport/\">HTML</a></blockquote>\n\n[^1]: Вот.";
    let lines = "summary = \"Коротко.\"\ncover = \"/covers/dot.png\"\ncover_alt = \"Точка\"\ncover_credit = \"Архив\"";
    let site = Fixture::new()
        .with("site.toml", &with_feeds("content = \"full\""))
        .with("content/ru/a.md", &article(lines, body))
        .with_bytes("content/covers/dot.png", PNG)
        .publish();
    let feed = feed(&site, "/feed.xml");
    let content = feed.entries[0].content.as_ref().expect("a text");
    assert_eq!(content.content_type.essence().to_string(), "text/html");
    let html = content.body.as_deref().expect("a body");
    let page = Html::parse_fragment(html);
    let pictures = values(&page, "img", "src");
    assert!(pictures.iter().all(|src| src.starts_with("https://paper.example/media/dot.")), "{pictures:?}");
    assert_eq!(texts(&page, "img[class], img[srcset], source").len(), 0, "{html}");
    let links = values(&page, "a", "href");
    for link in [
        "https://paper.example/news/forum/#s-x",
        "https://paper.example/kk/",
        "https://e.org/?a=1&b=2",
        "https://paper.example/news/a/#s-chast",
        "https://paper.example/news/a/#fn-1",
        "https://paper.example/section/sport/",
    ] {
        assert!(links.iter().any(|known| known == link), "no {link} in {links:?}");
    }
    let pictures = values(&page, "img", "src");
    assert_eq!(pictures.len(), 2, "the cover and the picture: {html}");
    for address in links.iter().chain(&pictures).chain(&values(&page, "[cite]", "cite")) {
        assert!(address.starts_with("https://"), "{address}");
    }
    assert!(pictures[0].starts_with("https://paper.example/media/dot."), "{pictures:?}");
    assert!(site.has(pictures[0].trim_start_matches("https://paper.example")));
    assert_eq!(text(&page, "code"), "<a href=\"/news/x/\">", "what is no address stays");
    assert_eq!(text(&page, "figcaption"), "Архив");
    assert!(html.contains("<p>Коротко.</p>"));
    assert_eq!(feed.entries[1].content.as_ref().and_then(|text| text.body.as_deref()), Some("<p>Форум.</p>"));
}

/// What would break out of an element, an attribute or a CDATA section, and what no XML may carry.
const EVIL: &str =
    "</title>&amp; & < > ]]> \"'<![CDATA[x]]> --> &#1; \u{ffff}\u{fffe}🎣 \u{202e}с\u{200f}\u{2028}конца";

#[test]
fn whatever_editors_write_the_feed_is_sound() {
    let quoted = serde_json::to_string(EVIL).expect("JSON");
    let more = serde_json::to_string(&format!("{EVIL} вот")).expect("JSON");
    let lines = format!("summary = {more}\nauthors = [{quoted}]\nsource = {quoted}\ntags = [\"&<Тег>]]>\"]");
    let body = "&#1; &#xFFFF; \u{1}\u{8}\u{b}\u{c}\u{e}\u{1f}\u{7f}\u{85}\u{fffe}]]> <b>ж&#3;и\u{2}р</b>\u{202e}\n\n\
                `<![CDATA[\u{1b}]]>` 🎣 <span dir=\"rtl\">\u{200f}سلام</span>";
    let evil = article(&lines, body).replace("\"Заголовок\"", &quoted);
    let name = "\"Г&<]]>'🎣\u{200f}\"";
    for content in ["teaser", "full"] {
        let paper = with_feeds(&format!("content = \"{content}\""))
            .replace("\"Газета\"", name)
            .replace("\"Общество\"", &quoted);
        let site = Fixture::new()
            .with("site.toml", &paper)
            .with("content/ru/a.md", &evil.replace("2024-04-19", "2026-11-21"))
            .publish();
        let shown: String = EVIL.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        for path in ["/feed.xml", "/section/society/feed.xml"] {
            let feed = feed(&site, path);
            assert_eq!(titles(&feed)[0], shown);
            let entry = &feed.entries[0];
            assert_eq!(entry.summary.as_ref().map(|summary| summary.content.clone()), Some(format!("{shown} вот")));
            assert_eq!(entry.authors[1].name.as_deref(), Some(shown.as_str()));
            assert_eq!(entry.categories[1].label.as_deref(), Some("&<Тег>]]>"));
            assert_eq!(entry.categories[0].label.as_deref(), Some(shown.as_str()));
            if content == "full" {
                let html = entry.content.as_ref().and_then(|text| text.body.as_deref()).expect("a text");
                let page = Html::parse_fragment(html);
                assert_eq!(text(&page, "b"), "жир");
                assert_eq!(text(&page, "code"), "<![CDATA[]]>");
                assert!(html.contains("<span dir=\"rtl\">\u{200f}سلام</span>") && html.contains('\u{202e}'), "{html}");
            }
        }
        let news = site.text("/sitemap-news.xml");
        let news = xml_shape::sitemap(&news);
        let of = |name: &str| {
            news.descendants().find(|node| node.has_tag_name(("http://www.google.com/schemas/sitemap-news/0.9", name)))
        };
        assert_eq!(of("title").and_then(|node| node.text()), Some(shown.as_str()));
        assert_eq!(of("name").and_then(|node| node.text()), Some("Г&<]]>'🎣\u{200f}"));
        xml_shape::sitemap(&site.text("/sitemap.xml"));
        let manifest: serde_json::Value = serde_json::from_str(&site.text("/manifest.webmanifest")).expect("JSON");
        assert_eq!(manifest["name"], "Г&<]]>'🎣\u{200f}");
    }
}

#[test]
fn a_section_without_articles_has_a_sound_feed() {
    let site = Fixture::new().publish();
    let feed = feed(&site, "/kk/section/sport/feed.xml");
    assert!(feed.entries.is_empty());
    assert_eq!(feed.updated.expect("a date").timestamp(), 0, "no clock is asked");
}

#[test]
fn what_is_not_published_is_for_the_eyes_of_a_preview_alone() {
    let fixture = Fixture::new()
        .with("content/ru/later.md", &article("", "Позже.").replace("2024-04-19", "2026-11-23"))
        .with(
            "content/ru/secret.md",
            &article("draft = true\ntags = [\"Тайна\"]", "Тайна.").replace("2024-04-19", "2026-11-21"),
        )
        .with("content/kk/forum.md", &article("draft = true", "Форум."));
    let mut options = fixture.options();
    options.choice.drafts = true;
    habarshy::publish::build::build(&options, &()).expect("built");
    let site = Site { folder: options.out, newsroom: fixture };
    for page in
        ["/news/later/index.html", "/news/secret/index.html", "/tag/tajna/index.html", "/kk/news/forum/index.html"]
    {
        assert!(site.has(page), "{page}");
    }
    assert_eq!(feed(&site, "/feed.xml").entries.len(), 1);
    for (path, file) in site.files() {
        let told = String::from_utf8_lossy(&file);
        let hidden = ["later", "secret", "tajna", "/kk/news/forum"].into_iter().find(|name| told.contains(name));
        assert!(!path.ends_with(".xml") || hidden.is_none(), "{path} tells of {hidden:?}");
    }
}

#[test]
fn pages_name_their_feeds_and_their_manifest() {
    let site = paper_of(1).publish();
    let found = |path: &str| {
        let page = site.page(path);
        let feeds = "head link[rel=alternate][type='application/atom+xml']";
        (values(&page, feeds, "href"), values(&page, feeds, "title"), values(&page, "head link[rel=manifest]", "href"))
    };
    let (feeds, names, manifest) = found("/kk/section/sport/");
    assert_eq!(feeds, ["/kk/section/sport/feed.xml", "/kk/feed.xml"]);
    assert_eq!(names, ["Спорт — Газет", "Газет"]);
    assert_eq!(manifest, ["/kk/manifest.webmanifest"]);
    for path in ["/", "/news/n00/", "/tag/tema-0/", "/404.html"] {
        assert_eq!(found(path).0, ["/feed.xml"], "{path}");
        assert_eq!(found(path).2, ["/manifest.webmanifest"], "{path}");
    }
}

#[test]
fn time_alone_changes_no_feed() {
    let root = paper_of(3);
    let at = |now: i64| {
        let site = Fixture::empty().publish_from(root.root(), now).unwrap_or_else(|error| panic!("{error}"));
        let files = site.files().into_iter().filter(|(path, _)| path.ends_with(".xml"));
        files.collect::<Vec<_>>()
    };
    assert!(at(NOW) == at(NOW + 86_400));
}

#[test]
fn an_article_too_large_for_readers_programs_goes_with_its_summary() {
    let site = Fixture::new()
        .with("site.toml", &with_feeds("content = \"full\""))
        .with("content/ru/a.md", &article("", &"*а* ".repeat(6_000)))
        .with("content/ru/b.md", &article("", "![Точка](/covers/dot.png)").replace("2024-04-19", "2024-04-18"))
        .with_bytes("content/covers/dot.png", PNG)
        .publish();
    let feed = feed(&site, "/feed.xml");
    let [large, wordless, _] = &feed.entries[..] else { panic!("three entries") };
    assert!(large.content.is_none() && large.summary.is_some());
    assert!(wordless.content.is_some() && wordless.summary.is_none(), "nothing is said in no words");
}

#[test]
fn a_setting_that_makes_no_sense_names_the_nearest_one() {
    for (keys, expected) in [
        ("content = \"ful\"", &["site.toml:22:11", "did you mean `content = \"full\"`?"][..]),
        ("content = \"Teaser\"", &["site.toml:22:11", "did you mean `content = \"teaser\"`?"]),
        ("content = \"rss\"", &["site.toml:22:11", "write `content = \"teaser\"` or `content = \"full\"`"]),
        ("content = 1", &["site.toml:22:11", "`content` wants a text"]),
        ("entries = 0", &["site.toml:22:11", "not from 1 to 100: 0", "write `entries = 1`"]),
        ("entries = 500", &["site.toml:22:11", "write `entries = 100`"]),
        ("entry = 5", &["site.toml:22:1", "unknown key `entry`"]),
    ] {
        let diagnostics = Fixture::new().with("site.toml", &with_feeds(keys)).diagnostics();
        assert!(expected.iter().all(|part| diagnostics.contains(part)), "{keys}: {diagnostics}");
    }
}
