//! What the scripts of a page leave to the client, and the client to them.

use js_sys::{Array, Reflect};

use super::document::{click_first, document, first};
use super::location;

/// Gives the hydration of Leptos what it looks for. Nothing on our pages is streamed.
pub fn provide_hydration_data() {
    for name in ["__RESOLVED_RESOURCES", "__SERIALIZED_ERRORS", "__INCOMPLETE_CHUNKS"] {
        let _ = Reflect::set(&js_sys::global(), &name.into(), &Array::new());
    }
}

/// Takes away what browsers prefetch by: from here on the client does, and the browser would do so a second time.
pub fn remove_speculation_rules() {
    if let Some(rules) = first("script[type=speculationrules]") {
        rules.remove();
    }
}

/// Clicks the button that was pressed before the client was up: `src/theme_init.js` has noted it, and the client may have drawn
/// the page anew since.
pub fn repeat_early_press() {
    let Ok(pressed) = Reflect::get(&document(), &"pressed".into()) else { return };
    let get = |name: &str| Reflect::get(&pressed, &name.into()).ok()?.as_string();
    match (get("part"), get("does")) {
        (Some(part), _) => click_first(&["[data-part=", &part, "]"].concat()),
        // What belongs to a page is for that page alone.
        (None, Some(does)) if get("path").is_some_and(|path| path == location::path()) => {
            click_first(&["[data-does=", &does, "]"].concat());
        }
        _ => {}
    }
}
