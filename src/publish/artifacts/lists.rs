//! The pages that are no articles, each with its JSON.

use crate::publish::page_artifact::page_artifact;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;

pub const PRODUCER: Producer = Producer {
    step: Step::Pages,
    count: |site| site.lists.len(),
    artifacts: |site, number| {
        let Some(address) = site.lists.get(number) else { return some(None) };
        let page = site.index.edition(address.lang).zip(site.index.list(address));
        Box::new(page.map(|(edition, page)| page_artifact(site, edition, page)).into_iter())
    },
};
