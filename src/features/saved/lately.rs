use leptos::prelude::*;

use super::local_articles::ReadPage;
use crate::i18n::SavedWords;

/// What was read lately: it opens without a network as well, for a time.
#[component]
pub fn Lately(
    /// The articles, each with the days since it was read.
    read: Vec<(ReadPage, u64)>,
    /// The words of the page.
    words: &'static SavedWords,
) -> impl IntoView {
    let items = read.into_iter().map(|(page, days)| {
        let ReadPage { path, title, lang, .. } = page;
        view! {
            <li>
                <a href=path lang=(!lang.is_empty()).then_some(lang)>{title}</a>
                <p class="saved-facts">{words.ago(&words.read, days)}</p>
            </li>
        }
    });
    view! {
        <section class="saved-read">
            <h2>{words.lately}</h2>
            <p class="saved-facts">{words.lately_why}</p>
            <ul class="saved-list">{items.collect_view()}</ul>
        </section>
    }
}
