//! What is written is read again, and what is not of the format is refused by name.

use serde_json::{Value, json};

use super::form::{Embedded, Page as Document};
use super::read::{self, WireError};
use super::value::Value as _;
use crate::content::*;
use crate::format::{DateTime, Day, Span};
use crate::route::PageNumber;

fn slug(name: &str) -> Slug {
    Slug::new(name).expect("a slug")
}

fn card(name: &str) -> Card {
    Card {
        slug: slug(name),
        section: slug("youth"),
        title: "«Центр» & </script>".to_owned(),
        teaser: "Начало…".to_owned(),
        date: DateTime::parse("2024-04-19T09:00:00+05:00").expect("a date"),
        views: Views { published: 4_131, shared: 31 },
        picture: Picture {
            src: "/media/a.jpg".to_owned(),
            width: 3,
            height: 2,
            alt: String::new(),
            widths: vec![1, 3],
            tone: Some("26a".to_owned()),
        },
    }
}

fn pointer(path: &str) -> Pointer {
    Pointer { path: path.to_owned(), name: "«Рядом» & 1".to_owned(), note: "19.04.2024".to_owned() }
}

fn article() -> Page {
    let Card { slug, section, title, date, views, picture, .. } = card("forum");
    let article = Article {
        slug,
        title,
        date,
        updated: Some(date),
        section,
        tags: vec![Tag { slug: Slug::new("aul").expect("a slug"), name: "Аул".to_owned() }],
        standfirst: None,
        description: "Начало.".to_owned(),
        byline: Byline { authors: vec!["А. Б.".to_owned()], source: None },
        cover: Cover { picture, credit: Some("Рисунок".to_owned()), drawn: false },
        views,
        read_minutes: 4,
        body: "<p>Текст</p>".to_owned(),
    };
    let page = ArticlePage {
        article,
        related: vec![card("a"), card("b")],
        near: Near { older: Some(pointer("/news/c/")), newer: None },
        more: Some(Shelf {
            head: Some(pointer("/section/a/")),
            pointers: vec![pointer("/news/d/"), pointer("/news/e/")],
        }),
    };
    Page { lang: Lang::Kk, translations: vec![Lang::Ru], content: Content::Article(Box::new(page)) }
}

fn pages() -> Vec<Page> {
    let pager = Pager { number: PageNumber::FIRST, last: PageNumber::FIRST.next() };
    let headline = Headline { slug: slug("b"), title: "Б".to_owned(), views: Views::before(7) };
    let popular = Popular {
        rule: "Просмотр…".to_owned(),
        until: Day::parse("2024-04-19").ok(),
        day: Vec::new(),
        week: vec![headline.clone()],
        ever: vec![headline.clone(), headline.clone()],
    };
    let front = Front { lead: Some(card("a")), cards: vec![card("b")], most_read: vec![headline], pager };
    let section = ListOf::Section(Section { id: slug("youth"), name: "Молодежь".to_owned() });
    let tag = ListOf::Tag(Tag { slug: slug("aul"), name: "Аул".to_owned() });
    let time = |span: &str, above| {
        let near = Near { older: None, newer: Some(pointer("/archive/2026/12/")) };
        let years = vec![Shelf { head: None, pointers: vec![pointer("/archive/2026/11/")] }];
        ListOf::Time(Time {
            span: Span::parse(span).expect("a time"), name: "Архив".to_owned(), above, near, years
        })
    };
    let list = |of| Content::List(List { of, total: 1, cards: vec![card("a")], pager });
    let page = |content| Page { lang: Lang::Ru, translations: Vec::new(), content };
    vec![
        page(Content::Front(front)),
        page(list(section)),
        page(list(tag)),
        page(list(time("", None))),
        page(list(time("2026", Some(pointer("/archive/"))))),
        page(list(time("2026/11", Some(pointer("/archive/2026/"))))),
        page(Content::Popular(popular)),
        page(Content::Search),
        page(Content::Saved),
        page(Content::NotFound),
        article(),
    ]
}

fn written(page: &Page) -> Value {
    let text = serde_json::to_string(&Document::new(page, "b1")).expect("JSON");
    Value::parse(&text).expect("JSON")
}

#[test]
fn every_kind_of_page_is_read_as_it_was_written() {
    for page in pages() {
        assert_eq!(read::page(&written(&page)), Ok(page));
    }
}

#[test]
fn the_embedded_document_leaves_out_the_text_and_adds_the_edition() {
    let edition = Edition {
        lang: Lang::Kk,
        default_language: Lang::Ru,
        languages: vec![Lang::Ru, Lang::Kk],
        title: "Хабаршы".to_owned(),
        tagline: None,
        base_url: "https://paper.example".to_owned(),
        utc_offset: -210,
        sections: vec![Section { id: slug("youth"), name: "Жастар".to_owned() }],
        footer: Some("Аяғы".to_owned()),
        views: ViewsPolicy { dwell_seconds: 2, window_minutes: 5, count_automation: true },
        counter: Some(SharedCounter { service: Service::GoatCounter, endpoint: "https://counter.example".to_owned() }),
    };
    let embedded = serde_json::to_value(Embedded::new(Document::new(&article(), "b1"), &edition)).expect("JSON");
    assert_eq!(read::edition(&embedded["edition"]), Ok(edition));
    let Ok(Page { content: Content::Article(page), .. }) = read::page(&embedded["page"]) else { panic!("an article") };
    assert_eq!((page.article.title.as_str(), page.article.body.as_str()), ("«Центр» & </script>", ""));
}

#[test]
fn what_is_not_of_the_format_is_refused_by_its_name() {
    let table: [(&str, Value, &str); 17] = [
        ("/format", json!(2), "format"),
        ("/lang", json!("de"), "lang"),
        ("/content", json!("nowhere"), "content"),
        ("/content/article/slug", json!("../etc"), "slug"),
        ("/content/article/date", json!("2024-04-19"), "date"),
        ("/content/article/views", json!(-1), "views"),
        ("/content/article/shared", json!(4_132), "shared"),
        ("/content/article/cover/src", json!("//elsewhere.example/a.png"), "src"),
        ("/content/article/cover/src", json!("/a.jpg, /b.jpg"), "src"),
        ("/content/article/cover/widths", json!([640, 320]), "widths"),
        ("/content/article/cover/widths", json!((1..=17).collect::<Vec<_>>()), "widths"),
        ("/content/article/cover/widths", json!([-1]), "widths"),
        ("/content/article/cover/tone", json!("a b"), "tone"),
        ("/content/article/tags", json!("aul"), "tags"),
        ("/content/article/related/0/title", json!(null), "title"),
        ("/content/article/older/path", json!("//c.example/"), "path"),
        ("/content/article/more/pointers/1/name", json!(1), "name"),
    ];
    for (place, value, name) in table {
        let mut document = written(&article());
        *document.pointer_mut(place).expect(place) = value;
        assert_eq!(read::page(&document), Err(WireError(name)), "{place}");
    }
}

#[test]
fn members_that_are_not_known_yet_do_no_harm() {
    let mut document = written(&article());
    document["later"] = json!([1.5, { "x": null }]);
    assert_eq!(read::page(&document), Ok(article()));
}
