//! The index of the search, as a part of a build.

use rayon::prelude::*;

use crate::names::SEARCH_FOLDER;
use crate::publish::build_error::BuildError;
use crate::publish::index::SiteIndex;
use crate::publish::output::{Fingerprint, Output};
use crate::publish::progress::{Progress, Step};
use crate::publish::search::{self, LARGE, Plan, SETTINGS};

/// Writes the indexes of all languages, but those that are still right. Where making them takes long, all else is put in
/// its place before: a correction must not wait for the search to know of it.
pub fn write(site_index: &SiteIndex<'_>, output: &mut Output, progress: &dyn Progress) -> Result<(), BuildError> {
    progress.begin(Step::Search, site_index.articles().len());
    let plans: Vec<Plan<'_>> =
        site_index.editions().map(|edition| search::plan(site_index, edition.lang)).collect::<Result<_, _>>()?;
    write_script(output)?;
    let new: Vec<Plan<'_>> = plans
        .into_iter()
        .filter(|plan| !output.is_folder_unchanged(&plan.folder(), SETTINGS, plan.fingerprint))
        .collect();
    let articles: usize = new.iter().map(Plan::articles).sum();
    if articles >= LARGE {
        output.commit_all_but(&new.iter().map(Plan::folder).collect::<Vec<_>>())?;
    }
    let output = &*output;
    new.par_iter().try_for_each(|plan| {
        let leader = format!("{}{SETTINGS}", plan.folder());
        plan.files(&|| progress.advance())?.into_par_iter().try_for_each(|(path, bytes)| {
            if path == leader {
                output.write(&path, plan.fingerprint, &bytes)
            } else {
                output.write_if_changed(&path, &bytes)
            }
        })?;
        Ok(())
    })
}

/// Writes Pagefind's module, which all languages share.
fn write_script(output: &Output) -> Result<(), BuildError> {
    let path = format!("{SEARCH_FOLDER}/{}", search::SCRIPT);
    let fingerprint = Fingerprint::of(&[search::VERSION.as_bytes()]);
    if !output.is_unchanged(&[&path], fingerprint) {
        output.write(&path, fingerprint, &search::script()?)?;
    }
    Ok(())
}
