use leptos::prelude::*;

use super::{PicturePlace, picture_html};
use crate::content;

/// The picture at the head of an article.
#[component]
pub fn Cover(
    /// The picture, and whose it is.
    cover: content::Cover,
) -> impl IntoView {
    // What the picture shows is said by the picture: a caption that repeats it would be read aloud twice.
    let caption = cover.credit.map(|credit| view! { <figcaption>{credit}</figcaption> }.into_any());
    let picture = picture_html(&cover.picture, PicturePlace::Cover, "");
    view! {
        <figure class="cover">
            <div inner_html=picture></div>
            {caption}
        </figure>
    }
}
