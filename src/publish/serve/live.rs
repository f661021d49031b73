//! Pages that load themselves anew when the site changes: for editors who look at what they write.
//!
//! Each page gets one script more, which listens to a stream of events. The policy of the pages allows both, since they
//! come from the site itself.

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, LAST_MODIFIED};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::Stream;
use futures::stream::unfold;

/// Where the script lies, and the stream of events.
const SCRIPT: &str = "/_live.js";
const EVENTS: &str = "/_live";

/// How often the site is looked at.
const PAUSE: Duration = Duration::from_millis(100);

/// A page is not larger; what is, goes out without the script.
const LARGEST: usize = 64 * 1024 * 1024;

/// Loads the page anew at every event that says another state of the site than the page is of. That stands in the address
/// of the script: the site may change between the page and the first event.
const SOURCE: &str = include_str!("live.js");

/// A site with the script on its pages.
pub fn reloading(site: Router, folder: &Path) -> Router {
    let folder: Arc<Path> = Arc::from(folder);
    site.layer(middleware::from_fn_with_state(folder.clone(), with_script))
        .route(SCRIPT, get(|| async { ([(CONTENT_TYPE, "text/javascript"), (CACHE_CONTROL, "no-cache")], SOURCE) }))
        .route(EVENTS, get(events).with_state(folder))
}

/// Adds the script to a page.
async fn with_script(State(folder): State<Arc<Path>>, mut request: Request, next: Next) -> Response {
    // A page that is sent compressed, or not at all because it has not changed, has no room for the script.
    request.headers_mut().remove(axum::http::header::ACCEPT_ENCODING);
    request.headers_mut().remove(axum::http::header::IF_NONE_MATCH);
    request.headers_mut().remove(axum::http::header::IF_MODIFIED_SINCE);
    // Before the page is read: one that is newer than that is loaded once more, none is left behind.
    let state = version(&folder).await.unwrap_or_default();
    let response = next.run(request).await;
    let is_page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else { return Response::from_parts(head, Body::empty()) };
    let tag = format!("<script type=\"module\" src=\"{SCRIPT}?{state}\"></script>\n</head>");
    let page = String::from_utf8_lossy(&bytes).replacen("</head>", &tag, 1);
    for stale in [CONTENT_LENGTH, ETAG, LAST_MODIFIED] {
        head.headers.remove(stale);
    }
    Response::from_parts(head, Body::from(page))
}

/// A stream that says which state the site is in, at first and after every change.
async fn events(State(folder): State<Arc<Path>>) -> Response {
    Sse::new(changes(folder)).keep_alive(KeepAlive::default()).into_response()
}

fn changes(folder: Arc<Path>) -> impl Stream<Item = Result<Event, Infallible>> {
    unfold((folder, None), |(folder, known)| async move {
        loop {
            let now = version(&folder).await;
            if now.is_some() && now != known {
                return Some((Ok(Event::default().data(now.clone().unwrap_or_default())), (folder, now)));
            }
            tokio::time::sleep(PAUSE).await;
        }
    })
}

/// What tells one state of a site from the next: a build that changed anything leaves its moment on the folder.
async fn version(folder: &Path) -> Option<String> {
    let changed = tokio::fs::metadata(folder).await.and_then(|folder| folder.modified());
    let since = changed.ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(since.as_nanos().to_string())
}
