//! How the paper looks: one panel. What is chosen shows at once, on this page and in all tabs.

mod chosen;
mod controls;
mod group;
mod panel;
mod store;
mod switch;
mod text_size;

use std::rc::Rc;

use leptos::prelude::*;

use super::chunk::{self, ChunkError};
use crate::session::{OverlayView, Session};
use panel::Panel;

/// Opens the panel.
pub fn open(session: Session) {
    chunk::show(session.clone(), session.loads_settings, load_panel);
}

#[leptos::wasm_split::wasm_split(settings, wasm_split_path = leptos::wasm_split, fallible)]
fn load_panel() -> Result<OverlayView, ChunkError> {
    Ok(Rc::new(|| view! { <Panel/> }.into_any()))
}
