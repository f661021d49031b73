use leptos::prelude::*;

use super::pager::{NEWER, OLDER, add_way};
use crate::content;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// The way from a month of the archive to the months beside it; nothing where there are none.
#[component]
pub fn Months(
    /// The month.
    listed: content::ListedMonth,
) -> impl IntoView {
    let session = use_session();
    let mut html = String::new();
    for (way, month) in [(NEWER, listed.newer), (OLDER, listed.older)] {
        if let Some(month) = month {
            add_way(&mut html, way, &session.path(&Route::Month(month.month, PageNumber::FIRST)), &month.name);
        }
    }
    let label = session.words().near_months;
    (!html.is_empty()).then(|| view! { <nav class="pager" aria-label=label inner_html=html></nav> }.into_any())
}
