//! What stands among the cards where too little is related: the newest of the section, then the newest of all.

use std::collections::HashMap;

use super::RELATED;
use super::bulletins::Bulletins;
use crate::publish::source::Source;
use crate::values::Slug;

/// The newest articles of each section, and of all.
pub struct Latest {
    /// The section of each article, as a number.
    sections: Vec<usize>,
    by_section: Vec<Newest>,
    all: Newest,
}

/// Some of the newest articles, of each bulletin the newest.
#[derive(Default)]
struct Newest {
    places: Vec<usize>,
    bulletins: Vec<u32>,
}

impl Newest {
    /// Takes in the next, unless there are so many or it is one more of a bulletin.
    fn take(&mut self, place: usize, bulletin: Option<u32>, most: usize) {
        if self.places.len() < most && !bulletin.is_some_and(|bulletin| self.bulletins.contains(&bulletin)) {
            self.places.push(place);
            self.bulletins.extend(bulletin);
        }
    }
}

impl Latest {
    /// Those among articles, which are newest first.
    pub fn new(articles: &[&Source], bulletins: &Bulletins) -> Latest {
        let mut numbers: HashMap<&Slug, usize> = HashMap::new();
        let mut latest = Latest { sections: Vec::new(), by_section: Vec::new(), all: Newest::default() };
        for (own, article) in articles.iter().enumerate() {
            let next = latest.by_section.len();
            let number = *numbers.entry(&article.section).or_insert(next);
            if number == next {
                latest.by_section.push(Newest::default());
            }
            if let Some(newest) = latest.by_section.get_mut(number) {
                newest.take(own, bulletins.of(own), RELATED + 1);
            }
            latest.all.take(own, bulletins.of(own), 2 * RELATED + 1);
            latest.sections.push(number);
        }
        latest
    }

    /// Whether two articles are in one section.
    pub fn are_of_one_section(&self, one: usize, other: usize) -> bool {
        self.sections.get(one) == self.sections.get(other)
    }

    /// What may stand in for what is related to an article, best first; the article itself may be among them.
    pub fn stand_ins(&self, own: usize) -> impl Iterator<Item = usize> {
        let section = self.sections.get(own).and_then(|section| self.by_section.get(*section));
        section.into_iter().chain([&self.all]).flat_map(|newest| newest.places.iter().copied())
    }
}
