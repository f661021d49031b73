//! The texts of elements.

use wasm_bindgen::JsCast;
use web_sys::{CharacterData, Element, HtmlElement, Node};

/// The elements below one that a selector finds, in order.
pub fn elements_within(element: &HtmlElement, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = element.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Whether an element is one that a selector finds, or within one.
pub fn is_within(element: &HtmlElement, selector: &str) -> bool {
    element.closest(selector).is_ok_and(|found| found.is_some())
}

/// Whether an element has words outside of those elements in it that a selector finds, as far as it takes to find the first.
pub fn has_words(element: &HtmlElement, without: &str) -> bool {
    let mut has_words = false;
    visit(element, without, &mut |text| {
        has_words = !text.trim().is_empty();
        has_words
    });
    has_words
}

/// The text of an element without that of those elements in it that a selector finds; a new line is a space.
pub fn words(element: &HtmlElement, without: &str) -> String {
    let mut words = String::new();
    visit(element, without, &mut |text| {
        words.push_str(text);
        false
    });
    words
}

/// Visits the texts in order, until one is enough.
fn visit(parent: &Node, without: &str, is_enough: &mut dyn FnMut(&str) -> bool) -> bool {
    let mut child = parent.first_child();
    while let Some(node) = child {
        let is_over =
            if let Some(text) = node.dyn_ref::<CharacterData>().filter(|_| node.node_type() == Node::TEXT_NODE) {
                is_enough(&text.data())
            } else if let Some(element) = node.dyn_ref::<Element>() {
                if element.local_name() == "br" {
                    is_enough(" ")
                } else {
                    !element.matches(without).unwrap_or_default() && visit(element, without, is_enough)
                }
            } else {
                false
            };
        if is_over {
            return true;
        }
        child = node.next_sibling();
    }
    false
}
