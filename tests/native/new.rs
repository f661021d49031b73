//! Beginning an article.

use habarshy::publish::new::{NewArticleError, new_article};
use habarshy::values::{DateTime, Lang};

use crate::fixture::Fixture;

#[test]
fn a_new_article_passes_every_check() {
    let fixture = Fixture::new();
    let now = DateTime::parse("2024-12-31T20:30:00Z").expect("a date");
    let file = new_article(fixture.root(), "novyj-most", None, now).expect("written");
    assert_eq!(file, fixture.root().join("content/ru/2025/01/novyj-most.md"));
    let text = std::fs::read_to_string(&file).expect("a file");
    assert!(text.contains("date = 2025-01-01T01:30:00+05:00") && text.contains("draft = true"), "{text}");
    assert_eq!(fixture.read().left_out, 2);
    assert!(matches!(new_article(fixture.root(), "novyj-most", None, now), Err(NewArticleError::Exists(_))));
    assert!(matches!(new_article(fixture.root(), "forum", Some(Lang::Ru), now), Err(NewArticleError::Exists(_))));
    assert!(new_article(fixture.root(), "forum", Some(Lang::Kk), now).is_ok());
    assert!(matches!(new_article(fixture.root(), "x", Some(Lang::En), now), Err(NewArticleError::Lang(..))));
    let bad = new_article(fixture.root(), "Новый мост", None, now).expect_err("no slug");
    assert!(bad.to_string().ends_with("write novyj-most"), "{bad}");
}
