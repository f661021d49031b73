//! What is read most, as a build knows it.

use crate::fixture::{Fixture, SITE, text, texts, values};

/// An article of a day in April 2024 with so many views.
fn read_on(day: u32, views: u32) -> String {
    format!(
        "+++\ntitle = \"День {day}, {views}\"\ndate = 2024-04-{day:02}T09:00:00+05:00\nsection = \"society\"\nviews = {views}\n+++\n\nТекст.\n"
    )
}

fn newsroom() -> Fixture {
    let articles = [(1, 900), (13, 30), (14, 40), (20, 10), (20, 20), (20, 0)];
    articles.iter().enumerate().fold(Fixture::new(), |fixture, (index, (day, views))| {
        fixture.with(&format!("content/ru/n{index}.md"), &read_on(*day, *views))
    })
}

const LISTS: [&str; 3] = ["#popular-day ~ ol a", "#popular-week ~ ol a", "#popular-ever ~ ol a"];

#[test]
fn periods_end_with_the_last_day_of_publication() {
    let page = newsroom().publish().page("popular/index.html");
    let [day, week, ever] = LISTS.map(|list| texts(&page, list));
    assert_eq!(day, ["День 20, 20", "День 20, 10"]);
    // Seven days with the last: the thirteenth is the eighth. What nobody read is in none.
    assert_eq!(week, ["День 14, 40", "День 20, 20", "День 20, 10"]);
    assert_eq!(ever, ["День 1, 900", "День 14, 40", "День 13, 30", "День 20, 20", "День 20, 10"]);
    assert_eq!(texts(&page, ".ranking-days"), ["20 апреля 2024", "14 апреля 2024 – 20 апреля 2024"]);
    // The same as a table, for those who hear it.
    assert_eq!(texts(&page, "#popular-ever ~ div tbody th"), ever);
    assert_eq!(texts(&page, "#popular-ever ~ div tbody td"), ["900", "40", "30", "20", "10"]);
    assert_eq!(values(&page, "#popular-ever ~ svg rect", "width").first().map(String::as_str), Some("70.00%"));
}

#[test]
fn with_a_counter_what_nobody_has_read_yet_is_a_candidate() {
    let counter = "window_minutes = 60\ncounter = \"waline\"\nendpoint = \"https://counter.example/w\"";
    let site = newsroom().with("site.toml", &SITE.replace("window_minutes = 60", counter)).publish();
    let data = site.data("/popular/");
    assert_eq!(data["content"]["popular"]["day"].as_array().map(Vec::len), Some(3));
    let policy = site.text("_headers");
    assert!(policy.contains("connect-src 'self' https://counter.example/w/;"), "{policy}");
    let page = site.page("index.html");
    let policies = values(&page, "meta[http-equiv=Content-Security-Policy]", "content");
    assert!(policies.iter().all(|policy| policy.contains("connect-src 'self' https://counter.example/w/;")));
    assert!(!policies.is_empty());
}

#[test]
fn a_paper_without_articles_has_the_page_all_the_same() {
    let page = Fixture::new().publish().page("kk/popular/index.html");
    assert_eq!(text(&page, "main h1"), "Ең көп оқылған");
    assert_eq!(texts(&page, ".ranking .empty").len(), 3);
    assert!(text(&page, ".listing-note").contains("60 мин"), "{}", text(&page, ".listing-note"));
}
