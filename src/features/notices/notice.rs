use leptos::prelude::*;

use super::Notice;
use crate::i18n::{day_in_figures, notice_words};
use crate::platform::{clock, focus};
use crate::session::use_session;
use crate::values::Lang;

/// A sentence with a button of its own, and one that puts it away. It takes no focus, and covers no text for good.
#[component]
pub fn NoticeLine(
    /// What is said.
    notice: Notice,
) -> impl IntoView {
    let session = use_session();
    let (lang, slot) = (session.edition.lang, session.notice);
    let words = notice_words(lang);
    let (text, label, act) = match notice {
        Notice::NewBuild(act) => (words.new_build.to_owned(), words.update_now, act),
        Notice::Copy(at, act) => ([words.copy, &moment(at, lang)].concat(), words.again, act),
    };
    let put_away = move |_| {
        slot.set(None);
        // The focus does not get lost with the button that it was on.
        focus::focus_heading();
    };
    view! {
        <div class="notice">
            <p>{text}</p>
            <button type="button" class="action" on:click=move |_| act()>{label}</button>
            <button type="button" class="action" on:click=put_away>{words.close}</button>
        </div>
    }
}

/// The day and the time of a moment where the reader is.
fn moment(at: f64, lang: Lang) -> String {
    let (day, time) = clock::local(at);
    [&day.map(|day| day_in_figures(day, lang)).unwrap_or_default(), ", ", &time].concat()
}
