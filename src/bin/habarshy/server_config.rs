//! `habarshy server-config`: what a server must know of a built site.

use std::fs;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, builder::TypedValueParser};
use habarshy::publish::server_config::{self, Options, Server};

#[derive(Args)]
pub struct ServerConfig {
    /// What serves the site.
    #[arg(value_parser = PossibleValuesParser::new(Server::ALL.map(Server::name)).map(server))]
    server: Server,
    /// The built site.
    #[arg(long)]
    site: PathBuf,
    /// The folder that gets the files of the configuration; they are printed if not given.
    #[arg(long)]
    out: Option<PathBuf>,
    /// nginx, Caddy: where the site lies on the server, if that is elsewhere.
    #[arg(long)]
    root: Option<PathBuf>,
    /// nginx, Caddy: address and port to be served at, without TLS, as 127.0.0.1:8081; the host of `base_url` if not
    /// given.
    #[arg(long)]
    listen: Option<String>,
    /// nginx: it has the module brotli_static, so .br files that lie beside others are sent.
    #[arg(long)]
    brotli: bool,
}

/// The parser takes no other names.
fn server(name: String) -> Server {
    Server::ALL.into_iter().find(|server| server.name() == name).unwrap_or(Server::Nginx)
}

/// Writes the configuration, or prints it; says what the server cannot do.
pub fn run(arguments: ServerConfig) -> Result<(), String> {
    let ServerConfig { server, site, out, root, listen, brotli } = arguments;
    let config = server_config::write(server, &site, &Options { root, listen, brotli });
    let server_config::ServerConfig { files, warnings } = config.map_err(|error| error.to_string())?;
    let is_one = files.len() == 1;
    for (name, text) in files {
        match &out {
            Some(folder) => {
                let file = folder.join(name);
                fs::write(&file, text).map_err(|error| {
                    format!("{}: {error}\nhelp: name a folder that can be written by `--out`", file.display())
                })?;
                println!("{}", file.display());
            }
            None if is_one => print!("{text}"),
            None => print!("# {name}\n{text}"),
        }
    }
    for warning in warnings {
        eprintln!("{warning}");
    }
    Ok(())
}
