//! `src/constants.js`: what the scripts share with Rust, in JavaScript's spelling.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::model::FORMAT;
use crate::names::{self, storage_keys};
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
        ("Where what the reader chose is kept.", "SETTINGS_KEY", json!(storage_keys::SETTINGS)),
        ("The version of that record.", "SETTINGS_VERSION", json!(settings::VERSION)),
        ("The event by which the panel says what is chosen now.", "SETTINGS_EVENT", json!(names::SETTINGS_EVENT)),
        ("The event by which the client says that another page stands there.", "SHOWN", json!(names::SHOWN)),
        (
            "What `html[data-client]` says as soon as the page is the client's.",
            "CLIENT_READY",
            json!(names::CLIENT_READY),
        ),
        (
            "How the client has failed in this tab is kept there.",
            "CLIENT_FAILURES",
            json!(storage_keys::CLIENT_FAILURES),
        ),
        ("The header that says when a file was kept.", "KEPT_HEADER", json!(names::KEPT_HEADER)),
    ];
    let tables = [
        ("The caches. That of a build's own files, the shell, has the build's id behind its name.", "CACHE", caches()),
        ("What the worker is told or asked.", "MESSAGE", messages()),
        ("The folders of JSON, of files that are named by their content, and of pictures.", "FOLDER", folders()),
    ];
    for (what, name, value) in constants {
        // A text has no fault to report.
        let _ = write!(text, "\n// {what}\nexport const {name} = {value};\n");
    }
    for (what, name, members) in tables {
        let _ = write!(text, "\n// {what}\nexport const {name} = {{\n");
        for (member, value) in members {
            let _ = writeln!(text, "  {member}: {},", json!(value));
        }
        text.push_str("};\n");
    }
    text.push_str("\n// The settings with all values that mean something.\nexport const SETTINGS = {\n");
    for setting in Setting::ALL {
        let _ = writeln!(text, "  {}: {},", setting.name(), values(setting));
    }
    text.push_str("};\n");
    text
}

type Table = Vec<(&'static str, &'static str)>;

fn caches() -> Table {
    vec![
        ("shell", names::SHELL_CACHE),
        ("pages", names::PAGE_CACHE),
        ("data", names::DATA_CACHE),
        ("pictures", names::PICTURE_CACHE),
        ("saved", names::SAVED_CACHE),
    ]
}

fn messages() -> Table {
    vec![
        ("askBuild", names::ASK_BUILD),
        ("askKept", names::ASK_KEPT),
        ("takeOver", names::TAKE_OVER),
        ("keep", names::KEEP),
    ]
}

fn folders() -> Table {
    vec![("data", names::DATA_FOLDER), ("assets", names::ASSETS_FOLDER), ("media", names::MEDIA_FOLDER)]
}

/// The values as they stand in the record.
fn values(setting: Setting) -> Value {
    let value = |text: &&str| match text.parse::<u64>() {
        Ok(number) if setting.is_number() => json!(number),
        _ => json!(text),
    };
    setting.values().iter().map(value).collect()
}
