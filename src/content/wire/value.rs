//! A JSON value, whoever parsed it.
//!
//! In the browser that is the browser itself: its parser is there already, and faster than any that could be sent along
//! (see docs/adr/006-json-in-the-client.md). Natively it is `serde_json`, so that the same reading is tested there.

/// The JSON value of this side.
#[cfg(feature = "hydrate")]
pub type Json = wasm_bindgen::JsValue;

/// The JSON value of this side.
#[cfg(all(feature = "ssr", not(feature = "hydrate")))]
pub type Json = serde_json::Value;

/// What reading needs of a JSON value.
pub trait Value: Sized {
    /// Parses a document; `None` where it is not JSON.
    fn parse(text: &str) -> Option<Self>;
    /// A member of an object; `None` where it is missing or null.
    fn get(&self, name: &str) -> Option<Self>;
    /// The names of an object's members.
    fn names(&self) -> Vec<String>;
    /// A string.
    fn text(&self) -> Option<String>;
    /// A whole number that is not negative.
    fn number(&self) -> Option<u64>;
    /// A truth value.
    fn truth(&self) -> Option<bool>;
    /// The values of an array.
    fn list(&self) -> Option<Vec<Self>>;
}

#[cfg(feature = "hydrate")]
impl Value for wasm_bindgen::JsValue {
    fn parse(text: &str) -> Option<Self> {
        js_sys::JSON::parse(text).ok()
    }

    fn get(&self, name: &str) -> Option<Self> {
        let value = js_sys::Reflect::get(self, &wasm_bindgen::JsValue::from_str(name)).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(value)
    }

    fn names(&self) -> Vec<String> {
        use wasm_bindgen::JsCast;
        let object = self.dyn_ref::<js_sys::Object>();
        object
            .map(|object| js_sys::Object::keys(object).iter().filter_map(|name| name.as_string()).collect())
            .unwrap_or_default()
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn number(&self) -> Option<u64> {
        // Beyond 2^53 the browser's numbers are no longer whole.
        self.as_f64()
            .filter(|number| (0.0..=9_007_199_254_740_991.0).contains(number) && number.trunc() == *number)
            .map(|number| number as u64)
    }

    fn truth(&self) -> Option<bool> {
        self.as_bool()
    }

    fn list(&self) -> Option<Vec<Self>> {
        js_sys::Array::is_array(self).then(|| js_sys::Array::from(self).iter().collect())
    }
}

#[cfg(feature = "ssr")]
impl Value for serde_json::Value {
    fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    fn get(&self, name: &str) -> Option<Self> {
        serde_json::Value::get(self, name).filter(|value| !value.is_null()).cloned()
    }

    fn names(&self) -> Vec<String> {
        self.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<u64> {
        self.as_u64()
    }

    fn truth(&self) -> Option<bool> {
        self.as_bool()
    }

    fn list(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }
}
