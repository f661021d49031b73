//! The sound and film of articles, copied as they are.

use std::fs;

use crate::publish::artifact::Artifact;
use crate::publish::build_error::BuildError;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| site.newsroom.media.len(),
    artifacts: |site, number| {
        let file = site.newsroom.media.iter().nth(number).map(|(src, path)| {
            Artifact::of_path(src.clone(), move || {
                fs::read(path).map_err(|error| BuildError::Read { path: path.clone(), error })
            })
        });
        some(file)
    },
};
