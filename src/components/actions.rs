use leptos::prelude::*;

use super::article_tools::in_slot;
use super::{ArticleTools, Icon, IconName, ShareLinks, StartArticleTools, Tool};
use crate::session::use_session;

/// What a reader can do with an article. What needs the client is shown where it can run.
#[component]
pub fn Actions(
    /// The article's headline.
    title: String,
    /// Its absolute address.
    address: String,
    /// The state of its tools.
    tools: ArticleTools,
) -> impl IntoView {
    let words = use_session().words();
    if let Some(StartArticleTools(start)) = use_context() {
        Effect::new(move || start(tools));
    }
    let want = move || {
        if !tools.is_wanted.get_untracked() {
            tools.is_wanted.set(true);
        }
    };
    view! {
        <div class="actions" on:pointerover=move |_| want() on:focusin=move |_| want()>
            <ShareLinks title address tools/>
            <button
                type="button"
                class="action needs-script"
                data-does="save"
                aria-pressed=move || pressed(tools.is_saved)
                aria-busy=move || tools.is_saving.get().then_some("true")
                on:click=move |_| tools.pressed.set(Some(Tool::Save))
            >
                <Icon name=IconName::Save/>
                {tools.save_label}
            </button>
            <button
                type="button"
                class="action needs-script"
                data-does="listen"
                aria-pressed=move || pressed(tools.listens)
                hidden=move || !tools.has_voice.get()
                on:click=move |_| tools.pressed.set(Some(Tool::Listen))
            >
                <Icon name=IconName::Listen/>
                {words.listen}
            </button>
            <button
                type="button"
                class="action needs-script"
                data-does="print"
                on:click=move |_| tools.pressed.set(Some(Tool::Print))
            >
                <Icon name=IconName::Print/>
                {words.print}
            </button>
            <span class="action-note" role="status">{tools.note}</span>
            {in_slot(tools.player)}
        </div>
    }
}

/// The state of a button that stays pressed.
fn pressed(state: RwSignal<Option<bool>>) -> Option<&'static str> {
    state.get().map(|is_on| if is_on { "true" } else { "false" })
}
