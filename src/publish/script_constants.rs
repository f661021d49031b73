//! `src/constants.js`: what the scripts share with Rust, in JavaScript's spelling.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::model::FORMAT;
use crate::names;
use crate::settings::{self, Setting};

/// The path of the file in the checkout.
pub const PATH: &str = "src/constants.js";

/// The text of the file.
pub fn script() -> String {
    let mut text = String::from(
        "// What the scripts share with Rust: written from src/publish/script_constants.rs by\n\
         // UPDATE=1 cargo test --test native constants\n",
    );
    let constants = [
        ("The number of the form of all JSON of pages.", "FORMAT", json!(FORMAT)),
        ("Where what the reader chose is kept.", "SETTINGS_KEY", json!(settings::KEY)),
        ("The version of that record.", "SETTINGS_VERSION", json!(settings::VERSION)),
        ("The event by which the panel says what is chosen now.", "SETTINGS_EVENT", json!(settings::EVENT)),
        ("The event by which the client says that another page stands there.", "SHOWN", json!(names::SHOWN)),
        (
            "What `html[data-client]` says as soon as the page is the client's.",
            "CLIENT_READY",
            json!(names::CLIENT_READY),
        ),
        ("All caches of the paper begin so.", "CACHES", json!(names::CACHES)),
        ("The cache of a build's own files, before the build's id.", "SHELL_CACHE", json!(names::SHELL_CACHE)),
        ("The cache of documents that were shown.", "PAGE_CACHE", json!(names::PAGE_CACHE)),
        ("The cache of their JSON.", "DATA_CACHE", json!(names::DATA_CACHE)),
        ("The cache of pictures that were shown.", "PICTURE_CACHE", json!(names::PICTURE_CACHE)),
        ("The cache of what the reader saved.", "SAVED_CACHE", json!(names::SAVED_CACHE)),
        ("The header that says when a file was kept.", "KEPT_HEADER", json!(names::KEPT_HEADER)),
        ("What the worker is asked: its build.", "ASK_BUILD", json!(names::ASK_BUILD)),
        ("What the worker is asked: when a file was kept.", "ASK_KEPT", json!(names::ASK_KEPT)),
        ("What the worker is told: to take the place of the one before.", "TAKE_OVER", json!(names::TAKE_OVER)),
        ("What the worker is told: to keep what is shown.", "KEEP", json!(names::KEEP)),
        ("The folder of all JSON of pages.", "DATA_FOLDER", json!(names::DATA_FOLDER)),
        ("The folder of files that are named by their content.", "ASSETS_FOLDER", json!(names::ASSETS_FOLDER)),
        ("The folder of pictures.", "MEDIA_FOLDER", json!(names::MEDIA_FOLDER)),
    ];
    for (what, name, value) in constants {
        // A text has no fault to report.
        let _ = write!(text, "\n// {what}\nexport const {name} = {value};\n");
    }
    text.push_str("\n// The settings with all values that mean something.\nexport const SETTINGS = {\n");
    for setting in Setting::ALL {
        let _ = writeln!(text, "  {}: {},", setting.name(), values(setting));
    }
    text.push_str("};\n");
    text
}

/// The values as they stand in the record.
fn values(setting: Setting) -> Value {
    let value = |text: &&str| match text.parse::<u64>() {
        Ok(number) if setting.is_number() => json!(number),
        _ => json!(text),
    };
    setting.values().iter().map(value).collect()
}
