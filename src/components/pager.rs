use leptos::prelude::*;

use super::html::{add, add_text, element};
use crate::content;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

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
        let link = |html: &mut String, class: &str, rel: &str, number: PageNumber, words: &str| {
            html.push_str("<a");
            add(html, "class", class);
            add(html, "rel", rel);
            add(html, "href", &path(number));
            html.push('>');
            add_text(html, words);
            html.push_str("</a>");
        };
        if let Some(newer) = number.previous() {
            link(&mut html, "pager-newer", "prev", newer, words.newer);
        }
        html.push_str(&element("span", "pager-place", &words.page_of(number.get(), last.get())));
        if number < last {
            link(&mut html, "pager-older", "next", number.next(), words.older);
        }
        view! { <nav class="pager" aria-label=words.pages.to_owned() inner_html=html></nav> }.into_any()
    })
}
