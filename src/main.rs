//! The browser's entry.

/// Half as large as the one that comes with Rust, and as fast for the small things that a page is made of.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    habarshy::client::start();
}
