//! The pages of articles, each with its JSON.

use crate::publish::page_artifact::article_artifact;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;
use crate::publish::share::ShareImage;

pub const PRODUCER: Producer = Producer {
    step: Step::Pages,
    count: |site| site.index.articles().len(),
    artifacts: |site, number| {
        let Some(page) = site.index.article(number) else { return some(None) };
        let Some(edition) = site.index.edition(page.lang) else { return some(None) };
        let is_drawn = site.index.is_drawn_for_sharing(number);
        let image = is_drawn.then(|| ShareImage::of(&page, edition, &site.drawn)).flatten();
        let src = image.map(|image| image.src);
        let Some(source) = site.index.articles().get(number) else { return some(None) };
        Box::new(std::iter::once(article_artifact(site, edition, page, &source.body, src)))
    },
};
