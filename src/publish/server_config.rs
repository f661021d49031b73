//! The configuration of a server for a built site, written from its table of addresses.

mod caddy;
mod cloudflare;
mod github_pages;
mod netlify;
mod nginx;
mod site;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::publish::config::Host;
use crate::publish::limits::{self, Warning};
use crate::publish::redirects::Redirect;

pub use site::BuiltSite;

/// What serves a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx, from 1.18 on.
    Nginx,
    /// Caddy, from 2.6 on.
    Caddy,
    /// Cloudflare Pages.
    Cloudflare,
    /// Netlify.
    Netlify,
    /// GitHub Pages.
    GithubPages,
}

impl Server {
    /// All of them.
    pub const ALL: [Server; 5] =
        [Server::Nginx, Server::Caddy, Server::Cloudflare, Server::Netlify, Server::GithubPages];

    /// Its name, as the command takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Server::Nginx => "nginx",
            Server::Caddy => "caddy",
            Server::Cloudflare => "cloudflare",
            Server::Netlify => "netlify",
            Server::GithubPages => "github-pages",
        }
    }

    /// Whose limits are meant.
    fn host(self) -> Host {
        match self {
            Server::Nginx | Server::Caddy => Host::Server,
            Server::Cloudflare => Host::CloudflarePages,
            Server::Netlify => Host::Netlify,
            Server::GithubPages => Host::GithubPages,
        }
    }
}

/// What the operator of a server says.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site lies on the server, if it is not where it lies here.
    pub root: Option<PathBuf>,
    /// Address and port, for HTTP without TLS: `127.0.0.1:8081`. The host of `base_url` if not given.
    pub listen: Option<String>,
    /// Whether nginx has the module `brotli_static`.
    pub brotli: bool,
}

/// The files of a configuration.
#[derive(Clone, Debug, Default)]
pub struct ServerConfig {
    /// Their names and contents.
    pub files: Vec<(&'static str, String)>,
    /// What the server cannot do.
    pub warnings: Vec<Warning>,
}

/// Why there is no configuration.
#[derive(Debug)]
pub enum ConfigError {
    /// The folder is no built site, or cannot be read.
    Site(PathBuf, io::Error),
    /// The site lies in a folder of its host, and there is no such folder on the server.
    Folder {
        /// Where the site lies.
        root: PathBuf,
        /// The folder of the host.
        folder: String,
    },
    /// A value that cannot be written into a configuration.
    Value(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConfigError::Site(folder, error) => write!(
                f,
                "{} is no built site: {error}\nhelp: name a folder that `habarshy build` made",
                folder.display()
            ),
            ConfigError::Folder { root, folder } => write!(
                f,
                "{} is not called {folder}, where `base_url` says that the site lies\n\
                 help: build the site into a folder whose path ends in {folder}, or name that of the server by `--root`",
                root.display()
            ),
            ConfigError::Value(value) => write!(
                f,
                "{value:?} holds a sign that no configuration can hold\n\
                 help: write it without quotes, braces, backslashes, backticks and control characters"
            ),
        }
    }
}

impl std::error::Error for ConfigError {}

/// The configuration of a server for the site in a folder.
///
/// # Errors
/// The folder is no site, or an option cannot be written.
pub fn write(server: Server, folder: &Path, options: &Options) -> Result<ServerConfig, ConfigError> {
    let site = BuiltSite::read(folder).map_err(|error| ConfigError::Site(folder.to_owned(), error))?;
    let mut config = match server {
        Server::Nginx => nginx::write(&site, options)?,
        Server::Caddy => caddy::write(&site, options)?,
        Server::Cloudflare => cloudflare::write(&site),
        Server::Netlify => netlify::write(&site),
        Server::GithubPages => github_pages::write(&site),
    };
    let (redirects, headers) = match server {
        Server::GithubPages => (String::new(), String::new()),
        _ => (site.redirects_file(), site.table.headers_file()),
    };
    let files = site.files.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    config.warnings.extend(limits::warnings(server.host(), files, &redirects, &headers));
    Ok(config)
}

/// Whether a text may stand within quotes of a configuration: nothing in it ends them or stands for something else.
fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_control() && !"\"\\`{}".contains(letter))
}

/// The root of all addresses on the server, in which the folder of a site lies.
fn root(site: &BuiltSite, options: &Options) -> Result<String, ConfigError> {
    let root = options.root.as_ref().unwrap_or(&site.place);
    let text = root.to_string_lossy();
    let above = text.trim_end_matches('/').strip_suffix(&site.table.folder);
    let above = above.ok_or_else(|| ConfigError::Folder { root: root.clone(), folder: site.table.folder.clone() })?;
    if is_plain(above) && !above.contains('$') { Ok(above.to_owned()) } else { Err(ConfigError::Value(text.into())) }
}

/// The redirects that can be written, and a warning of the others.
fn writable(site: &BuiltSite) -> (Vec<&Redirect>, Option<Warning>) {
    // Of bytes that are no text a path stays encoded, which no server compares with.
    let is_writable = |redirect: &&Redirect| {
        redirect.paths().iter().all(|path| is_plain(path) && path.as_bytes().starts_with(&redirect.key()))
            && !redirect.to.contains(|sign: char| sign.is_whitespace() || "\"\\`{};$".contains(sign))
            && redirect.query().is_none_or(|query| is_plain(query) && !query.contains('$'))
    };
    let (yes, no): (Vec<&Redirect>, Vec<&Redirect>) = site.table.redirects().iter().partition(is_writable);
    (yes, left_out(&no, "they hold signs that a configuration cannot hold"))
}

/// What is said of old addresses that a server does not redirect.
fn left_out(redirects: &[&Redirect], why: &str) -> Option<Warning> {
    let first = redirects.first()?;
    let rest = match redirects.len() - 1 {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    Some(Warning {
        message: format!("no redirect for {}{rest}: {why}", first.from),
        help: "nothing need be done where a small page of the site stands there and leads on".to_owned(),
    })
}

/// A rule's path as a regular expression that nginx and Caddy read alike.
fn pattern(path: &str) -> String {
    let mut pattern = String::new();
    for letter in path.chars() {
        match letter {
            '*' => pattern.push_str(".*"),
            letter if letter.is_ascii_alphanumeric() || "/-_".contains(letter) => pattern.push(letter),
            letter => pattern.extend(['\\', letter]),
        }
    }
    pattern
}
