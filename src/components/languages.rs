use leptos::prelude::*;

use crate::i18n::messages;
use crate::routes::{PageNumber, Route};
use crate::session::{Session, Shown, use_session};
use crate::values::Lang;

/// The language switch: to the same page where a translation exists, else to the other language's front page.
#[component]
pub fn Languages() -> impl IntoView {
    let session = use_session();
    let label = session.words().languages;
    let languages = &session.edition.languages;
    (languages.len() > 1).then(|| {
        let links = languages.iter().map(|&lang| view! { <LanguageLink lang/> }.into_any());
        view! {
            <nav class="languages" aria-label=label>
                <ul>{links.collect_view()}</ul>
            </nav>
        }
        .into_any()
    })
}

/// The link to a language. A page in another one is another document, which the browser loads.
#[component]
fn LanguageLink(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let session = use_session();
    let words = messages(lang);
    let is_current = lang == session.edition.lang;
    let target = move || Target::of(&session, lang);
    let path = {
        let target = target.clone();
        move || target().path
    };
    let rel = move || match (is_current, target().is_translation) {
        (true, _) => None,
        (false, true) => Some("alternate external"),
        (false, false) => Some("external"),
    };
    view! {
        <li>
            <a
                href=path
                rel=rel
                lang=lang.code()
                hreflang=lang.code()
                aria-label=words.language_name
                aria-current=is_current.then_some("true")
            >
                {words.language_short}
            </a>
        </li>
    }
}

/// Where a language's link leads.
struct Target {
    path: String,
    /// The page there is this page in another language.
    is_translation: bool,
}

impl Target {
    fn of(session: &Session, lang: Lang) -> Target {
        let edition = &session.edition;
        let here = lang == session.edition.lang;
        let same = session.shown.with(|shown| match shown {
            Shown::Page(page) if here || page.translations.contains(&lang) => Some(page.route()),
            _ => None,
        });
        // The page for unknown addresses is not one to link to.
        let same = same.filter(|route| *route != Route::NotFound);
        Target {
            is_translation: same.is_some() && !here,
            path: edition.at(&same.unwrap_or(Route::Front(PageNumber::FIRST)).path(lang, edition.default_language)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{html, slug};
    use crate::model::{Content, List, ListOf, Page, Pager, Tag};

    #[test]
    fn other_languages_are_the_browsers() {
        let html = html(|session| {
            let of = ListOf::Tag(Tag { slug: slug("snow"), name: "снег".to_owned() });
            let pager = Pager { number: PageNumber::FIRST, last: PageNumber::FIRST };
            let content = Content::List(List { of, total: 0, cards: Vec::new(), pager });
            let page = Page { lang: Lang::Ru, translations: vec![Lang::Kk], content };
            session.shown.set(Shown::Page(page.into()));
            view! { <Languages/> }
        });
        assert!(html.contains("<a href=\"/tag/snow/\" lang=\"ru\" hreflang=\"ru\""), "{html}");
        assert!(html.contains("<a href=\"/kk/tag/snow/\" rel=\"alternate external\" lang=\"kk\""), "{html}");
    }

    #[test]
    fn where_there_is_no_translation_the_link_leads_to_the_front_page() {
        let html = html(|_| view! { <Languages/> });
        assert!(html.contains("<a href=\"/kk/\" rel=\"external\" lang=\"kk\""), "{html}");
    }
}
