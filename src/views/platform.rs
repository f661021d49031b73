//! What counting needs of the device that it runs on.

use super::Readership;
use super::counter::Request;

/// A browser's tab, or the tests' picture of one.
///
/// Futures need not be `Send`: there is one thread.
#[expect(async_fn_in_trait, reason = "nobody spawns these on another thread")]
pub trait Platform {
    /// A name held by one tab at a time; dropped, it is free again.
    type Held;

    /// Milliseconds since 1970: may be wrong, and may jump.
    fn now(&self) -> i64;

    /// A number that is not given twice.
    fn nonce(&self) -> u64;

    /// Whether an article stands at a path of this paper: storage is that of the host, which may have several papers.
    fn has_article(&self, path: &str) -> bool;

    /// Reads a value that all tabs share. Storage may be refused: then there is none.
    fn get(&self, key: &str) -> Option<String>;

    /// Keeps a value that all tabs share; `false` where that is refused, or there is no room.
    fn set(&self, key: &str, value: &str) -> bool;

    /// Forgets a value.
    fn remove(&self, key: &str);

    /// The names of all values that begin so, in order.
    fn keys(&self, prefix: &str) -> Vec<String>;

    /// Waits until no other tab holds the name. None where the browser cannot say.
    async fn hold(&self, name: &str) -> Option<Self::Held>;

    /// Waits so many milliseconds.
    async fn pause(&self, milliseconds: u32);

    /// Sends a request without cookies; gives status and body, or nothing where nobody answered in time.
    async fn fetch(&self, request: &Request) -> Option<(u16, String)>;

    /// Changes what is shown.
    fn change(&self, change: impl FnOnce(&mut Readership));
}
