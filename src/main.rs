//! The browser's entry.

/// Half as large as the one that comes with Rust, and as fast for the small things that a page is made of.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    // The console names a panic and its place. Published clients keep their messages, but nobody is there to read them.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    habarshy::client::start();
}
