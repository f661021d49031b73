//! Services that add up the views of all readers.
//!
//! A [`Counter`] speaks a service's language and does nothing else: it says what to send and understands what comes back.
//! Who sends it, the browser or the native command, is the caller's affair, and so is when, how often and what happens if
//! nobody answers. So another service is one file.

mod goatcounter;
#[cfg(feature = "ssr")]
mod memory;
mod waline;

pub use goatcounter::GoatCounter;
#[cfg(feature = "ssr")]
pub use memory::Memory;
pub use waline::Waline;

use serde::de::DeserializeOwned;

use crate::model::{Service, SharedCounter};

/// The greatest count that is believed: no article of a newspaper was read by a billion. What is greater is a fault of the
/// service, or worse.
pub const GREATEST: u64 = 999_999_999;

/// A view to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The article's path: lower-case letters, digits, hyphens and slashes.
    pub path: &'a str,
    /// Its headline; empty where it is not known any more.
    pub title: &'a str,
    /// A number that no other request of this browser has, against caches on the way.
    pub nonce: u64,
}

/// What to ask of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The absolute URL.
    pub url: String,
    /// Posted as `application/x-www-form-urlencoded`, which needs no permission of the service beforehand; none for `GET`.
    pub form: Option<String>,
}

/// What a service answered, of whatever status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: &'a str,
}

/// What became of a view that was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// It is counted.
    Counted,
    /// The service will never take this one: asking again would be in vain.
    Refused,
    /// It did not work this time.
    Failed,
}

/// A service that adds up views.
pub trait Counter {
    /// The request that counts a view.
    fn report(&self, hit: Hit<'_>) -> Request;

    /// What the answer to [`Counter::report`] means.
    fn receipt(&self, answer: Answer<'_>) -> Receipt;

    /// Whether counts may be older than what the service was told already, so that a smaller one is no news.
    fn is_behind(&self) -> bool {
        false
    }

    /// Of how many articles one request can tell the counts.
    fn most(&self) -> usize;

    /// The request for the counts of articles by their paths, not more than [`Counter::most`].
    fn ask(&self, paths: &[String]) -> Request;

    /// The counts in the order in which they were asked for; none where the answer is not one. A count that cannot be
    /// believed is none by itself.
    fn counts(&self, paths: &[String], answer: Answer<'_>) -> Option<Vec<Option<u64>>>;
}

/// The counter that a paper has chosen.
pub fn counter(chosen: &SharedCounter) -> Box<dyn Counter> {
    let endpoint = chosen.endpoint.clone();
    match chosen.service {
        Service::Waline => Box::new(Waline::new(endpoint)),
        Service::GoatCounter => Box::new(GoatCounter::new(endpoint)),
    }
}

impl Answer<'_> {
    fn is_good(self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The receipt for an answer that is not a good one. What the service says of the view itself will not change; all
    /// else may: a service that is being set up answers 403 or 404 to everything.
    fn failure(self) -> Receipt {
        if matches!(self.status, 400 | 413 | 414 | 422) { Receipt::Refused } else { Receipt::Failed }
    }

    /// The body as JSON, of a good answer.
    fn json<T: DeserializeOwned>(self) -> Option<T> {
        if self.is_good() { serde_json::from_str(self.body).ok() } else { None }
    }
}

/// A count that can be believed.
fn believed(count: Option<u64>) -> Option<u64> {
    count.filter(|count| *count <= GREATEST)
}

#[cfg(test)]
mod tests;
