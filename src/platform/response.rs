//! Answers, of the network or of a cache, and what is in them.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair};

// web-sys has it only among what is not stable; browsers have it since 2023: https://compression.spec.whatwg.org/
#[wasm_bindgen]
extern "C" {
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

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

    /// The bytes that are packed in these by DEFLATE; none where the browser cannot unpack, or they are damaged.
    pub async fn unpacked(&self) -> Option<Vec<u8>> {
        let unpacking = DecompressionStream::new("deflate-raw").ok()?;
        let unpacked = self.0.stream().pipe_through(unpacking.unchecked_ref::<ReadableWritablePair>());
        let bytes = web_sys::Response::new_with_opt_readable_stream(Some(&unpacked)).ok()?.array_buffer().ok()?;
        Some(Uint8Array::new(&JsFuture::from(bytes).await.ok()?).to_vec())
    }

    /// The bytes as text; none where the browser has lost them.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }
}
