//! Carries requests to a counter over HTTP.

use std::time::Duration;

use ureq::http::header::LOCATION;
use ureq::{Agent, Error};

use super::ask::{CounterError, HttpClient, RETRIES, Reply};
use crate::publish::config::is_this_machine;
use crate::views::counter::Request;

/// How long a request may take with all of its answer.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The longest answer that is read, in bytes. Those of counters have a few thousand.
const LONGEST: u64 = 1024 * 1024;

/// A client that keeps its connections, and nothing that it is told: it has no cookies and follows no redirects.
#[derive(Debug)]
pub struct Http {
    agent: Agent,
    pauses: [Duration; RETRIES],
}

impl Http {
    /// A client that waits so long before it sends a request again.
    pub fn new(pauses: [Duration; RETRIES]) -> Http {
        let config = Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(concat!("habarshy/", env!("CARGO_PKG_VERSION")));
        Http { agent: config.build().new_agent(), pauses }
    }
}

impl Default for Http {
    /// With pauses after which a service that was started anew may be there.
    fn default() -> Self {
        Http::new([Duration::from_secs(1), Duration::from_secs(4)])
    }
}

impl HttpClient for Http {
    fn send(&self, request: &Request) -> Result<Reply, CounterError> {
        let get = self.agent.get(&request.url);
        let is_here = request.url.split_once("://").is_some_and(|(_, rest)| is_this_machine(rest));
        // What the environment names as the way out leads elsewhere.
        let get = if is_here { get.config().proxy(None).build() } else { get };
        let mut response = get.call().map_err(counter_error)?;
        let location = response.headers().get(LOCATION).and_then(|url| url.to_str().ok()).map(str::to_owned);
        let body = response.body_mut().with_config().limit(LONGEST).read_to_vec().map_err(counter_error)?;
        // What is not UTF-8 is no count; the counter will say so.
        let body = String::from_utf8_lossy(&body).into_owned();
        Ok(Reply { status: response.status().as_u16(), location, body })
    }

    fn wait(&self, retry: usize) {
        std::thread::sleep(self.pauses.get(retry).copied().unwrap_or_default());
    }
}

fn counter_error(error: Error) -> CounterError {
    match error {
        Error::BodyExceedsLimit(_) => CounterError::TooLong,
        Error::Io(error) => CounterError::Network(error.to_string()),
        error => CounterError::Network(error.to_string()),
    }
}
