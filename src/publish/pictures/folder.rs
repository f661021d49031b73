//! The files of `content/`, by the names that editors give them.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use icu_normalizer::ComposingNormalizerBorrowed;

use super::ImageError;
use super::name;
use crate::publish::nearest::nearest;

/// The folder `content/`.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// A name with each letter and its marks as one character: some systems write й as two.
pub fn composed(name: &str) -> Cow<'_, str> {
    if name.is_ascii() { Cow::Borrowed(name) } else { ComposingNormalizerBorrowed::new_nfc().normalize(name) }
}

impl Folder {
    /// A folder, without symbolic links in its path.
    pub fn new(content: &Path) -> Folder {
        Folder(content.canonicalize().unwrap_or_else(|_| content.to_owned()))
    }

    /// The path from `content/` of what an article in `folder` calls `name`. `what` is what it is called in messages.
    ///
    /// # Errors
    /// Why there cannot be such a file.
    pub fn resolve(&self, folder: &Path, name: &str, what: &str) -> Result<PathBuf, ImageError> {
        name::below(folder, name, what)
    }

    /// The file at a path from `content/`.
    ///
    /// # Errors
    /// That there is none, or none within the folder.
    pub fn file(&self, path: &Path, what: &str) -> Result<PathBuf, ImageError> {
        let file = self.0.join(path).canonicalize().or_else(|error| self.respelled(path).ok_or(error)?.canonicalize());
        match file {
            Ok(file) if file.starts_with(&self.0) => Ok(file),
            Ok(_) => Err(ImageError {
                message: format!("the {what} {} is a symbolic link that leaves content/", path.display()),
                help: "put the file itself there".to_owned(),
            }),
            Err(_) => Err(self.absent(path, what)),
        }
    }

    /// The file whose name has the same letters, written as other characters.
    fn respelled(&self, path: &Path) -> Option<PathBuf> {
        if path.to_string_lossy().is_ascii() {
            return None;
        }
        path.components().try_fold(self.0.clone(), |folder, part| {
            let whole = folder.join(part);
            if whole.exists() {
                return Some(whole);
            }
            let name = part.as_os_str().to_string_lossy();
            let entries = fs::read_dir(&folder).ok()?.flatten();
            let mut alike = entries.filter(|entry| composed(&entry.file_name().to_string_lossy()) == composed(&name));
            alike.next().map(|entry| entry.path())
        })
    }

    /// The flaw of a file that is not there, with the nearest that is.
    fn absent(&self, path: &Path, what: &str) -> ImageError {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = self.0.join(path).parent().map(Path::to_owned).unwrap_or_default();
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let ending = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        let names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let of_case = names.iter().find(|known| known.to_lowercase() == name.to_lowercase()).map(String::as_str);
        let is_picture = name::is_picture(&name);
        let alike = |known: &&str| if is_picture { name::is_picture(known) } else { ending(known) == ending(&name) };
        let near = of_case.or_else(|| nearest(&name, names.iter().map(String::as_str).filter(alike)));
        let shown = path.display().to_string().replace('\\', "/");
        let is_published = self.0.parent().is_some_and(|root| root.join("public").join(path).is_file());
        let help = match near {
            Some(near) => format!("did you mean {near}, which is there?"),
            None if is_published => {
                format!("it lies in public/: move it to content/{shown}, and it is shown from there")
            }
            None => format!(
                "put the file beside the article, or name it from content/ on with a leading `/`: `/covers/{}`",
                if name.is_empty() { "name.jpg" } else { &name }
            ),
        };
        ImageError { message: format!("there is no {what} content/{shown}"), help }
    }
}
