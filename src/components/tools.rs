use leptos::prelude::*;

use super::{Icon, IconName};
use crate::route::Route;
use crate::session::use_session;

/// The two round buttons of the masthead: the search, and the settings, which are a part that is loaded when they are asked for.
#[component]
pub fn Tools() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    view! {
        <div class="tools">
            <a class="tool" href=session.path(&Route::Search) aria-label=words.search><Icon name=IconName::Search/></a>
            <button
                type="button"
                class="tool needs-script"
                data-part="settings"
                aria-haspopup="dialog"
                aria-label=words.settings
            >
                <Icon name=IconName::Settings/>
            </button>
        </div>
    }
}
