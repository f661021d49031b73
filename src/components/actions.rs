use leptos::prelude::*;
use leptos::{ev, html};

use super::article_tools::in_slot;
use super::{ArticleTools, Icon, IconName, StartArticleTools, Tool};
use crate::session::use_session;

/// Where a reader may send an article: the service's name, and its address up to the article's own.
const SERVICES: [(&str, &str); 4] = [
    ("Telegram", "https://t.me/share/url?url="),
    ("WhatsApp", "https://wa.me/?text="),
    ("ВКонтакте", "https://vk.com/share.php?url="),
    ("X", "https://x.com/intent/post?url="),
];

/// What a reader can do with an article. Sharing is a list of plain links; what needs the client is shown where it can run.
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
    let (share, summary) = (NodeRef::<html::Details>::new(), NodeRef::<html::Summary>::new());
    let is_open = move || share.with_untracked(|share| share.as_ref().is_some_and(|share| share.open()));
    // The device's own way, where it has one; else the list of links opens.
    let share_by_device = move |event: ev::MouseEvent| {
        if tools.shares_by_device.get_untracked() && !is_open() {
            event.prevent_default();
            tools.pressed.set(Some(Tool::Share));
        }
    };
    let set_open = move |is_open| {
        let _ = share.with_untracked(|share| share.as_ref().map(|share| share.set_open(is_open)));
    };
    Effect::new(move || {
        if tools.opens_share.get() {
            set_open(true);
        }
    });
    let close = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open() {
            event.prevent_default();
            set_open(false);
            let _ = summary.with_untracked(|summary| summary.as_ref().map(|summary| summary.focus()));
        }
    };
    let address = percent_encoded(&address);
    let mail = ["mailto:?subject=", &percent_encoded(&title), "&body=", &address].concat();
    let services = SERVICES.map(|(name, service)| {
        let href = [service, &address].concat();
        view! { <li><a class="action" target="_blank" rel="noopener" href=href>{name}</a></li> }.into_any()
    });
    let want = move || {
        if !tools.is_wanted.get_untracked() {
            tools.is_wanted.set(true);
        }
    };
    view! {
        <div class="actions" on:pointerover=move |_| want() on:focusin=move |_| want()>
            <details class="share" node_ref=share on:keydown=close>
                <summary class="action" node_ref=summary on:click=share_by_device>
                    <Icon name=IconName::Share/>
                    {words.share}
                </summary>
                <ul>
                    {in_slot(tools.copy)}
                    {services.collect_view()}
                    // A letter needs no tab, which would stay behind empty.
                    <li><a class="action" rel="external" href=mail>{words.by_mail}</a></li>
                </ul>
            </details>
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

/// A text as a value in a query: RFC 3986 leaves letters, digits and four signs as they are.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(byte as char);
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push((if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }) as char);
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn a_query_holds_any_text() {
        assert_eq!(percent_encoded("a-b_c.d~1"), "a-b_c.d~1");
        assert_eq!(percent_encoded("https://a/?b&c"), "https%3A%2F%2Fa%2F%3Fb%26c");
        assert_eq!(percent_encoded("Қ «%»"), "%D2%9A%20%C2%AB%25%C2%BB");
    }
}
