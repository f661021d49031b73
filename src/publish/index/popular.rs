//! What is read most.

use std::cmp::Reverse;

use super::SiteIndex;
use crate::i18n::messages;
use crate::model::popular::{MOST_READ, SHOWN};
use crate::model::{Headline, Period, Popular, Views};
use crate::publish::source::Source;
use crate::values::Lang;

/// "Most read" on the front page looks among so many of the newest articles: a paper is about the present.
const NEWEST: usize = super::PER_PAGE * 5;

/// Where a shared counter may change the order, there are so many candidates for each place.
const CANDIDATES: usize = 2;

impl SiteIndex<'_> {
    /// What was read most of the newest articles.
    pub(super) fn most_read(&self, lang: Lang) -> Vec<Headline> {
        let newest = self.sources(lang).take(NEWEST).filter(|article| self.views(article).published > 0);
        self.ranked(newest.collect(), MOST_READ * self.candidates(lang))
    }

    /// The page of what is read most. Its periods end with the last day on which the paper published something: so a site
    /// does not change by standing still, and a paper that comes out in the evening has a day to show in the morning.
    pub(super) fn popular(&self, lang: Lang) -> Popular {
        let policy = self.edition(lang).map(|edition| edition.views_policy()).unwrap_or_default();
        let rule = messages(lang).counted_how(policy.dwell_seconds, policy.window_minutes);
        let Some(until) = self.sources(lang).map(|article| article.date.day()).max() else {
            return Popular { rule, ..Popular::default() };
        };
        let candidates = self.candidates(lang);
        let of = |period: Period| {
            let days = period.days(until);
            let published = |article: &&Source| match days {
                Some((from, until)) => (from..=until).contains(&article.date.day()),
                None => true,
            };
            // What nobody has read is not popular, unless the counter may know better by now.
            let read = |article: &&Source| candidates > 1 || self.views(article).published > 0;
            self.ranked(self.sources(lang).filter(published).filter(read).collect(), SHOWN * candidates)
        };
        Popular { rule, until: Some(until), day: of(Period::Day), week: of(Period::Week), ever: of(Period::Ever) }
    }

    /// The first of some articles by their views; of equal ones the newer comes first.
    fn ranked(&self, mut articles: Vec<&Source>, most: usize) -> Vec<Headline> {
        articles.sort_by_cached_key(|article| {
            (Reverse(self.views(article).published), Reverse(article.date.instant()), article.slug.clone())
        });
        let headline = |article: &Source| {
            let Views { published, shared } = self.views(article);
            Headline { slug: article.slug.clone(), title: article.title.clone(), views: published, shared }
        };
        articles.into_iter().take(most).map(headline).collect()
    }

    fn candidates(&self, lang: Lang) -> usize {
        if self.edition(lang).is_some_and(|edition| edition.counter.is_some()) { CANDIDATES } else { 1 }
    }

    fn sources(&self, lang: Lang) -> impl Iterator<Item = &Source> {
        self.of_language(lang).iter().filter_map(|index| self.articles.get(*index))
    }
}
