use leptos::prelude::*;

use super::Shelf;
use crate::model;

/// More of a section, under its name.
#[component]
pub fn More(
    /// The articles.
    shelf: model::Shelf,
) -> impl IntoView {
    let name = shelf.head.as_ref().map(|head| head.name.clone());
    view! { <aside class="more" aria-label=name><Shelf shelf/></aside> }
}
