//! The text of an article: the only HTML that is not drawn element by element.

use std::fmt;

use serde::{Deserialize, Serialize};

/// HTML that may be put into a page as it is: no script can come out of it.
///
/// There are three ways to one, and no other:
/// - `SafeHtml::sanitised`: what the build made of an editor's Markdown.
/// - Deserialising. A page's JSON is written by the build and fetched from the client's own origin: its path begins with one
///   slash, and the content security policy lets the client ask nobody else but the shared counter, whose answers are
///   numbers. Who can change what the own origin says can change the client as well.
/// - `SafeHtml::of_own_page`: what stands in the document that the client was loaded by. The browser has read it as HTML
///   already: whatever could come out of it has done so before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub struct SafeHtml(String);

impl SafeHtml {
    /// HTML that the Markdown writer wrote itself or the allow-list has passed: only `src/publish/markdown.rs` may
    /// call this.
    #[cfg(feature = "ssr")]
    pub(crate) fn sanitised(html: String) -> SafeHtml {
        SafeHtml(html)
    }

    /// The HTML within an element of the client's own document, as the browser gives it.
    #[cfg(feature = "hydrate")]
    pub fn of_own_page(inner_html: String) -> SafeHtml {
        SafeHtml(inner_html)
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, for `inner_html`.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn only_the_markdown_writer_says_that_html_is_safe() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let callers: Vec<_> = walkdir::WalkDir::new(&sources)
            .into_iter()
            .map(|entry| entry.expect("a file").into_path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
            .filter(|path| {
                let call = ["SafeHtml", "::sanitised("].concat();
                std::fs::read_to_string(path).expect("a source").contains(&call)
            })
            .collect();
        assert_eq!(callers, [sources.join("publish/markdown.rs")]);
    }
}
