//! Pagefind, which asks the index of the search: a module of JavaScript with a WebAssembly of its own.

use std::cell::Cell;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

use super::{module, site_root, window};
use crate::names::SEARCH_FOLDER;

// What is used of it: https://pagefind.app/docs/api/
#[wasm_bindgen]
extern "C" {
    type Module;

    #[wasm_bindgen(method, catch, js_name = createInstance)]
    fn create_instance(this: &Module, options: &JsValue) -> Result<Instance, JsValue>;

    type Instance;

    #[wasm_bindgen(method, catch)]
    fn init(this: &Instance) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn search(this: &Instance, terms: &str, options: &JsValue) -> Result<Promise, JsValue>;

    type FoundRecord;

    #[wasm_bindgen(method, getter)]
    fn id(this: &FoundRecord) -> String;

    #[wasm_bindgen(method, getter)]
    fn score(this: &FoundRecord) -> f64;

    #[wasm_bindgen(method, catch)]
    fn data(this: &FoundRecord) -> Result<Promise, JsValue>;

    type Fragment;

    #[wasm_bindgen(method, getter)]
    fn raw_content(this: &Fragment) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn content(this: &Fragment) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn meta(this: &Fragment) -> Option<Object>;

    #[wasm_bindgen(method, getter)]
    fn raw_url(this: &Fragment) -> Option<String>;
}

/// Pagefind over one index.
pub struct Pagefind(Instance);

/// The module of Pagefind.
pub struct PagefindModule(JsValue);

/// The records that an index has for some terms, those that answer best or are newest first.
pub struct Answer(Array);

/// One of them. What it says is loaded when it is asked for.
pub struct Match(FoundRecord);

/// What a record says.
pub struct Record {
    /// All words by which it is found, with spaces between them.
    pub words: String,
    /// What a result shows.
    pub shown: String,
}

impl PagefindModule {
    /// Loads the module, once for the document; none where it does not come.
    pub async fn load() -> Option<PagefindModule> {
        keep_failures();
        module::import(&site_root::at(&[SEARCH_FOLDER, "/pagefind.js"].concat())).await.map(PagefindModule)
    }

    /// Opens the index in a folder; none where it cannot be had.
    pub async fn open(&self, folder: &str) -> Option<Pagefind> {
        let options = Object::new();
        let members: [(&str, JsValue); 4] = [
            ("basePath", folder.into()),
            ("baseUrl", "/".into()),
            ("noWorker", true.into()),
            ("metaCacheTag", "1".into()),
        ];
        for (name, value) in members {
            Reflect::set(&options, &name.into(), &value).ok()?;
        }
        let instance = self.0.unchecked_ref::<Module>().create_instance(&options).ok()?;
        JsFuture::from(instance.init().ok()?).await.ok()?;
        Some(Pagefind(instance))
    }
}

impl Pagefind {
    /// Asks for terms. The options are JSON: filters, and an order other than by what answers best. None where the index
    /// cannot be asked.
    pub async fn search(&self, terms: &str, options: &str) -> Option<Answer> {
        let options = js_sys::JSON::parse(options).ok()?;
        let answer = JsFuture::from(self.0.search(terms, &options).ok()?).await.ok()?;
        Reflect::get(&answer, &"results".into()).ok()?.dyn_into().ok().map(Answer)
    }
}

impl Answer {
    /// How many records there are.
    pub fn count(&self) -> usize {
        self.0.length() as usize
    }

    /// The records from one place to another.
    pub fn matches(&self, from: usize, to: usize) -> Vec<Match> {
        (from..to.min(self.count())).map(|at| Match(self.0.get(at as u32).unchecked_into())).collect()
    }
}

impl Match {
    /// The name of the record in its index.
    pub fn id(&self) -> String {
        self.0.id()
    }

    /// How well it answers.
    pub fn score(&self) -> f64 {
        self.0.score()
    }
}

/// What some records say, all loaded at the same time; none where one cannot be had.
pub async fn records(matches: &[Match]) -> Option<Vec<Record>> {
    let loading = Array::new();
    for one in matches {
        loading.push(one.0.data().ok()?.as_ref());
    }
    let fragments: Array = JsFuture::from(Promise::all(&loading)).await.ok()?.unchecked_into();
    Some(fragments.iter().map(|fragment| record(fragment.unchecked_ref())).collect())
}

fn record(fragment: &Fragment) -> Record {
    let mut words = fragment.raw_content().or_else(|| fragment.content()).unwrap_or_default();
    for value in fragment.meta().iter().flat_map(|meta| Object::values(meta).to_vec()) {
        words.push(' ');
        words.push_str(&value.as_string().unwrap_or_default());
    }
    Record { words, shown: fragment.raw_url().unwrap_or_default() }
}

/// Pagefind begins on its own and leaves its failures to nobody; those of the questions come to us. A trap in it is none of
/// the paper's client, which `loader.js` would take away.
fn keep_failures() {
    thread_local! {
        static ARE_KEPT: Cell<bool> = const { Cell::new(false) };
    }
    if ARE_KEPT.replace(true) {
        return;
    }
    let options = EventListenerOptions { phase: gloo_events::EventListenerPhase::Capture, passive: false };
    let keep = |event: &Event| {
        if is_of_pagefind(event) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    };
    EventListener::new_with_options(&window(), "unhandledrejection", options, keep).forget();
}

/// Whether what was refused says that it comes from Pagefind.
fn is_of_pagefind(event: &Event) -> bool {
    let reason = Reflect::get(event, &"reason".into()).unwrap_or_default();
    let stack = Reflect::get(&reason, &"stack".into()).ok().and_then(|stack| stack.as_string());
    let text = stack.or_else(|| reason.as_string());
    text.is_some_and(|text| text.contains(SEARCH_FOLDER))
}
