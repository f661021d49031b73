//! Answers, of the network or of a cache, and what is in them.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// An answer whose body may not have been read.
pub struct Response(pub(super) web_sys::Response);

impl Response {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.0.status()
    }

    /// Whether the status is one of success.
    pub fn is_ok(&self) -> bool {
        self.0.ok()
    }

    /// Whether it came from another address than the one that was asked for.
    pub fn is_redirected(&self) -> bool {
        self.0.redirected()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<String> {
        self.0.headers().get(name).ok().flatten()
    }

    /// The body; none where it breaks off, or was read before.
    pub async fn body(&self) -> Option<Body> {
        JsFuture::from(self.0.blob().ok()?).await.ok()?.dyn_into().ok().map(Body)
    }

    /// The body as text, under the same condition.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text().ok()?).await.ok()?.as_string()
    }
}

/// Bytes with their media type. They are the browser's: nothing is copied.
#[derive(Clone)]
pub struct Body(pub(super) Blob);

impl Body {
    /// How many bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// The media type, as the answer had it.
    pub fn media_type(&self) -> String {
        self.0.type_()
    }

    /// The bytes themselves; none where the browser has lost them.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        Some(Uint8Array::new(&JsFuture::from(self.0.array_buffer()).await.ok()?).to_vec())
    }

    /// The bytes as text; none where the browser has lost them.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }
}
