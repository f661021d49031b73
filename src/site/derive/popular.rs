//! What is read most.

use std::cmp::Reverse;

use super::Paper;
use crate::content::popular::SHOWN;
use crate::content::{Headline, Lang, Period, Popular};
use crate::site::newsroom::Source;

/// How many headlines "most read" has on the front page.
const MOST_READ: usize = 5;

/// "Most read" on the front page looks among so many of the newest articles: a paper is about the present.
const NEWEST: usize = super::PER_PAGE * 5;

/// How many articles of a period the page of what is read most holds where a shared counter may change their order.
const CANDIDATES: usize = 2 * SHOWN;

impl Paper<'_> {
    /// What was read most of the newest articles.
    pub(super) fn most_read(&self, lang: Lang) -> Vec<Headline> {
        let newest = self.sources(lang).take(NEWEST);
        self.ranked(newest.filter(|article| self.views(article).published > 0).collect(), MOST_READ)
    }

    /// The page of what is read most. Its periods end with the last day on which the paper published something: so a site
    /// does not change by standing still, and a paper that comes out in the evening has a day to show in the morning.
    pub(super) fn popular(&self, lang: Lang) -> Popular {
        let Some(until) = self.sources(lang).map(|article| article.date.day()).max() else { return Popular::default() };
        let live = self.edition(lang).is_some_and(|edition| edition.counter.is_some());
        let of = |period: Period| {
            let days = period.days(until);
            let published = |article: &&Source| match days {
                Some((from, until)) => (from..=until).contains(&article.date.day()),
                None => true,
            };
            // What nobody has read is not popular, unless the counter may know better by now.
            let read = |article: &&Source| live || self.views(article).published > 0;
            self.ranked(
                self.sources(lang).filter(published).filter(read).collect(),
                if live { CANDIDATES } else { SHOWN },
            )
        };
        Popular { until: Some(until), day: of(Period::Day), week: of(Period::Week), ever: of(Period::Ever) }
    }

    /// The first of some articles by their views; of equal ones the newer comes first.
    fn ranked(&self, mut articles: Vec<&Source>, most: usize) -> Vec<Headline> {
        articles.sort_by_cached_key(|article| {
            (Reverse(self.views(article).published), Reverse(article.date.instant()), article.slug.clone())
        });
        let headline = |article: &Source| Headline {
            slug: article.slug.clone(),
            title: article.title.clone(),
            views: self.views(article),
        };
        articles.into_iter().take(most).map(headline).collect()
    }

    fn sources(&self, lang: Lang) -> impl Iterator<Item = &Source> {
        self.of_language(lang).iter().filter_map(|index| self.articles.get(*index))
    }
}
