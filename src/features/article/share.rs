//! Sharing: the device's own way where it has one, else the list of links, with a button that copies the address.

use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Article;
use crate::platform::{clipboard, share};

/// Offers to copy the address.
pub fn begin(article: &Article) {
    let article = article.clone();
    article.tools.copy.set(Some(Rc::new({
        let article = article.clone();
        move || view! { <CopyLink article=article.clone()/> }.into_any()
    })));
}

/// Passes the article on by the device's own way. Who finds nothing there, or has it fail, finds the links.
pub fn by_device(article: &Article) {
    let (shared, tools) = (article.shared(), article.tools);
    spawn_local(async move {
        if !share::is_offered(&shared) || !share::share(&shared).await {
            tools.opens_share.try_set(true);
        }
    });
}

impl Article {
    fn shared(&self) -> share::Shared {
        share::Shared { title: self.title(), url: self.address() }
    }
}

/// Copies the address of an article. Where the clipboard is out of reach, the address stands in a field, selected.
#[component]
fn CopyLink(
    /// The article.
    article: Article,
) -> impl IntoView {
    let words = article.words;
    let is_by_hand = RwSignal::new(false);
    let address = article.address();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
            field.set_scroll_left(0);
        }
    });
    let copied = StoredValue::new_local(address.clone());
    let copy = move |_| {
        let (article, address) = (article.clone(), copied.get_value());
        spawn_local(async move {
            let is_copied = clipboard::write(&address).await;
            article.say(if is_copied { words.copied } else { words.copy_by_hand });
            is_by_hand.try_set(!is_copied);
        });
    };
    let by_hand = move || {
        view! {
            <input class="share-address" readonly prop:value=address.clone() aria-label=words.address node_ref=field/>
        }
        .into_any()
    };
    let button =
        move || view! { <button type="button" class="action" on:click=copy.clone()>{words.copy}</button> }.into_any();
    view! { <li>{move || if is_by_hand.get() { by_hand() } else { button() }}</li> }
}
