use leptos::prelude::*;

use super::chosen::Chosen;
use crate::settings::Setting;

/// A setting that is on or off.
#[component]
pub fn Switch(
    /// What is chosen.
    chosen: Chosen,
    /// Which setting.
    setting: Setting,
    /// Its value where it is on.
    value: &'static str,
    /// Its name for readers.
    title: &'static str,
) -> impl IntoView {
    let is_on = move || !chosen.get(setting).is_empty();
    // Where the record has changed meanwhile, the box shows the record.
    let toggle = move |_| chosen.choose(setting, if is_on() { "" } else { value });
    view! {
        <label class="choice choice-alone">
            <input type="checkbox" prop:checked=is_on on:change=toggle/>
            <span>{title}</span>
        </label>
    }
}
