use leptos::prelude::*;

use super::html::add_text;
use super::{PicturePlace, picture_html};
use crate::content;

/// The picture at the head of an article.
#[component]
pub fn Cover(
    /// The picture, and whose it is.
    cover: content::Cover,
) -> impl IntoView {
    let mut html = ["<div>", &picture_html(&cover.picture, PicturePlace::Cover, ""), "</div>"].concat();
    // What the picture shows is said by the picture: a caption that repeats it would be read aloud twice.
    if let Some(credit) = &cover.credit {
        html.push_str("<figcaption>");
        add_text(&mut html, credit);
        html.push_str("</figcaption>");
    }
    view! { <figure class="cover" inner_html=html></figure> }
}
