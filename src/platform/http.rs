//! Requests, by gloo-net.

use std::time::Duration;

use futures::future::{Either, select};
use gloo_net::http::{Request, Response};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsValue;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestInit, UrlSearchParams};

use super::response::{self, Body};
use super::window;
use crate::views::counter;

/// An answer, of whatever status.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub text: String,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HttpError {
    /// The device has no network.
    Offline,
    /// It took too long.
    TimedOut,
    /// The request failed, or the answer was cut: what the browser says of it.
    Failed(String),
}

/// Which answers will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CachePolicy {
    /// Those that the browser keeps, as long as the site's headers allow.
    Default,
    /// The same, with a low priority: nobody has asked for it yet.
    Prefetch,
    /// Those that the browser keeps, if the site says that they are as they were.
    Revalidate,
    /// Only what the site says now: a kept answer may be the broken one that the reader wants to be rid of.
    Reload,
}

/// Gets a path of this site, all of it within the time. To abort the request, drop the future.
pub async fn get(path: &str, policy: CachePolicy, timeout: Duration) -> Result<Answer, HttpError> {
    send(path, &init_of(policy), timeout, read_text).await
}

/// Gets a file of this site with its bytes, all of it within the time.
pub async fn get_file(
    path: &str,
    policy: CachePolicy,
    timeout: Duration,
) -> Result<(response::Response, Body), HttpError> {
    send(path, &init_of(policy), timeout, read_body).await
}

/// Asks for a path of this site without its body, with a low priority.
pub async fn head(path: &str, timeout: Duration) -> Result<response::Response, HttpError> {
    let init = init_of(CachePolicy::Prefetch);
    init.set_method("HEAD");
    send(path, &init, timeout, read_body).await.map(|(response, _)| response)
}

fn init_of(policy: CachePolicy) -> RequestInit {
    let init = RequestInit::new();
    match policy {
        CachePolicy::Default => {}
        CachePolicy::Prefetch => set(&init, "priority", &"low".into()),
        CachePolicy::Revalidate => init.set_cache(RequestCache::NoCache),
        CachePolicy::Reload => init.set_cache(RequestCache::Reload),
    }
    init
}

/// Sends a request to a view counter: without cookies, and to its end even if the page is closed meanwhile.
pub async fn send_to_counter(request: &counter::Request, timeout: Duration) -> Result<Answer, HttpError> {
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    set(&init, "keepalive", &true.into());
    if let Some(form) = &request.form
        && let Ok(body) = UrlSearchParams::new_with_str(form)
    {
        init.set_method("POST");
        init.set_body(&body);
    }
    send(&request.url, &init, timeout, read_text).await
}

/// A member that web-sys has no setter for: gloo-net's builder has none for it either.
fn set(init: &RequestInit, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(init, &name.into(), value);
}

/// Aborts its request when it is dropped; one that has ended is not changed by that.
struct AbortOnDrop(Option<AbortController>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

async fn read_text(response: Response) -> Result<Answer, HttpError> {
    let text = response.text().await.map_err(failed)?;
    Ok(Answer { status: response.status(), text })
}

async fn read_body(response: Response) -> Result<(response::Response, Body), HttpError> {
    let response = response::Response(response.into());
    let body = response.body().await.ok_or_else(|| HttpError::Failed("the answer was cut".to_owned()))?;
    Ok((response, body))
}

fn failed(error: gloo_net::Error) -> HttpError {
    HttpError::Failed(error.to_string())
}

async fn send<T>(
    url: &str,
    init: &RequestInit,
    timeout: Duration,
    read: impl AsyncFnOnce(Response) -> Result<T, HttpError>,
) -> Result<T, HttpError> {
    let abort = AbortOnDrop(AbortController::new().ok());
    init.set_signal(abort.0.as_ref().map(AbortController::signal).as_ref());
    let request = web_sys::Request::new_with_str_and_init(url, init);
    let request = request.map_err(|_| HttpError::Failed("the browser refuses the address".to_owned()))?;
    let answer = async {
        let response = Request::from(request).send().await.map_err(failed)?;
        read(response).await
    };
    let timeout = TimeoutFuture::new(timeout.as_millis().try_into().unwrap_or(u32::MAX));
    match select(std::pin::pin!(answer), timeout).await {
        Either::Left((Ok(answer), _)) => Ok(answer),
        Either::Left((Err(_), _)) if !is_online() => Err(HttpError::Offline),
        Either::Left((Err(error), _)) => Err(error),
        Either::Right(_) => Err(HttpError::TimedOut),
    }
}

/// Whether the device has a network at all.
pub fn is_online() -> bool {
    window().navigator().on_line()
}
