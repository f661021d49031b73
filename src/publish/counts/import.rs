//! An import: from what a counter says to `counts.toml`.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::ask::{self, CounterError, HttpClient};
use super::directory::Directory;
use super::{Answers, Summary, export, file};
use crate::model::{Service, SharedCounter};
use crate::publish::config::{Config, service_url};
use crate::publish::diagnostic::{ColorMode, Diagnostics};
use crate::publish::progress::Progress;
use crate::publish::source::{Choice, Listing, list};
use crate::values::{DateTime, origin_and_folder};
use crate::views::counter::counter;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What became of the counts.
    pub summary: Summary,
    /// How many lines of an export are no article of the paper.
    pub passed_over: usize,
    /// The first thing that went wrong while a service was asked.
    pub error: Option<CounterError>,
    /// Whether the file was written: it stays as it is where no count has changed.
    pub written: bool,
}

/// Why nothing was imported. `counts.toml` is as it was.
#[derive(Debug)]
pub enum ImportError {
    /// The newsroom has faults that an import cannot do without, or the export has.
    Diagnostics(Diagnostics),
    /// Nobody said where the service is: the service, and the one that `site.toml` names.
    NoEndpoint(Service, Option<Service>),
    /// The address of the service makes no sense.
    Endpoint(String),
    /// The service told nothing of any article: its address, and what was wrong first.
    Silent(SharedCounter, Option<CounterError>),
    /// The export has no article of the paper: its name, and how many lines it has.
    Strangers(PathBuf, usize),
    /// A day that no calendar has.
    Clock,
    /// The file could not be written.
    Write(PathBuf, io::Error),
}

impl ImportError {
    /// The error as it is printed for people.
    pub fn render(&self, color: ColorMode) -> String {
        match self {
            ImportError::Diagnostics(diagnostics) => diagnostics.render(color),
            ImportError::NoEndpoint(service, None) => format!(
                "nobody says where the counter is\nhelp: name it with `--endpoint https://counter.example`, or in \
                 site.toml: `[views]` with `counter = \"{}\"` and `endpoint = \"https://counter.example\"`",
                service.code()
            ),
            ImportError::NoEndpoint(service, Some(other)) => format!(
                "the endpoint of site.toml is one of {other}, not of {service}\nhelp: write `--from {other}`, or name \
                 the other counter with `--endpoint https://counter.example`",
                other = other.code(),
                service = service.code(),
            ),
            ImportError::Endpoint(text) => format!(
                "\"{text}\" is not the address of a service\nhelp: write scheme, host and folder, nothing after them: \
                 `--endpoint https://counter.example`"
            ),
            ImportError::Silent(SharedCounter { service, endpoint }, error) => {
                let what =
                    error.as_ref().map_or_else(|| "no count of it can be believed".to_owned(), CounterError::to_string);
                format!("{endpoint} told nothing of any article: {what}\nhelp: {}", way_out(*service, error.as_ref()))
            }
            ImportError::Strangers(file, lines) => format!(
                "{}: no article of the paper is in it; lines passed over: {lines}\nhelp: a line is an article's address \
                 and its views: `/news/forum/,31`; other hosts than that of `base_url` are passed over",
                file.display()
            ),
            ImportError::Clock => "the clock of this machine is wrong".to_owned(),
            ImportError::Write(file, error) => {
                format!("{} cannot be written: {error}\nhelp: the old one is as it was", file.display())
            }
        }
    }
}

/// What can be done where a service tells nothing.
fn way_out(service: Service, error: Option<&CounterError>) -> &'static str {
    match (service, error) {
        (_, Some(CounterError::Redirect(_))) => "name the address that it leads to, if it is the counter's",
        (Service::GoatCounter, Some(CounterError::Status(401 | 403))) => {
            "turn on \"Allow adding visitor counts on your website\" in the settings of GoatCounter"
        }
        (_, Some(CounterError::Network(_) | CounterError::Status(429 | 500..))) => {
            "see that the counter runs, and import again: counts.toml is as it was"
        }
        _ => {
            "see that `endpoint` is the counter's own address, and that `--from` names its kind; counts.toml is as it was"
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(ColorMode::Plain))
    }
}

impl std::error::Error for ImportError {}

/// Asks a service for the views of all articles that are published at `now`, in seconds since 1970-01-01T00:00Z. An
/// `endpoint` is asked in place of that of `site.toml`.
///
/// # Errors
/// See [`ImportError`].
pub fn from_service(
    root: &Path,
    now: i64,
    service: Service,
    endpoint: Option<&str>,
    http: &dyn HttpClient,
    progress: &dyn Progress,
) -> Result<Imported, ImportError> {
    let listing = published(root, now)?;
    let chosen = chosen(service, endpoint, &listing.config)?;
    // Readers' browsers report views under the paths at which they find the articles.
    let (_, folder) = origin_and_folder(&listing.config.base_url);
    let paths: Vec<String> = listing.articles.iter().map(|article| [folder, &article.path].concat()).collect();
    let mut asked = ask::ask(&|| counter(&chosen), &paths, http, progress);
    let within = |path: String| path.strip_prefix(folder).map(str::to_owned).unwrap_or_default();
    asked.answers = asked.answers.into_iter().map(|(path, views)| (within(path), views)).collect();
    let (summary, written) = keep(root, &listing, now, &asked.answers, |summary| {
        // A paper without articles has asked for nothing and missed nothing.
        let is_silent = summary.missed == summary.asked && summary.asked > 0;
        is_silent.then(|| ImportError::Silent(chosen.clone(), asked.error.clone()))
    })?;
    Ok(Imported { summary, passed_over: 0, error: asked.error, written })
}

/// Reads an export: a table of paths and views. `name` is what it is called in messages.
///
/// # Errors
/// See [`ImportError`].
pub fn from_export(root: &Path, now: i64, name: &Path, bytes: Vec<u8>) -> Result<Imported, ImportError> {
    let listing = published(root, now)?;
    let read = export::read(bytes, name, &Directory::new(&listing)).map_err(ImportError::Diagnostics)?;
    let (summary, written) = keep(root, &listing, now, &read.answers, |summary| {
        let is_silent = summary.missed == summary.asked;
        is_silent.then(|| ImportError::Strangers(name.to_owned(), read.passed_over))
    })?;
    Ok(Imported { summary, passed_over: read.passed_over, error: None, written })
}

fn published(root: &Path, now: i64) -> Result<Listing, ImportError> {
    list(root, Choice { now, drafts: false }).map_err(ImportError::Diagnostics)
}

/// The service to ask, and where.
fn chosen(service: Service, endpoint: Option<&str>, config: &Config) -> Result<SharedCounter, ImportError> {
    let endpoint = match (endpoint, &config.counter) {
        (Some(text), _) => service_url(text).ok_or_else(|| ImportError::Endpoint(text.to_owned()))?.to_owned(),
        (None, Some(known)) if known.service == service => known.endpoint.clone(),
        (None, known) => return Err(ImportError::NoEndpoint(service, known.as_ref().map(|known| known.service))),
    };
    Ok(SharedCounter { service, endpoint })
}

/// Folds answers into the counts and writes them, if any has changed and nothing is wrong with the whole.
fn keep(
    root: &Path,
    listing: &Listing,
    now: i64,
    answers: &Answers,
    find_error: impl FnOnce(Summary) -> Option<ImportError>,
) -> Result<(Summary, bool), ImportError> {
    let (counts, summary) = listing.counts.fold(answers);
    if let Some(error) = find_error(summary) {
        return Err(error);
    }
    if summary.changed == 0 {
        return Ok((summary, false));
    }
    let imported = DateTime::at(now, listing.config.utc_offset).ok_or(ImportError::Clock)?;
    file::replace(root, &file::text(&counts, imported))
        .map_err(|error| ImportError::Write(root.join(file::NAME), error))?;
    Ok((summary, true))
}
