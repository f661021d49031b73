//! Pages drawn without a browser, in the states that only a client comes into.

use std::sync::Arc;

use habarshy::app::App;
use habarshy::model::{Content, Edition, LoadError, Page};
use habarshy::routes::Route;
use habarshy::session::{Session, Shown};
use habarshy::values::{Day, Lang};
use habarshy::views::{ViewEvent, ViewLog};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use scraper::Html;

use crate::fixture::{Fixture, article, paper_of, text, texts, values};

/// The app over a page of the tests' paper, after something has happened to its session.
fn drawn(lang: Lang, slug: Option<&str>, happens: impl FnOnce(&Session)) -> Html {
    let newsroom = Fixture::new()
        .with("content/ru/a.md", &article("views = 4131", "Текст."))
        .with("content/kk/a.md", &article("views = 4131", "Мәтін."))
        .read();
    let paper = habarshy::publish::index::SiteIndex::new(&newsroom);
    let edition: Arc<Edition> = paper.edition(lang).expect("an edition").clone();
    let index = newsroom.articles.iter().position(|source| source.lang == lang && Some(source.slug.as_str()) == slug);
    let nothing = Page { lang, translations: Vec::new(), content: Content::NotFound };
    let page = index.and_then(|index| paper.article(index)).unwrap_or(nothing);
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        let session = Session::new(edition, Shown::Page(Arc::new(page)));
        happens(&session);
        provide_context(RequestUrl::new("/"));
        provide_context(session);
        view! { <App/> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    Html::parse_document(&html)
}

#[test]
fn what_could_not_be_had_says_why_and_offers_ways_on() {
    let mut messages = Vec::new();
    for lang in [Lang::Ru, Lang::Kk] {
        for failure in [LoadError::Offline, LoadError::TimedOut, LoadError::Unreadable(String::new())] {
            let path = "/news/forum/".to_owned();
            let page =
                drawn(lang, Some("a"), |session| session.shown.set(Shown::Failed(failure.clone(), path.clone())));
            assert_eq!(texts(&page, "main article").len(), 0);
            let ways = values(&page, ".message-actions a", "href");
            assert_eq!(ways[..2], [path.clone(), path], "again, and plainly");
            assert_eq!(values(&page, ".message-actions a[rel=external]", "href").len(), 1);
            messages.push(text(&page, "main h1"));
        }
    }
    let count = messages.len();
    messages.sort();
    messages.dedup();
    assert_eq!(messages.len(), count, "each case is said in other words: {messages:?}");
}

#[test]
fn an_unknown_address_has_a_way_back_in_its_language() {
    let page = drawn(Lang::Kk, None, |_| {});
    assert_eq!(values(&page, ".message-actions a", "href"), ["/kk/"]);
    assert_eq!(values(&page, ".languages a", "href"), ["/", "/kk/"], "there is no such page in any language");
}

#[test]
fn own_views_are_added_to_the_published_ones() {
    for (lang, path, words) in [(Lang::Ru, "/news/a/", "4 133 просмотра"), (Lang::Kk, "/kk/news/a/", "4 133 қаралым")]
    {
        let page = drawn(lang, Some("a"), |session| {
            let mut log = ViewLog::default();
            log.count(ViewEvent { path, title: "", shared: 0 }, 1);
            log.count(ViewEvent { path, title: "", shared: 0 }, 2);
            session.readership.update(|known| known.own = log);
        });
        assert_eq!(text(&page, ".article-head [data-views='4133']"), words);
    }
}

#[test]
fn today_stands_on_the_wall_in_the_pages_language() {
    // 19 April 2024 was a Friday.
    let day = Day::new(2024, 4, 19).expect("a day");
    let on = |lang| text(&drawn(lang, Some("a"), |session| session.today.set(Some(day))), ".masthead-today");
    assert_eq!(on(Lang::Ru), "Пятница, 19 апреля 2024");
    assert_eq!(on(Lang::Kk), "Жұма, 2024 жылғы 19 сәуір");
}

#[test]
fn waiting_shows_a_bar_and_keeps_the_page() {
    let page = drawn(Lang::Ru, Some("a"), |session| session.busy.set(true));
    assert_eq!(values(&page, ".progress", "data-busy"), ["true"]);
    assert_eq!(text(&page, "main h1"), "Заголовок");
    assert_eq!(values(&drawn(Lang::Ru, Some("a"), |_| {}), ".progress", "data-busy"), Vec::<String>::new());
}

#[test]
fn the_route_table_has_every_address() {
    let newsroom = paper_of(45).with("content/kk/n01.md", &article("tags = [\"Көктем\"]", "Мәтін.")).read();
    let paper = habarshy::publish::index::SiteIndex::new(&newsroom);
    let lists = paper.list_addresses().into_iter().filter_map(|address| paper.list(&address));
    let articles = (0..newsroom.articles.len()).filter_map(|index| paper.article(index));
    let mut seen = 0;
    for page in lists.chain(articles) {
        let edition = paper.edition(page.lang).expect("an edition");
        let (route, name) = (page.route(), habarshy::model::Head::of(&page, edition).name);
        let html = Html::parse_fragment(&habarshy::publish::render::tree(edition, Arc::new(page)));
        // A route that the table does not have would draw the page for unknown addresses.
        let missing = texts(&html, ".message-mark").contains(&"404".to_owned());
        assert_eq!(missing, route == Route::NotFound, "{route:?}: {name}");
        seen += 1;
    }
    assert!(seen > 60, "only {seen} pages");
}
