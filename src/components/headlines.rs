use leptos::prelude::*;

use super::{ViewCount, ViewWords};
use crate::content::Headline;
use crate::readership::descending;
use crate::route::Route;
use crate::session::{Session, use_session};

/// A headline with the number of views that decides its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The article.
    pub headline: Headline,
    /// Its views, as far as this browser knows them now.
    pub views: u64,
}

/// The first headlines by what is known of their views now.
pub fn ranked(session: Session, headlines: Vec<Headline>, most: usize) -> Memo<Vec<Ranked>> {
    Memo::new(move |_| {
        let ranked = session.readership.with(|known| {
            let shown = |headline: &Headline| {
                let path = session.path(&Route::Article(headline.slug.clone()));
                (known.shown(&path, headline.views()), headline.clone())
            };
            descending(headlines.iter().map(shown))
        });
        ranked.into_iter().take(most).map(|(views, headline)| Ranked { headline, views }).collect()
    })
}

/// The items of a list of headlines, each a link with its count. One that changes its place is moved there: its link stays the
/// same.
#[component]
pub fn Headlines(
    /// Most read first.
    rows: Memo<Vec<Ranked>>,
) -> impl IntoView {
    let session = use_session();
    let headlines = move || rows.get().into_iter().map(|row| row.headline).collect::<Vec<_>>();
    view! {
        <For each=headlines key=|headline| headline.slug.clone() let:headline>
            <HeadlineItem path=session.path(&Route::Article(headline.slug.clone())) headline/>
        </For>
    }
}

/// An item of the list.
#[component]
fn HeadlineItem(
    /// The article.
    headline: Headline,
    /// Its path.
    path: String,
) -> impl IntoView {
    let views = headline.views();
    view! {
        <li>
            <a href=path.clone()>{headline.title}</a>
            <ViewCount path views words=ViewWords::Spoken/>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, html, slug};
    use crate::readership::Look;

    #[test]
    fn what_is_known_of_views_decides_the_order() {
        let html = html(|session| {
            session.readership.update(|known| {
                for now in 0..2 {
                    known.own.count(Look { path: "/news/c/", title: "C", shared: 0 }, now);
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
