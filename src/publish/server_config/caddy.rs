//! Caddy: one file, to be named in a Caddyfile by `import`, or to be one.

use super::{BuiltSite, ConfigError, Options, ServerConfig, is_plain, pattern, root, writable};
use crate::publish::headers::Header;
use crate::publish::media_types::{self, COMPRESSED, with_charset};
use crate::publish::redirects::Redirect;
use crate::publish::urls::{Caching, HEADERS, NOT_FOUND, REDIRECTS};

/// The name of the file.
const FILE: &str = "habarshy.caddy";

/// A name in a file system has so many bytes at most. Caddy answers a longer one with 500.
const LONGEST_NAME: usize = 255;

/// Writes the configuration.
///
/// # Errors
/// An option that cannot be written.
pub fn write(site: &BuiltSite, options: &Options) -> Result<ServerConfig, ConfigError> {
    let root = root(site, options)?;
    let (redirects, warning) = writable(site);
    let text = [
        format!(
            "# Written by `habarshy server-config caddy`. Do not change it: write it anew after each build.\n{}\
             \troot * \"{root}\"\n",
            address(site, options)?
        ),
        compression(),
        headers(site),
        types(site),
        caching(site),
        moved(&redirects),
        files(site),
        errors(site),
        "}\n".to_owned(),
    ];
    Ok(ServerConfig { files: vec![(FILE, text.concat())], warnings: warning.into_iter().collect() })
}

/// The address of the site, as a block begins.
fn address(site: &BuiltSite, options: &Options) -> Result<String, ConfigError> {
    let Some(listen) = &options.listen else { return Ok(format!("{} {{\n", site.origin)) };
    if !is_plain(listen) || listen.contains(char::is_whitespace) {
        return Err(ConfigError::Value(listen.clone()));
    }
    Ok(match listen.rsplit_once(':') {
        Some((host, port)) if !host.is_empty() => format!("http://:{port} {{\n\tbind {host}\n"),
        _ => format!("http://:{} {{\n", listen.trim_start_matches(':')),
    })
}

/// Caddy's own list has no WebAssembly.
fn compression() -> String {
    let types: String = COMPRESSED.iter().map(|kind| format!("\t\t\theader Content-Type {kind}*\n")).collect();
    format!("\tencode zstd gzip {{\n\t\tmatch {{\n{types}\t\t}}\n\t}}\n")
}

fn headers(site: &BuiltSite) -> String {
    let line = |Header { name, value }: &Header| format!("\t\t{name} \"{value}\"\n");
    format!("\theader {{\n{}\t}}\n", site.table.headers.iter().map(line).collect::<String>())
}

/// The types of files by their endings; those of some addresses come after them, and win.
fn types(site: &BuiltSite) -> String {
    let mut text = String::new();
    for (number, (kind, endings)) in media_types::by_type().into_iter().enumerate() {
        let kind = with_charset(kind);
        text.push_str(&format!(
            "\t@type{number} path_regexp type{number} \\.(?:{})$\n\theader @type{number} Content-Type \"{kind}\"\n",
            endings.join("|")
        ));
    }
    for (number, rule) in site.table.rules.iter().enumerate() {
        if let Some(kind) = &rule.media_type {
            text.push_str(&format!(
                "\t@special{number} path_regexp special{number} ^{}$\n\theader @special{number} Content-Type \"{kind}\"\n",
                pattern(&rule.path)
            ));
        }
    }
    text
}

/// How long files are kept, where there are any. Regular expressions tell capitals; a `*` of Caddy's own paths does not
/// stand for a slash within them.
fn caching(site: &BuiltSite) -> String {
    let mut text = String::new();
    for caching in Caching::ALL {
        let rules = site.table.rules.iter().filter(|rule| rule.caching == Some(caching));
        let paths: Vec<String> = rules.map(|rule| pattern(&rule.path)).collect();
        if !paths.is_empty() {
            let name = format!("{caching:?}").to_lowercase();
            // What is answered with no file must not be kept for long.
            let file = if caching == Caching::Revalidate { "" } else { "\t\tfile\n" };
            text.push_str(&format!(
                "\t@{name} {{\n\t\tpath_regexp {name} ^(?:{})$\n{file}\t}}\n\theader @{name} Cache-Control \"{}\"\n",
                paths.join("|"),
                caching.header()
            ));
        }
    }
    text
}

/// A map of all old addresses, which is looked up once; Caddy compares paths of matchers without regard to capitals,
/// and asks each of them.
fn moved(redirects: &[&Redirect]) -> String {
    let (with_query, plain): (Vec<&Redirect>, Vec<&Redirect>) =
        redirects.iter().partition(|redirect| redirect.query().is_some());
    let mut text = String::new();
    if !with_query.is_empty() {
        text.push_str("\tmap \"{path}?{query}\" {moved_query} {\n");
        for redirect in with_query {
            for path in redirect.paths() {
                let query = redirect.query().unwrap_or_default();
                text.push_str(&format!("\t\t\"{path}?{query}\" \"{}\"\n", redirect.to));
            }
        }
        text.push_str(
            "\t\tdefault \"\"\n\t}\n\t@moved_query expression `{moved_query} != \"\"`\n\
             \tredir @moved_query {moved_query} permanent\n",
        );
    }
    if !plain.is_empty() {
        text.push_str("\tmap {path} {moved} {\n");
        for redirect in plain {
            for path in redirect.paths() {
                text.push_str(&format!("\t\t\"{path}\" \"{}\"\n", redirect.to));
            }
        }
        text.push_str(
            "\t\tdefault \"\"\n\t}\n\t@moved_asked expression `{moved} != \"\" && {query} != \"\"`\n\
             \tredir @moved_asked {moved}?{query} permanent\n\t@moved expression `{moved} != \"\"`\n\
             \tredir @moved {moved} permanent\n",
        );
    }
    text
}

fn files(site: &BuiltSite) -> String {
    let mut text = format!(
        "\t@long vars_regexp long {{uri}} `^[^?]*/(?:[^/%?]|%[0-9A-Fa-f]{{2}}){{{}}}`\n\terror @long 404\n",
        LONGEST_NAME + 1
    );
    let hidden = [HEADERS, REDIRECTS].map(|file| pattern(&site.at(file))).join("|");
    text.push_str(&format!("\t@hidden path_regexp hidden ^(?:{hidden})$\n\terror @hidden 404\n"));
    if !site.table.folder.is_empty() {
        text.push_str(&format!("\t@root path_regexp root ^/$\n\tredir @root {}/ temporary\n", site.table.folder));
    }
    text + "\tfile_server {\n\t\tprecompressed br gzip\n\t}\n"
}

/// What is not there may be there with the next build. The page has the type of a page, whatever was asked for.
fn errors(site: &BuiltSite) -> String {
    let mut text = format!(
        "\thandle_errors {{\n\t\theader Cache-Control \"{}\"\n\t\theader Content-Type \"text/html; charset=utf-8\"\n",
        Caching::Revalidate.header()
    );
    text.push_str("\t\t@missing expression `{http.error.status_code} in [403, 404]`\n\t\thandle @missing {\n");
    text.push_str(&compression().replace('\t', "\t\t").replacen("\t\t", "\t\t\t", 1));
    for lang in &site.languages {
        let folder = site.at(&format!("/{lang}/"));
        text.push_str(&format!(
            "\t\t\t@{lang} path_regexp {lang} ^{}\n\t\t\thandle @{lang} {{\n\t\t\t\trewrite * {folder}404.html\n\
             \t\t\t\tfile_server {{\n\t\t\t\t\tprecompressed br gzip\n\t\t\t\t\tstatus 404\n\t\t\t\t}}\n\t\t\t}}\n",
            pattern(&folder)
        ));
    }
    text.push_str(&format!(
        "\t\t\thandle {{\n\t\t\t\trewrite * {}\n\t\t\t\tfile_server {{\n\t\t\t\t\tprecompressed br gzip\n\
         \t\t\t\t\tstatus 404\n\t\t\t\t}}\n\t\t\t}}\n\t\t}}\n\t}}\n",
        site.at(NOT_FOUND)
    ));
    text
}
