//! Addresses within the paper's own site.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::values::json::as_text;
#[cfg(feature = "ssr")]
use crate::values::percent::push_percent;

/// A path of the site: it begins with one slash, so that no browser takes it for another host, and has no blank, no comma
/// and no backslash, so that it is one address in a `srcset` too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub struct SitePath(Box<str>);

as_text!(SitePath, "a path of the site", SitePath::new);

/// Whether a byte may stand in a path.
fn fits(byte: u8) -> bool {
    byte > b' ' && byte != b',' && byte != b'\\'
}

impl SitePath {
    /// Takes a path that keeps the rule.
    pub fn new(path: &str) -> Option<SitePath> {
        let is_path = path.starts_with('/') && !path.starts_with("//") && path.bytes().all(fits);
        is_path.then(|| SitePath(path.into()))
    }

    /// Makes a path of any text: what must not stand in one is percent-encoded, and a slash put before it where there is
    /// none.
    #[cfg(feature = "ssr")]
    pub fn encoded(text: &str) -> SitePath {
        let mut path = String::from("/");
        let rest = text.strip_prefix('/').unwrap_or(text);
        for (index, letter) in rest.char_indices() {
            match u8::try_from(letter) {
                Ok(byte) if byte.is_ascii() && (!fits(byte) || (index == 0 && byte == b'/')) => {
                    push_percent(&mut path, byte);
                }
                _ => path.push(letter),
            }
        }
        SitePath(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for SitePath {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::SitePath;

    #[test]
    fn leads_nowhere_but_to_the_site() {
        for good in ["/", "/news/a/", "/media/\u{430}.jpg", "/a//b", "/a?b#c"] {
            assert_eq!(SitePath::new(good).as_deref(), Some(good));
            assert_eq!(SitePath::encoded(good).as_str(), good);
        }
        for bad in ["", "a", "//a.example/", "/a b", "/a,b", "/a\\b", "/a\nb", "/a\0", "https://a.example/"] {
            assert_eq!(SitePath::new(bad), None, "{bad:?}");
            let encoded = SitePath::encoded(bad);
            assert_eq!(SitePath::new(&encoded), Some(encoded.clone()), "{bad:?}");
        }
        assert_eq!(SitePath::encoded("//a, b\\").as_str(), "/%2Fa%2C%20b%5C");
    }
}
