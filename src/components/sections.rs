use leptos::prelude::*;

use super::live::live;
use crate::content::{Content, Slug};
use crate::route::{PageNumber, Route};
use crate::session::{Session, Shown, use_session};

/// The sections of the paper in one row; the current one is marked.
#[component]
pub fn Sections() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let sections = session.edition.sections.clone();
    let sections =
        sections.into_iter().map(|section| view! { <Entry section=Some(section.id) name=section.name/> }.into_any());
    view! {
        <nav class="sections" aria-label=words.sections.to_owned()>
            <ul class="wrap">
                <Entry section=None name=words.front.to_owned()/>
                {sections.collect::<Vec<_>>()}
            </ul>
        </nav>
    }
}

/// One link of the row.
#[component]
fn Entry(
    /// The section's id; none for the front page.
    section: Option<Slug>,
    /// Its name.
    name: String,
) -> impl IntoView {
    let session = use_session();
    let route = match section.clone() {
        Some(id) => Route::Section(id, PageNumber::FIRST),
        None => Route::Front(PageNumber::FIRST),
    };
    let path = session.path(&route);
    let current = live(move || current(&session, &route, section.as_ref()));
    view! { <li><a href=path aria-current=current>{name}</a></li> }
}

/// "page" on the page itself, "true" on an older page of it and on an article of the section.
fn current(session: &Session, route: &Route, section: Option<&Slug>) -> Option<&'static str> {
    let within = session.shown.with(|shown| match shown {
        Shown::Page(page) => match &page.content {
            Content::Article(page) => section == Some(&page.article.section),
            Content::List(_) => matches!(page.route(), Route::Section(id, _) if section == Some(&id)),
            Content::Front(_) => section.is_none(),
            Content::Popular(_) | Content::NotFound => false,
        },
        Shown::Failed(..) => false,
    });
    within.then(|| if session.route().as_ref() == Some(route) { "page" } else { "true" })
}
