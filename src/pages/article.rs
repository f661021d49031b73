//! An article, and what to read after it.

use leptos::prelude::*;

use crate::components::{Actions, ArticleBody, ArticleHead, Cover, More, Neighbours, Related, Tags};
use crate::content::ArticlePage as Data;
use crate::route::Route;
use crate::session::use_session;

/// The page of an article.
#[component]
pub fn ArticlePage(
    /// What stands on it.
    page: Data,
) -> impl IntoView {
    let Data { mut article, related, older, newer, more } = page;
    let body = std::mem::take(&mut article.body);
    let tags = std::mem::take(&mut article.tags);
    let title = article.title.clone();
    let cover = article.cover.clone();
    let session = use_session();
    let section = session.edition.section(&article.section).cloned().filter(|_| !more.is_empty());
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
        {(older.is_some() || newer.is_some()).then(|| view! { <Neighbours older newer/> }.into_any())}
        {(!related.is_empty()).then(|| view! { <Related cards=related/> }.into_any())}
        {section.map(|section| view! { <More section more/> }.into_any())}
    }
}
