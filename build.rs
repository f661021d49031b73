//! Has the linker of the client note what refers to what: the splitter of chunks goes by that.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_wasm = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if is_wasm && std::env::var_os("CARGO_FEATURE_HYDRATE").is_some() {
        println!("cargo::rustc-link-arg-bin=client=--emit-relocs");
    }
}
