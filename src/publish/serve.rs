//! A local CDN: serves a built site with the headers, redirects and error pages that a real one would.

mod live;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

use crate::publish::headers::Rules;
use crate::values::percent_decode;

/// A built site. What its rules are is read anew for each request: a build may have taken its place since the last.
#[derive(Clone)]
struct Site(Arc<Path>);

impl Site {
    async fn read(&self, name: &str) -> String {
        tokio::fs::read_to_string(self.0.join(name)).await.unwrap_or_default()
    }
}

/// The service for a built site.
///
/// # Errors
/// Where the folder is not a built site.
pub fn service(folder: &Path) -> io::Result<Router> {
    std::fs::metadata(folder)?;
    std::fs::metadata(folder.join("_headers"))
        .map_err(|_| io::Error::new(io::ErrorKind::NotFound, "it is no built site: it has no _headers"))?;
    let site = Site(Arc::from(folder));
    let missing = axum::routing::any(not_found).with_state(site.clone());
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().fallback(missing);
    Ok(Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(site, like_a_cdn))
        .layer(CompressionLayer::new()))
}

/// Serves a built site on this machine until the process ends. `live` pages load themselves anew when the site changes.
///
/// # Errors
/// Where the folder is not a built site, or the port is taken.
pub async fn serve(folder: &Path, port: u16, live: bool, ready: impl FnOnce(u16)) -> io::Result<()> {
    let service = service(folder)?;
    let service = if live { live::reloading(service, folder) } else { service };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    ready(listener.local_addr()?.port());
    let interrupted = async {
        // Without a handler the signal ends the process by itself.
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, service).with_graceful_shutdown(interrupted).await
}

/// Where a path leads by a `_redirects` file.
fn redirect<'a>(rules: &'a str, path: &str) -> Option<&'a str> {
    let path = percent_decode(path);
    rules.lines().find_map(|line| {
        let mut parts = line.split_ascii_whitespace();
        (percent_decode(parts.next()?) == path).then(|| parts.next()).flatten()
    })
}

/// Redirects come first; the headers of all rules that match go onto every answer. Of a site that lies in a folder, the host
/// leads to its front page and has nothing else.
async fn like_a_cdn(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let redirects = site.read("_redirects").await;
    let rules = Rules::parse(&site.read("_headers").await);
    let file = path.strip_prefix(rules.folder()).filter(|file| file.starts_with('/')).map(str::to_owned);
    if let Some(file) = &file {
        *request.uri_mut() = within_site(request.uri(), file);
    }
    let mut response = match (redirect(&redirects, &path), file.as_deref()) {
        (Some(to), _) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response(),
        (None, None) if matches!(path.as_str(), "/" | "") || path == rules.folder() => {
            let front = format!("{}/", rules.folder());
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, front)]).into_response()
        }
        (None, None) => StatusCode::NOT_FOUND.into_response(),
        // CDNs read these files and show them to nobody.
        (None, Some("/_headers" | "/_redirects")) => not_found(State(site.clone()), request.uri().clone()).await,
        (None, Some(_)) => in_folder(next.run(request).await, rules.folder()),
    };
    let is_file = !response.status().is_client_error() && !response.status().is_redirection();
    for (name, value) in rules.of(&path) {
        if name.eq_ignore_ascii_case("content-type") && !is_file {
            // The rule is about the file, not about the page that says there is none.
            continue;
        }
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    if response.status() == StatusCode::NOT_FOUND {
        // What is not there may be there with the next build.
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    response
}

/// The address of a file within the site, with the query that was asked with.
fn within_site(asked: &Uri, file: &str) -> Uri {
    let query = asked.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{file}{query}").parse().unwrap_or_else(|_| asked.clone())
}

/// Where the server leads from one file of the site to another, it knows nothing of the folder.
fn in_folder(mut response: Response, folder: &str) -> Response {
    let location = response.headers().get(header::LOCATION).and_then(|location| location.to_str().ok());
    let location = location.filter(|location| location.starts_with('/'));
    if let Some(location) = location.and_then(|location| HeaderValue::try_from(format!("{folder}{location}")).ok()) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// The page for unknown addresses: the nearest `404.html` above the path, so that each language has its own.
async fn not_found(State(site): State<Site>, uri: Uri) -> Response {
    let parts: Vec<&str> = uri.path().split('/').filter(|part| !part.is_empty() && *part != "..").collect();
    for depth in (0..=parts.len()).rev() {
        let folder: PathBuf = parts.iter().take(depth).collect();
        if let Ok(page) = tokio::fs::read(site.0.join(folder).join("404.html")).await {
            let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
            return (StatusCode::NOT_FOUND, kind, Body::from(page)).into_response();
        }
    }
    StatusCode::NOT_FOUND.into_response()
}
