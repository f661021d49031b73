use leptos::prelude::*;

use super::adopted::adopted;
use super::{Languages, Sign, Tools};
use crate::format::today;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// The head of every page: today's date, the languages, the paper's name.
#[component]
pub fn Masthead() -> impl IntoView {
    let session = use_session();
    let lang = session.edition.lang;
    view! {
        <header class="masthead">
            <div class="masthead-top">
                <div class="wrap">
                    <p class="masthead-today">{move || session.today.get().map(|day| today(day, lang)).unwrap_or_default()}</p>
                    <Languages/>
                    <Tools/>
                </div>
            </div>
            <div class="masthead-name wrap" inner_html=adopted(name)></div>
        </header>
    }
}

/// The paper's name with its sign, and the line beside it.
fn name() -> impl IntoView {
    let session = use_session();
    let front = session.path(&Route::Front(PageNumber::FIRST));
    view! {
        <a class="brand" href=front><Sign/><span>{session.edition.title.clone()}</span></a>
        {session.edition.tagline.clone().map(|line| view! { <p class="tagline">{line}</p> })}
    }
}
