//! Cloudflare Pages: the two files that it reads, within its limits.

use super::{BuiltSite, ServerConfig, left_out};
use crate::publish::config::Host;
use crate::publish::limits;
use crate::publish::redirects::{Redirect, redirects_file};

/// Writes the configuration: redirects of the newest articles, as many as are taken.
pub fn write(site: &BuiltSite) -> ServerConfig {
    let (most, longest) = limits::redirects(Host::CloudflarePages);
    let (plain, with_query): (Vec<&Redirect>, Vec<&Redirect>) =
        site.table.redirects().iter().partition(|redirect| redirect.query().is_none());
    let fits = |redirect: &&Redirect| redirects_file([*redirect]).trim_end().chars().count() <= longest;
    let taken = plain.into_iter().filter(fits).take(most);
    let warning = left_out(&with_query, "this host does not look at the query of a request");
    ServerConfig {
        files: vec![("_headers", site.table.headers_file()), ("_redirects", redirects_file(taken))],
        warnings: warning.into_iter().collect(),
    }
}
