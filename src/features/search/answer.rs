//! What stands below the form.

use leptos::prelude::*;

use super::filters::Filters;
use super::hint::Hint;
use super::results::Results;
use super::state::Search;

/// What can be asked; as soon as the page is at its address, the filters, the status and the results.
pub fn answer(search: Search) -> AnyView {
    if !search.is_ready.get() {
        return view! { <Hint/> }.into_any();
    }
    view! {
        <Filters search/>
        <p class="search-status" role="status">{search.status}</p>
        <Results search/>
    }
    .into_any()
}
