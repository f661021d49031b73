//! The client, but for what stands within the pages.

use crate::publish::artifact::Artifact;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| site.client.assets().count(),
    artifacts: |site, number| {
        let asset = site.client.assets().nth(number);
        some(asset.map(|asset| Artifact::of_content(&asset.path, || Ok(asset.bytes.clone()))))
    },
};
