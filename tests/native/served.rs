//! The local CDN answers as a real one would.

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use habarshy::publish::serve::service;
use tower::ServiceExt;

use crate::fixture::{Fixture, Site, article};

fn site() -> Site {
    let lines = "aliases = [\"/node/5\", \"/%D0%BD/1\", \"/новости/старая\", \"/News/Old/\"]";
    Fixture::new().with("content/ru/a.md", &article(lines, "Текст.")).with("secret.txt", "secret").publish()
}

/// What the server answers to a path.
pub fn get(site: &Site, path: &str) -> (StatusCode, Response<()>, String) {
    let request = Request::get(path).body(Body::empty()).expect("a request");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let response = service(&site.folder).expect("a site").oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        (parts.status, Response::from_parts(parts, ()), String::from_utf8_lossy(&body).into_owned())
    })
}

pub fn header_of(response: &Response<()>, name: header::HeaderName) -> String {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

#[test]
fn pages_and_files_come_with_their_headers() {
    let site = site();
    let asset = site.files().into_keys().find(|path| path.ends_with(".wasm")).expect("a client");
    let drawn =
        site.files().into_keys().find(|path| path.ends_with(".svg") && path.starts_with("/media")).expect("a cover");
    for (path, kind, cache) in [
        ("/", "text/html", "no-cache"),
        ("/news/a/", "text/html", "no-cache"),
        ("/data/news/a.json", "application/json", "max-age=60"),
        (asset.as_str(), "application/wasm", "immutable"),
        (drawn.as_str(), "image/svg+xml", "immutable"),
        ("/feed.xml", "application/atom+xml", "no-cache"),
        ("/kk/feed.xml", "application/atom+xml", "no-cache"),
        ("/section/sport/feed.xml", "application/atom+xml", "no-cache"),
        ("/kk/section/sport/feed.xml", "application/atom+xml", "no-cache"),
        ("/sitemap.xml", "application/xml", "no-cache"),
        ("/sitemap-news.xml", "application/xml", "no-cache"),
        ("/sw.js", "text/javascript", "no-cache"),
        ("/robots.txt", "text/plain; charset=utf-8", "no-cache"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/kk/manifest.webmanifest", "application/manifest+json", "no-cache"),
    ] {
        let (status, answer, _) = get(&site, path);
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(header_of(&answer, header::CONTENT_TYPE).starts_with(kind), "{path}: {answer:?}");
        assert!(header_of(&answer, header::CACHE_CONTROL).contains(cache), "{path}: {answer:?}");
        assert!(header_of(&answer, header::CONTENT_SECURITY_POLICY).contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(header_of(&answer, header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{path}");
    }
}

#[test]
fn an_unknown_address_has_the_page_of_its_language_and_status_404() {
    let site = site();
    for (path, lang) in [
        ("/none/", "ru"),
        ("/news/none/", "ru"),
        ("/kk/none/", "kk"),
        ("/kk/news/none/x/", "kk"),
        ("/assets/none.js", "ru"),
        ("/kk/section/none/feed.xml", "kk"),
    ] {
        let (status, answer, body) = get(&site, path);
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(header_of(&answer, header::CACHE_CONTROL), "no-cache", "{path}");
        assert!(header_of(&answer, header::CONTENT_TYPE).starts_with("text/html"), "{path}");
        assert!(body.contains(&format!("<html lang=\"{lang}\">")) && body.contains("404"), "{path}");
    }
    for path in ["/_headers", "/_redirects"] {
        assert_eq!(get(&site, path).0, StatusCode::NOT_FOUND, "{path} is for CDNs, not for readers");
    }
}

#[test]
fn old_addresses_and_forgotten_slashes_lead_on() {
    let site = site();
    for (path, to) in [("/node/5", "/news/a/"), ("/node/5/", "/news/a/"), ("/news/a", "/news/a/"), ("/kk", "/kk/")] {
        let (status, answer, body) = get(&site, path);
        let refreshed = body.contains(&format!("url={to}"));
        assert!(
            status.is_redirection() && header_of(&answer, header::LOCATION) == to || refreshed,
            "{path}: {status} {answer:?}"
        );
    }
    assert_eq!(get(&site, "/node/5").0, StatusCode::MOVED_PERMANENTLY);
}

#[test]
fn old_addresses_lead_on_however_they_are_written() {
    let site = site();
    for (path, to) in [
        ("/node/5/?q=1", "/news/a/?q=1"),
        ("/%D0%BD/1", "/news/a/"),
        ("/%d0%bd/1/", "/news/a/"),
        ("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D1%81%D1%82%D0%B0%D1%80%D0%B0%D1%8F", "/news/a/"),
        ("/News/Old/", "/news/a/"),
    ] {
        let (status, answer, _) = get(&site, path);
        assert_eq!(status, StatusCode::MOVED_PERMANENTLY, "{path}");
        assert_eq!(header_of(&answer, header::LOCATION), to, "{path}");
    }
    assert_eq!(get(&site, "/news/a/").0, StatusCode::OK);
    for path in ["/NODE/5".to_owned(), format!("/news/{}/", "a".repeat(256)), format!("/{}", "a/".repeat(4_000))] {
        let (status, answer, body) = get(&site, &path);
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(header_of(&answer, header::CACHE_CONTROL), "no-cache");
        assert!(body.contains("<html lang=\"ru\">"), "{path}");
    }
}

#[test]
fn a_site_that_was_built_meanwhile_is_served_by_its_own_rules() {
    let Site { folder, newsroom } = site();
    let server = service(&folder).expect("a site");
    let options = newsroom.options();
    std::fs::write(options.client.join("style-list.css"), "body { color: red }").expect("another style");
    habarshy::publish::build::build(&options, &()).expect("built");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let request = Request::get("/").body(Body::empty()).expect("a request");
    let answer = runtime.block_on(server.oneshot(request)).expect("an answer");
    let policy = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
    assert!(Site { folder, newsroom }.text("/_headers").contains(&policy));
}

#[test]
fn nothing_outside_of_the_site_is_served() {
    let site = site();
    for path in
        ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/news/..%5c..%5csecret.txt", "//../secret.txt"]
    {
        let (status, _, body) = get(&site, path);
        assert!(status.is_client_error() && !body.contains("secret"), "{path}: {status}");
    }
}

#[test]
fn a_folder_that_is_no_site_is_refused() {
    let fixture = Fixture::new();
    assert!(service(fixture.root()).is_err());
}
