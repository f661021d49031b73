//! What the paper tells by itself: of news, of a new build, of old copies. What it says and how it looks is a chunk, which
//! comes when there is something to say.

mod look;
mod notice;
mod offer;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;

use super::chunk::{ChunkError, with_style};
use crate::model::Page;
use crate::session::{OverlayView, Session};
use crate::values::Slug;
use notice::NoticeLine;

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

/// Asks whether a list has news, and offers them: those that were offered last are in the cell.
type Look = fn(Session, Arc<Page>, Rc<RefCell<Vec<Slug>>>) -> LocalBoxFuture<'static, ()>;

/// Loads what asks for news.
///
/// # Errors
/// The chunk did not arrive.
pub async fn load_look() -> Result<Look, ChunkError> {
    Ok(load_chunk().await?.look)
}

/// Draws a notice.
///
/// # Errors
/// The chunk did not arrive.
pub async fn notice(notice: Notice) -> Result<OverlayView, ChunkError> {
    let draw_notice = with_style(load_chunk()).await?.draw_notice;
    Ok(Rc::new(move || draw_notice(notice.clone())))
}

/// What the chunk does.
struct Notices {
    look: Look,
    draw_notice: fn(Notice) -> AnyView,
}

#[leptos::wasm_split::wasm_split(notices, wasm_split_path = leptos::wasm_split, fallible)]
fn load_chunk() -> Result<Notices, ChunkError> {
    Ok(Notices {
        look: |session, page, offered| look::look(session, page, offered).boxed_local(),
        draw_notice: |notice| view! { <NoticeLine notice/> }.into_any(),
    })
}
