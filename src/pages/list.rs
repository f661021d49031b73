//! The articles of a section or of a month, or those with a tag.

use leptos::prelude::*;

use crate::components::{CardPlace, Cards, LinkList, Neighbours, Pager};
use crate::i18n::number_of_articles;
use crate::model::{List, ListOf};
use crate::routes::{PageNumber, Route};
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
    let empty = (total == 0).then(|| {
        let front = session.path(&Route::Front(PageNumber::FIRST));
        view! { <p class="empty">{[words.nothing_here, " "].concat()}<a href=front>{words.to_front}</a></p> }.into_any()
    });
    let total = number_of_articles(total, session.edition.lang);
    let note = if pager.number > PageNumber::FIRST {
        [&total, " · ", &words.page_of(pager.number.get(), pager.last.get())].concat()
    } else {
        total
    };
    let latest = (!cards.is_empty()).then(|| view! { <h2 class="visually-hidden">{words.latest}</h2> }.into_any());
    let name = of.name().to_owned();
    view! {
        <div class="listing wrap">
            <header class="listing-head">
                <Kind of=of.clone()/>
                <h1 tabindex="-1">{name}</h1>
                <p class="listing-note">{note}</p>
            </header>
            {latest}
            <Cards cards place=CardPlace::First/>
            {empty}
            <Pager pager route=of.route(pager.number)/>
            <div class="further"><Further of=of.clone()/></div>
        </div>
    }
}

/// What stands above the name of a list: that it is a topic, or the way up from a time of the archive.
#[component]
fn Kind(
    /// What the articles have in common.
    of: ListOf,
) -> impl IntoView {
    let kind = match of {
        ListOf::Section(_) => None,
        ListOf::Tag(_) => Some(use_session().words().topic.into_any()),
        ListOf::Time(time) => {
            time.parent.map(|parent| view! { <a href=parent.path.to_string()>{parent.name}</a> }.into_any())
        }
    };
    kind.map(|kind| view! { <p class="listing-kind">{kind}</p> }.into_any())
}

/// A time of the archive has months that have articles, or months beside it.
#[component]
fn Further(
    /// What the articles have in common.
    of: ListOf,
) -> impl IntoView {
    let ListOf::Time(time) = of else { return None };
    let near = time.prev_next();
    let years = time.years.into_iter().map(|list| view! { <LinkList list/> }.into_any());
    Some(
        view! {
            {years.collect_view()}
            <Neighbours near/>
        }
        .into_any(),
    )
}
