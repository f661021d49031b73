//! Languages as other systems name them.

use crate::values::Lang;

/// The language of a code such as `ru`, `ru_RU`, `kz`, `kk-KZ` or `qaz`.
pub fn read(code: &str) -> Option<Lang> {
    let first = code.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match first.as_str() {
        "ru" | "rus" => Some(Lang::Ru),
        "kk" | "kz" | "kaz" | "qaz" | "qz" => Some(Lang::Kk),
        "en" | "eng" => Some(Lang::En),
        _ => None,
    }
}
