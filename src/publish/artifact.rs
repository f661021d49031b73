//! What a site consists of: files that are not made yet.

use crate::publish::build_error::BuildError;
use crate::publish::output::{Fingerprint, Output};

/// One file, or some that come and go together.
pub struct Artifact<'a> {
    /// Where they lie on the site.
    pub paths: Vec<String>,
    /// What they are made from. None where that is the content itself: it is rendered to be compared.
    pub fingerprint: Option<Fingerprint>,
    /// Makes the content of each.
    pub render: Render<'a>,
}

/// Makes the contents of an artifact's files, in the order of their paths.
pub type Render<'a> = Box<dyn FnOnce() -> Result<Vec<Vec<u8>>, BuildError> + 'a>;

impl<'a> Artifact<'a> {
    /// A file whose content is its fingerprint.
    pub fn of_content(
        path: impl Into<String>,
        render: impl FnOnce() -> Result<Vec<u8>, BuildError> + 'a,
    ) -> Artifact<'a> {
        Artifact { paths: vec![path.into()], fingerprint: None, render: Box::new(|| Ok(vec![render()?])) }
    }

    /// A file whose path says what it is made from.
    pub fn of_path(path: String, render: impl FnOnce() -> Result<Vec<u8>, BuildError> + 'a) -> Artifact<'a> {
        let fingerprint = Some(Fingerprint::of(&[path.as_bytes()]));
        Artifact { paths: vec![path], fingerprint, render: Box::new(|| Ok(vec![render()?])) }
    }

    /// Writes the files, unless they stand there already, made from the same.
    ///
    /// # Errors
    /// What could not be made, or the place that could not be written.
    pub fn write(self, output: &Output) -> Result<(), BuildError> {
        let Artifact { paths, fingerprint, render } = self;
        let Some(fingerprint) = fingerprint else {
            let files = paths.iter().zip(render()?);
            return files.into_iter().try_for_each(|(path, content)| Ok(output.write_if_changed(path, &content)?));
        };
        if output.is_unchanged(&paths.iter().map(String::as_str).collect::<Vec<_>>(), fingerprint) {
            return Ok(());
        }
        let files = paths.iter().zip(render()?);
        files.into_iter().try_for_each(|(path, content)| Ok(output.write(path, fingerprint, &content)?))
    }
}
