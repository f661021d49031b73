//! Lets the linker of the client keep its notes of what refers to what: `tools/shrink.mjs` reads them.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Trunk compiles for no other target, and nothing else does for this one.
    let is_client = env::var("TARGET").is_ok_and(|target| target == "wasm32-unknown-unknown");
    if is_client && env::var_os("CARGO_FEATURE_HYDRATE").is_some() {
        println!("cargo::rustc-link-arg-bin=client=--emit-relocs");
    }
}
