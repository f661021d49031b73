use leptos::prelude::*;

use super::html::{add, add_text};
use super::live::live;
use crate::content::{Content, Slug};
use crate::route::{PageNumber, Route};
use crate::session::{Session, Shown, use_session};

/// The sections of the paper in one row; the current one is marked.
#[component]
pub fn Sections() -> impl IntoView {
    let session = use_session();
    let label = session.words().sections;
    view! {
        <nav class="sections" aria-label=label.to_owned()>
            <ul class="wrap" inner_html=live(move || links_html(&session))></ul>
        </nav>
    }
}

/// The links of the row, the front page's first, as safe HTML.
fn links_html(session: &Session) -> String {
    let mut html = link_html(session, &Route::Front(PageNumber::FIRST), session.words().front, None);
    for section in &session.edition.sections {
        let route = Route::Section(section.id.clone(), PageNumber::FIRST);
        html.push_str(&link_html(session, &route, &section.name, Some(&section.id)));
    }
    html
}

fn link_html(session: &Session, route: &Route, name: &str, section: Option<&Slug>) -> String {
    let mut html = String::from("<li><a");
    add(&mut html, "href", &session.path(route));
    if let Some(current) = current(session, route, section) {
        add(&mut html, "aria-current", current);
    }
    html.push('>');
    add_text(&mut html, name);
    html + "</a></li>"
}

/// "page" on the page itself, "true" on an older page of it and on an article of the section.
fn current(session: &Session, route: &Route, section: Option<&Slug>) -> Option<&'static str> {
    let within = session.shown.with(|shown| match shown {
        Shown::Page(page) => match &page.content {
            Content::Article(page) => section == Some(&page.article.section),
            Content::List(_) => matches!(page.route(), Route::Section(id, _) if section == Some(&id)),
            Content::Front(_) => section.is_none(),
            Content::Popular(_) | Content::Search | Content::Saved | Content::NotFound => false,
        },
        Shown::Failed(..) => false,
    });
    within.then(|| if session.route().as_ref() == Some(route) { "page" } else { "true" })
}
