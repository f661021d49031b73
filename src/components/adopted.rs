use leptos::prelude::*;

/// The inside of an element that stands around the pages and never changes: drawn by the server, and adopted by the client
/// as it is. So the client need not carry along what it would never draw.
pub fn adopted<V: RenderHtml>(view: impl FnOnce() -> V) -> String {
    #[cfg(feature = "hydrate")]
    {
        // Over the server's HTML this is never set.
        drop(view);
        String::new()
    }
    #[cfg(not(feature = "hydrate"))]
    view().to_html()
}
