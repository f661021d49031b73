//! The text of an article, paragraph by paragraph.

use crate::platform::document::HtmlElement;
use crate::platform::text;

const BLOCKS: &str = "p, h2, h3, h4, h5, h6, li, dt, dd, blockquote";
/// What is no running text: beside it, below it, or in columns.
const ASIDE: &str = ".footnotes, figure, table, pre";
/// What within a paragraph is none of its words.
const OTHER: &str = "p, h2, h3, h4, h5, h6, li, dt, dd, blockquote, .footnotes, figure, table, pre, .footnote-ref";

/// Headings, paragraphs, items of lists and quotes that have words of their own, in order.
pub fn paragraphs(body: &HtmlElement) -> Vec<HtmlElement> {
    let blocks = text::elements_within(body, BLOCKS).into_iter();
    blocks.filter(|block| !text::is_within(block, ASIDE) && text::has_words(block, OTHER)).collect()
}

/// The words of a paragraph itself: without those of paragraphs within it, and without the marks of footnotes.
pub fn words_of(block: &HtmlElement) -> String {
    let words = text::words(block, OTHER);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
