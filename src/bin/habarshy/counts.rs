//! `habarshy counts`: bringing home what a view counter counted.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, Command, Subcommand, ValueEnum};
use habarshy::model::Service;
use habarshy::publish::counts::Summary;
use habarshy::publish::counts::http::Http;
use habarshy::publish::counts::import::{ImportError, Imported, from_export, from_service};
use habarshy::publish::diagnostic::ColorMode;

use crate::bars::Bars;
use crate::clock::seconds_now;

#[derive(Subcommand)]
pub enum Counts {
    /// Writes the views that a counter counted to counts.toml, which the next build adds to those of the articles.
    Import(Import),
}

#[derive(Args)]
pub struct Import {
    /// What to ask.
    #[arg(long, value_enum)]
    from: From,
    /// With `--from csv`: a table of two columns, path and views; - for the standard input.
    file: Option<PathBuf>,
    /// The newsroom.
    #[arg(long, default_value = ".")]
    root: PathBuf,
    /// The address of the counter; that of site.toml if not given.
    #[arg(long)]
    endpoint: Option<String>,
}

/// Whoever counted.
#[derive(Clone, Copy, ValueEnum)]
enum From {
    /// A Waline server.
    Waline,
    /// A site of GoatCounter.
    #[value(name = "goatcounter")]
    GoatCounter,
    /// A table that some other counter wrote.
    Csv,
}

/// Does what the subcommand says. `command` is the whole command: it says how it is used.
pub fn run(Counts::Import(import): Counts, mut command: Command) -> Result<(), String> {
    // As clap does where arguments make no sense.
    let mut refuse = |message: &str| -> ! { command.error(ErrorKind::ArgumentConflict, message).exit() };
    let Import { from, file, root, endpoint } = import;
    let imported = match (from, file, endpoint) {
        (From::Csv, Some(file), None) => import_table(&root, &file)?,
        (From::Csv, None, _) => refuse("`--from csv` needs a FILE; - for the standard input"),
        (From::Csv, Some(_), Some(_)) => refuse("`--endpoint` goes with a counter, not with `--from csv`"),
        (_, Some(_), _) => refuse("a FILE goes with `--from csv` only"),
        (From::Waline, None, endpoint) => ask(&root, Service::Waline, endpoint.as_deref())?,
        (From::GoatCounter, None, endpoint) => ask(&root, Service::GoatCounter, endpoint.as_deref())?,
    };
    let Imported { summary, passed_over, error, written } = imported;
    let Summary { asked, changed, missed } = summary;
    let (did, rest) = match from {
        From::Csv => ("read", format!(", {passed_over} lines passed over")),
        From::Waline | From::GoatCounter => ("asked", String::new()),
    };
    let end = if written { "written to counts.toml" } else { "counts.toml is as it was" };
    println!("counts: {asked} articles {did}, {changed} changed, {missed} could not be had{rest}; {end}");
    if let Some(error) = error {
        eprintln!("what went wrong first: {error}");
    }
    Ok(())
}

fn ask(root: &Path, service: Service, endpoint: Option<&str>) -> Result<Imported, String> {
    let bars = Bars::new();
    let imported = from_service(root, seconds_now(), service, endpoint, &Http::default(), &bars);
    bars.finish();
    imported.map_err(printed)
}

fn import_table(root: &Path, file: &Path) -> Result<Imported, String> {
    let is_stdin = file == Path::new("-");
    let mut bytes = Vec::new();
    let read = if is_stdin { io::stdin().read_to_end(&mut bytes).map(|_| bytes) } else { fs::read(file) };
    let name = if is_stdin { Path::new("standard input") } else { file };
    let bytes = read.map_err(|error| format!("{}: {error}\nhelp: name a file that can be read", name.display()))?;
    from_export(root, seconds_now(), name, bytes).map_err(printed)
}

fn printed(error: ImportError) -> String {
    error.render(ColorMode::of_stderr())
}
