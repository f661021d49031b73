use leptos::prelude::*;

use super::html::{add, add_text};
use super::live::live;
use crate::content::Lang;
use crate::format::messages;
use crate::route::{PageNumber, Route};
use crate::session::{Session, Shown, use_session};

/// The language switch: to the same page where a translation exists, else to the other language's front page.
#[component]
pub fn Languages() -> impl IntoView {
    let session = use_session();
    (session.edition.languages.len() > 1).then(|| {
        let label = session.words().languages;
        view! {
            <nav class="languages" aria-label=label.to_owned()>
                <ul inner_html=live(move || links_html(&session))></ul>
            </nav>
        }
        .into_any()
    })
}

/// The links to all languages, as safe HTML.
fn links_html(session: &Session) -> String {
    let mut html = String::new();
    for &lang in &session.edition.languages {
        let (words, target) = (messages(lang), Target::of(session, lang));
        html.push_str("<li><a");
        add(&mut html, "href", &target.path);
        if target.translation {
            add(&mut html, "rel", "alternate");
        }
        add(&mut html, "lang", lang.code());
        add(&mut html, "hreflang", lang.code());
        add(&mut html, "aria-label", words.language_name);
        if lang == session.edition.lang {
            add(&mut html, "aria-current", "true");
        }
        html.push('>');
        add_text(&mut html, words.language_short);
        html.push_str("</a></li>");
    }
    html
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
