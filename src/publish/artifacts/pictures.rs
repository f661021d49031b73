//! The articles' pictures, each in all its files. They are made when the newsroom is read, and lie in the cache.

use std::fs;

use crate::publish::artifact::Artifact;
use crate::publish::build_error::BuildError;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| site.newsroom.pictures.len(),
    artifacts: |site, number| {
        let files = site.pictures.get(number).copied().unwrap_or_default().iter();
        let artifacts = files.map(|file| {
            Artifact::of_path(file.src.clone(), || {
                fs::read(&file.path).map_err(|error| BuildError::Read { path: file.path.clone(), error })
            })
        });
        some(artifacts)
    },
};
