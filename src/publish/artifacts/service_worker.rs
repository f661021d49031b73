//! The service worker, or what takes away the one that readers have. A newsroom may have its own.

use crate::names::WORKER;
use crate::publish::artifact::Artifact;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;
use crate::publish::service_worker;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| usize::from(!site.has_file(WORKER)),
    artifacts: |site, _| {
        let editions = || site.index.editions().map(AsRef::as_ref);
        let script = move || match site.has_worker() {
            true => Ok(service_worker::script(site.client, editions(), site.build)?.into_bytes()),
            false => Ok(service_worker::unregister_script(site.folder()).into_bytes()),
        };
        some([Artifact::of_content(WORKER, script)])
    },
};
