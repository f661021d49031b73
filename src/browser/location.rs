//! Where the tab is. Following links and the history is the router's.

use super::window;

/// The path of the address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The address, without scheme and host.
pub fn href() -> String {
    let location = window().location();
    [path(), location.search().unwrap_or_default(), location.hash().unwrap_or_default()].concat()
}

/// Lets the browser load an address of this site: as a new step of the history, or in place of the current one.
pub fn load(address: &str, is_new_step: bool) {
    let location = window().location();
    let _ = if is_new_step {
        location.assign(address)
    } else if href() == address {
        // With a fragment, replacing an address by itself would only scroll.
        location.reload()
    } else {
        location.replace(address)
    };
}
