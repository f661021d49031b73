use leptos::prelude::*;

use super::{Picture, PicturePlace};
use crate::model;

/// The picture at the head of an article.
#[component]
pub fn Cover(
    /// The picture.
    picture: model::Picture,
    /// Whose it is.
    credit: Option<String>,
) -> impl IntoView {
    view! {
        <figure class="cover">
            <div><Picture picture place=PicturePlace::Cover/></div>
            // What the picture shows is said by the picture: a caption that repeats it would be read aloud twice.
            {credit.map(|credit| view! { <figcaption>{credit}</figcaption> }.into_any())}
        </figure>
    }
}
