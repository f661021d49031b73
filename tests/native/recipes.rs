//! The recipes for servers in the README keep files for as long as the build's own table says.

use std::fs;

use habarshy::publish::config::Config;
use habarshy::publish::reporter::Reporter;
use habarshy::publish::urls::{Caching, rules};
use regex::Regex;

/// Paths and the `Cache-Control` that the table of the build has for them.
fn expected() -> Vec<(String, &'static str)> {
    let mut reporter = Reporter::default();
    let config = Config::read(&fs::read_to_string("site.toml").expect("the demo"), &mut reporter);
    let edition = config.edition(config.default_language);
    let sample = |path: &str, caching| match (path, caching) {
        ("/sitemap-*", _) => "/sitemap-2.xml".to_owned(),
        (path, Caching::Revalidate) if path.ends_with("/*") => path.replace('*', "a/"),
        (path, _) => path.replace('*', "a.1234567890"),
    };
    let cached = rules(&edition).into_iter().filter_map(|rule| Some((rule.path, rule.caching?)));
    cached.map(|(path, caching)| (sample(&path, caching), caching.header())).collect()
}

/// What stands in the README between two texts.
fn between<'a>(readme: &'a str, start: &str, end: &str) -> &'a str {
    readme.split_once(start).and_then(|(_, rest)| rest.split_once(end)).expect(start).0
}

#[test]
fn nginx_keeps_files_as_the_table_says() {
    let readme = fs::read_to_string("README.md").unwrap();
    let map = between(&readme, "map $uri $cache {", "\n}");
    let lines = map.lines().filter_map(|line| line.trim().strip_prefix('~')?.strip_suffix(';'));
    let patterns: Vec<(Regex, &str)> = lines
        .map(|line| {
            let (pattern, value) = line.split_once(char::is_whitespace).expect(line);
            (Regex::new(pattern).expect(pattern), value.trim().trim_matches('"'))
        })
        .collect();
    for (path, header) in expected() {
        // The first pattern wins.
        let found = patterns.iter().find(|(pattern, _)| pattern.is_match(&path)).map(|(_, value)| *value);
        assert_eq!(found, Some(header), "{path}");
    }
}

#[test]
fn caddy_keeps_files_as_the_table_says() {
    let readme = fs::read_to_string("README.md").unwrap();
    let recipe = between(&readme, "```caddyfile", "```");
    let paths = |name: &str| {
        let (_, after) = recipe.split_once(&format!("\t{name} ")).expect(name);
        let (_, after) = after.split_once("path ").expect(name);
        after.lines().next().unwrap_or_default().split_whitespace().map(glob).collect::<Vec<_>>()
    };
    let headers = recipe.lines().filter_map(|line| line.trim().strip_prefix("header @")?.split_once(" Cache-Control "));
    let matchers: Vec<(Vec<Regex>, &str)> =
        headers.map(|(name, value)| (paths(&format!("@{name}")), value.trim_matches('"'))).collect();
    for (path, header) in expected() {
        let found: Vec<&str> = matchers
            .iter()
            .filter(|(globs, _)| globs.iter().any(|glob| glob.is_match(&path)))
            .map(|(_, value)| *value)
            .collect();
        assert_eq!(found, [header], "{path}");
    }
}

/// A path of Caddy: `*` stands for anything.
fn glob(path: &str) -> Regex {
    Regex::new(&format!("^{}$", regex::escape(path).replace(r"\*", ".*"))).expect(path)
}
