//! The schema of pages' JSON.

use crate::model::Document;
use crate::publish::artifact::Artifact;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;
use crate::publish::urls::SCHEMA;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |_| 1,
    artifacts: |_, _| {
        let schema = || Ok(serde_json::to_vec_pretty(&schemars::schema_for!(Document))?);
        some([Artifact::of_content(SCHEMA, schema)])
    },
};
