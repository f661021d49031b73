use leptos::html;
use leptos::prelude::*;

use super::chosen::Chosen;
use super::controls::Controls;
use super::store;
use crate::i18n::settings_words;
use crate::names::SHOWN;
use crate::names::storage_keys::SETTINGS;
use crate::platform::{dialog, events, focus};
use crate::session::use_session;

/// The panel: a dialog, until the reader has done with it.
#[component]
pub fn Panel() -> impl IntoView {
    let session = use_session();
    let words = settings_words(session.edition.lang);
    let settings = RwSignal::new(store::load());
    let chosen = Chosen { settings, status: RwSignal::new(String::new()), unkept: words.unkept };
    let element = NodeRef::<html::Dialog>::new();
    let close = move || {
        if let Some(element) = element.get_untracked() {
            element.close();
        }
    };
    Effect::new(move || {
        if let Some(element) = element.get() {
            dialog::show(&element);
        }
    });
    // Another tab chose, or this document was kept aside meanwhile.
    let show = move || settings.set(store::load());
    events::while_mounted(events::storage(SETTINGS, show));
    events::while_mounted(events::window("pageshow", move |_| show()));

    // The focus goes back to the button, or to the page that has come meanwhile.
    let other_page = StoredValue::new(false);
    events::while_mounted(events::document(SHOWN, move |_| {
        other_page.set_value(true);
        close();
    }));
    let leave = move |_| {
        session.overlay.set(None);
        match other_page.get_value() {
            true => focus::focus_heading(),
            false => focus::focus_on_first("[data-part=settings]"),
        }
    };

    // A press beside the panel closes it; one that began on the panel and slid off does not.
    let began_outside = StoredValue::new(false);
    let is_outside =
        move |event: &leptos::ev::Event| element.get_untracked().is_some_and(|element| events::is_on(event, &element));
    let press = move |event: leptos::ev::PointerEvent| began_outside.set_value(is_outside(&event));
    let click = move |event: leptos::ev::MouseEvent| {
        if began_outside.get_value() && is_outside(&event) {
            close();
        }
    };

    view! {
        <dialog
            class="settings"
            aria-labelledby="settings-title"
            node_ref=element
            on:close=leave
            on:pointerdown=press
            on:click=click
        >
            <div class="settings-inside">
                <div class="settings-head">
                    <h2 id="settings-title">{words.title}</h2>
                    <button type="button" class="settings-close" aria-label=words.close on:click=move |_| close()></button>
                </div>
                <Controls chosen panel=element/>
            </div>
        </dialog>
    }
}
