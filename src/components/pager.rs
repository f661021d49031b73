use leptos::prelude::*;

use crate::model;
use crate::routes::{PageNumber, Route};
use crate::session::use_session;

/// The way to newer and older pages of a list; nothing where there is one page.
#[component]
pub fn Pager(
    /// Where this page stands.
    pager: model::Pager,
    /// The address of a page of the list.
    route: Route,
) -> impl IntoView {
    let model::Pager { number, last } = pager;
    let session = use_session();
    let words = session.words();
    let path = |number| session.path(&route.at(number));
    let newer = number
        .previous()
        .map(|newer| view! { <a class="pager-newer" rel="prev" href=path(newer)>{words.newer}</a> }.into_any());
    let older = (number < last)
        .then(|| view! { <a class="pager-older" rel="next" href=path(number.next())>{words.older}</a> }.into_any());
    (last > PageNumber::FIRST).then(|| {
        view! {
            <nav class="pager" aria-label=words.pages>
                {newer}
                <span class="pager-place">{words.page_of(number.get(), last.get())}</span>
                {older}
            </nav>
        }
        .into_any()
    })
}
