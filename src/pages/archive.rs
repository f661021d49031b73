//! All that was published, by year and month.

use leptos::prelude::*;

use crate::components::{add_link, add_text, element};
use crate::content::{Archive, ArchiveMonth};
use crate::format::number_of_articles;
use crate::route::{PageNumber, Route};
use crate::session::{Session, use_session};

/// The archive, or one of its years.
#[component]
pub fn ArchivePage(
    /// What stands on it.
    archive: Archive,
) -> impl IntoView {
    let session = use_session();
    let total = counted(&session, &archive.months);
    let mut html = String::from("<header class=\"listing-head\">");
    if archive.year.is_some() {
        html.push_str("<p class=\"listing-kind\">");
        add_link(&mut html, &session.path(&Route::Archive), session.words().archive);
        html.push_str("</p>");
    }
    html.push_str("<h1 tabindex=\"-1\">");
    add_text(&mut html, &archive.name(session.edition.lang));
    html.push_str("</h1>");
    html.push_str(&element("p", "listing-note", &total));
    html.push_str("</header>");
    if archive.months.is_empty() {
        html.push_str(&element("p", "empty", session.words().nothing_here));
    }
    for months in archive.months.chunk_by(|one, other| one.month.year() == other.month.year()) {
        html.push_str("<section class=\"archive-year\">");
        if let Some(first) = months.first().filter(|_| archive.year.is_none()) {
            let year = first.month.year();
            html.push_str("<h2>");
            add_link(&mut html, &session.path(&Route::Year(year)), &year.to_string());
            html.push_str("</h2>");
        }
        html.push_str("<ul>");
        for month in months {
            html.push_str("<li>");
            add_link(&mut html, &session.path(&Route::Month(month.month, PageNumber::FIRST)), &month.name);
            html.push(' ');
            html.push_str(&element("span", "listing-note", &counted(&session, core::slice::from_ref(month))));
            html.push_str("</li>");
        }
        html.push_str("</ul></section>");
    }
    view! { <div class="archive wrap" inner_html=html></div> }
}

/// How many articles some months have.
fn counted(session: &Session, months: &[ArchiveMonth]) -> String {
    let total = months.iter().fold(0u32, |total, month| total.saturating_add(month.total));
    number_of_articles(total, session.edition.lang)
}
