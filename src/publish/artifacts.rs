//! All kinds of files that a site consists of. A new kind is a file here, and a line in [`PRODUCERS`].

mod articles;
mod assets;
mod covers;
mod headers;
mod lists;
mod media;
mod pictures;
mod public_files;
mod redirects;
mod schema;
mod search;
mod service_worker;
mod share_images;
mod syndication;

use rayon::prelude::*;

use crate::publish::build_error::BuildError;
use crate::publish::output::Output;
use crate::publish::producer::Producer;
use crate::publish::progress::{Progress, Step};
use crate::publish::site::Site;

/// All kinds of files.
const PRODUCERS: [Producer; 14] = [
    lists::PRODUCER,
    articles::PRODUCER,
    share_images::PRODUCER,
    assets::PRODUCER,
    public_files::PRODUCER,
    pictures::PRODUCER,
    media::PRODUCER,
    covers::PRODUCER,
    syndication::PRODUCER,
    redirects::PRODUCER,
    schema::PRODUCER,
    search::PRODUCER,
    headers::PRODUCER,
    service_worker::PRODUCER,
];

/// Writes what has changed of a site, on all cores.
///
/// # Errors
/// What could not be made, or the place that could not be written.
pub fn write(site: &Site<'_>, output: &Output, progress: &dyn Progress) -> Result<(), BuildError> {
    for step in [Step::Pages, Step::Search, Step::Files] {
        let producers = || PRODUCERS.iter().filter(|producer| producer.step == step);
        progress.begin(step, producers().map(|producer| (producer.count)(site)).sum());
        for producer in producers() {
            (0..(producer.count)(site)).into_par_iter().try_for_each(|number| {
                progress.advance();
                (producer.artifacts)(site, number).try_for_each(|artifact| artifact?.write(output))
            })?;
        }
    }
    Ok(())
}
