use leptos::prelude::*;

use super::adopted::adopted;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// The foot of every page: whose paper this is, and the sections once more.
#[component]
pub fn Footer() -> impl IntoView {
    view! { <footer class="footer" inner_html=adopted(inside)></footer> }
}

fn inside() -> impl IntoView {
    let session = use_session();
    let edition = session.edition.clone();
    let words = session.words();
    let links = edition.sections.iter().map(|section| {
        let path = session.path(&Route::Section(section.id.clone(), PageNumber::FIRST));
        view! { <li><a href=path>{section.name.clone()}</a></li> }
    });
    // The client adopts the footer, and carries no words of it.
    #[cfg(feature = "ssr")]
    let archive = view! { <li><a href=session.path(&Route::Archive(crate::format::Span::Ever, PageNumber::FIRST))>{words.archive}</a></li> };
    #[cfg(not(feature = "ssr"))]
    let archive = ();
    view! {
        <div class="wrap">
            <p class="footer-name">{edition.title.clone()}</p>
            {edition.footer.clone().map(|note| view! { <p class="footer-note">{note}</p> })}
            <nav class="footer-links" aria-label=format!("{}: {}", words.sections, edition.title)>
                <ul>
                    {links.collect::<Vec<_>>()}
                    {archive}
                    <li><a href=session.path(&Route::Popular)>{words.most_read}</a></li>
                    <li class="needs-script"><a href=session.path(&Route::Saved)>{words.saved}</a></li>
                </ul>
            </nav>
            <p class="footer-copyright">{format!("© {}", edition.title)}</p>
        </div>
    }
}
