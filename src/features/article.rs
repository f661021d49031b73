//! What a reader can do with an article: share, keep, hear and print it, and go on where they stopped.

mod listen;
mod paragraphs;
mod pieces;
mod places;
mod print;
mod resume;
mod save;
mod share;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::chunk::{ChunkError, wants_another_try, with_style};
use super::saved::store::is_saved;
use crate::components::{ArticleTools, Tool};
use crate::i18n::{ArticleWords, article_words};
use crate::platform::clock::when_idle;
use crate::platform::{document, events, location, share as device_share, speech};
use crate::session::{Session, use_session};
use crate::values::Lang;
use listen::Listen;

/// Has the tools of an article come as soon as there is something for them to do. To be called where the article's own owner
/// is the current one: with that they end.
pub fn start(tools: ArticleTools) {
    let (Some(owner), session) = (Owner::current(), use_session()) else { return };
    offer(tools, session.edition.lang);
    let load = StoredValue::new_local({
        let session = session.clone();
        move |is_asked: bool| load(owner.clone(), session.clone(), tools, is_asked)
    });
    let begin = move |is_asked| {
        load.try_with_value(|load| load(is_asked));
    };
    when_idle(Box::new(move || {
        spawn_local(async move {
            if is_known(&location::path()).await {
                begin(false);
            } else if !tools.is_there.try_get_untracked().unwrap_or(true) {
                tools.is_saved.set(Some(false));
            }
        });
    }));
    // Whoever scrolls reads: where they are is to be noted.
    let has_scrolled = StoredValue::new(false);
    events::while_mounted(events::window("scroll", move |_| {
        if has_scrolled.try_update_value(|has| std::mem::replace(has, true)) == Some(false) {
            begin(false);
        }
    }));
    Effect::new(move |was_wanted: Option<bool>| {
        let (is_pressed, is_wanted) = (tools.pressed.get().is_some(), tools.is_wanted.get());
        // Where a reader has given up, the end of their press asks for nothing.
        let becomes_wanted = is_wanted && was_wanted != Some(true);
        if (is_pressed || becomes_wanted) && !tools.is_there.get_untracked() {
            begin(is_pressed);
        }
        is_wanted
    });
}

/// Offers what the browser can do. Not at idle: a button would go again that stood there.
fn offer(tools: ArticleTools, lang: Lang) {
    tools.shares_by_device.set(device_share::is_supported());
    // Voices come late, and without one of the language there is nothing to offer.
    let look = move || tools.has_voice.set(speech::is_supported() && speech::voice(lang).is_some());
    look();
    speech::while_mounted_on_voices(move |_| look());
}

/// Whether the device knows the article: its reader has saved it, or has stopped within it.
async fn is_known(path: &str) -> bool {
    resume::has_place(path) || is_saved(path).await == Ok(true)
}

/// Loads the tools. Where they do not come for a press, the reader is told and can try again.
fn load(owner: Owner, session: Session, tools: ArticleTools, is_asked: bool) {
    if tools.is_there.try_get_untracked() != Some(false) || tools.is_loading.get_untracked() {
        return;
    }
    tools.is_loading.set(true);
    spawn_local(async move {
        let begin = with_style(load_tools()).await;
        // Meanwhile the article may have been left.
        if tools.is_loading.try_set(false).is_some() {
            return;
        }
        match begin {
            Ok(begin) => owner.with(|| begin(tools)),
            Err(_) if !is_asked && tools.pressed.get_untracked().is_none() => {}
            Err(_) if wants_another_try(&session).await => {
                if tools.is_loading.try_get_untracked().is_some() {
                    load(owner, session, tools, true);
                }
            }
            Err(_) => {
                // The links are there without the tools.
                if tools.pressed.try_get_untracked() == Some(Some(Tool::Share)) {
                    tools.opens_share.set(true);
                }
                tools.pressed.try_set(None);
            }
        }
    });
}

#[leptos::wasm_split::wasm_split(article, wasm_split_path = leptos::wasm_split, fallible)]
fn load_tools() -> Result<fn(ArticleTools), ChunkError> {
    Ok(begin)
}

/// The article that the tools are for.
#[derive(Clone)]
struct Article {
    /// Its path.
    path: String,
    /// Its element, its text, and the headline.
    element: document::HtmlElement,
    body: document::HtmlElement,
    headline: document::HtmlElement,
    lang: Lang,
    words: &'static ArticleWords,
    tools: ArticleTools,
    session: Session,
}

impl Article {
    /// The one that is shown.
    fn shown(tools: ArticleTools) -> Option<Article> {
        let session = use_session();
        let lang = session.edition.lang;
        Some(Article {
            path: location::path(),
            element: document::all("article.article").pop()?,
            body: document::all("[data-body]").pop()?,
            headline: document::by_id("headline")?,
            lang,
            words: article_words(lang),
            tools,
            session,
        })
    }

    fn title(&self) -> String {
        self.headline.text_content().unwrap_or_default()
    }

    /// The absolute address.
    fn address(&self) -> String {
        self.element.get_attribute("data-address").unwrap_or_default()
    }

    /// Says something beside the buttons, if the article is still shown.
    fn say(&self, text: &'static str) {
        self.tools.note.try_set((!text.is_empty()).then_some(text));
    }
}

fn begin(tools: ArticleTools) {
    let Some(article) = Article::shown(tools) else { return };
    tools.is_there.set(true);
    share::begin(&article);
    save::begin(&article);
    resume::begin(&article);
    let listen = Listen::begin(&article);
    Effect::new(move || {
        let Some(tool) = tools.pressed.get() else { return };
        // Each press is taken once.
        tools.pressed.set(None);
        match tool {
            Tool::Share => share::by_device(&article),
            Tool::Save => save::toggle(&article),
            Tool::Listen => listen.toggle(),
            Tool::Print => print::start(&article),
        }
    });
}
