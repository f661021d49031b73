use leptos::prelude::*;

use super::{ViewCount, ViewWords};
use crate::model::{Headline, Views};
use crate::routes::Route;
use crate::session::Session;
use crate::views::descending;

/// An article in a list whose order changes while the page is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Its path.
    pub path: String,
    /// Its headline.
    pub title: String,
    /// The language that it is in, where that may be another than the page's.
    pub lang: Option<&'static str>,
    /// What else its link says of the page it leads to.
    pub rel: Option<&'static str>,
    /// Its views as far as the build knew; none in a list that shows no numbers.
    pub views: Option<Views>,
    /// Its views as far as this browser knows them now: they decide its place.
    pub shown: u64,
}

/// The first headlines by what is known of their views now.
pub fn ranked(session: Session, headlines: Vec<Headline>, most: usize) -> Memo<Vec<Listed>> {
    Memo::new(move |_| {
        let ranked = session.readership.with(|known| {
            let listed = |headline: &Headline| {
                let (path, views) = (session.path(&Route::Article(headline.slug.clone())), headline.views());
                let (title, shown) = (headline.title.clone(), known.shown(&path, views));
                (shown, Listed { path, title, views: Some(views), shown, ..Listed::default() })
            };
            descending(headlines.iter().map(listed))
        });
        ranked.into_iter().take(most).map(|(_, listed)| listed).collect()
    })
}

/// The items of a list of articles, each a link, with its count where the list has such. One that changes its place is moved
/// there: its link stays the same.
#[component]
pub fn Headlines(
    /// The articles in their order.
    rows: Memo<Vec<Listed>>,
) -> impl IntoView {
    view! {
        <For each=move || rows.get() key=|row| (row.path.clone(), row.title.clone()) let:row>
            <li lang=row.lang>
                <a href=row.path.clone() rel=row.rel>{row.title}</a>
                {row.views.map(|views| view! { <ViewCount path=row.path views words=ViewWords::Spoken/> }.into_any())}
            </li>
        </For>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, html, slug};
    use crate::views::ViewEvent;

    #[test]
    fn what_is_known_of_views_decides_the_order() {
        let html = html(|session| {
            session.readership.update(|known| {
                for now in 0..2 {
                    known.own.count(ViewEvent { path: "/news/c/", title: "C", shared: 0 }, now);
                }
            });
            let headline =
                |name: &str, views| Headline { slug: slug(name), title: [name, HOSTILE].concat(), views, shared: 0 };
            let rows = ranked(session, vec![headline("a", 3), headline("b", 2), headline("c", 2), headline("d", 1)], 3);
            view! { <Headlines rows/> }
        });
        let links: Vec<&str> = html.split("<li>").skip(1).filter_map(|item| item.split("<span").next()).collect();
        let link = |name: &str| format!("<a href=\"/news/{name}/\">{name}{HOSTILE_TEXT}</a>");
        // The reader's own two views raise the third above the first.
        assert_eq!(links, [link("c"), link("a"), link("b")]);
    }
}
