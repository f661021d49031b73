//! What is kept on the device. Reading and writing may be forbidden; then there is nothing, and it stays so.

use web_sys::Storage;

use super::window;

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// A value that all tabs share.
pub fn get(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// Keeps a value that all tabs share; `false` where the browser does not let us, or has no room.
pub fn set(key: &str, value: &str) -> bool {
    local().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Forgets a value that all tabs share; `false` where the browser does not let us.
pub fn remove(key: &str) -> bool {
    local().is_some_and(|storage| storage.remove_item(key).is_ok())
}

/// The names of the values that all tabs share and that begin so, in order.
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = local() else { return Vec::new() };
    // The browser sorts them; ours to carry along would be larger than all of this file.
    let keys = js_sys::Object::keys(&storage).sort();
    keys.iter().filter_map(|key| key.as_string()).filter(|key| key.starts_with(prefix)).collect()
}

/// A value of this tab.
pub fn get_for_tab(key: &str) -> Option<String> {
    tab()?.get_item(key).ok().flatten()
}

/// Keeps a value of this tab, if the browser lets us.
pub fn set_for_tab(key: &str, value: &str) {
    if let Some(storage) = tab() {
        let _ = storage.set_item(key, value);
    }
}
