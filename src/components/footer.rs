use leptos::prelude::*;

use crate::routes::{PageNumber, Route};
use crate::session::use_session;
use crate::values::ArchivePeriod;

/// The foot of every page: whose paper this is, and the sections once more.
#[component]
pub fn Footer() -> impl IntoView {
    let session = use_session();
    let edition = session.edition.clone();
    let words = session.words();
    let sections = edition.sections.iter().map(|section| {
        let path = session.path(&Route::Section(section.id.clone(), PageNumber::FIRST));
        view! { <li><a href=path>{section.name.clone()}</a></li> }.into_any()
    });
    let archive = session.path(&Route::Archive(ArchivePeriod::Ever, PageNumber::FIRST));
    view! {
        <footer class="footer">
            <div class="wrap">
                <p class="footer-name">{edition.title.clone()}</p>
                {edition.footer.clone().map(|note| view! { <p class="footer-note">{note}</p> }.into_any())}
                <nav class="footer-links" aria-label=[words.sections, ": ", &edition.title].concat()>
                    <ul>
                        {sections.collect_view()}
                        <li><a href=archive>{words.archive}</a></li>
                        <li><a href=session.path(&Route::Popular)>{words.most_read}</a></li>
                        <li class="needs-script"><a href=session.path(&Route::Saved)>{words.saved}</a></li>
                    </ul>
                </nav>
                <p class="footer-copyright">{["© ", &edition.title].concat()}</p>
            </div>
        </footer>
    }
}
