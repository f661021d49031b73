//! Shows over the page what a chunk draws.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::ChunkError;
use crate::browser::http::CachePolicy;
use crate::browser::{dialog, location, style_sheet};
use crate::navigation::LoadError;
use crate::navigation::page_loader::fetch_page;
use crate::session::{OverlayView, Session};

/// Shows what a chunk draws over the page. `is_loading` says meanwhile that it is on its way.
pub fn show<Loading>(session: Session, is_loading: RwSignal<bool>, load: fn() -> Loading)
where
    Loading: Future<Output = Result<OverlayView, ChunkError>> + 'static,
{
    if is_loading.get_untracked() || session.overlay.with_untracked(Option::is_some) {
        return;
    }
    spawn_local(async move {
        loop {
            is_loading.set(true);
            let chunk = load().await;
            let has_style = style_sheet::load().await;
            is_loading.set(false);
            match chunk {
                Ok(view) if has_style => return session.overlay.set(Some(view)),
                _ if wants_another_try(&session).await => {}
                _ => return,
            }
        }
    });
}

/// Tells the reader that a part of the page did not arrive, and asks whether to try again. Where the site is of another build
/// by now, the chunks of this one may be gone: then the way on is that build's page.
async fn wants_another_try(session: &Session) -> bool {
    let page = fetch_page(&location::path(), CachePolicy::Reload, &session.build).await;
    let words = session.words();
    if !matches!(page, Err(LoadError::OtherBuild)) {
        return dialog::confirm(words.not_loaded);
    }
    if dialog::confirm(words.site_renewed) {
        location::reload();
    }
    false
}
