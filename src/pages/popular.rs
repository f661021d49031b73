//! What is read most, by the reader's own account and by everybody's.

use leptos::prelude::*;

use super::screen;
use crate::components::{History, live, ranking_html};
use crate::content::{Content, Period, Popular};
use crate::session::use_session;

/// The page of what is read most.
#[component]
pub fn PopularPage() -> impl IntoView {
    screen(|_, content| match content {
        Content::Popular(popular) => Some(view! { <PopularView popular=popular.clone()/> }.into_any()),
        _ => None,
    })
}

/// The page of some data.
#[component]
fn PopularView(
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
