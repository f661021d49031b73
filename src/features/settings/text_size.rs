use leptos::html;
use leptos::prelude::*;

use super::chosen::Chosen;
use crate::platform::dialog;
use crate::settings::Setting;

/// The id by which the label and the output name the slider.
const ID: &str = "settings-text";
/// The size as the paper comes, and the step to the next, in per cent. The table has all that are larger.
const OWN: &str = "100";
const STEP: &str = "10";

/// The size of the text: a slider.
#[component]
pub fn TextSize(
    /// What is chosen.
    chosen: Chosen,
    /// The panel, which grows with the text: while the slider is dragged, it keeps its size under the finger.
    panel: NodeRef<html::Dialog>,
    /// The name of the setting for readers.
    title: &'static str,
) -> impl IntoView {
    let size = move || Some(chosen.get(Setting::Text)).filter(|size| !size.is_empty()).unwrap_or(OWN);
    let percentage = move || [size(), "\u{a0}%"].concat();
    let hold = move |_| panel.with_untracked(|panel| panel.as_ref().map(dialog::hold_text_size));
    let release = move |_| panel.with_untracked(|panel| panel.as_ref().map(dialog::release_text_size));
    view! {
        <div class="size">
            <label for=ID>{title}</label>
            // Read aloud with the thumb itself, not a second time.
            <output for=ID aria-hidden="true">{percentage}</output>
            <input
                type="range"
                id=ID
                min=OWN
                max=Setting::Text.values().last().copied()
                step=STEP
                aria-valuetext=percentage
                prop:value=size
                on:input=move |event| chosen.choose(Setting::Text, &event_target_value(&event))
                on:pointerdown=move |event| { hold(event); }
                on:pointerup=move |event| { release(event); }
                on:pointercancel=move |event| { release(event); }
            />
        </div>
    }
}
