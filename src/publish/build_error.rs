//! Why there is no site.

use std::fmt;
use std::io;
use std::path::PathBuf;

use ab_glyph::InvalidFont;

use crate::publish::diagnostic::{ColorMode, Diagnostics};
use crate::publish::limits::Warning;
use crate::publish::output::WriteError;

/// What kept a build from being swapped in.
#[derive(Debug)]
pub enum BuildError {
    /// The newsroom has faults.
    Diagnostics(Diagnostics),
    /// The client's folder is not one that Trunk made.
    Client {
        /// The folder that was named.
        folder: PathBuf,
        /// The file that could not be read.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file of the newsroom could not be read.
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The site would take the place of what it is made from.
    OutHoldsSource {
        /// Where the site was to stand.
        out: PathBuf,
        /// What lies there.
        source: PathBuf,
    },
    /// The cache would go with the site that is replaced.
    OutHoldsCache {
        /// Where the site was to stand.
        out: PathBuf,
        /// Where the cache was to lie.
        cache: PathBuf,
    },
    /// The cache would lie among the articles, or be published.
    NewsroomHoldsCache {
        /// Where the cache was to lie.
        cache: PathBuf,
    },
    /// A place could not be written.
    Write(WriteError),
    /// The site has what its host or messengers will not take, and warnings are faults.
    Limits(Vec<Warning>),
    /// The cache could not be read.
    Cache(io::Error),
    /// The fonts that lie in the command cannot be read: a fault of ours.
    Font(InvalidFont),
    /// A page could not be written as JSON: a fault of ours.
    Json(serde_json::Error),
    /// There is no index for the search: a fault of ours.
    Search(fst::Error),
}

impl BuildError {
    /// The error as it is printed for people.
    pub fn render(&self, color: ColorMode) -> String {
        match self {
            BuildError::Diagnostics(diagnostics) => diagnostics.render(color),
            BuildError::Client { folder, path, error } => format!(
                "{}: {error}\nhelp: {} should be the client's folder; `./dev build` leaves it in target/client",
                path.display(),
                folder.display()
            ),
            BuildError::Read { path, error } => format!("{}: {error}", path.display()),
            BuildError::OutHoldsSource { out, source } => format!(
                "{} would be replaced, but {} lies in it\nhelp: name another folder with `--out`",
                out.display(),
                source.display()
            ),
            BuildError::OutHoldsCache { out, cache } => format!(
                "{} is replaced by each build, and the cache {} lies in it\nhelp: name another folder with `--cache`",
                out.display(),
                cache.display()
            ),
            BuildError::NewsroomHoldsCache { cache } => format!(
                "the cache {} would lie among the newsroom's own files\nhelp: name another folder with `--cache`",
                cache.display()
            ),
            BuildError::Write(WriteError { path, error }) => format!("{}: {error}", path.display()),
            BuildError::Limits(warnings) => {
                let faults = warnings.iter().map(|Warning { message, help }| format!("{message}\nhelp: {help}"));
                faults.collect::<Vec<_>>().join("\n")
            }
            BuildError::Cache(error) => {
                format!("the cache cannot be read: {error}\nhelp: remove its folder and build again: it is made anew")
            }
            BuildError::Font(error) => format!("the command's own fonts cannot be read: {error}"),
            BuildError::Search(error) => error.to_string(),
            BuildError::Json(error) => format!("a page could not be written as JSON: {error}"),
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(ColorMode::Plain))
    }
}

impl std::error::Error for BuildError {}

impl From<WriteError> for BuildError {
    fn from(error: WriteError) -> Self {
        BuildError::Write(error)
    }
}

impl From<InvalidFont> for BuildError {
    fn from(error: InvalidFont) -> Self {
        BuildError::Font(error)
    }
}

impl From<fst::Error> for BuildError {
    fn from(error: fst::Error) -> Self {
        BuildError::Search(error)
    }
}

impl From<serde_json::Error> for BuildError {
    fn from(error: serde_json::Error) -> Self {
        BuildError::Json(error)
    }
}
