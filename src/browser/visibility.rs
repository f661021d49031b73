//! Who looks.

use web_sys::VisibilityState;

/// Whether the page can be seen: not in a hidden tab, and not prerendered.
pub fn is_visible() -> bool {
    leptos::prelude::document().visibility_state() == VisibilityState::Visible
}

/// Whether a program drives the browser.
pub fn is_automated() -> bool {
    let webdriver = js_sys::Reflect::get(&super::window().navigator(), &"webdriver".into());
    webdriver.is_ok_and(|webdriver| webdriver.is_truthy())
}
