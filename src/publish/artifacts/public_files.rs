//! Files that are published as they are: icons, and the newsroom's `public/`.

use std::fs;

use crate::publish::artifact::Artifact;
use crate::publish::build_error::BuildError;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| site.client.others.len(),
    artifacts: |site, number| {
        let file = site.client.others.get(number).map(|(path, file)| {
            Artifact::of_content(path, move || {
                fs::read(file).map_err(|error| BuildError::Read { path: file.clone(), error })
            })
        });
        some(file)
    },
};
