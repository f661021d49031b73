//! A language as an argument.

use habarshy::values::Lang;

/// Reads `ru`, `kk` or `en`.
pub fn parse(code: &str) -> Result<Lang, String> {
    let known = Lang::ALL.map(Lang::code).join(", ");
    Lang::from_code(code).ok_or_else(|| format!("there is {known}"))
}
