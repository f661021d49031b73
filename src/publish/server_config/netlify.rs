//! Netlify: the two files that it reads.

use super::{BuiltSite, ServerConfig};
use crate::publish::redirects::{Redirect, key, rule};

/// Writes the configuration. Redirects come before the files that lie there, and languages have their pages for unknown
/// addresses.
pub fn write(site: &BuiltSite) -> ServerConfig {
    let mut redirects: String =
        site.table.redirects().iter().map(|redirect| rule(redirect, status(redirect))).collect();
    for lang in &site.languages {
        let folder = site.at(&format!("/{lang}/"));
        redirects.push_str(&format!("{folder}* {folder}404.html 404\n"));
    }
    ServerConfig {
        files: vec![("_headers", site.table.headers_file()), ("_redirects", redirects)],
        ..Default::default()
    }
}

/// The exclamation mark lets a redirect win over the small page that lies there. This host does not tell capitals: an
/// address that leads to itself in other letters would do so for ever.
fn status(redirect: &Redirect) -> &'static str {
    let lower = |path: &str| String::from_utf8_lossy(&key(path)).to_lowercase();
    if lower(redirect.path()) == lower(&redirect.to) { "301" } else { "301!" }
}
