//! What is read most, by the reader's own account and by everybody's.

use leptos::prelude::*;

use crate::components::{History, live, ranking_html};
use crate::content::{Period, Popular};
use crate::session::use_session;

/// The page of some data.
#[component]
pub fn PopularPage(
    /// What stands on it.
    popular: Popular,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let rule = popular.rule.clone();
    let known = session.clone();
    let rankings = live(move || Period::ALL.map(|period| ranking_html(&known, &popular, period)).concat());
    view! {
        <div class="popular wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{words.most_read.to_owned()}</h1>
                <p class="listing-note">{rule}</p>
            </header>
            <div class="rankings" inner_html=rankings></div>
            <History/>
        </div>
    }
}
