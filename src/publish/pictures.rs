//! The pictures that articles name: found, decoded and made into the files that the site shows, each of them once.
//!
//! In this order: [`name`] says which file is meant, [`head`] whether it is one to decode, [`decode`] makes pixels of it,
//! [`encode`] the files, which [`cache`] keeps.

mod avif;
mod cache;
mod colour;
mod decode;
mod decoded;
mod encode;
mod folder;
mod head;
mod name;
mod once;
mod placeholder_color;
mod raster;
mod widths;
mod yuv;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use cache::Cache;
use encode::Shape;
use once::Once;

use crate::model::{Picture, PlaceholderColor};
use crate::names::MEDIA_FOLDER;
use crate::publish::translit::slugify;
use crate::values::SitePath;

pub use encode::{SHARE, SHARE_END};
pub use folder::Folder;
pub use name::is_picture;

/// The largest file of a picture, in bytes.
const LARGEST: u64 = 200 * 1024 * 1024;

/// From so many pixels on, pictures are decoded one at a time: on many cores they would take all memory.
const LARGE: u64 = 20_000_000;

/// A file of a picture that is to be copied to the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PictureFile {
    /// Its path on the site.
    pub src: String,
    /// The file.
    pub path: PathBuf,
}

/// Why a picture cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageError {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl ImageError {
    fn new(message: impl Into<String>, help: impl Into<String>) -> ImageError {
        ImageError { message: message.into(), help: help.into() }
    }
}

/// Pictures by file. The lock is held only to find a file's place, so that different files are read in parallel and
/// every file is read once.
#[derive(Debug)]
pub struct Pictures {
    content: Folder,
    /// Where files are kept; without it none are made.
    cache: Option<Cache>,
    files: Mutex<HashMap<PathBuf, Arc<Reading>>>,
    /// Held while a large picture is decoded.
    large: Mutex<()>,
}

/// What came of reading a picture, once somebody has.
type Reading = Once<Result<Found, ImageError>>;

/// A picture that was found.
#[derive(Clone, Debug)]
struct Found {
    picture: Picture,
    /// Its name in the cache.
    key: String,
}

impl Pictures {
    /// The pictures below a `content/` folder. With a cache folder their files are made there, unless they are there
    /// already; without one pictures are only decoded, to see whether they can be.
    pub fn new(content: &Path, cache: Option<&Path>) -> Pictures {
        Pictures {
            content: Folder::new(content),
            cache: cache.map(Cache::new),
            files: Mutex::default(),
            large: Mutex::default(),
        }
    }

    /// The picture that an article in `folder` (from `content/`) calls `name`, its description left empty.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn find(&self, folder: &Path, name: &str) -> Result<Picture, ImageError> {
        let path = name::resolve(folder, name)?;
        let entry = {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            match files.get(&path) {
                Some(entry) => Arc::clone(entry),
                None => Arc::clone(files.entry(path.clone()).or_default()),
            }
        };
        let found = entry.get(|| self.read_guarded(&path));
        found.as_ref().map(|found| found.picture.clone()).map_err(ImageError::clone)
    }

    /// The files of all pictures that were found, by the path of the picture on the site. None without a cache.
    pub fn into_files(self) -> BTreeMap<String, Vec<PictureFile>> {
        let Some(cache) = &self.cache else { return BTreeMap::new() };
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let found = files.values().filter_map(|entry| entry.known()?.as_ref().ok());
        // Equal files under equal names are one picture.
        found
            .map(|Found { picture, key }| {
                let files = cache.files(key).into_iter();
                let files = files.map(|(end, path)| PictureFile { src: picture.file(&end), path });
                (picture.src.to_string(), files.collect())
            })
            .collect()
    }

    /// Decoders and encoders are libraries for files that anybody may have made. Should one of them panic after all, then
    /// that is this file's fault, and not the end of the build. Nothing that it has touched is used afterwards.
    fn read_guarded(&self, path: &Path) -> Result<Found, ImageError> {
        catch_unwind(AssertUnwindSafe(|| self.read(path))).unwrap_or_else(|_| {
            let message = format!("the picture {} cannot be read: the decoder gave up", path.display());
            Err(ImageError::new(message, "open it in a picture editor and export it again"))
        })
    }

    fn read(&self, path: &Path) -> Result<Found, ImageError> {
        let shown = path.display();
        let bytes = self.load(path)?;
        let (kind, pixels) = head::read(path, &bytes)?;
        let key = cache::key(&bytes);
        let shape = match self.cache.as_ref().and_then(|cache| cache.shape(&key)) {
            Some(shape) => shape,
            None => {
                let _alone = (pixels >= LARGE).then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
                let raster = decode::decode(&bytes, kind).map_err(|error| {
                    ImageError::new(
                        format!("the picture {shown} cannot be read: {error}"),
                        "open it in a picture editor and export it again",
                    )
                })?;
                let shape = Shape::of(&raster);
                if let Some(cache) = &self.cache {
                    keep(cache, &key, &raster, &shape).map_err(|(message, help)| {
                        ImageError::new(format!("the picture {shown} cannot be converted: {message}"), help)
                    })?;
                }
                shape
            }
        };
        let stem = path.file_stem().and_then(|stem| slugify(&folder::composed(&stem.to_string_lossy())));
        let stem = stem.as_ref().map_or("picture", |stem| stem.as_str());
        let src = SitePath::encoded(&format!("{MEDIA_FOLDER}/{stem}.{}.jpg", key.get(..10).unwrap_or_default()));
        let Shape { width, height, widths, placeholder_color } = shape;
        Ok(Found {
            picture: Picture {
                src,
                width,
                height,
                alt: String::new(),
                widths,
                placeholder_color: PlaceholderColor::new(&placeholder_color),
            },
            key,
        })
    }

    /// The bytes of a file within `content/`.
    fn load(&self, path: &Path) -> Result<Vec<u8>, ImageError> {
        let shown = path.display();
        let file = self.content.file(path, "picture")?;
        let unreadable = |error: std::io::Error| {
            ImageError::new(
                format!("the picture {shown} cannot be read: {error}"),
                "check the file and its permissions",
            )
        };
        let size = fs::metadata(&file).map_err(unreadable)?.len();
        if size > LARGEST {
            return Err(ImageError::new(
                format!("the picture {shown} has {size} bytes, more than {LARGEST}"),
                "export it smaller: the site shows at most 1600 pixels of its width",
            ));
        }
        fs::read(&file).map_err(unreadable)
    }
}

/// Makes the files of a picture and keeps them. The error is a message and what to do about it.
fn keep(cache: &Cache, key: &str, raster: &raster::Raster, shape: &Shape) -> Result<(), (String, String)> {
    let again = "open it in a picture editor and export it again";
    let files = encode::files(raster, shape).map_err(|message| (message, again.to_owned()))?;
    cache.keep(key, shape, &files).map_err(|(folder, error)| {
        (format!("{}: {error}", folder.display()), "make room there, or name another folder with `--cache`".to_owned())
    })
}
