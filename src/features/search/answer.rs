//! What stands below the form.

use leptos::prelude::*;

use super::filters::Filters;
use super::results::Results;
use super::state::Search;

/// The filters, the status and the results, as soon as the page is at its address.
pub fn answer(search: Search) -> Option<AnyView> {
    search.is_ready.get().then(|| {
        view! {
            <Filters search/>
            <p class="search-status" role="status">{search.status}</p>
            <Results search/>
        }
        .into_any()
    })
}
