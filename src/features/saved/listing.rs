use leptos::prelude::*;

use super::lately::Lately;
use super::local_articles::LocalArticles;
use super::removal::Removal;
use super::saved_item::SavedItem;
use super::used::Used;
use crate::i18n::SavedWords;

/// What is on the device: what was saved, how much room it takes, and what was read lately.
#[component]
pub fn Listing(
    /// What is there.
    articles: LocalArticles,
    /// Lets go of it.
    removal: Removal,
    /// The words of the page.
    words: &'static SavedWords,
) -> impl IntoView {
    let items = articles.saved.iter().cloned();
    let items = items.map(|(record, days)| view! { <SavedItem record days removal words/> }).collect_view();
    let saved = if items.is_empty() {
        view! { <p class="empty">{words.empty}</p> }.into_any()
    } else {
        view! { <ul class="saved-list">{items}</ul> }.into_any()
    };
    let read = articles.read.clone();
    let lately = (!read.is_empty()).then(|| view! { <Lately read words/> });
    view! {
        {saved}
        <Used articles removal words/>
        {lately}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, html};
    use crate::features::saved::local_articles::ReadPage;
    use crate::features::saved::record::Record;
    use crate::i18n::saved_words;
    use crate::values::Lang;

    fn drawn(articles: LocalArticles) -> String {
        let words = saved_words(Lang::Ru);
        html(|_| view! { <Listing articles removal=Removal::new(words) words/> })
    }

    #[test]
    fn nothing_is_said_to_be_nothing() {
        let html = drawn(LocalArticles::default());
        assert!(html.starts_with("<p class=\"empty\">Пока ничего не сохранено"), "{html}");
        assert!(
            html.contains("<p class=\"saved-used\">") && !html.contains("<button") && !html.contains("<ul"),
            "{html}"
        );
    }

    #[test]
    fn all_can_be_let_go_of_where_there_are_several() {
        let record = |path| (Record { bytes: 1_000, ..Record::new(path) }, 0);
        let articles = LocalArticles { saved: vec![record("/news/a/")], ..LocalArticles::default() };
        assert!(!drawn(articles.clone()).contains("Убрать все"));
        let articles = LocalArticles { saved: vec![record("/news/a/"), record("/news/b/")], ..articles };
        assert!(drawn(articles).contains("Убрать все"));
    }

    #[test]
    fn what_was_read_stands_below() {
        let page =
            |title: &str| ReadPage { path: "/news/a/".to_owned(), title: title.to_owned(), lang: String::new(), at: 0 };
        let html = drawn(LocalArticles { read: vec![(page(HOSTILE), 1)], ..LocalArticles::default() });
        let item = format!("<li><a href=\"/news/a/\">{HOSTILE_TEXT}</a><p class=\"saved-facts\">читали вчера</p></li>");
        assert!(html.contains("<h2>Читали недавно</h2>") && html.contains(&item), "{html}");
    }
}
