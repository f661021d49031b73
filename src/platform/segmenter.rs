//! The sentences of a text, by the browser's rules for a language.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::values::Lang;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(lang: &str, options: &Object) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// The sentences; none where the browser cannot tell.
pub fn sentences(text: &str, lang: Lang) -> Option<Vec<String>> {
    let intl = Reflect::get(&super::window(), &"Intl".into()).ok()?;
    if !Reflect::get(&intl, &"Segmenter".into()).is_ok_and(|segmenter| segmenter.is_function()) {
        return None;
    }
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"sentence".into()).ok()?;
    let segments = Segmenter::new(lang.code(), &options).ok()?.segment(text);
    let segments = Array::from(&segments);
    Some(segments.iter().filter_map(|segment| Reflect::get(&segment, &"segment".into()).ok()?.as_string()).collect())
}
