//! An article, and what to read after it.

use leptos::prelude::*;

use super::screen;
use crate::components::{ArticleBody, ArticleHead, Cover, Related, Share, Tags};
use crate::content::{ArticlePage as Data, Content};
use crate::route::Route;
use crate::session::use_session;

/// An article's page.
#[component]
pub fn ArticlePage() -> impl IntoView {
    screen(|_, content| match content {
        Content::Article(page) => Some(view! { <ArticleView page=(**page).clone()/> }.into_any()),
        _ => None,
    })
}

/// The page of an article.
#[component]
fn ArticleView(
    /// What stands on it.
    page: Data,
) -> impl IntoView {
    let Data { mut article, related } = page;
    let body = std::mem::take(&mut article.body);
    let tags = std::mem::take(&mut article.tags);
    let share = article.title.clone();
    let cover = article.cover.clone();
    let session = use_session();
    // Printed after the text.
    let address = session.edition.url(&session.path(&Route::Article(article.slug.clone())));
    view! {
        <article class="article" aria-labelledby="headline" data-address=address>
            <ArticleHead article/>
            <Cover cover/>
            <ArticleBody html=body/>
            <footer class="article-foot">
                {(!tags.is_empty()).then(|| view! { <Tags tags/> }.into_any())}
                <Share title=share/>
            </footer>
        </article>
        {(!related.is_empty()).then(|| view! { <Related cards=related/> }.into_any())}
    }
}
