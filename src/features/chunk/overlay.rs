//! Shows over the page what a chunk draws.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::ChunkError;
use crate::model::LoadError;
use crate::navigation::page_loader::fetch_page;
use crate::platform::http::CachePolicy;
use crate::platform::{dialog, location, style_sheet};
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
            let view = with_style(load()).await;
            is_loading.set(false);
            match view {
                Ok(view) => return session.overlay.set(Some(view)),
                Err(_) if wants_another_try(&session).await => {}
                Err(_) => return,
            }
        }
    });
}

/// A chunk that needs the features' style sheet.
///
/// # Errors
/// One of the two did not arrive.
pub async fn with_style<T>(loading: impl Future<Output = Result<T, ChunkError>>) -> Result<T, ChunkError> {
    // Both load at the same time.
    style_sheet::begin();
    let chunk = loading.await?;
    if style_sheet::load().await { Ok(chunk) } else { Err(ChunkError) }
}

/// A chunk that the reader has asked for: they are told where it does not arrive, and may try again. None where they do not.
pub async fn load_asked<T, Loading>(session: &Session, load: fn() -> Loading) -> Option<T>
where
    Loading: Future<Output = Result<T, ChunkError>>,
{
    loop {
        match load().await {
            Ok(chunk) => return Some(chunk),
            Err(_) if wants_another_try(session).await => {}
            Err(_) => return None,
        }
    }
}

/// Tells the reader that a part of the page did not arrive, and asks whether to try again. Where the site is of another build
/// by now, the chunks of this one may be gone: then the way on is that build's page.
pub async fn wants_another_try(session: &Session) -> bool {
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
