//! The covers that are drawn for articles without a picture.

use crate::publish::artifact::Artifact;
use crate::publish::drawing;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| site.covers.len(),
    artifacts: |site, number| {
        let cover = site.covers.get(number).map(|(path, article)| {
            let draw = || drawing::cover(article.section.as_str(), article.slug.as_str());
            Artifact::of_path(path.clone(), move || Ok(draw().into_bytes()))
        });
        some(cover)
    },
};
