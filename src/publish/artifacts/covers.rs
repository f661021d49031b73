//! The covers that are drawn for articles without a picture.

use crate::publish::artifact::Artifact;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| site.covers.len(),
    artifacts: |site, number| {
        let cover = site.covers.get(number);
        some(cover.map(|cover| Artifact::of_path(cover.path.clone(), || Ok(cover.svg.clone().into_bytes()))))
    },
};
