//! The colour of a picture's place until the picture comes.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::content::json::as_text;

/// Three hexadecimal digits, as in CSS. Each colour that the build chooses has a class, named by it: see
/// `style/components/tone.css`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub struct PlaceholderColor(Box<str>);

as_text!(PlaceholderColor, "a colour of three hexadecimal digits", PlaceholderColor::new);

impl PlaceholderColor {
    /// Takes three hexadecimal digits.
    pub fn new(digits: &str) -> Option<PlaceholderColor> {
        let is_colour = digits.len() == 3 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_colour.then(|| PlaceholderColor(digits.into()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for PlaceholderColor {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlaceholderColor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::PlaceholderColor;

    #[test]
    fn is_three_digits_and_nothing_else() {
        assert_eq!(PlaceholderColor::new("2Af").as_deref(), Some("2Af"));
        for bad in ["", "26", "26ab", "#26", "a b", "xyz", "ағ"] {
            assert_eq!(PlaceholderColor::new(bad), None, "{bad:?}");
        }
    }
}
