//! `base_url` of `site.toml`: where the site will stand.

use crate::publish::keys::{Keys, Spanned};
use crate::publish::reporter::Reporter;
use crate::publish::translit::slugify;

/// Scheme, host and port, and the folder in which the site lies, if any.
pub fn read(keys: &mut Keys<'_>, reporter: &mut Reporter) -> String {
    let Some(Spanned { value, span }) = keys.required_text("base_url", reporter) else { return String::new() };
    let lower = value.to_lowercase();
    let (scheme, rest) = match (lower.strip_prefix("https://"), lower.strip_prefix("http://")) {
        (Some(rest), _) => ("https", rest),
        (None, Some(rest)) => ("http", rest),
        // Without a scheme, or with a strange one.
        (None, None) => ("https", lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest)),
    };
    let address = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, folder) = address.split_once('/').unwrap_or((address, ""));
    // A view is counted under the path of its article, which has these letters alone.
    let names = folder.split('/').filter(|name| !name.is_empty());
    let folder: Vec<String> = names.filter_map(slugify).map(|name| name.to_string()).collect();
    let origin = [vec![format!("{scheme}://{host}")], folder.clone()].concat().join("/");
    if origin == value && is_host(host) {
        return value;
    }
    // What the folder is called is the host's affair: without it, or under another name, nothing is found.
    let is_renamed = !folder.is_empty() && !value.contains(&format!("/{}", folder.join("/")));
    let help = match is_host(host) {
        true if is_renamed => format!(
            "the folder may have lower-case Latin letters, digits and hyphens in its name: rename it where the site lies (on \
             GitHub Pages the repository), and write `base_url = \"{origin}\"`"
        ),
        true => format!(
            "write scheme, host and perhaps a folder of lower-case Latin letters, digits and hyphens: \
             `base_url = \"{origin}\"`"
        ),
        false if !host.is_ascii() => "write the host in its ASCII form, which begins with xn--".to_owned(),
        false => "write scheme and host: `base_url = \"https://news.example\"`".to_owned(),
    };
    reporter.at(span, format!("`base_url` is \"{value}\", which is not the URL of a site"), help);
    origin
}

/// Whether a text is a host name with or without a port.
pub fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, "80"));
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    name.len() <= 253 && name.split('.').all(label) && port.parse::<u16>().is_ok_and(|port| port > 0)
}
