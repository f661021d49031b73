//! The front page, and the older ones behind it.

use leptos::prelude::*;

use crate::components::{Card, CardPlace, Cards, MostRead, Pager};
use crate::model::{self, Front};
use crate::routes::{PageNumber, Route};
use crate::session::use_session;

/// The front page of some data.
#[component]
pub fn FrontPage(
    /// What stands on it.
    front: Front,
) -> impl IntoView {
    let words = use_session().words();
    let Front { lead, cards, most_read, pager } = front;
    let is_empty = lead.is_none() && cards.is_empty();
    // Below a lead no card's picture is urgent.
    let place = if lead.is_some() { CardPlace::List } else { CardPlace::First };
    let lead = lead.map(|lead| {
        view! {
            <section class="front-lead" aria-label=words.lead_story>
                <Card card=lead place=CardPlace::Lead/>
            </section>
        }
        .into_any()
    });
    view! {
        <div class="front wrap">
            <Heading pager/>
            {lead}
            {is_empty.then(|| view! { <p class="empty">{words.nothing_here}</p> }.into_any())}
            <div class="front-columns">
                <section class="latest" aria-labelledby="latest">
                    <h2 id="latest" class="visually-hidden">{words.latest}</h2>
                    <Cards cards place/>
                </section>
                {(!most_read.is_empty()).then(|| view! { <MostRead headlines=most_read/> }.into_any())}
            </div>
            <Pager pager route=Route::Front(pager.number)/>
        </div>
    }
}

/// The heading: the paper's name on the first page, where the masthead shows it already; the number on an older one.
#[component]
fn Heading(
    /// Which page this is.
    pager: model::Pager,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    if pager.number == PageNumber::FIRST {
        let name = [&session.edition.title, ". ", words.lead_story].concat();
        view! { <h1 class="visually-hidden" tabindex="-1">{name}</h1> }.into_any()
    } else {
        view! {
            <header class="listing-head">
                <h1 tabindex="-1">{words.latest}</h1>
                <p class="listing-note">{words.page_of(pager.number.get(), pager.last.get())}</p>
            </header>
        }
        .into_any()
    }
}
