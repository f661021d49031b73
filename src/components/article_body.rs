use leptos::prelude::*;

use crate::model::SafeHtml;

/// The text of an article.
#[component]
pub fn ArticleBody(
    /// The text. Hydration leaves it alone: it stands in the page already.
    html: SafeHtml,
) -> impl IntoView {
    view! { <div class="article-body" data-body="" inner_html=html.into_string()></div> }
}
