//! What the scripts share with Rust is spelled as Rust has it.

use std::fs;

use habarshy::publish::script_constants::{PATH, script};

#[test]
fn the_constants_of_the_scripts_are_those_of_rust() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(PATH);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, script()).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        script(),
        "UPDATE=1 cargo test --test native constants writes {PATH}"
    );
}
