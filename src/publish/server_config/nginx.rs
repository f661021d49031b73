//! nginx: one file for `/etc/nginx/conf.d/`, which is read within `http`.

use std::collections::BTreeMap;

use super::{BuiltSite, ConfigError, Options, ServerConfig, is_plain, pattern, root, writable};
use crate::publish::headers::Header;
use crate::publish::media_types::{self, COMPRESSED};
use crate::publish::redirects::Redirect;
use crate::publish::urls::{Caching, HEADERS, NOT_FOUND, REDIRECTS};

/// The name of the file.
const FILE: &str = "habarshy.conf";

/// Writes the configuration.
///
/// # Errors
/// An option that cannot be written.
pub fn write(site: &BuiltSite, options: &Options) -> Result<ServerConfig, ConfigError> {
    let root = root(site, options)?;
    let (redirects, warning) = writable(site);
    let text = [
        format!(
            "# Written by `habarshy server-config nginx`. Do not change it: write it anew after each build.\n\
             # It is read within `http`, as all files of /etc/nginx/conf.d/ are.\n{}{}\
             server {{\n{}    root \"{root}\";\n",
            caching(site),
            not_found(site),
            listen(site, options)?,
        ),
        types(),
        compression(options),
        headers(site),
        files(site),
        locations(&redirects),
        "}\n".to_owned(),
    ];
    Ok(ServerConfig { files: vec![(FILE, text.concat())], warnings: warning.into_iter().collect() })
}

/// `Cache-Control` by status and path. Regular expressions tell capitals, and are kept in no table whose size would
/// have to fit them. What is not there may be there with the next build.
fn caching(site: &BuiltSite) -> String {
    let mut map = "map \"$status $uri\" $habarshy_cache {\n    default \"\";\n".to_owned();
    map.push_str(&format!("    \"~^404 \" \"{}\";\n", Caching::Revalidate.header()));
    for rule in &site.table.rules {
        if let Some(caching) = rule.caching {
            // The address of a folder is that of the file in it by now.
            let index = if rule.path.ends_with('/') { "(?:index\\.html)?" } else { "" };
            map.push_str(&format!(
                "    \"~^(?:200|206|304) {}{index}$\" \"{}\";\n",
                pattern(&rule.path),
                caching.header()
            ));
        }
    }
    map + "}\n"
}

/// The page for unknown addresses of each language.
fn not_found(site: &BuiltSite) -> String {
    let mut map = format!("map $uri $habarshy_missing {{\n    default {};\n", site.at(NOT_FOUND));
    for lang in &site.languages {
        let folder = site.at(&format!("/{lang}/"));
        map.push_str(&format!("    \"~^{}\" {folder}404.html;\n", pattern(&folder)));
    }
    map + "}\n"
}

fn listen(site: &BuiltSite, options: &Options) -> Result<String, ConfigError> {
    match &options.listen {
        Some(listen) if is_plain(listen) && !listen.contains(|sign: char| sign.is_whitespace() || sign == ';') => {
            Ok(format!("    listen {listen};\n    server_name _;\n"))
        }
        Some(listen) => Err(ConfigError::Value(listen.clone())),
        None => {
            let name = site.host().split(':').next().unwrap_or_default();
            Ok(format!("    listen 80;\n    listen [::]:80;\n    server_name {name};\n"))
        }
    }
}

fn types() -> String {
    let types = media_types::by_type().into_iter();
    let lines: String = types.map(|(kind, endings)| format!("        {kind} {};\n", endings.join(" "))).collect();
    let texts: Vec<&str> = media_types::by_type()
        .into_iter()
        .map(|(kind, _)| kind)
        .filter(|kind| kind.starts_with("text/") && *kind != "text/html")
        .collect();
    format!(
        "    types {{\n{lines}    }}\n    default_type application/octet-stream;\n    charset utf-8;\n    \
         charset_types {};\n",
        texts.join(" ")
    )
}

fn compression(options: &Options) -> String {
    // HTML is compressed always, and named a second time it is complained of.
    let types: Vec<&str> = COMPRESSED.into_iter().filter(|kind| *kind != "text/html").collect();
    let brotli = if options.brotli { "    brotli_static on;\n" } else { "" };
    format!(
        "    gzip on;\n    gzip_static on;\n{brotli}    gzip_vary on;\n    gzip_proxied any;\n    gzip_min_length 512;\n    \
         gzip_types {};\n",
        types.join(" ")
    )
}

fn headers(site: &BuiltSite) -> String {
    let mut text = String::new();
    for Header { name, value } in &site.table.headers {
        text.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    text + "    add_header Cache-Control $habarshy_cache always;\n"
}

/// What is answered with files, and what is kept from readers.
fn files(site: &BuiltSite) -> String {
    let mut text = "    index index.html;\n    absolute_redirect off;\n    \
                    error_page 403 404 =404 $habarshy_missing;\n"
        .to_owned();
    for file in [HEADERS, REDIRECTS] {
        text.push_str(&format!("    location = {} {{ return 404; }}\n", site.at(file)));
    }
    if !site.table.folder.is_empty() {
        text.push_str(&format!("    location = / {{ return 307 {}/; }}\n", site.table.folder));
    }
    for rule in &site.table.rules {
        if let Some(kind) = rule.media_type.as_deref().filter(|kind| is_special(&rule.path, kind)) {
            text.push_str(&format!(
                "    location ~ ^{}$ {{ types {{ }} default_type \"{kind}\"; }}\n",
                pattern(&rule.path)
            ));
        }
    }
    text
}

/// Whether a type is another than that of the ending.
fn is_special(path: &str, kind: &str) -> bool {
    let general = media_types::of_path(path).or_else(|| media_types::of_path(&format!("{path}.xml")));
    general != kind.split(';').next()
}

/// A location for each old address: exact ones are compared as they are, however many there are.
fn locations(redirects: &[&Redirect]) -> String {
    let mut by_path: BTreeMap<String, Vec<&Redirect>> = BTreeMap::new();
    for redirect in redirects {
        for path in redirect.paths() {
            by_path.entry(path).or_default().push(redirect);
        }
    }
    let mut text = String::new();
    for (path, redirects) in by_path {
        text.push_str(&format!("    location = \"{path}\" {{"));
        for redirect in &redirects {
            if let Some(query) = redirect.query() {
                text.push_str(&format!(" if ($args = \"{query}\") {{ return 301 {}; }}", redirect.to));
            }
        }
        if let Some(plain) = redirects.iter().find(|redirect| redirect.query().is_none()) {
            text.push_str(&format!(" return 301 {}$is_args$args;", plain.to));
        }
        text.push_str(" }\n");
    }
    text
}
