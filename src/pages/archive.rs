//! All that was published, by year and month.

use leptos::prelude::*;

use crate::components::{above_html, add_text, element, shelf_html};
use crate::content::Archive;
use crate::session::use_session;

/// The archive, or one of its years.
#[component]
pub fn ArchivePage(
    /// What stands on it.
    archive: Archive,
) -> impl IntoView {
    let mut html = String::from("<header class=\"listing-head\"><p class=\"listing-kind\">");
    html.push_str(&above_html(archive.above.as_ref()));
    html.push_str("</p><h1 tabindex=\"-1\">");
    add_text(&mut html, &archive.name);
    html.push_str("</h1>");
    html.push_str(&element("p", "listing-note", &archive.what));
    html.push_str("</header>");
    if archive.years.is_empty() {
        html.push_str(&element("p", "empty", use_session().words().nothing_here));
    }
    for year in &archive.years {
        html.push_str(&shelf_html(year));
    }
    view! { <div class="archive wrap" inner_html=html></div> }
}
