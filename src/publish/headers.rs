//! The headers of a site, and the form of `_headers`, in which CDNs read them.
//!
//! The form is that of Cloudflare Pages and Netlify: a path, in which `*` stands for anything, then its headers, indented.
//! The rules for `Cache-Control` do not overlap, because the two join or override the values of several rules.

use std::borrow::Cow;

use crate::model::SharedCounter;
use crate::publish::urls::{Caching, UrlRule};

/// What stands within every page and is allowed by the hash of its bytes, to the letter: anything else within a page is not.
#[derive(Clone, Debug)]
pub struct Inline {
    /// The hashes of style sheets: of the one of a page, or of those of all kinds.
    pub styles: Vec<String>,
    /// The hashes of the script that runs before the first paint, and of the speculation rules.
    pub scripts: [String; 2],
}

/// The policy of a page, or of all. No inline script and no inline style but those that are named by their hashes, nothing
/// from elsewhere but the counts of the shared counter, where the paper has one. Where articles have players, all pages may
/// play: the client turns from one to the next within one document.
pub fn content_security_policy(inline: &Inline, counter: Option<&SharedCounter>, has_players: bool) -> String {
    // The slash makes it a folder: what lies beside the endpoint on the same host is not allowed.
    let counter = counter.map(|counter| format!(" {}/", counter.endpoint)).unwrap_or_default();
    let mut policy = vec![
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval' {}", inline.scripts.join(" ")),
        format!("style-src 'self' {}", inline.styles.join(" ")),
        "img-src 'self'".to_owned(),
        format!("connect-src 'self'{counter}"),
    ];
    policy.extend(has_players.then(|| "media-src 'self'".to_owned()));
    policy.extend(["manifest-src 'self'", "base-uri 'none'", "form-action 'self'"].map(str::to_owned));
    policy.join("; ")
}

/// The headers of all answers: a policy that is that of all pages, and what else only a header can say.
pub fn of_all(inline: &Inline, counter: Option<&SharedCounter>, has_players: bool) -> Vec<Header> {
    let policy = format!("{}; frame-ancestors 'none'", content_security_policy(inline, counter, has_players));
    [
        ("Content-Security-Policy", policy.as_str()),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]
    .map(|(name, value)| Header { name: name.to_owned(), value: value.to_owned() })
    .into()
}

/// A header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// The content of `_headers`: the rule of all paths below a folder, then those of some.
pub fn headers_file(folder: &str, all: &[Header], rules: &[UrlRule]) -> String {
    let mut text = format!("{folder}/*\n");
    for Header { name, value } in all {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for UrlRule { path, media_type, caching } in rules {
        text.push_str(&format!("{path}\n"));
        text.extend(media_type.iter().map(|media_type| format!("  Content-Type: {media_type}\n")));
        text.extend(caching.map(|caching| format!("  Cache-Control: {}\n", caching.header())));
    }
    text
}

/// Reads a `_headers` file: the folder of the host in which the site lies, the headers of all answers, and the rules. Lines
/// that are neither a path nor a header are passed over, as CDNs do.
pub fn parse(text: &str) -> (String, Vec<Header>, Vec<UrlRule>) {
    let (mut folder, mut all, mut rules) = (String::new(), Vec::new(), Vec::<UrlRule>::new());
    let mut is_first = true;
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let header = line.split_once(':').map(|(name, value)| (name.trim(), value.trim()));
        match (line.starts_with([' ', '\t']), rules.last_mut(), header) {
            // The first rule is of all files of the site.
            (false, ..) if is_first => {
                line.trim().strip_suffix("/*").unwrap_or_default().clone_into(&mut folder);
                is_first = false;
            }
            (false, ..) => rules.push(UrlRule { path: line.trim().to_owned(), media_type: None, caching: None }),
            (true, Some(rule), Some(("Content-Type", value))) => rule.media_type = Some(Cow::Owned(value.to_owned())),
            (true, Some(rule), Some(("Cache-Control", value))) => {
                rule.caching = Caching::ALL.into_iter().find(|caching| caching.header() == value);
            }
            (true, None, Some((name, value))) => {
                all.push(Header { name: name.to_owned(), value: value.to_owned() });
            }
            _ => {}
        }
    }
    (folder, all, rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let all = vec![Header { name: "A".to_owned(), value: "x: y".to_owned() }];
        let rule = |path: &str, media_type: Option<&'static str>, caching| UrlRule {
            path: path.to_owned(),
            media_type: media_type.map(Cow::Borrowed),
            caching,
        };
        let rules = vec![
            rule("/paper/assets/*", None, Some(Caching::Immutable)),
            rule("/paper/feed.xml", Some("application/atom+xml"), None),
        ];
        let text = headers_file("/paper", &all, &rules);
        assert_eq!(parse(&format!("# of all\n\n{text}  nonsense\n")), ("/paper".to_owned(), all, rules));
    }
}
