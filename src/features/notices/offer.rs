use leptos::prelude::*;

use super::Offer;
use crate::i18n::{new_articles, notice_words};
use crate::platform::focus;
use crate::session::use_session;

/// The button that shows what is new, and the one that puts the offer away.
#[component]
pub fn OfferButtons(
    /// What is offered.
    offer: Offer,
) -> impl IntoView {
    let session = use_session();
    let (words, slot) = (notice_words(session.edition.lang), session.offer);
    let text = match offer.count {
        Some(count) => [words.show, " ", &new_articles(count, session.edition.lang)].concat(),
        None => words.show_many.to_owned(),
    };
    let accept = move |_| {
        slot.set(None);
        (offer.accept)();
    };
    let put_away = move |_| {
        slot.set(None);
        // The focus does not get lost with the button that it was on.
        focus::focus_heading();
    };
    view! {
        <button type="button" class="fresh-show" on:click=accept>{text}</button>
        <button type="button" class="fresh-close" aria-label=words.close on:click=put_away>"×"</button>
    }
}
