//! `[deploy]` of `site.toml`: where the site is published.

use crate::publish::keys::{Keys, Spanned};
use crate::publish::nearest::nearest;
use crate::publish::reporter::Reporter;

/// What serves the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// Cloudflare Pages.
    CloudflarePages,
    /// Netlify.
    Netlify,
    /// GitHub Pages.
    GithubPages,
    /// A server of the newsroom's own: it has no limits that the build could know.
    #[default]
    Server,
}

impl Host {
    /// All hosts.
    pub const ALL: [Host; 4] = [Host::CloudflarePages, Host::Netlify, Host::GithubPages, Host::Server];

    /// Its name in `site.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Host::CloudflarePages => "cloudflare-pages",
            Host::Netlify => "netlify",
            Host::GithubPages => "github-pages",
            Host::Server => "server",
        }
    }
}

/// Reads the table.
pub fn read(keys: &mut Keys<'_>, reporter: &mut Reporter) -> Host {
    let Some(mut table) = keys.table("deploy", reporter) else { return Host::default() };
    let mut host = Host::default();
    if let Some(Spanned { value, span }) = table.text("host", reporter) {
        let names = Host::ALL.map(Host::name);
        match Host::ALL.into_iter().find(|host| host.name() == value) {
            Some(named) => host = named,
            None => {
                let help = match nearest(&value.to_lowercase(), names) {
                    Some(name) => format!("did you mean `host = \"{name}\"`?"),
                    None => format!("write one of {}", names.map(|name| format!("\"{name}\"")).join(", ")),
                };
                reporter.at(span, format!("unknown host \"{value}\""), help);
            }
        }
    }
    table.finish(reporter);
    host
}
