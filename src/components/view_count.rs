use leptos::prelude::*;

use super::{Icon, IconName};
use crate::i18n::{grouped, views_word};
use crate::model::Views;
use crate::session::use_session;
use crate::values::Lang;

/// How the noun after a view count is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewWords {
    /// Printed: «4 131 просмотр».
    Shown,
    /// Only spoken: the eye stands for it. So it is in lists, and there what the reader has read is marked.
    Spoken,
}

/// How often an article was read, as the build knew it and as this browser knows it since.
#[component]
pub fn ViewCount(
    /// The article's path.
    path: String,
    /// Its views, as far as the build knew.
    views: Views,
    /// How the noun is given.
    words: ViewWords,
) -> impl IntoView {
    let session = use_session();
    let (lang, read) = (session.edition.lang, session.words().read);
    let in_list = words == ViewWords::Spoken;
    let class = if in_list { "views-word visually-hidden" } else { "views-word" };
    let (readership, path) = (session.readership, StoredValue::new(path));
    let shown = move || path.with_value(|path| readership.with(|known| known.shown(path, views)));
    let is_read = move || in_list && path.with_value(|path| readership.with(|known| known.own.is_known(path)));
    view! {
        <span class="views" data-views=move || shown().to_string() data-read=is_read>
            <Icon name=IconName::Eye/>
            <span class="views-number">{move || grouped(shown(), lang)}</span>
            <span class=class>{move || noun(shown(), is_read(), lang, read)}</span>
        </span>
    }
}

/// What stands after the number, with the space before it: " просмотр, прочитано".
fn noun(views: u64, is_read: bool, lang: Lang, read: &str) -> String {
    let (comma, read) = if is_read { (", ", read) } else { ("", "") };
    [" ", views_word(views, lang), comma, read].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;
    use crate::views::ViewEvent;

    fn drawn(words: ViewWords, own: u32) -> String {
        html(|session| {
            session.readership.update(|known| {
                for _ in 0..own {
                    known.own.count(ViewEvent { path: "/news/a/", title: "A", shared: 0 }, 0);
                }
            });
            view! { <ViewCount path="/news/a/".to_owned() views=Views::before(4_131) words/> }
        })
    }

    #[test]
    fn the_number_is_followed_by_its_noun() {
        let html = drawn(ViewWords::Shown, 0);
        assert!(html.starts_with("<span data-views=\"4131\" class=\"views\"><svg"), "{html}");
        assert!(html.contains(">4\u{a0}131</span><span class=\"views-word\"> просмотр</span></span>"), "{html}");
    }

    #[test]
    fn what_was_read_is_marked_in_lists_alone() {
        let html = drawn(ViewWords::Spoken, 1);
        assert!(html.starts_with("<span data-views=\"4132\" data-read class=\"views\">"), "{html}");
        assert!(html.contains("<span class=\"views-word visually-hidden\"> просмотра, прочитано</span>"), "{html}");
        let html = drawn(ViewWords::Shown, 1);
        assert!(html.contains("data-views=\"4132\"") && !html.contains("data-read"), "{html}");
    }
}
