//! The keys of all that is kept in `localStorage` and `sessionStorage`. What stands under each is in `docs/contract.md`; a
//! reader comes back with what an earlier version has stored.

/// The reader's own views.
pub const OWN_VIEWS: &str = "habarshy:views";

/// The shared counter's views.
pub const SHARED_VIEWS: &str = "habarshy:shared";

/// What the keys of views begin with that the shared counter has not been told yet. Each has a key of its own, because two
/// tabs that write one value at the same time lose what one of them wrote.
pub const OUTBOX: &str = "habarshy:hit:";

/// The view that is being told: the service may have counted it already.
pub const SENDING: &str = "habarshy:telling";

/// Who sends, in a browser that has no locks.
pub const SENDER_LEASE: &str = "habarshy:lease";

/// The backoff for a service that is told of views.
pub const REPORT_BACKOFF: &str = "habarshy:told";

/// The backoff for a service that is asked for views: some do the one and not the other.
pub const POLLING_BACKOFF: &str = "habarshy:asked";

/// What the reader chose of the paper's look.
pub const SETTINGS: &str = "habarshy:settings";

/// Where the reader is in long articles.
pub const READING_POSITIONS: &str = "habarshy:places";

/// What was searched for.
pub const RECENT_SEARCHES: &str = "habarshy:search";

/// Of the tab: what a search showed last.
pub const SEARCH_RESULTS: &str = "habarshy:found";

/// The last attempt that failed to bring a saved article up to a newer build.
pub const FAILED_RENEWAL: &str = "habarshy:renewal";

/// Of the tab: the bytes that were prefetched.
pub const PREFETCHED_BYTES: &str = "habarshy:ahead";

/// Of the tab: where the reader was on entries of the history.
pub const SCROLL_POSITIONS: &str = "habarshy:scroll";

/// Of the tab: how the client has failed, which the loader keeps.
pub const CLIENT_FAILURES: &str = "habarshy:failed";
