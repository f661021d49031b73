//! What is read most, by the reader's own account and by everybody's.

use leptos::prelude::*;

use super::screen;
use crate::components::{History, Ranking};
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
    let (words, policy) = (session.words(), session.edition.views);
    let rankings = Period::ALL.map(|period| {
        let headlines = popular.of(period).to_vec();
        view! { <Ranking period until=popular.until headlines/> }.into_any()
    });
    view! {
        <div class="popular wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{words.most_read.to_owned()}</h1>
                <p class="listing-note">{words.counted_how(policy.dwell_seconds, policy.window_minutes)}</p>
            </header>
            {rankings.into_iter().collect::<Vec<_>>()}
            <History/>
        </div>
    }
}
