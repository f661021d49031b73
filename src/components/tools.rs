use leptos::prelude::*;

use super::{Icon, IconName};
use crate::routes::Route;
use crate::session::use_session;

/// The two round buttons of the masthead: the search, and the settings.
#[component]
pub fn Tools() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let is_loading = session.loads_settings;
    let open = {
        let session = session.clone();
        move |_| {
            if let Some(open) = session.open_settings {
                open(session.clone());
            }
        }
    };
    view! {
        <div class="tools">
            <a class="tool" href=session.path(&Route::Search) aria-label=words.search><Icon name=IconName::Search/></a>
            <button
                type="button"
                class="tool needs-script"
                data-part="settings"
                on:click=open
                aria-haspopup="dialog"
                aria-label=words.settings
                aria-busy=move || is_loading.get().then_some("true")
            >
                <Icon name=IconName::Settings/>
            </button>
        </div>
    }
}
