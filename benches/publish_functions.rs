//! Times of single functions of publishing, over the demo newsroom: `cargo bench`.

#![expect(clippy::expect_used, reason = "a bench that cannot be set up has failed")]

use std::path::Path;
use std::sync::Arc;

use divan::{Bencher, black_box};
use habarshy::model::{Document, Page};
use habarshy::publish::index::SiteIndex;
use habarshy::publish::markdown::{Setting, render as markdown};
use habarshy::publish::pictures::ImageError;
use habarshy::publish::related::related;
use habarshy::publish::related::words::Words;
use habarshy::publish::reporter::Reporter;
use habarshy::publish::share::{ShareRenderer, ShareText};
use habarshy::publish::source::{Choice, Newsroom, read};
use habarshy::publish::vocabulary::Vocabulary;
use habarshy::publish::{drawing, precompress, render, teaser};
use habarshy::values::Lang;

fn main() {
    divan::main();
}

fn newsroom() -> Newsroom {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    read(root, Choice { now: i64::MAX, drafts: false }, None, &()).expect("the demo newsroom")
}

/// A text of the length of a long article.
fn text() -> String {
    let paragraph =
        "Снег шёл *всю ночь*, и к утру [дорога](https://paper.example/) в Текели лежала «по щиколотку».\n\n";
    paragraph.repeat(60)
}

#[divan::bench]
fn markdown_of_a_long_article(bencher: Bencher) {
    let text = text();
    let refuse = |_: &str| Err(ImageError { message: String::new(), help: String::new() });
    let silent = |_: &str| Err(ImageError { message: String::new(), help: String::new() });
    let setting = Setting { lang: Lang::Ru, default_language: Lang::Ru, pictures: &refuse, media: &silent };
    bencher.bench_local(|| markdown(black_box(&text), 0, setting, &mut Reporter::default()));
}

#[divan::bench]
fn teaser_of_a_long_article(bencher: Bencher) {
    let text = teaser::fold(&text());
    bencher.bench(|| teaser::shorten(black_box(&text), teaser::TEASER));
}

#[divan::bench(args = [Lang::Ru, Lang::Kk])]
fn words_of_a_long_article(bencher: Bencher, lang: Lang) {
    let (text, vocabulary) = (text(), Vocabulary::default());
    bencher.bench_local(|| Words::count("Первый снег", black_box(&text), &[], lang, &vocabulary));
}

#[divan::bench]
fn related_of_the_whole_paper(bencher: Bencher) {
    let newsroom = newsroom();
    bencher.bench(|| related(black_box(&newsroom.articles)));
}

#[divan::bench]
fn reading_the_whole_paper(bencher: Bencher) {
    bencher.bench(newsroom);
}

#[divan::bench]
fn json_of_an_article(bencher: Bencher) {
    let newsroom = newsroom();
    let page = SiteIndex::new(&newsroom).article(0).expect("an article");
    bencher.bench(|| serde_json::to_vec(&Document::new(black_box(&page).clone(), "0123456789")));
}

#[divan::bench]
fn tree_of_an_article(bencher: Bencher) {
    let newsroom = newsroom();
    let paper = SiteIndex::new(&newsroom);
    let page: Arc<Page> = Arc::new(paper.article(0).expect("an article"));
    let edition = paper.edition(page.lang).expect("an edition");
    bencher.bench(|| render::tree(edition, black_box(page.clone())));
}

#[divan::bench]
fn drawn_cover(bencher: Bencher) {
    bencher.bench(|| drawing::covers_of(black_box("nature")).first().map(|cover| cover.draw()));
}

#[divan::bench]
fn share_picture(bencher: Bencher) {
    let renderer = ShareRenderer::new().expect("fonts");
    let sheet = ShareText {
        title: "В Текели выпал первый снег",
        section: "Природа",
        paper: "Хабаршы",
        section_id: "nature",
        slug: "first-snow",
        date: "20 ноября 2026",
    };
    bencher.bench(|| renderer.draw(black_box(&sheet)));
}

#[divan::bench]
fn compressed_copies_of_a_page(bencher: Bencher) {
    let text = text();
    bencher.bench(|| precompress::copies("/news/a/index.html", black_box(text.as_bytes())));
}
