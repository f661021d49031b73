use leptos::prelude::*;

use super::html::{add, add_text, element};
use crate::content;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// The class and the relation of a way to what is newer, and of one to what is older.
pub(super) const NEWER: [&str; 2] = ["pager-newer", "prev"];
pub(super) const OLDER: [&str; 2] = ["pager-older", "next"];

/// Adds a way to a newer or an older page.
pub(super) fn add_way(html: &mut String, [class, rel]: [&str; 2], path: &str, words: &str) {
    html.push_str("<a");
    add(html, "class", class);
    add(html, "rel", rel);
    add(html, "href", path);
    html.push('>');
    add_text(html, words);
    html.push_str("</a>");
}

/// The way to newer and older pages of a list; nothing where there is one page.
#[component]
pub fn Pager<F>(
    /// Where this page stands.
    pager: content::Pager,
    /// The address of a page of the list by its number.
    route: F,
) -> impl IntoView
where
    F: Fn(PageNumber) -> Route,
{
    let content::Pager { number, last } = pager;
    let session = use_session();
    let words = session.words();
    let path = |number| session.path(&route(number));
    (last > PageNumber::FIRST).then(|| {
        let mut html = String::new();
        if let Some(newer) = number.previous() {
            add_way(&mut html, NEWER, &path(newer), words.newer);
        }
        html.push_str(&element("span", "pager-place", &words.page_of(number.get(), last.get())));
        if number < last {
            add_way(&mut html, OLDER, &path(number.next()), words.older);
        }
        view! { <nav class="pager" aria-label=words.pages.to_owned() inner_html=html></nav> }.into_any()
    })
}
