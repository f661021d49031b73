//! The indexes of the search, one a language.

use crate::publish::producer::Producer;
use crate::publish::progress::Step;
use crate::publish::search;

pub const PRODUCER: Producer = Producer {
    step: Step::Search,
    count: |site| site.index.editions().count(),
    artifacts: |site, number| {
        let Some(edition) = site.index.editions().nth(number) else { return Box::new(std::iter::empty()) };
        match search::files(site.index, &site.newsroom.vocabulary, edition.lang) {
            Ok(files) => Box::new(files.into_iter().map(Ok)),
            Err(error) => Box::new(std::iter::once(Err(error))),
        }
    },
};
