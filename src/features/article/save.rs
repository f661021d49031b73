//! Keeping an article with its pictures on this device. How it is kept is the store's affair.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Article;
use crate::features::chunk::load_asked;
use crate::features::saved;
use crate::features::saved::store::{Known, NotSaved, is_saved};
use crate::names::SAVED_CACHE;
use crate::platform::channel::Listener;
use crate::platform::{events, reader};

/// Says whether the article is kept, whenever the page comes into sight and at each change while it is there.
pub fn begin(article: &Article) {
    show(article, false);
    let channel = Rc::new(RefCell::new(None::<Listener>));
    let update = {
        let article = article.clone();
        move || {
            // A page that is out of sight has no channel: browsers keep such a page for the way back.
            channel.take();
            if reader::looks() {
                let changed = article.clone();
                channel.replace(Listener::new(SAVED_CACHE, move || look(&changed)));
                look(&article);
            }
        }
    };
    update();
    events::while_mounted(events::document("visibilitychange", move |_| update()));
}

/// In another tab, or on the page of saved articles, it may have been let go meanwhile.
fn look(article: &Article) {
    let article = article.clone();
    spawn_local(async move {
        // What stands in the way is said to those who press the button.
        if let Ok(saved) = is_saved(&article.path).await
            && article.tools.is_saving.try_get_untracked() == Some(false)
        {
            show(&article, saved);
        }
    });
}

fn show(article: &Article, is_saved: bool) {
    let label = if is_saved { article.words.saved } else { article.words.save };
    article.tools.is_saved.try_set(Some(is_saved));
    article.tools.save_label.try_set(label);
}

/// Keeps the article, or lets go of it.
pub fn toggle(article: &Article) {
    let tools = article.tools;
    if tools.is_saving.get_untracked() {
        return;
    }
    tools.is_saving.set(true);
    let article = article.clone();
    spawn_local(async move {
        let message = change(&article).await;
        article.say(message);
        tools.is_saving.try_set(false);
    });
}

/// Changes what is kept. Gives what is to be said of it.
async fn change(article: &Article) -> &'static str {
    let (words, was_saved) = (article.words, article.tools.is_saved.get_untracked() == Some(true));
    // A device that cannot say what it keeps cannot keep anything.
    if is_saved(&article.path).await.is_err() {
        return words.not_here;
    }
    let Some(store) = load_asked(&article.session, saved::load_store).await else { return words.not_saved };
    let path = article.path.clone();
    let outcome = if was_saved {
        (store.remove)(path).await.map(|_| words.removed)
    } else {
        article.say(words.saving);
        let known = Known { title: article.title(), ..Known::default() };
        (store.save)(path, known).await.map(|()| words.kept)
    };
    match outcome {
        Ok(message) => {
            show(article, !was_saved);
            message
        }
        Err(NotSaved::Full) => words.full,
        Err(NotSaved::Unavailable | NotSaved::Network) => words.not_saved,
    }
}
