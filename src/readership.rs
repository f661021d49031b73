//! How often articles are read, counted in the reader's browser.
//!
//! The rule and the ledger are pure; [`watch`] (client only) applies them to a page that is open.

mod ledger;
#[cfg(feature = "hydrate")]
pub mod watch;

pub use ledger::Ledger;
