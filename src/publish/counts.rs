//! What the shared counter counted, as it was imported last: `counts.toml`.
//!
//! [`import`] asks the counter or reads its [`export`], folds what it learnt into what was known, and has [`mod@file`] write it.
//! Builds only read the file.

pub mod address;
pub mod ask;
pub mod directory;
pub mod export;
pub mod file;
pub mod http;
pub mod import;

use std::collections::BTreeMap;

/// The shared counter's views by the paths of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    views: BTreeMap<String, u64>,
}

/// What was learnt of articles, by their paths; none of those whose views could not be had.
pub type Answers = BTreeMap<String, Option<u64>>;

/// What answers did to counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles that were asked for.
    pub asked: usize,
    /// Those of them that have other views now.
    pub changed: usize,
    /// Those of them whose views could not be had.
    pub missed: usize,
}

impl Counts {
    /// Whether nothing was imported.
    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    /// The shared counter's views of the article at a path.
    pub fn of(&self, path: &str) -> u64 {
        self.views.get(path).copied().unwrap_or_default()
    }

    /// All of them in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.views.iter().map(|(path, views)| (path.as_str(), *views))
    }

    /// The counts after an import. A count never goes back: a service that was set up anew, or answers out of an old copy,
    /// has not undone what was read. What could not be had stays, and so does what nobody asked for, since an article that
    /// is gone may come back.
    pub fn fold(&self, answers: &Answers) -> (Counts, Summary) {
        let mut counts = self.clone();
        let mut summary = Summary { asked: answers.len(), ..Summary::default() };
        for (path, answer) in answers {
            match answer {
                Some(views) if *views > self.of(path) => {
                    counts.views.insert(path.clone(), *views);
                    summary.changed += 1;
                }
                Some(_) => {}
                None => summary.missed += 1,
            }
        }
        (counts, summary)
    }
}

impl FromIterator<(String, u64)> for Counts {
    fn from_iter<I: IntoIterator<Item = (String, u64)>>(views: I) -> Counts {
        Counts { views: views.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(views: &[(&str, u64)]) -> Counts {
        views.iter().map(|(path, views)| ((*path).to_owned(), *views)).collect()
    }

    #[test]
    fn a_count_never_goes_back() {
        let old = counts(&[("/gone/", 9), ("/less/", 7), ("/lost/", 5), ("/more/", 3)]);
        let answers =
            [("/less/", Some(6)), ("/lost/", None), ("/more/", Some(4)), ("/new/", Some(1)), ("/none/", Some(0))];
        let answers: Answers = answers.into_iter().map(|(path, views)| (path.to_owned(), views)).collect();
        let (new, summary) = old.fold(&answers);
        assert_eq!(new, counts(&[("/gone/", 9), ("/less/", 7), ("/lost/", 5), ("/more/", 4), ("/new/", 1)]));
        assert_eq!(summary, Summary { asked: 5, changed: 2, missed: 1 });
        let (again, summary) = new.fold(&answers);
        assert_eq!((again, summary.changed), (new, 0), "the same answers again are no news");
    }
}
