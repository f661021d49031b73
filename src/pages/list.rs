//! The articles of a section or of a month, or those with a tag.

use leptos::prelude::*;

use crate::components::{CardPlace, Cards, Pager, above_html, neighbours_html, shelf_html};
use crate::content::{List, ListOf};
use crate::format::number_of_articles;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// The page of a list.
#[component]
pub fn ListPage(
    /// What stands on it.
    list: List,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let List { of, total, cards, pager } = list;
    let is_empty = total == 0;
    let total = number_of_articles(total, session.edition.lang);
    let note = if pager.number > PageNumber::FIRST {
        format!("{total} · {}", words.page_of(pager.number.get(), pager.last.get()))
    } else {
        total
    };
    let empty = is_empty.then(|| {
        let front = session.path(&Route::Front(PageNumber::FIRST));
        view! { <p class="empty">{format!("{} ", words.nothing_here)}<a href=front>{words.to_front.to_owned()}</a></p> }
            .into_any()
    });
    let latest =
        (!cards.is_empty()).then(|| view! { <h2 class="visually-hidden">{words.latest.to_owned()}</h2> }.into_any());
    // A time of the archive has cards, where it is a month, or the months that do.
    let (kind, further) = match &of {
        ListOf::Section(_) => (String::new(), String::new()),
        ListOf::Tag(_) => (words.topic.to_owned(), String::new()),
        ListOf::Time(time) => {
            let mut further: String = time.years.iter().map(shelf_html).collect();
            further.push_str(&neighbours_html(&time.near, words));
            (above_html(time.above.as_ref()), further)
        }
    };
    let kind = (!kind.is_empty()).then(|| view! { <p class="listing-kind" inner_html=kind></p> }.into_any());
    view! {
        <div class="listing wrap">
            <header class="listing-head">
                {kind}
                <h1 tabindex="-1">{of.name().to_owned()}</h1>
                <p class="listing-note">{note}</p>
            </header>
            {latest}
            <Cards cards place=CardPlace::First/>
            {empty}
            <Pager pager route=move |number| match &of {
                ListOf::Section(section) => Route::Section(section.id.clone(), number),
                ListOf::Tag(tag) => Route::Tag(tag.slug.clone(), number),
                ListOf::Time(time) => Route::Archive(time.span, number),
            }/>
            <div class="further" inner_html=further></div>
        </div>
    }
}
