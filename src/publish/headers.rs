//! The headers of a site: written to `_headers` for CDNs that read it, and obeyed by `habarshy serve`.
//!
//! The form is that of Cloudflare Pages and Netlify: a path, in which `*` stands for anything, then its headers, indented.
//! The rules for `Cache-Control` do not overlap, because the two join or override the values of several rules.

use crate::model::{Edition, SharedCounter};
use crate::publish::urls::{self, UrlRule};

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

/// The content of `_headers`, whose one policy is that of all paths.
pub fn headers_file(inline: &Inline, edition: &Edition, has_players: bool) -> String {
    let mut text = format!(
        "{}\n  Content-Security-Policy: {}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  Cross-Origin-Opener-Policy: same-origin\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n",
        edition.at("/*"),
        content_security_policy(inline, edition.shared_counter().as_ref(), has_players)
    );
    for UrlRule { path, media_type, caching } in urls::rules(edition) {
        text.push_str(&edition.at(&path));
        text.push('\n');
        text.extend(media_type.map(|media_type| format!("  Content-Type: {media_type}\n")));
        text.extend(caching.map(|caching| format!("  Cache-Control: {}\n", caching.header())));
    }
    text
}

/// The rules of a `_headers` file.
#[derive(Clone, Debug, Default)]
pub struct Rules(Vec<Rule>);

#[derive(Clone, Debug)]
struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

impl Rules {
    /// Reads a `_headers` file. Lines that are neither a path nor a header are passed over, as CDNs do.
    pub fn parse(text: &str) -> Rules {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            match (line.starts_with([' ', '\t']), rules.last_mut(), line.split_once(':')) {
                (false, ..) => rules.push(Rule { path: line.trim().to_owned(), headers: Vec::new() }),
                (true, Some(rule), Some((name, value))) => {
                    rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
                }
                _ => {}
            }
        }
        Rules(rules)
    }

    /// The folder of the host in which the site lies: the first rule is of all its files.
    pub fn folder(&self) -> &str {
        self.0.first().and_then(|rule| rule.path.strip_suffix("/*")).unwrap_or_default()
    }

    /// The headers for a path.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let matching = self.0.iter().filter(move |rule| matches(&rule.path, path));
        matching.flat_map(|rule| rule.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}

fn matches(rule: &str, path: &str) -> bool {
    match rule.split_once('*') {
        Some((before, after)) => {
            path.len() >= before.len() + after.len() && path.starts_with(before) && path.ends_with(after)
        }
        None => rule == path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Lang;

    #[test]
    fn rules_are_those_of_the_cdns() {
        let rules = Rules::parse("# all\n/*\n  A: 1\n  B: x: y\n\n/news/*\n  C: 3\n/exact\n  D: 4\n  nonsense\n");
        let of = |path: &str| rules.of(path).map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
        assert_eq!(of("/"), ["A=1", "B=x: y"]);
        assert_eq!(of("/news/a/"), ["A=1", "B=x: y", "C=3"]);
        assert_eq!(of("/exact"), ["A=1", "B=x: y", "D=4"]);
    }

    #[test]
    fn no_path_has_two_rules_for_its_cache() {
        let edition = Edition {
            lang: Lang::Ru,
            default_language: Lang::Ru,
            languages: vec![Lang::Ru, Lang::Kk],
            title: String::new(),
            tagline: None,
            base_url: String::new(),
            utc_offset: 300,
            sections: Vec::new(),
            footer: None,
            dwell_seconds: 1,
            window_minutes: 30,
            count_automation: false,
            counter: None,
            endpoint: None,
        };
        let inline =
            Inline { styles: vec!["'sha256-x'".to_owned()], scripts: ["'sha256-y'", "'sha256-z'"].map(str::to_owned) };
        let rules = Rules::parse(&headers_file(&inline, &edition, false));
        for path in [
            "/",
            "/page/2/",
            "/news/a/",
            "/section/a/",
            "/tag/a/",
            "/popular/",
            "/archive/",
            "/archive/2026/01/",
            "/search/",
            "/saved/",
            "/404.html",
            "/sw.js",
            "/kk/",
            "/kk/news/a/",
            "/assets/a.js",
            "/media/a.webp",
            "/data/kk/index.json",
            "/search-index/manifest/kk.json",
            "/search-index/files/0123456789.bin",
            "/search-index/files/0123456789.json",
            "/feed.xml",
            "/kk/feed.xml",
            "/section/a/feed.xml",
            "/kk/section/a/feed.xml",
            "/sitemap.xml",
            "/sitemap-1.xml",
            "/sitemap-news.xml",
            "/robots.txt",
            "/manifest.webmanifest",
            "/kk/manifest.webmanifest",
        ] {
            let cache: Vec<_> = rules.of(path).filter(|(name, _)| *name == "Cache-Control").collect();
            assert_eq!(cache.len(), 1, "{path}");
            assert!(rules.of(path).filter(|(name, _)| *name == "Content-Type").count() <= 1, "{path}");
        }
    }
}
