//! Old addresses lead on, whatever they look like.

use axum::http::{StatusCode, header};

use crate::fixture::{Fixture, article, values};
use crate::served::{get, header_of};

fn with(aliases: &str) -> String {
    article(&format!("aliases = [{aliases}]"), "Текст.")
}

#[test]
fn letters_lead_on_however_they_are_written() {
    let site = Fixture::new()
        .with("content/ru/a.md", &with("\"/%D0%BD%D0%BE/1/\", \"/новости/старая\", \"/item/12:title\""))
        .publish();
    let redirects = site.text("/_redirects");
    // Other spellings follow for hosts that compare letters.
    assert_eq!(
        redirects.lines().take(3).collect::<Vec<_>>(),
        [
            "/%D0%BD%D0%BE/1/ /news/a/ 301",
            "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D1%81%D1%82%D0%B0%D1%80%D0%B0%D1%8F /news/a/ 301",
            "/item/12%3Atitle /news/a/ 301",
        ]
    );
    for path in [
        "/%D0%BD%D0%BE/1/",
        "/%d0%bd%d0%be/1/",
        "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D1%81%D1%82%D0%B0%D1%80%D0%B0%D1%8F",
    ] {
        let (status, answer, _) = get(&site, path);
        assert_eq!(
            (status, header_of(&answer, header::LOCATION).as_str()),
            (StatusCode::MOVED_PERMANENTLY, "/news/a/"),
            "{path}"
        );
    }
    // No host takes what follows the colon for the name of a part: other items are not caught.
    assert_eq!(get(&site, "/item/12:other").0, StatusCode::NOT_FOUND);
}

#[test]
fn queries_are_looked_up_in_the_page_at_their_path() {
    let site = Fixture::new()
        .with("content/ru/a.md", &with("\"/index.php?id=5\", \"/?p=123\""))
        .with("content/ru/b.md", &with("\"/index.php?id=6&x=1\", \"/index.php\"").replace("2024-04-19", "2024-04-18"))
        .with("content/kk/c.md", &with("\"/kk/?p=7\""))
        .publish();
    // Netlify and servers read queries; where a host does not, the page looks them up. None stands there without its query.
    assert_eq!(
        site.text("/_redirects"),
        "/index.php id=5 /news/a/ 301\n/ p=123 /news/a/ 301\n/kk/ p=7 /kk/news/c/ 301\n/index.php id=6 x=1 /news/b/ 301\n"
    );
    let table = |path: &str| {
        let page = site.page(path);
        let script = values(&page, "script[data-table]", "src");
        assert!(
            matches!(&script[..], [script] if site.text(script).contains("location.replace")),
            "{path}: {script:?}"
        );
        let [table] = &values(&page, "script[data-table]", "data-table")[..] else { panic!("no table in {path}") };
        site.text(table)
    };
    assert_eq!(table("/"), r#"[["p=123","/news/a/"]]"#);
    assert_eq!(table("/kk/"), r#"[["p=7","/kk/news/c/"]]"#);
    assert_eq!(table("/index.php/"), r#"[["","/news/b/"],["id=5","/news/a/"],["id=6&x=1","/news/b/"]]"#);
    assert_eq!(values(&site.page("/index.php/"), "a", "href"), ["/news/b/"]);
    // Other pages do without.
    assert!(values(&site.page("/news/a/"), "script[data-table]", "src").is_empty());
    // The policy of all paths lets the script and its table through.
    let policy = site.text("/_headers");
    assert!(policy.contains("script-src 'self'") && policy.contains("connect-src 'self'"), "{policy}");
    for (path, to) in [("/index.php?id=5", "/news/a/"), ("/?p=123", "/news/a/"), ("/index.php?id=6&x=1", "/news/b/")] {
        let (status, answer, _) = get(&site, path);
        let to = (StatusCode::MOVED_PERMANENTLY, to.to_owned());
        assert_eq!((status, header_of(&answer, header::LOCATION)), to, "{path}");
    }
    let (status, _, body) = get(&site, "/index.php/?id=7");
    assert!(status == StatusCode::OK && body.contains("data-table"), "{status}");
    assert_eq!(get(&site, "/?utm_source=x").0, StatusCode::OK, "the front page stays");
}
