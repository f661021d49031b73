use leptos::prelude::*;

use crate::model;

/// Lines that lead on, under their heading.
#[component]
pub fn LinkList(
    /// The lines.
    list: model::LinkList,
) -> impl IntoView {
    let lines = list.pointers.into_iter().map(|link| {
        view! {
            <li>
                <a href=link.path.to_string()>{link.name}</a>
                // The space keeps the two apart for who hears them.
                " "
                <span class="listing-note">{link.note}</span>
            </li>
        }
        .into_any()
    });
    view! {
        {list.head.map(|head| view! { <h2><a href=head.path.to_string()>{head.name}</a></h2> }.into_any())}
        <ul class="link-list">{lines.collect_view()}</ul>
    }
}
