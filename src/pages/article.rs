//! An article, and what to read after it.

use leptos::prelude::*;

use crate::components::{Actions, ArticleBody, ArticleHead, Cover, Related, Tags, more_html, neighbours_html};
use crate::content::ArticlePage as Data;
use crate::route::Route;
use crate::session::use_session;

/// The page of an article.
#[component]
pub fn ArticlePage(
    /// What stands on it.
    page: Data,
) -> impl IntoView {
    let Data { mut article, related, near, more } = page;
    let body = std::mem::take(&mut article.body);
    let tags = std::mem::take(&mut article.tags);
    let title = article.title.clone();
    let cover = article.cover.clone();
    let session = use_session();
    let near = neighbours_html(&near, session.words());
    let more = more.as_ref().map(more_html).unwrap_or_default();
    // Printed after the text.
    let address = session.edition.url(&session.path(&Route::Article(article.slug.clone())));
    view! {
        <article class="article" aria-labelledby="headline" data-address=address.clone()>
            <ArticleHead article/>
            <Cover cover/>
            <ArticleBody html=body/>
            <footer class="article-foot">
                {(!tags.is_empty()).then(|| view! { <Tags tags/> }.into_any())}
                <Actions title address=address.clone()/>
            </footer>
        </article>
        <div class="wrap" inner_html=near></div>
        {(!related.is_empty()).then(|| view! { <Related cards=related/> }.into_any())}
        <div class="wrap" inner_html=more></div>
    }
}
