//! The text of an article: the only HTML that is not drawn element by element.

use std::fmt;

use serde::{Deserialize, Serialize};

/// HTML that may be put into a page as it is: no script can come out of it.
///
/// There are four ways to one, and no other:
/// - `SafeHtml::sanitised`: what the build made of an editor's Markdown.
/// - `SafeHtml::of_cache`: what an earlier build made so, read back from the build's own cache under the hash that was kept of it.
///   Who can write there can change what the build publishes as well.
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

    /// HTML that was [`sanitised`](SafeHtml::sanitised) when it was kept: only `src/publish/source/stored_text.rs` may call this.
    #[cfg(feature = "ssr")]
    pub(crate) fn of_cache(html: String) -> SafeHtml {
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
    fn only_the_markdown_writer_and_its_cache_say_that_html_is_safe() {
        assert_eq!(users_of("sanitised"), ["publish/markdown.rs"]);
        assert_eq!(users_of("of_cache"), ["publish/source/stored_text.rs"]);
    }

    /// The files of `src/` that name a function of the type, called or not.
    fn users_of(function: &str) -> Vec<String> {
        let name = ["SafeHtml", "::", function].concat();
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let files = walkdir::WalkDir::new(&sources).sort_by_file_name().into_iter();
        files
            .map(|entry| entry.expect("a file").into_path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
            // This file explains them.
            .filter(|path| !path.ends_with("model/safe_html.rs"))
            .filter(|path| std::fs::read_to_string(path).expect("a source").contains(&name))
            .map(|path| path.strip_prefix(&sources).expect("a source").to_string_lossy().into_owned())
            .collect()
    }
}
