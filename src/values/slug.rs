//! The part of an address that names one thing.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::values::json::as_text;

/// A name that is safe in an address, a file name and an attribute: lower-case Latin letters, digits, hyphens and
/// underscores, not empty, at most [`Slug::MAX`] bytes, and no hyphen at either end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub struct Slug(Box<str>);

as_text!(Slug, "a slug", Slug::new);

impl Slug {
    /// The longest slug, in bytes: file systems allow 255 for a name, and archives want some of it.
    pub const MAX: usize = 120;

    /// Takes a name that keeps the rule.
    pub fn new(name: &str) -> Option<Slug> {
        let fits = !name.is_empty()
            && name.len() <= Slug::MAX
            && !name.starts_with('-')
            && !name.ends_with('-')
            && name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'));
        fits.then(|| Slug(name.into()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Slug;

    #[test]
    fn takes_what_is_safe_everywhere() {
        for good in ["a", "ru-000001", "forum_2024", "7"] {
            assert_eq!(Slug::new(good).map(|slug| slug.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "-a", "a-", "A", "молодежь", "a/b", "..", "a b", "a\"", &"x".repeat(121)] {
            assert_eq!(Slug::new(bad), None, "{bad:?}");
        }
    }
}
