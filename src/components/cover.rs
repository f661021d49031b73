use leptos::prelude::*;

use crate::content;

/// The picture at the head of an article.
#[component]
pub fn Cover(
    /// The picture, and whose it is.
    cover: content::Cover,
) -> impl IntoView {
    let content::Picture { src, width, height, alt } = cover.picture;
    let caption = (!cover.drawn).then(|| {
        let credit = cover.credit.map(|credit| view! { <span class="credit">{format!(" {credit}")}</span> }.into_any());
        view! { <figcaption>{alt.clone()}{credit}</figcaption> }.into_any()
    });
    view! {
        <figure class="cover">
            <img src=src width=width height=height alt=alt loading="eager" fetchpriority=Some("high")/>
            {caption}
        </figure>
    }
}
