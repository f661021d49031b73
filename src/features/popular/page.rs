//! What is read most, by the reader's own account and by everybody's.

use leptos::prelude::*;

use crate::components::{History, Ranking};
use crate::model::{Period, Popular};
use crate::session::use_session;

/// The page of some data.
#[component]
pub fn PopularPage(
    /// What stands on it.
    popular: Popular,
) -> impl IntoView {
    let words = use_session().words();
    let Popular { rule, until, day, week, ever } = popular;
    view! {
        <div class="popular wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{words.most_read}</h1>
                <p class="listing-note">{rule}</p>
            </header>
            <div class="rankings">
                <Ranking period=Period::Day until headlines=day/>
                <Ranking period=Period::Week until headlines=week/>
                <Ranking period=Period::Ever until headlines=ever/>
            </div>
            <History/>
        </div>
    }
}
