//! Fetching.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestInit, Response, UrlSearchParams};

use super::clock::Timer;
use super::window;
use crate::readership::counter;

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
    /// The same, and there is no hurry: nobody has asked for it yet.
    Ahead,
    /// Only what the site says now: a kept answer may be the broken one that the reader wants to be rid of.
    Asked,
}

/// Gets a path of this site, all of it within so many milliseconds.
pub async fn get(path: &str, freshness: Freshness, patience: u32, abort: &Abort) -> Result<Answer, Fault> {
    let init = RequestInit::new();
    match freshness {
        Freshness::Kept => {}
        Freshness::Asked => init.set_cache(RequestCache::Reload),
        Freshness::Ahead => also(&init, "priority", &"low".into()),
    }
    fetch(path, init, patience, abort).await
}

/// Sends a request to a service: without cookies, and to its end even if the page is closed meanwhile.
pub async fn tell(request: &counter::Request, patience: u32, abort: &Abort) -> Result<Answer, Fault> {
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    also(&init, "keepalive", &true.into());
    if let Some(form) = &request.form
        && let Ok(body) = UrlSearchParams::new_with_str(form)
    {
        init.set_method("POST");
        init.set_body(&body);
    }
    fetch(&request.url, init, patience, abort).await
}

/// A member that has no setter yet.
fn also(init: &RequestInit, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(init, &name.into(), value);
}

async fn fetch(url: &str, init: RequestInit, patience: u32, abort: &Abort) -> Result<Answer, Fault> {
    let timed_out = Rc::new(Cell::new(false));
    let timer = {
        let (timed_out, abort) = (timed_out.clone(), abort.clone());
        Timer::after(patience, move || {
            timed_out.set(true);
            abort.stop();
        })
    };
    init.set_signal(abort.controller.as_ref().map(AbortController::signal).as_ref());
    let answer = async {
        let response: Response = JsFuture::from(window().fetch_with_str_and_init(url, &init)).await?.unchecked_into();
        let text = JsFuture::from(response.text()?).await?;
        Ok::<_, JsValue>(Answer { status: response.status(), text: text.as_string().unwrap_or_default() })
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
