use leptos::prelude::*;

use super::{Card, CardPlace};
use crate::content;

/// How many cards at the head of a list are likely to be in sight at once: a row on a desktop.
const FIRST: usize = 3;

/// A list of cards.
#[component]
pub fn Cards(
    /// The articles.
    cards: Vec<content::Card>,
    /// Where the list begins: below a lead none of its pictures is urgent.
    place: CardPlace,
) -> impl IntoView {
    let cards = cards.into_iter().enumerate().map(|(index, card)| {
        let place = if index < FIRST { place } else { CardPlace::List };
        view! { <Card card place/> }.into_any()
    });
    view! { <div class="cards">{cards.collect::<Vec<_>>()}</div> }
}
