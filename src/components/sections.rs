use leptos::prelude::*;

use crate::model::Content;
use crate::routes::{PageNumber, Route};
use crate::session::{Session, Shown, use_session};
use crate::values::Slug;

/// The sections of the paper in one row, the front page first; the current one is marked.
#[component]
pub fn Sections() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let front = (None, words.front.to_owned());
    let sections = session.edition.sections.iter().map(|section| (Some(section.id.clone()), section.name.clone()));
    let links =
        std::iter::once(front).chain(sections).map(|(section, name)| view! { <SectionLink section name/> }.into_any());
    view! {
        <nav class="sections" aria-label=words.sections>
            <ul class="wrap">{links.collect_view()}</ul>
        </nav>
    }
}

/// A link of the row.
#[component]
fn SectionLink(
    /// The id of the section; none for the front page.
    section: Option<Slug>,
    /// Its name for readers.
    name: String,
) -> impl IntoView {
    let session = use_session();
    let route = match &section {
        Some(id) => Route::Section(id.clone(), PageNumber::FIRST),
        None => Route::Front(PageNumber::FIRST),
    };
    let path = session.path(&route);
    view! { <li><a href=path aria-current=move || current(&session, &route, section.as_ref())>{name}</a></li> }
}

/// "page" on the page itself, "true" on an older page of it and on an article of the section.
fn current(session: &Session, route: &Route, section: Option<&Slug>) -> Option<&'static str> {
    let within = session.shown.with(|shown| match shown {
        Shown::Page(page) => match &page.content {
            Content::Article(article) => section == Some(&article.section),
            Content::List(_) => matches!(page.route(), Route::Section(id, _) if section == Some(&id)),
            Content::Front(_) => section.is_none(),
            Content::Popular(_) | Content::Search | Content::Saved | Content::NotFound => false,
        },
        Shown::Failed(..) => false,
    });
    within.then(|| if session.route().as_ref() == Some(route) { "page" } else { "true" })
}
