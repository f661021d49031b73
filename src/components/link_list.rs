use leptos::prelude::*;

use crate::model;

/// Lines that lead on, under their heading.
#[component]
pub fn LinkList(
    /// The lines.
    shelf: model::LinkList,
) -> impl IntoView {
    let lines = shelf.pointers.into_iter().map(|pointer| {
        view! {
            <li>
                <a href=pointer.path.to_string()>{pointer.name}</a>
                // The space keeps the two apart for who hears them.
                " "
                <span class="listing-note">{pointer.note}</span>
            </li>
        }
        .into_any()
    });
    view! {
        {shelf.head.map(|head| view! { <h2><a href=head.path.to_string()>{head.name}</a></h2> }.into_any())}
        <ul class="shelf">{lines.collect_view()}</ul>
    }
}
