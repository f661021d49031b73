use leptos::prelude::*;

use super::html::{add_link, add_text, time};
use crate::content::{Pointer, Section};
use crate::format::day_in_figures;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// More from an article's section, by headline and date.
#[component]
pub fn More(
    /// The section.
    section: Section,
    /// Its articles.
    more: Vec<Pointer>,
) -> impl IntoView {
    let session = use_session();
    let [before, after] = session.words().more_of;
    let mut html = String::from("<h2 id=\"more\">");
    add_text(&mut html, before);
    add_link(&mut html, &session.path(&Route::Section(section.id, PageNumber::FIRST)), &section.name);
    add_text(&mut html, after);
    html.push_str("</h2><ul>");
    for pointer in more {
        html.push_str("<li>");
        add_link(&mut html, &session.path(&Route::Article(pointer.slug)), &pointer.title);
        html.push(' ');
        html.push_str(&time("", pointer.date, &day_in_figures(pointer.date.day(), session.edition.lang)));
        html.push_str("</li>");
    }
    html.push_str("</ul>");
    view! { <aside class="more wrap" aria-labelledby="more" inner_html=html></aside> }
}
