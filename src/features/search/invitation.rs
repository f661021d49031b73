use leptos::ev;
use leptos::prelude::*;

use super::group::Group;
use super::state::Search;
use crate::platform::events;
use crate::routes::{PageNumber, Route};
use crate::search::Question;
use crate::session::use_session;

/// What stands there before anything is asked: the questions of before, and the sections.
#[component]
pub fn Invitation(
    /// The search.
    search: Search,
    /// What was asked for on this device, the last first.
    recent: Vec<String>,
) -> impl IntoView {
    let session = use_session();
    let words = search.words;
    let path = session.path(&Route::Search);
    let filters = search.filters.get_untracked();
    let queries = recent.into_iter().map(|text| {
        let question = Question { text, filters: filters.clone() };
        let (href, text) = ([path.as_str(), &question.to_query()].concat(), question.text.clone());
        let again = move |event: ev::MouseEvent| {
            // A tab of its own is the browser's affair.
            if events::is_plain_click(&event) {
                event.prevent_default();
                event.stop_propagation();
                search.ask_for(&question.text);
            }
        };
        view! { <a href=href class="action" on:click=again>{text}</a> }.into_any()
    });
    let queries: Vec<AnyView> = queries.collect();
    let sections = session.edition.sections.iter().map(|section| {
        let href = session.path(&Route::Section(section.id.clone(), PageNumber::FIRST));
        view! { <a href=href class="action">{section.name.clone()}</a> }.into_any()
    });
    let sections: Vec<AnyView> = sections.collect();
    let clear = move || {
        view! { <button type="button" class="action" on:click=move |_| search.forget()>{words.clear}</button> }
            .into_any()
    };
    view! {
        {(!queries.is_empty()).then(|| view! { <Group title=words.recent links=queries foot=clear()/> }.into_any())}
        {(!sections.is_empty()).then(|| view! { <Group title=words.sections links=sections/> }.into_any())}
    }
}
