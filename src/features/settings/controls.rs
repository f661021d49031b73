use leptos::html;
use leptos::prelude::*;

use super::chosen::Chosen;
use super::group::Group;
use super::store;
use super::switch::Switch;
use super::text_size::TextSize;
use crate::i18n::settings_words;
use crate::session::use_session;
use crate::settings::{Setting, Settings};

/// All that can be chosen, and the way back to the paper as it comes.
#[component]
pub fn Controls(
    /// What they change.
    chosen: Chosen,
    /// The panel that they stand in.
    panel: NodeRef<html::Dialog>,
) -> impl IntoView {
    let words = settings_words(use_session().edition.lang);
    let is_preset_on = move || chosen.settings.with(|settings| settings.before.is_some());
    let toggle_preset = move |_| {
        let record = store::load().with_preset_toggled();
        chosen.take(record, if record.before.is_some() { words.preset_on } else { words.preset_off });
    };
    let ordinary = ("", words.ordinary);
    let spacing = [ordinary, ("wide", words.wide), ("widest", words.widest)];
    let themes = [
        ("", words.system),
        ("light", words.light),
        ("dark", words.dark),
        ("sepia", words.sepia),
        ("contrast", words.contrast),
        ("contrast-dark", words.contrast_dark),
        ("contrast-blue", words.contrast_blue),
    ];
    view! {
        <button
            type="button"
            class="action settings-preset"
            aria-pressed=move || is_preset_on().to_string()
            on:click=toggle_preset
        >
            {words.preset}
        </button>
        <p class="settings-note">{words.preset_note}</p>
        <Group chosen setting=Setting::Theme title=words.theme values=themes.to_vec()/>
        <TextSize chosen panel title=words.text/>
        <Group chosen setting=Setting::Lines title=words.lines values=spacing.to_vec()/>
        <Group chosen setting=Setting::Letters title=words.letters values=spacing.to_vec()/>
        <Group chosen setting=Setting::Face title=words.face values=vec![("", words.serif), ("sans", words.sans)]/>
        <Switch chosen setting=Setting::Pictures value="off" title=words.pictures/>
        <Switch chosen setting=Setting::Motion value="less" title=words.motion/>
        <div class="settings-foot">
            <button
                type="button"
                class="action"
                on:click=move |_| chosen.take(Settings::default(), words.reset_done)
            >
                {words.reset}
            </button>
            <p class="settings-status" role="status">{chosen.status}</p>
            <p class="settings-note">{words.kept}</p>
        </div>
    }
}
