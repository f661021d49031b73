use leptos::prelude::*;

use super::live::live;
use crate::content::Lang;
use crate::format::messages;
use crate::route::{PageNumber, Route};
use crate::session::{Session, Shown, use_session};

/// The language switch: to the same page where a translation exists, else to the other language's front page.
#[component]
pub fn Languages() -> impl IntoView {
    let session = use_session();
    let languages = session.edition.languages.clone();
    (languages.len() > 1).then(|| {
        let label = session.words().languages;
        let links = languages.into_iter().map(|lang| view! { <LanguageLink lang/> }.into_any());
        view! {
            <nav class="languages" aria-label=label.to_owned()>
                <ul>{links.collect::<Vec<_>>()}</ul>
            </nav>
        }
        .into_any()
    })
}

/// The link to one language.
#[component]
fn LanguageLink(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let session = use_session();
    let current = lang == session.edition.lang;
    let words = messages(lang);
    let path = {
        let session = session.clone();
        live(move || Target::of(&session, lang).path)
    };
    let rel = live(move || Target::of(&session, lang).translation.then_some("alternate"));
    view! {
        <li>
            <a
                href=path
                rel=rel
                lang=lang.code()
                hreflang=lang.code()
                aria-label=words.language_name.to_owned()
                aria-current=live(move || current.then_some("true"))
            >
                {words.language_short.to_owned()}
            </a>
        </li>
    }
}

/// Where a language's link leads.
struct Target {
    path: String,
    /// The page there is this page in another language.
    translation: bool,
}

impl Target {
    fn of(session: &Session, lang: Lang) -> Target {
        let default = session.edition.default_language;
        let here = lang == session.edition.lang;
        let same = session.shown.with(|shown| match shown {
            Shown::Page(page) if here || page.translations.contains(&lang) => Some(page.route()),
            _ => None,
        });
        // The page for unknown addresses is not one to link to.
        let same = same.filter(|route| *route != Route::NotFound);
        Target {
            translation: same.is_some() && !here,
            path: same.unwrap_or(Route::Front(PageNumber::FIRST)).path(lang, default),
        }
    }
}
