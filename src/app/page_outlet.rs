use leptos::either::Either;
use leptos::prelude::*;

use crate::pages::{FailedPage, page_view};
use crate::session::{Shown, use_session};

/// `main`, with the page of the current location.
///
/// The router's own outlets move the address before a page is there, or update a page of the same kind in place. This one
/// keeps the old page until the new one is in hand, and then mounts the new one in elements of its own: what a translator or
/// an extension did to the old page goes with it.
#[component]
pub fn PageOutlet() -> impl IntoView {
    let session = use_session();
    #[cfg(feature = "hydrate")]
    crate::navigation::follow_location(&session);
    let mut is_even = false;
    move || {
        is_even = !is_even;
        let page = session.shown.with(|shown| match shown {
            Shown::Page(page) => page_view(&page.route(), page.content.clone()),
            Shown::Failed(error, path) => {
                Some(view! { <FailedPage error=error.clone() path=path.clone()/> }.into_any())
            }
        });
        let late = session.late_layout.get_untracked().then_some("");
        let main = view! { <main id="main" data-late=late>{page}</main> };
        // Two variants in turn: of the same one, the new page would be built into the elements of the old one.
        let main = if is_even { Either::Left(main) } else { Either::Right(main) };
        main.into_any()
    }
}
