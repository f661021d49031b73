use leptos::prelude::*;
use leptos::{ev, html};

use super::article_tools::in_slot;
use super::{ArticleTools, Icon, IconName, Tool};
use crate::session::use_session;
use crate::values::percent_encode;

/// Where a reader may send an article: the service's name, and its address up to the article's own.
const SERVICES: [(&str, &str); 4] = [
    ("Telegram", "https://t.me/share/url?url="),
    ("WhatsApp", "https://wa.me/?text="),
    ("ВКонтакте", "https://vk.com/share.php?url="),
    ("X", "https://x.com/intent/post?url="),
];

/// Ways to pass an article on: a list of plain links, or the device's own way where it has one.
#[component]
pub fn ShareLinks(
    /// The article's headline.
    title: String,
    /// Its absolute address.
    address: String,
    /// The state of its tools.
    tools: ArticleTools,
) -> impl IntoView {
    let words = use_session().words();
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
    let address = percent_encode(&address);
    let mail = ["mailto:?subject=", &percent_encode(&title), "&body=", &address].concat();
    let services = SERVICES.map(|(name, service)| {
        let href = [service, &address].concat();
        view! { <li><a class="action" target="_blank" rel="noopener" href=href>{name}</a></li> }.into_any()
    });
    view! {
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
    }
}
