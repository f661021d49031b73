//! The network, as far as the browser tells.

use js_sys::Reflect;

use super::window;

/// What may be fetched that nobody has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// Nothing: the reader saves data, the network is very slow or not there, or nobody looks.
    Refused,
    /// What the reader is about to ask for.
    Slow,
    /// More than that.
    Fast,
}

/// Whether the reader saves data.
pub fn saves_data() -> bool {
    let told = Reflect::get(&window().navigator(), &"connection".into()).unwrap_or_default();
    Reflect::get(&told, &"saveData".into()).unwrap_or_default().is_truthy()
}

/// The connection at this moment. A browser that does not tell has a fast one.
pub fn current() -> Connection {
    let navigator = window().navigator();
    let told = Reflect::get(&navigator, &"connection".into()).unwrap_or_default();
    let member = |name: &str| Reflect::get(&told, &name.into()).unwrap_or_default();
    let kind = member("effectiveType").as_string();
    let kind = kind.as_deref().unwrap_or("4g");
    if member("saveData").is_truthy() || kind.ends_with("2g") || !navigator.on_line() || !super::reader::looks() {
        Connection::Refused
    } else if kind.ends_with("4g") {
        Connection::Fast
    } else {
        Connection::Slow
    }
}
