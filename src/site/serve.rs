//! A local CDN: serves a built site with the headers, redirects and error pages that a real one would.

use std::collections::HashMap;
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

use crate::site::headers::Rules;

/// What is known of a site before it is served.
struct Site {
    folder: PathBuf,
    rules: Rules,
    /// Old paths and where they lead.
    redirects: HashMap<String, String>,
}

/// The service for a built site.
///
/// # Errors
/// Where the folder is not a built site.
pub fn service(folder: &Path) -> io::Result<Router> {
    let read = |name: &str| std::fs::read_to_string(folder.join(name));
    let site = Arc::new(Site {
        folder: folder.to_owned(),
        rules: Rules::parse(&read("_headers")?),
        redirects: redirects(&read("_redirects").unwrap_or_default()),
    });
    let missing = axum::routing::any(not_found).with_state(site.clone());
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().fallback(missing);
    Ok(Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(site, like_a_cdn))
        .layer(CompressionLayer::new()))
}

/// Serves a built site on this machine until the process ends.
///
/// # Errors
/// Where the folder is not a built site, or the port is taken.
pub async fn serve(folder: &Path, port: u16, ready: impl FnOnce(u16)) -> io::Result<()> {
    let service = service(folder)?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    ready(listener.local_addr()?.port());
    let interrupted = async {
        // Without a handler the signal ends the process by itself.
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, service).with_graceful_shutdown(interrupted).await
}

fn redirects(text: &str) -> HashMap<String, String> {
    let rule = |line: &str| {
        let mut parts = line.split_ascii_whitespace();
        Some((parts.next()?.to_owned(), parts.next()?.to_owned()))
    };
    text.lines().filter_map(rule).collect()
}

/// Redirects come first; the headers of all rules that match go onto every answer.
async fn like_a_cdn(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = match site.redirects.get(&path) {
        Some(to) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to.as_str())]).into_response(),
        // CDNs read these files and show them to nobody.
        None if matches!(path.as_str(), "/_headers" | "/_redirects") => {
            not_found(State(site.clone()), request.uri().clone()).await
        }
        None => next.run(request).await,
    };
    for (name, value) in site.rules.of(&path) {
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

/// The page for unknown addresses: the nearest `404.html` above the path, so that each language has its own.
async fn not_found(State(site): State<Arc<Site>>, uri: Uri) -> Response {
    let parts: Vec<&str> = uri.path().split('/').filter(|part| !part.is_empty() && *part != "..").collect();
    for depth in (0..=parts.len()).rev() {
        let folder: PathBuf = parts.iter().take(depth).collect();
        if let Ok(page) = tokio::fs::read(site.folder.join(folder).join("404.html")).await {
            let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
            return (StatusCode::NOT_FOUND, kind, Body::from(page)).into_response();
        }
    }
    StatusCode::NOT_FOUND.into_response()
}
