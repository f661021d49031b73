//! Fetching.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::Request;
use web_sys::{AbortController, RequestCache};

use super::clock::Timer;
use super::window;

/// Ends a request that nobody waits for any more.
#[derive(Clone)]
pub struct Abort {
    aborted: Rc<Cell<bool>>,
    controller: Option<AbortController>,
}

impl Default for Abort {
    fn default() -> Self {
        Abort::new()
    }
}

impl Abort {
    /// For one navigation.
    pub fn new() -> Abort {
        Abort { aborted: Rc::default(), controller: AbortController::new().ok() }
    }

    /// Ends what is under way.
    pub fn abort(&self) {
        self.aborted.set(true);
        self.stop();
    }

    fn stop(&self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// An answer, of whatever status.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub text: String,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// [`Abort::abort`] was called.
    Aborted,
    /// It took too long.
    TimedOut,
    /// The network failed, or the answer was cut.
    Failed,
}

/// Which answers will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Those that the browser keeps, as long as the site's headers allow.
    Kept,
    /// Only what the site says now: a kept answer may be the broken one that the reader wants to be rid of.
    Asked,
}

/// Gets a path of this site, all of it within so many milliseconds.
pub async fn get(path: &str, freshness: Freshness, patience: u32, abort: &Abort) -> Result<Answer, Fault> {
    let timed_out = Rc::new(Cell::new(false));
    let timer = {
        let (timed_out, abort) = (timed_out.clone(), abort.clone());
        Timer::after(patience, move || {
            timed_out.set(true);
            abort.stop();
        })
    };
    let signal = abort.controller.as_ref().map(AbortController::signal);
    let cache = match freshness {
        Freshness::Kept => RequestCache::Default,
        Freshness::Asked => RequestCache::Reload,
    };
    let request = Request::get(path).cache(cache).abort_signal(signal.as_ref());
    let answer = async {
        let response = request.send().await?;
        Ok::<_, gloo_net::Error>(Answer { status: response.status(), text: response.text().await? })
    }
    .await;
    drop(timer);
    answer.map_err(|_| match (abort.aborted.get(), timed_out.get()) {
        (true, _) => Fault::Aborted,
        (_, true) => Fault::TimedOut,
        _ => Fault::Failed,
    })
}

/// Whether the device has a network at all.
pub fn online() -> bool {
    window().navigator().on_line()
}
