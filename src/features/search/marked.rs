use leptos::prelude::*;

use crate::search::{Piece, pieces};

/// A text with its hits marked.
#[component]
pub fn Marked<'a>(
    /// The text.
    text: &'a str,
    /// Where in it the words are that are why it was found.
    hits: &'a [(usize, usize)],
) -> impl IntoView + use<> {
    let pieces = pieces(text, hits).into_iter().map(|piece| match piece {
        Piece::Plain(text) => text.to_owned().into_any(),
        Piece::Hit(word) => view! { <mark>{word.to_owned()}</mark> }.into_any(),
    });
    pieces.collect_view()
}
