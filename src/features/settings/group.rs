use leptos::prelude::*;

use super::chosen::Chosen;
use crate::settings::Setting;

/// One setting, with all its values side by side.
#[component]
pub fn Group(
    /// What is chosen.
    chosen: Chosen,
    /// Which setting.
    setting: Setting,
    /// Its name for readers.
    title: &'static str,
    /// Its values with their names; the empty one is the paper as it comes.
    values: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let name = setting.name();
    let choices = values.into_iter().map(|(value, title)| {
        let kind = if value.is_empty() { "own" } else { value };
        view! {
            <label class=["choice ", name, "-", kind].concat()>
                <input
                    type="radio"
                    name=["settings-", name].concat()
                    value=value
                    prop:checked=move || chosen.get(setting) == value
                    on:change=move |_| chosen.choose(setting, value)
                />
                <span>{title}</span>
            </label>
        }
        .into_any()
    });
    view! {
        <fieldset class=["choices choices-", name].concat()>
            <legend>{title}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}
