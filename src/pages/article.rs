//! An article, and what to read after it.

use leptos::prelude::*;

use crate::components::{Actions, ArticleBody, ArticleHead, ArticleTools, Cover, More, Neighbours, Related, Tags};
use crate::model::Article;
use crate::routes::Route;
use crate::session::use_session;

/// The page of an article.
#[component]
pub fn ArticlePage(
    /// What stands on it.
    mut article: Article,
) -> impl IntoView {
    let body = std::mem::take(&mut article.body);
    let tags = std::mem::take(&mut article.tags);
    let related = std::mem::take(&mut article.related);
    let more = std::mem::take(&mut article.more);
    let (title, near) = (article.title.clone(), article.near());
    let (picture, credit) = (article.cover.clone(), article.cover_credit.clone());
    let session = use_session();
    let tools = ArticleTools::new(session.words().save);
    // Printed after the text.
    let address = session.edition.url(&session.path(&Route::Article(article.slug.clone())));
    view! {
        <article class="article" aria-labelledby="headline" data-address=address>
            <ArticleHead article tools/>
            <Cover picture credit/>
            <ArticleBody html=body/>
            <footer class="article-foot">
                {(!tags.is_empty()).then(|| view! { <Tags tags/> }.into_any())}
                <Actions title address=address.clone() tools/>
            </footer>
        </article>
        <div class="wrap"><Neighbours near/></div>
        {(!related.is_empty()).then(|| view! { <Related cards=related/> }.into_any())}
        <div class="wrap">{more.map(|list| view! { <More list/> }.into_any())}</div>
    }
}
