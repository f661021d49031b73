use leptos::prelude::*;

use crate::model::{NavLink, PrevNext};
use crate::session::use_session;

/// The ways to what came before and after; nothing where there are none.
#[component]
pub fn Neighbours(
    /// Where they lead.
    near: PrevNext,
) -> impl IntoView {
    let words = use_session().words();
    let is_alone = near.older.is_none() && near.newer.is_none();
    let link = |target: NavLink, rel, way| {
        view! {
            <a rel=rel href=target.path.to_string()>
                <span class="listing-note">{way}</span>
                // The space keeps the two apart for who hears them.
                {[" ", &target.name].concat()}
            </a>
        }
        .into_any()
    };
    let older = near.older.map(|target| link(target, "prev", words.older));
    let newer = near.newer.map(|target| link(target, "next", words.newer));
    (!is_alone).then(|| view! { <nav class="neighbours" aria-label=words.near>{older} {newer}</nav> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, html};
    use crate::values::SitePath;

    #[test]
    fn nothing_beside_is_nothing() {
        assert_eq!(html(|_| view! { <Neighbours near=PrevNext::default()/> }), "");
    }

    #[test]
    fn each_way_is_named() {
        let html = html(|_| {
            let newer = NavLink { path: SitePath::encoded("/news/b/"), name: HOSTILE.to_owned(), note: String::new() };
            view! { <Neighbours near=PrevNext { older: None, newer: Some(newer) }/> }
        });
        let link =
            format!("<a rel=\"next\" href=\"/news/b/\"><span class=\"listing-note\">Новее</span> {HOSTILE_TEXT}</a>");
        assert_eq!(html, format!("<nav aria-label=\"Рядом по времени\" class=\"neighbours\">{link}</nav>"));
    }
}
