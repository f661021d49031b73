//! `src/constants.js`: what the scripts share with Rust, in JavaScript's spelling.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::settings::{self, Setting};

/// The path of the file in the checkout.
pub const PATH: &str = "src/constants.js";

/// The text of the file.
pub fn script() -> String {
    let mut text = String::from(
        "// What the scripts share with Rust: written from src/site/script_constants.rs by\n\
         // UPDATE=1 cargo test --test native constants\n",
    );
    let constants = [
        ("Where what the reader chose is kept.", "SETTINGS_KEY", json!(settings::KEY)),
        ("The version of that record.", "SETTINGS_VERSION", json!(settings::VERSION)),
        ("The event by which the panel says what is chosen now.", "SETTINGS_EVENT", json!(settings::EVENT)),
        ("The settings with all values that mean something.", "SETTINGS", settings_table()),
    ];
    for (what, name, value) in constants {
        // A text has no fault to report.
        let _ = write!(text, "\n/** {what} */\nexport const {name} = {value};\n");
    }
    text
}

/// The values as they stand in the record.
fn settings_table() -> Value {
    let value = |setting: Setting, value: &str| match value.parse::<u64>() {
        Ok(number) if setting.is_number() => json!(number),
        _ => json!(value),
    };
    let members = Setting::ALL.map(|setting| {
        let values = setting.values().iter().map(|text| value(setting, text)).collect();
        (setting.name().to_owned(), Value::Array(values))
    });
    Value::Object(members.into_iter().collect::<Map<_, _>>())
}
