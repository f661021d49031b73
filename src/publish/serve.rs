//! A local CDN: serves a built site with the headers, redirects and error pages that a real one would.

mod live;
mod site;

use std::io;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

use crate::publish::address_table::AddressTable;
use crate::publish::headers::Header;
use crate::publish::serve::site::Site;
use crate::publish::urls::{Caching, HEADERS, REDIRECTS};
use crate::values::{percent_bytes, percent_decode};

/// A name in a file system has so many bytes at most, and a path so many.
const LONGEST_NAME: usize = 255;
const LONGEST_PATH: usize = 3_000;

/// The service for a built site.
///
/// # Errors
/// Where the folder is not a built site.
pub fn service(folder: &Path) -> io::Result<Router> {
    std::fs::metadata(folder)?;
    std::fs::metadata(folder.join("_headers"))
        .map_err(|_| io::Error::new(io::ErrorKind::NotFound, "it is no built site: it has no _headers"))?;
    let site = Site::new(folder);
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

/// Redirects come first; the headers of all answers and those of the path go onto every answer. Of a site that lies in
/// a folder, the host leads to its front page and has nothing else.
async fn like_a_cdn(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let table = site.table().await;
    let folder = table.folder.as_str();
    let file = path.strip_prefix(folder).filter(|file| file.starts_with('/')).map(str::to_owned);
    if let Some(file) = &file {
        *request.uri_mut() = within_site(request.uri(), file);
    }
    let mut response = match (table.redirect(&path, request.uri().query()), file.as_deref()) {
        (Some(to), _) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response(),
        (None, None) if matches!(path.as_str(), "/" | "") || path == folder => {
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, format!("{folder}/"))]).into_response()
        }
        (None, None) => StatusCode::NOT_FOUND.into_response(),
        (None, Some(file)) if is_hidden(file) || is_too_long(file) => {
            not_found(State(site.clone()), request.uri().clone()).await
        }
        (None, Some(_)) => in_folder(next.run(request).await, folder),
    };
    set_headers(&mut response, &table, &path);
    response
}

/// CDNs read these files and show them to nobody.
fn is_hidden(file: &str) -> bool {
    [HEADERS, REDIRECTS].contains(&percent_decode(file).as_str())
}

/// Whether no file system has such a file: it would say so by an error that is none of the server's.
fn is_too_long(file: &str) -> bool {
    let bytes = percent_bytes(file);
    bytes.len() > LONGEST_PATH || bytes.split(|byte| *byte == b'/').any(|name| name.len() > LONGEST_NAME)
}

/// Sets what the table says of an address. Types and times are those of files: what is not there may be there with the
/// next build, and the page that says so is a page.
fn set_headers(response: &mut Response, table: &AddressTable, path: &str) {
    let status = response.status();
    let headers = response.headers_mut();
    for Header { name, value } in &table.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    let caching = match status {
        StatusCode::NOT_FOUND => Some(Caching::Revalidate),
        status if status.is_success() || status == StatusCode::NOT_MODIFIED => table.caching(path),
        _ => None,
    };
    if let Some(caching) = caching {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching.header()));
    }
    if headers.contains_key(header::CONTENT_ENCODING) {
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    let is_file = status.is_success() && headers.contains_key(header::CONTENT_TYPE);
    let media_type = table.media_type(path).filter(|_| is_file).and_then(|kind| HeaderValue::try_from(kind).ok());
    if let Some(media_type) = media_type {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
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
        if let Ok(page) = tokio::fs::read(site.folder().join(folder).join("404.html")).await {
            let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
            return (StatusCode::NOT_FOUND, kind, Body::from(page)).into_response();
        }
    }
    StatusCode::NOT_FOUND.into_response()
}
