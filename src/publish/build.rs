//! A build: from a newsroom and a client to a site.

use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::build_error::BuildError;
use crate::publish::diagnostic::Diagnostics;
use crate::publish::index::SiteIndex;
use crate::publish::limits::{self, Warning};
use crate::publish::output::{self, Output, Place, Written};
use crate::publish::progress::{Progress, Step};
use crate::publish::site::{Site, build_id, client_files};
use crate::publish::source::Choice;
use crate::publish::{artifacts, source, urls};
use crate::values::DateTime;

/// What to build, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The newsroom.
    pub root: PathBuf,
    /// What `trunk build` made.
    pub client: PathBuf,
    /// Where the site will stand.
    pub out: PathBuf,
    /// Where the build keeps what the next one can use. It may be removed at any time between two builds.
    pub cache: PathBuf,
    /// Whether `.br` and `.gz` copies are written beside the files.
    pub precompress: bool,
    /// Which articles are published.
    pub choice: Choice,
    /// Whether warnings keep the site from being built.
    pub strict: bool,
}

/// What was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Articles published.
    pub articles: usize,
    /// Articles left out: drafts, and those of the future.
    pub left_out: usize,
    /// Pages of the site.
    pub pages: usize,
    /// Pictures of the site, each in all its sizes.
    pub pictures: usize,
    /// Its files.
    pub written: Written,
    /// What its host or messengers will not take.
    pub warnings: Vec<Warning>,
    /// What is probably wrong with the newsroom.
    pub doubts: Diagnostics,
    /// When the next article of the future is due: somebody must build then.
    pub next_due: Option<DateTime>,
}

/// Where a build keeps what the next one can use, if nobody says otherwise: beside the site.
pub fn cache_of(out: &Path) -> PathBuf {
    // A site without a name cannot be written; that is said when it is tried.
    output::beside(out, "cache").unwrap_or_else(|_| PathBuf::from(".habarshy.cache"))
}

/// Builds a site: what is already there and up to date stays, the rest changes when all of it is ready.
///
/// # Errors
/// The faults of the newsroom, or the place that could not be read or written. The old site stays as it was.
pub fn build(options: &Options, progress: &dyn Progress) -> Result<Summary, BuildError> {
    refuse_own_folders(options)?;
    let place = Place::take(&options.out, &options.cache)?;
    let cache = Some(options.cache.as_path());
    let newsroom = source::read(&options.root, options.choice, cache, progress);
    let newsroom = newsroom.map_err(BuildError::Diagnostics)?;
    if options.strict && !newsroom.warnings.is_empty() {
        return Err(BuildError::Diagnostics(newsroom.warnings.strict()));
    }
    let client = client_files(&options.client, &options.root)?;

    progress.begin(Step::Related, 0);
    let index = SiteIndex::new(&newsroom);
    let build = build_id(&client, &index, newsroom.has_players());
    let site = Site::new(&newsroom, &client, &index, &build, options.choice)?;

    let mut output = Output::begin(place, site.fingerprint(), options.precompress)?;
    artifacts::write(&site, &output, progress)?;

    let (redirects, headers) = (output.text(urls::REDIRECTS), output.text(urls::HEADERS));
    let files = output.files();
    let sizes = files.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    let warnings = limits::warnings(newsroom.config.host, sizes, &redirects, &headers);
    if options.strict && !warnings.is_empty() {
        return Err(BuildError::Limits(warnings));
    }
    progress.begin(Step::Swap, 0);
    let written = output.commit()?;
    progress.begin(Step::Cleanup, 0);
    output.clean_up()?;
    let (articles, pictures) = (newsroom.articles.len(), newsroom.pictures.len());
    Ok(Summary {
        articles,
        left_out: newsroom.left_out,
        pages: site.lists.len() + articles,
        pictures,
        written,
        warnings,
        next_due: newsroom.next_due,
        doubts: newsroom.warnings,
    })
}

/// The site may not take the place of what it is made from.
fn refuse_own_folders(options: &Options) -> Result<(), BuildError> {
    for source in [&options.root, &options.client] {
        let out = fs::canonicalize(&options.out);
        if out.is_ok_and(|out| fs::canonicalize(source).is_ok_and(|source| source.starts_with(&out))) {
            return Err(BuildError::OutHoldsSource { out: options.out.clone(), source: source.clone() });
        }
    }
    // Neither need be there yet.
    let full = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for folder in ["content", "public"].map(|name| full(&options.root.join(name))) {
        if full(&options.cache).starts_with(&folder) {
            return Err(BuildError::NewsroomHoldsCache { cache: options.cache.clone() });
        }
    }
    let cache = std::path::absolute(&options.cache).unwrap_or_else(|_| options.cache.clone());
    if std::path::absolute(&options.out).is_ok_and(|out| cache.starts_with(out)) {
        return Err(BuildError::OutHoldsCache { out: options.out.clone(), cache });
    }
    Ok(())
}
