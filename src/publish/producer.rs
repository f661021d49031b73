//! What makes one kind of files.

use crate::publish::artifact::Artifact;
use crate::publish::build_error::BuildError;
use crate::publish::progress::Step;
use crate::publish::site::Site;

/// Makes one kind of files from what is known of the site. It reads and writes nothing; what it gives may read when it is
/// rendered.
pub struct Producer {
    /// The step of the build that they belong to.
    pub step: Step,
    /// How many groups of them there are.
    pub count: fn(&Site<'_>) -> usize,
    /// The files of a group, by its number.
    pub artifacts: for<'a> fn(&'a Site<'a>, usize) -> Artifacts<'a>,
}

/// The files of a group, one at a time: a large paper's never lie in memory together.
pub type Artifacts<'a> = Box<dyn Iterator<Item = Result<Artifact<'a>, BuildError>> + 'a>;

/// Some files that can be told at once; an option is one or none.
pub fn some<'a>(artifacts: impl IntoIterator<Item = Artifact<'a>, IntoIter: 'a>) -> Artifacts<'a> {
    Box::new(artifacts.into_iter().map(Ok))
}
