use leptos::prelude::*;

use super::removal::{Removal, RemovalMessage};
use crate::i18n::SavedWords;

/// The line that says what was let go of, with the button that takes it back. It is empty at first.
#[component]
pub fn Note(
    /// What was let go of.
    removal: Removal,
    /// The words of the page.
    words: &'static SavedWords,
) -> impl IntoView {
    let message = move || {
        removal.message.get().map(|RemovalMessage { text, can_undo }| {
            let button = can_undo.then(|| {
                view! { <button class="action" type="button" on:click=move |_| removal.undo()>{words.undo}</button> }
            });
            (text, button)
        })
    };
    view! { <p class="saved-note" role="status">{message}</p> }
}
