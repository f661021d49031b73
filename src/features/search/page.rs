//! The search: a form, and the place for what is found.

use leptos::html;
use leptos::prelude::*;

#[cfg(not(feature = "hydrate"))]
use super::native::{Search, answer};
#[cfg(feature = "hydrate")]
use super::{answer::answer, state::Search};
use crate::routes::{PageNumber, Route};
use crate::session::use_session;
use crate::values::ArchivePeriod;

/// The search page. Without scripts the form leads back here, where a sentence says what to do instead: the archive is one of
/// the ways.
#[component]
pub fn SearchPage() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let [before, archive, after] = words.search_needs;
    let field = NodeRef::<html::Input>::new();
    let search = Search::new(field);
    view! {
        <div class="search wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{words.search}</h1>
            </header>
            <div on:keydown=move |event| search.key(&event)>
                <form
                    class="search-form"
                    role="search"
                    method="get"
                    action=session.path(&Route::Search)
                    on:submit=move |event| search.submit(&event)
                >
                    <input
                        class="search-field"
                        type="search"
                        name="q"
                        maxlength="200"
                        autocomplete="off"
                        aria-label=words.search_what
                        node_ref=field
                        on:input=move |_| search.typed()
                    />
                    <button class="action">{words.search}</button>
                </form>
                <p class="without-script">
                    {before}
                    <a href=session.path(&Route::Archive(ArchivePeriod::Ever, PageNumber::FIRST))>{archive}</a>
                    {after}
                </p>
                {move || answer(search)}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;

    #[test]
    fn the_form_alone_is_sent() {
        let html = html(|_| view! { <SearchPage/> });
        assert!(
            html.contains("<form role=\"search\" method=\"get\" action=\"/search/\" class=\"search-form\">"),
            "{html}"
        );
        assert!(html.ends_with("</p></div></div>"), "{html}");
    }
}
