use leptos::prelude::*;

use super::{Languages, Sign, Tools};
use crate::i18n::today;
use crate::routes::{PageNumber, Route};
use crate::session::use_session;

/// The head of every page: today's date, the languages, the paper's name with its sign, and the line beside it.
#[component]
pub fn Masthead() -> impl IntoView {
    let session = use_session();
    let edition = session.edition.clone();
    let (day, lang) = (session.today, edition.lang);
    let front = session.path(&Route::Front(PageNumber::FIRST));
    view! {
        <header class="masthead">
            <div class="masthead-top">
                <div class="wrap">
                    <p class="masthead-today">{move || day.get().map(|day| today(day, lang)).unwrap_or_default()}</p>
                    <Languages/>
                    <Tools/>
                </div>
            </div>
            <div class="masthead-name wrap">
                <a class="brand" href=front><Sign/><span>{edition.title.clone()}</span></a>
                {edition.tagline.clone().map(|line| view! { <p class="tagline">{line}</p> }.into_any())}
            </div>
        </header>
    }
}
