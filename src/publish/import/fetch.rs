//! Fetches pictures and files of the old site.

use std::io::{Read, Write};
use std::time::Duration;

use ammonia::Url;
use ureq::Agent;
use ureq::http::header::LOCATION;

use super::links::OldSite;
use crate::publish::config::is_this_machine;

/// How long a file may take.
const TIMEOUT: Duration = Duration::from_secs(60);

/// The largest file that is fetched, in bytes.
pub const LARGEST: u64 = 200 * 1024 * 1024;

/// How many redirects are followed.
const REDIRECTS: usize = 3;

/// Who fetches files.
pub trait MediaClient {
    /// Writes the file at a URL of the old site to `out`.
    ///
    /// # Errors
    /// Why it cannot be had, in a few words.
    fn fetch(&self, site: &OldSite, url: &str, out: &mut dyn Write) -> Result<(), String>;
}

/// Fetches over HTTP, from the old site alone.
#[derive(Debug)]
pub struct Http {
    agent: Agent,
}

impl Default for Http {
    fn default() -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(concat!("habarshy/", env!("CARGO_PKG_VERSION")));
        Http { agent: config.build().new_agent() }
    }
}

impl MediaClient for Http {
    fn fetch(&self, site: &OldSite, url: &str, out: &mut dyn Write) -> Result<(), String> {
        let mut url = Url::parse(url).map_err(|error| error.to_string())?;
        for _ in 0..=REDIRECTS {
            // A redirect to another host could lead into the network of this machine.
            if !site.is_own(&url) {
                return Err(format!("it leads to another site, {url}"));
            }
            let get = self.agent.get(url.as_str());
            let is_here = url.as_str().split_once("://").is_some_and(|(_, rest)| is_this_machine(rest));
            let get = if is_here { get.config().proxy(None).build() } else { get };
            let mut response = get.call().map_err(|error| error.to_string())?;
            let status = response.status();
            if status.is_redirection() {
                let location = response.headers().get(LOCATION).and_then(|to| to.to_str().ok());
                let to = location.and_then(|to| url.join(to).ok());
                url = to.ok_or_else(|| format!("status {status} without an address"))?;
                continue;
            }
            if !status.is_success() {
                return Err(format!("status {}", status.as_u16()));
            }
            let body = response.body_mut().with_config().limit(LARGEST).reader();
            return copy(body, out);
        }
        Err("it leads on and on".to_owned())
    }
}

fn copy(mut body: impl Read, out: &mut dyn Write) -> Result<(), String> {
    std::io::copy(&mut body, out).map(drop).map_err(|error| error.to_string())
}
