//! The browser's entry.

fn main() {
    habarshy::client::start();
}
