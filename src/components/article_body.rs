use leptos::prelude::*;

/// The text of an article.
#[component]
pub fn ArticleBody(
    /// HTML that has passed the build's allow-list. Hydration leaves it alone: it stands in the page already.
    html: String,
) -> impl IntoView {
    view! { <div class="article-body" data-body="" inner_html=html></div> }
}
