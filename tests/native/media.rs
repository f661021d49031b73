//! Sound and film of the newsroom's own.

use axum::http::{StatusCode, header};

use crate::fixture::{Fixture, PNG, article, values};
use crate::served::{get, header_of};

const MP3: &[u8] = b"ID3\x04\0\0\0\0\0\0sound";
const MP4: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0film";

fn fixture(text: &str) -> Fixture {
    Fixture::new()
        .with_bytes("content/ru/a/Беседа.mp3", MP3)
        .with_bytes("content/ru/a/film.mp4", MP4)
        .with_bytes("content/ru/a/unused.mp3", MP3)
        .with_bytes("content/ru/a/dot.png", PNG)
        .with("content/ru/a/film.vtt", "WEBVTT\n")
        .with("content/ru/a/index.md", &article("", text))
}

#[test]
fn players_come_with_their_files_and_the_policy_lets_them_play() {
    let text = "![Беседа](Беседа.mp3)\n\n<video poster=\"dot.png\"><source src=\"film.mp4\"><track src=\"film.vtt\" srclang=\"ru\"></video>";
    let site = fixture(text).publish();
    let page = site.page("/news/a/");
    let mut files = values(&page, "audio, video, track", "src");
    assert_eq!(files.len(), 3, "{files:?}");
    files.sort();
    for (file, kind) in files.iter().zip(["audio/mpeg", "video/mp4", "text/vtt"]) {
        let (status, answer, _) = get(&site, file);
        assert_eq!(status, StatusCode::OK, "{file}");
        assert!(header_of(&answer, header::CONTENT_TYPE).starts_with(kind), "{file}: {answer:?}");
        assert!(header_of(&answer, header::CACHE_CONTROL).contains("immutable"), "{file}");
    }
    assert!(files[0].starts_with("/media/beseda.") && files[0].ends_with(".mp3"), "{files:?}");
    assert!(site.has(&values(&page, "video", "poster")[0]));
    assert!(!site.files().keys().any(|path| path.contains("unused")), "nobody plays it");
    // The client turns to it from any page.
    for path in ["/index.html", "/news/forum/index.html", "/404.html", "/_headers"] {
        assert!(site.text(path).contains("media-src 'self'"), "{path}");
    }
    let silent = fixture("Текст.").publish();
    for path in ["/index.html", "/_headers"] {
        assert!(!silent.text(path).contains("media-src"), "{path}");
    }
}

#[test]
fn a_first_player_changes_the_policy_of_all_pages() {
    let fixture = fixture("Текст.");
    let options = fixture.options();
    habarshy::publish::build::build(&options, &()).expect("built");
    let fixture = fixture.with("content/ru/a/index.md", &article("", "<audio src=\"Беседа.mp3\"></audio>"));
    habarshy::publish::build::build(&options, &()).expect("built");
    let page = std::fs::read_to_string(options.out.join("news/forum/index.html")).expect("a page");
    assert!(page.contains("media-src 'self'"));
    drop(fixture);
}

#[test]
fn players_are_in_full_feeds() {
    let fixture = fixture("<video src=\"film.mp4\"></video>");
    let site = crate::fixture::SITE.to_owned() + "[feeds]\ncontent = \"full\"\n";
    let feed = fixture.with("site.toml", &site).publish().text("/feed.xml");
    assert!(feed.contains("https://paper.example/media/film."), "{feed}");
}

#[test]
fn what_is_no_sound_is_refused() {
    let fixture = Fixture::new()
        .with("content/ru/a.md", &article("", "<audio src=\"page.mp3\"></audio>"))
        .with("content/ru/page.mp3", "<script>alert(1)</script>");
    let printed = fixture.diagnostics();
    assert!(
        printed.contains("page.mp3 is not a file of that kind inside") && printed.contains("a.md:7:1"),
        "{printed}"
    );
}
