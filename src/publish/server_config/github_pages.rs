//! GitHub Pages: it reads no configuration but one file that says that the site is made already.

use super::{BuiltSite, ServerConfig};
use crate::publish::limits::Warning;

/// What is not possible there, and what to do instead.
pub fn write(site: &BuiltSite) -> ServerConfig {
    let mut warnings = vec![Warning {
        message: "github-pages reads no headers: every file is kept for ten minutes, and pages have the policy that stands in \
                  them but no `frame-ancestors`"
            .to_owned(),
        help: "nothing need be done; a paper that is published often is fresher on another host".to_owned(),
    }];
    let redirects = site.table.redirects();
    if !redirects.is_empty() {
        warnings.push(Warning {
            message: format!(
                "github-pages knows no redirects: {} old addresses lead on by small pages",
                redirects.len()
            ),
            help: "nothing need be done, but programs that read no pages stop there; choose another host for them"
                .to_owned(),
        });
    }
    if !site.languages.is_empty() {
        warnings.push(Warning {
            message: "github-pages has one page for unknown addresses: that of the language at the root".to_owned(),
            help: "nothing need be done, or choose another host".to_owned(),
        });
    }
    // Without it files of names that begin with `_` are left out where the site lies in a branch.
    ServerConfig { files: vec![(".nojekyll", String::new())], warnings }
}
