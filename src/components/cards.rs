use leptos::prelude::*;

use super::{Card, CardPlace};
use crate::model;

/// How many cards at the head of a list are likely to be in sight at once: a row on a desktop.
const FIRST: usize = 3;

/// A list of cards.
#[component]
pub fn Cards(
    /// The articles.
    cards: Vec<model::Card>,
    /// Where the list begins: below a lead none of its pictures is urgent.
    place: CardPlace,
) -> impl IntoView {
    let total = cards.len();
    let cards = cards.into_iter().enumerate().map(|(index, card)| {
        let place = if index < FIRST { place } else { CardPlace::List };
        let also = if index + 1 == total { alone(total) } else { "" };
        view! { <Card card place also/> }.into_any()
    });
    view! { <div class="cards">{cards.collect_view()}</div> }
}

/// The classes of the last of so many cards: in which widths of a list it is left alone in its row.
///
/// A style sheet could count as well, but to a page that is still arriving each card is the last one for a moment.
const fn alone(total: usize) -> &'static str {
    match (total % 2, total % 3) {
        (1, 1) => " alone-of-two alone-of-three",
        (1, _) => " alone-of-two",
        (_, 1) => " alone-of-three",
        _ => "",
    }
}
