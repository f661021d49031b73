//! How often an article was read.

/// Views of an article, as far as the build knew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Views {
    /// All that were published with the page: those of the site that ours follows, and those of the shared counter.
    pub published: u64,
    /// How many of them are the shared counter's, as it was asked last before the build.
    pub shared: u64,
}

impl Views {
    /// Views as they stand in JSON. Of more shared views than there are at all, so many are believed as there are: a wrong
    /// number must not cost the reader the page.
    pub fn new(published: u64, shared: u64) -> Views {
        Views { published, shared: shared.min(published) }
    }

    /// Views of an article that no shared counter knows.
    pub fn before(base: u64) -> Views {
        Views { published: base, shared: 0 }
    }

    /// Adds those of the shared counter.
    pub fn with_shared(self, shared: u64) -> Views {
        Views { published: self.base().saturating_add(shared), shared }
    }

    /// The views that the shared counter has never seen.
    fn base(self) -> u64 {
        self.published.saturating_sub(self.shared)
    }

    /// The number to show. `own` are the reader's views that are not among the published ones; `live` is what the
    /// shared counter says now, with what it has not been told yet.
    ///
    /// Both ways of counting know the same readers, so the greater is nearer to the truth, and their sum never is.
    pub fn shown(self, own: u64, shared: Option<u64>) -> u64 {
        let counted = self.published.saturating_add(own);
        shared.map_or(counted, |shared| counted.max(self.base().saturating_add(shared)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greater_of_both_counts_is_shown() {
        let views = Views::before(4_100).with_shared(31);
        assert_eq!(views, Views { published: 4_131, shared: 31 });
        let table = [
            // Nobody is asked, or nothing is known yet.
            (0, None, 4_131),
            (1, None, 4_132),
            // A counter that is behind, level, ahead.
            (0, Some(0), 4_131),
            (2, Some(31), 4_133),
            (0, Some(40), 4_140),
            // The reader's own are among the forty: never both.
            (2, Some(40), 4_140),
            (2, Some(32), 4_133),
        ];
        for (own, shared, shown) in table {
            assert_eq!(views.shown(own, shared), shown, "{own} {shared:?}");
        }
    }

    #[test]
    fn there_are_never_more_shared_views_than_views() {
        assert_eq!(Views::new(5, 6), Views { published: 5, shared: 5 });
        assert_eq!(Views::new(5, 6).shown(0, Some(6)), 6);
    }

    #[test]
    fn what_is_huge_does_not_wrap() {
        let views = Views { published: u64::MAX, shared: 1 };
        assert_eq!(views.shown(u64::MAX, Some(u64::MAX)), u64::MAX);
    }
}
