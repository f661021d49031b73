//! The focus: what has it, and what it is moved to.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::document::{HtmlElement, all, document, first};

/// Moves the focus to the page's heading, without scrolling.
pub fn focus_heading() {
    focus_on(first("main h1"));
}

/// Moves the focus to the first element that a selector finds, without scrolling.
pub fn focus_on_first(selector: &str) {
    focus_on(first(selector));
}

/// Moves the focus to the first element that a selector finds, and brings it into sight.
pub fn focus_in_sight(selector: &str) {
    if let Some(element) = first(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to an element by its id, without scrolling.
pub fn focus(id: &str) {
    focus_on(document().get_element_by_id(id));
}

/// Takes the focus from what has it.
pub fn let_go_of_focus() {
    if let Some(element) = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Finds an element again: the selector of its like, and which of those it is.
pub struct Locator {
    selector: String,
    index: u32,
}

/// What has the focus, if that is within the app.
pub fn focused() -> Option<Locator> {
    let active = document().active_element()?;
    active.closest("#app").ok()??;
    let value = |name: &str| active.get_attribute(name).map(|value| format!("[{name}=\"{value}\"]"));
    let like = ["id", "href", "data-does", "data-part", "name"].into_iter().find_map(value).unwrap_or_default();
    let selector = ["#app ", &active.local_name(), &like].concat();
    let alike = document().query_selector_all(&selector).ok()?;
    let index = (0..alike.length()).find(|index| alike.item(*index).as_ref() == Some(active.as_ref()))?;
    Some(Locator { selector, index })
}

/// Moves the focus to what is found, without scrolling.
pub fn focus_again(locator: &Locator) {
    let alike = document().query_selector_all(&locator.selector).ok();
    focus_on(alike.and_then(|alike| alike.item(locator.index)).and_then(|node| node.dyn_into().ok()));
}

fn focus_on(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the focus to one of the elements that a selector finds, and scrolls to it. Nothing happens where there are fewer.
pub fn focus_nth(selector: &str, index: usize) {
    if let Some(element) = all(selector).get(index) {
        let _ = element.focus();
    }
}

/// Which of the elements that a selector finds has the focus.
pub fn focused_among(selector: &str) -> Option<usize> {
    let active = document().active_element()?;
    all(selector).iter().position(|element| **element == active)
}

/// Moves the focus to an element, without scrolling.
pub fn focus_without_scroll(element: &HtmlElement) {
    focus_on(Some(element.clone().into()));
}

/// Moves the focus to an element that has none as a rule: whoever uses a keyboard or a screen reader goes on from there.
pub fn focus_for_now(element: &HtmlElement) {
    element.set_tab_index(-1);
    focus_without_scroll(element);
    let left = element.clone();
    EventListener::once(element, "blur", move |_| {
        let _ = left.remove_attribute("tabindex");
    })
    .forget();
}

/// Whether what has the focus is within an element.
pub fn has_focus_within(element: &HtmlElement) -> bool {
    document().active_element().is_some_and(|active| element.contains(Some(&active)))
}
