//! The pictures by which articles without a photograph are shared.

use crate::publish::artifact::Artifact;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;
use crate::publish::share::ShareImage;

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| site.index.articles().len(),
    artifacts: |site, number| {
        if !site.index.is_drawn_for_sharing(number) {
            return some(None);
        }
        let Some(page) = site.index.article(number) else { return some(None) };
        let Some(edition) = site.index.edition(page.lang) else { return some(None) };
        let Some(image) = ShareImage::of(&page, edition, &site.drawn) else { return some(None) };
        let path = image.src;
        some([Artifact::of_path(path, move || {
            let image = ShareImage::of(&page, edition, &site.drawn);
            Ok(image.map(|image| site.renderer.draw(&image.sheet())).unwrap_or_default())
        })])
    },
};
