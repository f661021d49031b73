//! One slug, one name: tags that differ only in spelling are the same tag.

use std::collections::HashMap;

use crate::publish::source::Source;
use crate::values::{Lang, Slug};

/// Gives every tag the spelling of the oldest article that has it in its language. `articles` are newest first.
pub fn merge(articles: &mut [Source]) {
    let mut names: HashMap<(Lang, Slug), String> = HashMap::new();
    for article in articles.iter_mut().rev() {
        for tag in &mut article.tags {
            match names.get(&(article.lang, tag.slug.clone())) {
                Some(name) if *name == tag.name => {}
                Some(name) => tag.name.clone_from(name),
                None => {
                    names.insert((article.lang, tag.slug.clone()), tag.name.clone());
                }
            }
        }
    }
}
