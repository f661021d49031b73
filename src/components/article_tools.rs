//! What the page of an article shares with its tools, which are a feature that is loaded on demand.

use leptos::prelude::*;

use crate::session::OverlayView;

/// A place on the page that a feature may fill.
pub type Slot = RwSignal<Option<OverlayView>, LocalStorage>;

/// What a reader can do with an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Pass it on, by the device's own way.
    Share,
    /// Keep it on this device, or let go of it.
    Save,
    /// Have it read aloud, or end that.
    Listen,
    /// Print it.
    Print,
}

/// The state of an article's tools. The page draws it; the tools change it once they are there.
#[derive(Clone, Copy)]
pub struct ArticleTools {
    /// Whether the tools are there.
    pub is_there: RwSignal<bool>,
    /// Whether they are on their way.
    pub is_loading: RwSignal<bool>,
    /// Whether the reader has turned to one of them.
    pub is_wanted: RwSignal<bool>,
    /// What was pressed last, until the tools have taken it.
    pub pressed: RwSignal<Option<Tool>>,
    /// Whether the device has a way of its own to share.
    pub shares_by_device: RwSignal<bool>,
    /// Opens the list of links, because the device's own way has failed.
    pub opens_share: RwSignal<bool>,
    /// Whether the article is kept on this device; none until that is known.
    pub is_saved: RwSignal<Option<bool>>,
    /// Whether it is being kept or let go at this moment.
    pub is_saving: RwSignal<bool>,
    /// What the button says that keeps it.
    pub save_label: RwSignal<&'static str>,
    /// Whether the article is read aloud; none until it can be.
    pub listens: RwSignal<Option<bool>>,
    /// Whether the browser has a voice for the language, as far as is known.
    pub has_voice: RwSignal<bool>,
    /// What is said beside the buttons, to the eye and to screen readers; none at first, and when nothing is.
    pub note: RwSignal<Option<&'static str>>,
    /// Copies the address: the first of the ways to share.
    pub copy: Slot,
    /// The controls of the voice.
    pub player: Slot,
    /// The offer to go on where the reader stopped.
    pub resume: Slot,
}

impl ArticleTools {
    /// The tools before they are there.
    pub fn new(save_label: &'static str) -> ArticleTools {
        ArticleTools {
            is_there: RwSignal::new(false),
            is_loading: RwSignal::new(false),
            is_wanted: RwSignal::new(false),
            pressed: RwSignal::new(None),
            shares_by_device: RwSignal::new(false),
            opens_share: RwSignal::new(false),
            is_saved: RwSignal::new(None),
            is_saving: RwSignal::new(false),
            save_label: RwSignal::new(save_label),
            listens: RwSignal::new(None),
            has_voice: RwSignal::new(true),
            note: RwSignal::new(None),
            copy: RwSignal::new_local(None),
            player: RwSignal::new_local(None),
            resume: RwSignal::new_local(None),
        }
    }
}

/// Starts the tools of an article. The client provides it by context.
#[derive(Clone, Copy)]
pub struct StartArticleTools(pub fn(ArticleTools));

/// What a feature has put into a place.
pub fn in_slot(slot: Slot) -> impl Fn() -> Option<AnyView> {
    move || slot.get().map(|view| view())
}
