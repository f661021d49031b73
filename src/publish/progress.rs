//! What a build or an import is busy with, for whoever watches it.

/// A part of a build, in their order, or an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Reading and checking articles, and making their pictures.
    Articles,
    /// Finding related articles.
    Related,
    /// Pages and their JSON.
    Pages,
    /// The index of the search.
    Search,
    /// Everything else: pictures, feeds, sitemaps, the client.
    Files,
    /// Putting the new site in its place.
    Swap,
    /// Removing what was there.
    Cleanup,
    /// Asking a view counter.
    Counts,
    /// Reading what an export has.
    ImportHeads,
    /// Carrying the texts of an export.
    ImportTexts,
}

/// Whoever watches.
pub trait Progress: Sync {
    /// A step begins that has so many parts; none where that is not known.
    fn begin(&self, step: Step, parts: usize);
    /// A part of the step is done. Called from all threads.
    fn advance(&self);
}

/// Nobody watches.
impl Progress for () {
    fn begin(&self, _: Step, _: usize) {}
    fn advance(&self) {}
}
