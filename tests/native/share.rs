//! What a messenger shows of an article.

use crate::fixture::{Fixture, PNG, SITE, Site, article, paper_of, values};

/// The address of the picture that a page names for messengers, on the site itself.
fn picture(site: &Site, path: &str) -> Option<String> {
    let mut named = values(&site.page(path), "meta[property=\"og:image\"]", "content").into_iter();
    named.next().map(|url| url.trim_start_matches("https://paper.example").to_owned())
}

#[test]
fn an_article_without_a_photograph_shows_its_headline() {
    let site = paper_of(2).publish();
    let src = picture(&site, "/news/n01/").expect("a picture");
    assert!(src.starts_with("/media/share/n01.") && src.ends_with(".png"), "{src}");
    let bytes = &site.files()[&src];
    let size = imagesize::blob_size(bytes).expect("a picture");
    assert_eq!((size.width, size.height), (1200, 630));
    let page = site.page("/news/n01/");
    for (name, value) in [("og:image:width", "1200"), ("og:image:height", "630"), ("og:image:alt", "Новость нура")]
    {
        assert_eq!(values(&page, &format!("meta[property=\"{name}\"]"), "content"), [value]);
    }
    assert_eq!(values(&page, "meta[name=\"twitter:card\"]", "content"), ["summary_large_image"]);
    assert_ne!(picture(&site, "/news/n00/").expect("a picture"), src);
    // A list has no headline of its own.
    assert_eq!(picture(&site, "/").as_deref(), Some("/share.png"));
}

#[test]
fn another_headline_is_another_address() {
    let one = paper_of(1).publish();
    let other = paper_of(1);
    let file = std::fs::read_to_string(other.root().join("content/ru/n00.md")).expect("an article");
    let other = other.with("content/ru/n00.md", &file.replace("Новость нуну", "Иначе")).publish();
    assert_ne!(picture(&one, "/news/n00/"), picture(&other, "/news/n00/"));
}

#[test]
fn so_many_of_the_newest_are_drawn_as_the_paper_wants() {
    let site = paper_of(5).with("site.toml", &format!("{SITE}\n[share]\nheadlines = 2\n")).publish();
    for (path, drawn) in [("/news/n04/", true), ("/news/n03/", true), ("/news/n02/", false), ("/news/n00/", false)] {
        let src = picture(&site, path).expect("a picture");
        assert_eq!(src.starts_with("/media/share/"), drawn, "{path}: {src}");
        assert!(site.has(&src), "{src}");
    }
    let drawn = site.files().into_keys().filter(|path| path.starts_with("/media/share/")).count();
    assert_eq!(drawn, 2);
}

#[test]
fn an_article_with_a_photograph_shows_that() {
    let fixture = Fixture::empty().with("site.toml", SITE).with_bytes("content/ru/dot.png", PNG);
    let cover = "cover = \"dot.png\"\ncover_alt = \"Точка\"";
    let site = fixture.with("content/ru/a.md", &article(cover, "Текст.")).publish();
    let src = picture(&site, "/news/a/").expect("a picture");
    assert!(src.starts_with("/media/dot."), "{src}");
    assert!(site.has(&src));
}
