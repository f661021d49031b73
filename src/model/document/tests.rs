//! What is written is read again, and what is not of the format is refused by name.

use serde_json::{Value, json};

use super::*;
use crate::model::*;
use crate::routes::PageNumber;
use crate::values::{ArchivePeriod, DateTime, Day, Lang, SitePath, Slug};

fn slug(name: &str) -> Slug {
    Slug::new(name).expect("a slug")
}

fn path(text: &str) -> SitePath {
    SitePath::new(text).expect("a path")
}

fn card(name: &str) -> Card {
    Card {
        slug: slug(name),
        section: slug("youth"),
        title: "«Центр» & </script>".to_owned(),
        teaser: "Начало…".to_owned(),
        date: DateTime::parse("2024-04-19T09:00:00+05:00").expect("a date"),
        views: 4_131,
        shared: 31,
        picture: Picture {
            widths: vec![1, 3],
            placeholder_color: PlaceholderColor::new("26a"),
            ..Picture::new(path("/media/a.jpg"), 3, 2)
        },
    }
}

fn link(path: &str) -> NavLink {
    NavLink { path: self::path(path), name: "«Рядом» & 1".to_owned(), note: "19.04.2024".to_owned() }
}

fn article() -> Page {
    let Card { slug, section, title, date, views, shared, picture, .. } = card("forum");
    let article = Article {
        slug,
        title,
        date,
        updated: Some(date),
        section,
        tags: vec![Tag { slug: Slug::new("aul").expect("a slug"), name: "Аул".to_owned() }],
        standfirst: None,
        description: "Начало.".to_owned(),
        authors: vec!["А. Б.".to_owned()],
        source: None,
        cover: picture,
        cover_credit: Some("Рисунок".to_owned()),
        cover_drawn: false,
        views,
        shared,
        read_minutes: 4,
        body: serde_json::from_value(json!("<p>Текст</p>")).expect("a text"),
        related: vec![card("a"), card("b")],
        older: Some(link("/news/c/")),
        newer: None,
        more: Some(LinkList { head: Some(link("/section/a/")), pointers: vec![link("/news/d/"), link("/news/e/")] }),
    };
    Page { lang: Lang::Kk, translations: vec![Lang::Ru], content: Content::Article(Box::new(article)) }
}

fn pages() -> Vec<Page> {
    let pager = Pager { number: PageNumber::FIRST, last: PageNumber::FIRST.next() };
    let headline = Headline { slug: slug("b"), title: "Б".to_owned(), views: 7, shared: 0 };
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
    let time = |period: &str, parent| {
        let years = vec![LinkList { head: None, pointers: vec![link("/archive/2026/11/")] }];
        ListOf::Time(Box::new(Time {
            period: ArchivePeriod::parse(period).expect("a time"),
            name: "Архив".to_owned(),
            parent,
            older: None,
            newer: Some(link("/archive/2026/12/")),
            years,
        }))
    };
    let list = |of| Content::List(List { of, total: 1, cards: vec![card("a")], pager });
    let page = |content| Page { lang: Lang::Ru, translations: Vec::new(), content };
    vec![
        page(Content::Front(front)),
        page(list(section)),
        page(list(tag)),
        page(list(time("", None))),
        page(list(time("2026", Some(link("/archive/"))))),
        page(list(time("2026/11", Some(link("/archive/2026/"))))),
        page(Content::Popular(popular)),
        page(Content::Search),
        page(Content::Saved),
        page(Content::NotFound),
        article(),
    ]
}

fn written(page: &Page) -> Value {
    serde_json::to_value(Document::new(page.clone(), "b1")).expect("JSON")
}

fn read<'de, T: Deserialize<'de>>(document: &'de str) -> Result<T, String> {
    serde_json::from_str(document).map_err(|error| error.to_string())
}

/// Reads it as a client does: from a text.
fn page(document: &Value) -> Result<Page, String> {
    read(&document.to_string()).map(Document::into_page)
}

fn edition() -> Edition {
    Edition {
        lang: Lang::Kk,
        default_language: Lang::Ru,
        languages: vec![Lang::Ru, Lang::Kk],
        title: "Хабаршы".to_owned(),
        tagline: None,
        base_url: "https://paper.example".to_owned(),
        utc_offset: -210,
        sections: vec![Section { id: slug("youth"), name: "Жастар".to_owned() }],
        footer: Some("Аяғы".to_owned()),
        dwell_seconds: 2,
        window_minutes: 5,
        count_automation: true,
        counter: Some(Service::GoatCounter),
        endpoint: Some("https://counter.example".to_owned()),
    }
}

#[test]
fn every_kind_of_page_is_read_as_it_was_written() {
    for written_page in pages() {
        assert_eq!(page(&written(&written_page)), Ok(written_page));
    }
}

/// Other programs read it too: the shape is a promise, down to the order of the members.
#[test]
fn a_document_is_written_member_by_member_as_it_was_in_this_format_from_the_beginning() {
    let picture = r#"{"src":"/media/a.jpg","width":3,"height":2,"widths":[1,3],"tone":"26a"}"#;
    let card = |name: &str| {
        format!(
            r#"{{"slug":"{name}","section":"youth","title":"«Центр» & </script>","teaser":"Начало…","date":"2024-04-19T09:00:00+05:00","views":4131,"shared":31,"picture":{picture}}}"#
        )
    };
    let (a, b) = (card("a"), card("b"));
    let link = |path: &str| format!(r#"{{"path":"{path}","name":"«Рядом» & 1","note":"19.04.2024"}}"#);
    let [c, d, e, head] = ["/news/c/", "/news/d/", "/news/e/", "/section/a/"].map(link);
    let article = format!(
        r#"{{"slug":"forum","title":"«Центр» & </script>","date":"2024-04-19T09:00:00+05:00","updated":"2024-04-19T09:00:00+05:00","section":"youth","tags":[{{"id":"aul","name":"Аул"}}],"standfirst":null,"description":"Начало.","authors":["А. Б."],"source":null,"cover":{picture},"cover_credit":"Рисунок","cover_drawn":false,"views":4131,"shared":31,"read_minutes":4,"body":"<p>Текст</p>","related":[{a},{b}],"older":{c},"more":{{"head":{head},"pointers":[{d},{e}]}}}}"#
    );
    let front = format!(
        r#"{{"lead":{a},"cards":[{b}],"most_read":[{{"slug":"b","title":"Б","views":7}}],"pager":{{"number":1,"last":2}}}}"#
    );
    let time = r#"{"time":{"id":"2026/11","name":"Архив","above":{"path":"/archive/2026/","name":"«Рядом» & 1","note":"19.04.2024"},"newer":{"path":"/archive/2026/12/","name":"«Рядом» & 1","note":"19.04.2024"},"years":[{"pointers":[{"path":"/archive/2026/11/","name":"«Рядом» & 1","note":"19.04.2024"}]}]}}"#;
    let list = format!(r#"{{"of":{time},"total":1,"cards":[{a}],"pager":{{"number":1,"last":2}}}}"#);
    let popular = r#"{"rule":"Просмотр…","until":"2024-04-19","day":[],"week":[{"slug":"b","title":"Б","views":7}],"ever":[{"slug":"b","title":"Б","views":7},{"slug":"b","title":"Б","views":7}]}"#;
    let ru =
        |content: &str| format!(r#"{{"format":1,"build":"b1","lang":"ru","translations":[],"content":{content}}}"#);
    let pages = pages();
    let texts = [
        (0, ru(&format!(r#"{{"front":{front}}}"#))),
        (5, ru(&format!(r#"{{"list":{list}}}"#))),
        (6, ru(&format!(r#"{{"popular":{popular}}}"#))),
        (7, ru(r#""search""#)),
        (9, ru(r#""not_found""#)),
        (
            10,
            format!(
                r#"{{"format":1,"build":"b1","lang":"kk","translations":["ru"],"content":{{"article":{article}}}}}"#
            ),
        ),
    ];
    for (index, text) in texts {
        let document = Document::new(pages[index].clone(), "b1");
        assert_eq!(serde_json::to_string(&document).expect("JSON"), text);
    }
    assert_eq!(
        serde_json::to_string(&edition()).expect("JSON"),
        r#"{"lang":"kk","default_language":"ru","languages":["ru","kk"],"title":"Хабаршы","tagline":null,"base_url":"https://paper.example","utc_offset":"-03:30","sections":[{"id":"youth","name":"Жастар"}],"footer":"Аяғы","dwell_seconds":2,"window_minutes":5,"count_automation":true,"counter":"goatcounter","endpoint":"https://counter.example"}"#
    );
}

#[test]
fn the_embedded_document_leaves_out_the_text_and_adds_the_edition() {
    let embedded = Embedded::new(Document::new(article(), "b1"), edition());
    let text = serde_json::to_string(&embedded).expect("JSON");
    assert!(!text.contains("\"body\""), "{text}");
    let Ok(Embedded { edition: read_edition, page }) = read::<Embedded>(&text) else { panic!("{text}") };
    assert_eq!(read_edition, edition());
    assert_eq!(page.build, "b1");
    let Content::Article(article) = page.into_page().content else { panic!("an article") };
    assert_eq!((article.title.as_str(), article.body.as_str()), ("«Центр» & </script>", ""));
}

#[test]
fn what_is_not_of_the_format_is_refused_and_the_error_says_what_it_is() {
    let table: [(&str, Value, &str); 22] = [
        ("/format", json!(2), "the format 2 is not 1"),
        ("/lang", json!("de"), "\"de\" is not a language of ours"),
        ("/translations", json!(["ru", "de"]), "\"de\" is not a language of ours"),
        ("/content", json!("nowhere"), "unknown variant `nowhere`"),
        ("/content/article/slug", json!("../etc"), "\"../etc\" is not a slug"),
        ("/content/article/date", json!("2024-04-19"), "\"2024-04-19\" is not a date of the form"),
        ("/content/article/updated", json!("yesterday"), "\"yesterday\" is not a date of the form"),
        ("/content/article/views", json!(-1), "invalid value: integer `-1`, expected u64"),
        ("/content/article/shared", json!("1"), "invalid type: string \"1\", expected u64"),
        ("/content/article/body", json!(["<b>"]), "invalid type: sequence, expected a string"),
        ("/content/article/cover/src", json!("//elsewhere.example/a.png"), "is not a path of the site"),
        ("/content/article/cover/src", json!("/a.jpg, /b.jpg"), "\"/a.jpg, /b.jpg\" is not a path of the site"),
        ("/content/article/cover/widths", json!([640, 320]), "the widths of a picture ascend"),
        ("/content/article/cover/widths", json!([320, 320]), "the widths of a picture ascend"),
        ("/content/article/cover/widths", json!((1..=17).collect::<Vec<_>>()), "are at most 16"),
        ("/content/article/cover/widths", json!([-1]), "invalid value: integer `-1`, expected u32"),
        ("/content/article/cover/tone", json!("a b"), "\"a b\" is not a colour of three hexadecimal digits"),
        ("/content/article/tags", json!("aul"), "invalid type: string \"aul\", expected a sequence"),
        ("/content/article/related/0/title", json!(null), "invalid type: null, expected a string"),
        ("/content/article/older/path", json!("//c.example/"), "\"//c.example/\" is not a path of the site"),
        ("/content/article/more/pointers/1/name", json!(1), "invalid type: integer `1`, expected a string"),
        ("/build", json!(7), "invalid type: integer `7`, expected a string"),
    ];
    for (place, value, words) in table {
        let mut document = written(&article());
        *document.pointer_mut(place).expect(place) = value;
        let error = page(&document).expect_err(place);
        assert!(error.contains(words), "{place}: {error}");
    }
    let mut document = written(&article());
    document["content"]["article"].as_object_mut().expect("an article").remove("title");
    assert!(page(&document).expect_err("a headline is missing").contains("missing field `title`"));
}

#[test]
fn a_list_has_no_page_zero_and_none_after_its_last() {
    for (number, last, words) in [
        (0, 1, "\"0\" is not a page number"),
        (3, 2, "\"3\" is not a page of the list"),
        (-1, 2, "invalid value: integer `-1`"),
    ] {
        let mut document = written(&pages()[0]);
        document["content"]["front"]["pager"] = json!({ "number": number, "last": last });
        let error = page(&document).expect_err(words);
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn more_shared_views_than_views_cost_nobody_the_page() {
    let mut document = written(&article());
    document["content"]["article"]["shared"] = json!(4_132);
    let Ok(Page { content: Content::Article(article), .. }) = page(&document) else { panic!("an article") };
    assert_eq!(article.views(), Views { published: 4_131, shared: 4_131 });
}

#[test]
fn what_may_be_missing_may_be_null() {
    let mut page_without = article();
    if let Content::Article(article) = &mut page_without.content {
        article.shared = 0;
        article.body = SafeHtml::default();
        article.cover.widths.clear();
        article.cover.placeholder_color = None;
        article.older = None;
        article.more = None;
        article.updated = None;
    }
    let mut document = written(&article());
    let members = &mut document["content"]["article"];
    for name in ["shared", "body", "older", "newer", "more", "updated", "standfirst", "source"] {
        members[name] = Value::Null;
    }
    for name in ["alt", "widths", "tone"] {
        members["cover"][name] = Value::Null;
    }
    assert_eq!(page(&document).as_ref(), Ok(&page_without));
    let members = document["content"]["article"].as_object_mut().expect("an article");
    members.retain(|_, value| !value.is_null());
    members["cover"].as_object_mut().expect("a picture").retain(|_, value| !value.is_null());
    assert_eq!(page(&document), Ok(page_without));
}

#[test]
fn members_that_are_not_known_yet_do_no_harm() {
    let mut document = written(&article());
    document["later"] = json!([1.5, { "x": null }]);
    document["content"]["article"]["later"] = json!({});
    document["content"]["article"]["cover"]["later"] = json!("a");
    assert_eq!(page(&document), Ok(article()));
}

#[test]
fn a_counter_that_this_client_does_not_know_is_none() {
    let mut document = serde_json::to_value(edition()).expect("JSON");
    assert!(edition().shared_counter().is_some());
    for (counter, endpoint) in [
        (json!("newest"), json!("https://counter.example")),
        (Value::Null, json!("https://counter.example")),
        (json!("waline"), Value::Null),
    ] {
        document["counter"] = counter;
        document["endpoint"] = endpoint;
        let edition: Edition = read(&document.to_string()).expect("an edition");
        assert_eq!(edition.shared_counter(), None);
    }
}

#[test]
fn an_offset_is_one() {
    let mut document = serde_json::to_value(edition()).expect("JSON");
    document["utc_offset"] = json!("five");
    let error = read::<Edition>(&document.to_string()).expect_err("an offset");
    assert!(error.contains("\"five\" is not an offset from UTC"), "{error}");
}

#[test]
fn the_stamp_of_a_document_of_any_shape_is_read() {
    let stamp: Stamp = read(r#"{"format":2,"content":[{}],"build":"b2"}"#).expect("a stamp");
    assert_eq!(stamp, Stamp { format: 2, build: "b2".to_owned() });
    assert!(read::<Stamp>(r#"{"format":"1","build":"b2"}"#).is_err());
}
