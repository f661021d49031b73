//! The colour of a picture's place until the picture comes.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::values::json::as_text;

/// Three hexadecimal digits, as in CSS.
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

    /// The classes by which an element has it as its background: `style/components/picture.css` has them for the digits that
    /// the build chooses.
    pub fn classes(&self) -> String {
        let mut classes = String::from("t");
        for (channel, digit) in ["r", "g", "b"].into_iter().zip(self.0.chars()) {
            classes.push(' ');
            classes.push_str(channel);
            classes.push(digit);
        }
        classes
    }

    /// Whether a text is what [`PlaceholderColor::classes`] gives for a colour.
    #[cfg(feature = "ssr")]
    pub fn is_classes(text: &str) -> bool {
        let digits = text.split(' ').skip(1).filter_map(|class| class.get(1..)).collect::<String>();
        PlaceholderColor::new(&digits).is_some_and(|color| color.classes() == text)
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

    #[test]
    fn has_a_class_for_each_channel() {
        assert_eq!(PlaceholderColor::new("26a").map(|color| color.classes()).as_deref(), Some("t r2 g6 ba"));
        assert!(PlaceholderColor::is_classes("t r2 g6 ba"));
        for other in ["", "t", "t26a", "t r2 g6", "t r2 g6 bx", "t r2 g6 ba article", "x r2 g6 ba", "t r26 g a"] {
            assert!(!PlaceholderColor::is_classes(other), "{other}");
        }
    }
}
