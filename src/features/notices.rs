//! What the paper tells by itself: of news, of a new build, of old copies. What it says and how it looks is a chunk, which
//! comes when there is something to say.

mod notice;
mod offer;

use std::rc::Rc;

use leptos::prelude::*;

use super::chunk::ChunkError;
use crate::browser::style_sheet;
use crate::session::OverlayView;
use notice::NoticeLine;
use offer::OfferButtons;

/// What is called when the reader takes an offer.
pub type Accept = Rc<dyn Fn()>;

/// News of the list that is shown.
#[derive(Clone)]
pub struct Offer {
    /// How many; none where there may be more than can be counted.
    pub count: Option<u32>,
    /// Shows them.
    pub accept: Accept,
}

/// A line at the lower edge.
#[derive(Clone)]
pub enum Notice {
    /// There is a new build; the reader may have it at once.
    NewBuild(Accept),
    /// The page is a copy, kept at this moment in milliseconds since 1970; the reader may load it again.
    Copy(f64, Accept),
}

/// Draws an offer.
///
/// # Errors
/// The chunk did not arrive.
pub async fn offer(offer: Offer) -> Result<OverlayView, ChunkError> {
    let Views { draw_offer, .. } = load().await?;
    Ok(Rc::new(move || draw_offer(offer.clone())))
}

/// Draws a notice.
///
/// # Errors
/// The chunk did not arrive.
pub async fn notice(notice: Notice) -> Result<OverlayView, ChunkError> {
    let Views { draw_notice, .. } = load().await?;
    Ok(Rc::new(move || draw_notice(notice.clone())))
}

async fn load() -> Result<Views, ChunkError> {
    let views = load_views().await?;
    style_sheet::load().await.then_some(views).ok_or(ChunkError)
}

/// What the chunk draws.
struct Views {
    draw_offer: fn(Offer) -> AnyView,
    draw_notice: fn(Notice) -> AnyView,
}

#[leptos::wasm_split::wasm_split(notices, wasm_split_path = leptos::wasm_split, fallible)]
fn load_views() -> Result<Views, ChunkError> {
    Ok(Views {
        draw_offer: |offer| view! { <OfferButtons offer/> }.into_any(),
        draw_notice: |notice| view! { <NoticeLine notice/> }.into_any(),
    })
}
