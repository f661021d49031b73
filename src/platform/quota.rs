//! How much the browser lets the site keep, and for how long. Only a secure context can ask.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{StorageEstimate, StorageManager};

use super::window;

/// web-sys takes it for granted that a navigator has it.
fn manager() -> Option<StorageManager> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    storage.is_object().then(|| storage.unchecked_into())
}

/// How many bytes the browser would give in all, where it says so.
pub async fn estimate() -> Option<u64> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let quota = estimate.unchecked_into::<StorageEstimate>().get_quota()?;
    Some(quota as u64).filter(|quota| *quota > 0)
}

/// Asks the browser not to clear what is kept when the device runs short. It may refuse, and says nothing then.
pub fn persist() {
    if let Some(asked) = manager().and_then(|manager| manager.persist().ok()) {
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}
