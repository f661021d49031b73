//! The search: a form, and the place for what a part of the page finds.

use leptos::prelude::*;

use crate::components::{add, add_text};
use crate::route::Route;
use crate::session::use_session;

/// The search page. Without scripts the form leads back here, where a sentence says what to do instead.
#[component]
pub fn SearchPage() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let mut html = String::from("<form class=\"search-form\" role=\"search\" method=\"get\"");
    add(&mut html, "action", &session.path(&Route::Search));
    html.push_str("><input class=\"search-field\" type=\"search\" name=\"q\" maxlength=\"200\" autocomplete=\"off\"");
    add(&mut html, "aria-label", words.search_what);
    html.push_str("><button class=\"action\">");
    add_text(&mut html, words.search);
    html.push_str("</button></form>");
    #[cfg(feature = "ssr")]
    html.push_str(&needs(&session));
    view! {
        <div class="search wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{words.search}</h1>
            </header>
            <div data-mount="search" inner_html=html></div>
        </div>
    }
}

/// What to do without scripts, as safe HTML: the archive is one of the ways.
#[cfg(feature = "ssr")]
fn needs(session: &crate::session::Session) -> String {
    let [before, archive, after] = session.words().search_needs;
    let whole = Route::Archive(crate::format::Span::Ever, crate::route::PageNumber::FIRST);
    let mut html = String::from("<p class=\"without-script\">");
    add_text(&mut html, before);
    crate::components::add_link(&mut html, &session.path(&whole), archive);
    add_text(&mut html, after);
    html + "</p>"
}
