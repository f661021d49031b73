//! What a paper publishes, by the heads of its articles alone: for whoever needs to know where they stand, not what they
//! say. A fault in a text or a picture is no matter here.

use std::path::Path;

use rayon::prelude::*;

use super::{Choice, article, read_config, walk};
use crate::publish::config::Config;
use crate::publish::counts::{Counts, file};
use crate::publish::diagnostic::{Diagnostics, Severity};
use crate::publish::front_matter::{FrontMatter, split};
use crate::publish::links::State;
use crate::publish::reporter::Reporter;
use crate::routes::Route;

/// The articles of a paper.
#[derive(Clone, Debug)]
pub struct Listing {
    /// `site.toml`.
    pub config: Config,
    /// What the shared counter counted, as it was imported last.
    pub counts: Counts,
    /// The articles that are published, in the order of their paths.
    pub articles: Vec<Listed>,
}

/// Where an article stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Its path on the site.
    pub path: String,
    /// Old addresses that lead to it.
    pub aliases: Vec<String>,
}

/// Lists the articles of a newsroom. One whose head is wrong is passed over: `check` names its faults.
///
/// # Errors
/// The faults of `site.toml` and of `counts.toml`, and that there is no folder of articles.
pub fn list(root: &Path, choice: Choice) -> Result<Listing, Diagnostics> {
    let (config, diagnostics) = read_config(root)?;
    if !diagnostics.is_empty() {
        return Err(Diagnostics::new(diagnostics));
    }
    let counts = file::read(root, &config).map_err(Diagnostics::new)?;
    let walked = walk::articles(root, &config);
    let has_fault = walked.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Fault);
    if walked.files.is_empty() && has_fault {
        return Err(Diagnostics::new(walked.diagnostics));
    }
    let listed = walked.files.into_par_iter().filter_map(|file| listed(root, &config, choice, &file));
    let mut articles: Vec<Listed> = listed.collect();
    articles.sort();
    articles.dedup_by(|a, b| a.path == b.path);
    Ok(Listing { config, counts, articles })
}

fn listed(root: &Path, config: &Config, choice: Choice, file: &walk::ArticleFile) -> Option<Listed> {
    let text = article::load(root, &file.file).ok()?;
    let mut reporter = Reporter::default();
    let parts = split(&text, &mut reporter)?;
    let head = FrontMatter::read(&text, &parts, config, &mut reporter);
    if choice.state(head.draft, head.date) == State::LeftOut {
        return None;
    }
    let (Some(_), Some(_), Some(_), Some(slug)) =
        (head.title, head.date, head.section, head.slug.or_else(|| file.slug.clone()))
    else {
        return None;
    };
    let path = Route::Article(slug).path(file.lang, config.default_language);
    Some(Listed { path, aliases: head.aliases.into_iter().map(|alias| alias.value).collect() })
}
