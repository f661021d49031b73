//! Asking a counter for the views of all articles: in what portions, how often, and when to give up. Who carries requests
//! is an [`HttpClient`], so that all of it can be tried without a network.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::Answers;
use crate::publish::progress::{Progress, Step};
use crate::views::counter::{Answer, Counter, Request};

/// So many requests are on their way at a time: a counter serves readers first.
const HANDS: usize = 4;

/// So often a request is sent again.
pub const RETRIES: usize = 2;

/// After so many failures with no success between them nobody asks on.
const ENOUGH: usize = 5;

/// Whoever carries requests to a counter.
pub trait HttpClient: Sync {
    /// Sends a request and brings the answer.
    ///
    /// # Errors
    /// What kept the answer from coming.
    fn send(&self, request: &Request) -> Result<Reply, CounterError>;

    /// Waits before a request is sent again; `retry` is 0 the first time, and less than [`RETRIES`].
    fn wait(&self, retry: usize);
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Where a redirect would lead.
    pub location: Option<String>,
    /// The body.
    pub body: String,
}

/// Why views could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CounterError {
    /// The counter could not be reached, or went silent.
    Network(String),
    /// It answered with a status that no counter answers with.
    Status(u16),
    /// It sent to another address, which is not followed: whose it is nobody has said.
    Redirect(String),
    /// It answered with more than anybody asked for.
    TooLong,
    /// It answered something that is no count.
    Strange,
}

impl fmt::Display for CounterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CounterError::Network(error) => write!(f, "it cannot be reached: {error}"),
            CounterError::Status(status) => write!(f, "it answers with status {status}"),
            CounterError::Redirect(url) => write!(f, "it leads on to {url}, which is not followed"),
            CounterError::TooLong => f.write_str("its answer has no end"),
            CounterError::Strange => f.write_str("its answer is not one of this kind of counter"),
        }
    }
}

impl CounterError {
    /// Whether it may be over in a moment.
    fn may_pass(&self) -> bool {
        matches!(self, CounterError::Network(_) | CounterError::Status(429 | 500..))
    }
}

/// What asking came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// All articles, those with nothing as well that could not be had.
    pub answers: Answers,
    /// What went wrong for the first article of those that something went wrong for.
    pub error: Option<CounterError>,
}

/// Asks for the views of articles by their paths. Never fails as a whole: what came is kept, whatever happens after it.
/// `counter` makes a counter for each of those who ask side by side.
pub fn ask(
    counter: &(dyn Fn() -> Box<dyn Counter> + Sync),
    paths: &[String],
    http: &dyn HttpClient,
    progress: &dyn Progress,
) -> Asked {
    let portions: Vec<&[String]> = paths.chunks(counter().most().max(1)).collect();
    progress.begin(Step::Counts, portions.len());
    let next = AtomicUsize::new(0);
    let failures = AtomicUsize::new(0);
    let came = Mutex::new(Vec::with_capacity(portions.len()));
    let work = || {
        let counter = counter();
        while failures.load(Ordering::Relaxed) < ENOUGH {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(portion) = portions.get(index) else { break };
            let outcome = portion_of(&*counter, portion, http);
            match outcome {
                Ok(_) => failures.store(0, Ordering::Relaxed),
                Err(_) => _ = failures.fetch_add(1, Ordering::Relaxed),
            }
            came.lock().unwrap_or_else(PoisonError::into_inner).push((index, outcome));
            progress.advance();
        }
    };
    thread::scope(|scope| {
        for _ in 1..HANDS.min(portions.len()) {
            // Where the system gives no more threads, those that are there do the work.
            let _ = thread::Builder::new().spawn_scoped(scope, work);
        }
        work();
    });
    let mut came = came.into_inner().unwrap_or_else(PoisonError::into_inner);
    came.sort_by_key(|(index, _)| *index);
    let mut asked = Asked { answers: paths.iter().map(|path| (path.clone(), None)).collect(), error: None };
    for (index, outcome) in came {
        let paths = portions.get(index).copied().unwrap_or_default();
        match outcome {
            Ok(counts) => asked.answers.extend(paths.iter().cloned().zip(counts)),
            Err(error) => _ = asked.error.get_or_insert(error),
        }
    }
    asked
}

/// Asks for some articles, again if that may help.
fn portion_of(
    counter: &dyn Counter,
    paths: &[String],
    http: &dyn HttpClient,
) -> Result<Vec<Option<u64>>, CounterError> {
    let request = counter.ask(paths);
    let mut retry = 0;
    loop {
        let outcome = http.send(&request).and_then(|reply| understood(counter, paths, reply));
        match outcome {
            Err(error) if error.may_pass() && retry < RETRIES => {
                http.wait(retry);
                retry += 1;
            }
            outcome => return outcome,
        }
    }
}

fn understood(counter: &dyn Counter, paths: &[String], reply: Reply) -> Result<Vec<Option<u64>>, CounterError> {
    let Reply { status, location, body } = reply;
    counter.counts(paths, Answer { status, body: &body }).ok_or(match (status, location) {
        (300..400, Some(url)) => CounterError::Redirect(url),
        (200..300, _) => CounterError::Strange,
        _ => CounterError::Status(status),
    })
}

#[cfg(test)]
mod tests;
