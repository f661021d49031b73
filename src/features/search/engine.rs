//! The index of the page's language: its rules and Pagefind, which are loaded with the first question.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared, join3};

use crate::names::SEARCH_FOLDER;
use crate::platform::http::{self, CachePolicy};
use crate::platform::pagefind::{Pagefind, PagefindModule};
use crate::platform::site_root;
use crate::search::Rules;
use crate::values::Lang;

/// How long a file may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// An index that can be asked.
pub struct Engine {
    /// The rules by which it was made.
    pub rules: Rules,
    /// None where the paper has no articles in this language.
    pub pagefind: Option<Pagefind>,
    lang: Lang,
    entry: String,
}

type Loading = Shared<LocalBoxFuture<'static, Option<Rc<Engine>>>>;

thread_local! {
    static LOADED: RefCell<Option<Loading>> = const { RefCell::new(None) };
}

/// The index, loaded once. What could not be had is asked for anew the next time.
pub async fn load(lang: Lang) -> Option<Rc<Engine>> {
    let loading =
        LOADED.with_borrow_mut(|loaded| loaded.get_or_insert_with(|| begin(lang).boxed_local().shared()).clone());
    let engine = loading.await;
    if engine.is_none() {
        forget();
    }
    engine
}

/// Lets the next question load all of it anew.
pub fn forget() {
    LOADED.take();
}

async fn begin(lang: Lang) -> Option<Rc<Engine>> {
    let rules = file(lang, "habarshy.json");
    let entry = entry(lang);
    let (rules, entry, module) = join3(rules, entry, PagefindModule::load()).await;
    let rules: Rules = serde_json::from_str(&rules?).ok()?;
    let module = module?;
    if rules.articles == 0 {
        return Some(Rc::new(Engine { rules, pagefind: None, lang, entry: String::new() }));
    }
    let (pagefind, entry) = (module.open(&folder(lang)).await?, entry?);
    Some(Rc::new(Engine { rules, pagefind: Some(pagefind), lang, entry }))
}

impl Engine {
    /// Whether the site has the same index still; none where it does not say. Pagefind does not say that it could not load a
    /// piece of it.
    pub async fn is_current(&self) -> Option<bool> {
        match self.pagefind {
            Some(_) => Some(entry(self.lang).await? == self.entry),
            None => Some(true),
        }
    }
}

fn folder(lang: Lang) -> String {
    site_root::at(&[SEARCH_FOLDER, "/", lang.code(), "/"].concat())
}

/// The file that names all others of an index.
async fn entry(lang: Lang) -> Option<String> {
    file(lang, "pagefind-entry.json").await
}

async fn file(lang: Lang, name: &str) -> Option<String> {
    let answer = http::get(&[&folder(lang), name].concat(), CachePolicy::Revalidate, TIMEOUT).await.ok()?;
    (200..300).contains(&answer.status).then_some(answer.text)
}
