use leptos::prelude::*;

use super::LinkList;
use crate::model;

/// More of a section, under its name.
#[component]
pub fn More(
    /// The articles.
    list: model::LinkList,
) -> impl IntoView {
    let name = list.head.as_ref().map(|head| head.name.clone());
    view! { <aside class="more" aria-label=name><LinkList list/></aside> }
}
