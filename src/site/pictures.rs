//! The pictures that articles name: found, measured and given their addresses, each file once.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use imagesize::ImageType;

use crate::site::nearest::nearest;
use crate::site::translit::slugify;

/// The folder of pictures on the site.
pub const MEDIA: &str = "/media/";

/// The longest side of a picture, in pixels: more is a mistake, and browsers refuse it.
const LONGEST_SIDE: usize = 20_000;

/// The endings of pictures, as far as they are recognised in links.
const ENDINGS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "avif"];

/// A picture that is to be copied to the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PictureFile {
    /// Its path on the site.
    pub src: String,
    /// The file.
    pub path: PathBuf,
}

/// A picture that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its path on the site.
    pub src: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// Why a picture cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Flaw {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Flaw {
        Flaw { message: message.into(), help: help.into() }
    }
}

/// Pictures by file. The lock is held only to find a file's place, so that different files are read in parallel and
/// every file is read once.
#[derive(Debug)]
pub struct Pictures {
    /// `content/` without symbolic links in its path.
    content: PathBuf,
    files: Mutex<HashMap<PathBuf, Arc<Reading>>>,
}

/// What came of reading a picture, once somebody has.
type Reading = OnceLock<Result<Found, Flaw>>;

impl Pictures {
    /// The pictures below a `content/` folder.
    pub fn new(content: &Path) -> Pictures {
        let content = content.canonicalize().unwrap_or_else(|_| content.to_owned());
        Pictures { content, files: Mutex::default() }
    }

    /// The picture that an article in `folder` (from `content/`) calls `name`.
    pub fn find(&self, folder: &Path, name: &str) -> Result<Found, Flaw> {
        let path = resolve(folder, name)?;
        let entry = {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            match files.get(&path) {
                Some(entry) => Arc::clone(entry),
                None => Arc::clone(files.entry(path.clone()).or_default()),
            }
        };
        entry.get_or_init(|| self.read(&path)).clone()
    }

    /// All pictures that were found, by their path on the site.
    pub fn into_files(self) -> Vec<PictureFile> {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut by_src = BTreeMap::new();
        for (path, entry) in files {
            if let Some(Ok(found)) = entry.get() {
                let path = self.content.join(path);
                // Equal files under equal names are one picture; the first path is as good as another, but always it.
                by_src
                    .entry(found.src.clone())
                    .and_modify(|known: &mut PathBuf| *known = path.clone().min(known.clone()))
                    .or_insert(path);
            }
        }
        by_src.into_iter().map(|(src, path)| PictureFile { src, path }).collect()
    }

    fn read(&self, path: &Path) -> Result<Found, Flaw> {
        let shown = path.display();
        let file = match self.content.join(path).canonicalize() {
            Ok(file) if file.starts_with(&self.content) => file,
            Ok(_) => {
                return Err(Flaw::new(
                    format!("the picture {shown} is a symbolic link that leaves content/"),
                    "put the file itself there",
                ));
            }
            Err(_) => return Err(self.absent(path)),
        };
        let bytes = fs::read(&file).map_err(|error| {
            Flaw::new(format!("the picture {shown} cannot be read: {error}"), "check the file and its permissions")
        })?;
        let (width, height) = measure(path, &bytes)?;
        let stem = path.file_stem().and_then(|stem| slugify(&stem.to_string_lossy()));
        let stem = stem.as_ref().map_or("picture", |stem| stem.as_str());
        let hash = blake3::hash(&bytes).to_hex();
        let src = format!("{MEDIA}{stem}.{}.{}", hash.get(..10).unwrap_or_default(), ending(path));
        Ok(Found { src, width, height })
    }

    /// The flaw of a file that is not there, with the nearest that is.
    fn absent(&self, path: &Path) -> Flaw {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = self.content.join(path).parent().map(Path::to_owned).unwrap_or_default();
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let pictures = names.iter().map(String::as_str).filter(|name| is_picture(name));
        let help = match nearest(&name, pictures) {
            Some(near) => format!("did you mean {near}, which is there?"),
            None => "put the file beside the article, or name it from content/ on with a leading `/`: \
                     `/covers/name.jpg`"
                .to_owned(),
        };
        Flaw::new(format!("there is no picture content/{}", path.display().to_string().replace('\\', "/")), help)
    }
}

/// Whether a name ends like a picture's.
pub fn is_picture(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// The path from `content/` of the picture that an article in `folder` calls `name`.
fn resolve(folder: &Path, name: &str) -> Result<PathBuf, Flaw> {
    if name.contains("://") || name.starts_with("//") || name.starts_with("data:") {
        return Err(Flaw::new(
            format!("the picture \"{}\" is not the newsroom's own", shorten(name)),
            "save the file beside the article and name it: the site serves its own pictures only",
        ));
    }
    if name.contains('\\') || name.contains('\0') {
        return Err(Flaw::new(
            format!("the picture \"{name}\" is named with a backslash"),
            "write `/` between folders",
        ));
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if ending == "svg" {
        return Err(Flaw::new(
            format!("the picture \"{name}\" is an SVG, which can carry scripts"),
            "export it as PNG or WebP and name that file",
        ));
    }
    if !is_picture(name) {
        return Err(Flaw::new(
            format!("\"{}\" is no picture that the site can show", shorten(name)),
            "use a file in JPEG, PNG, WebP or AVIF: .jpg, .png, .webp, .avif",
        ));
    }
    let (base, below) = match name.strip_prefix('/') {
        Some(below) => (Path::new(""), below),
        None => (folder, name),
    };
    let below = percent_decoded(below.strip_prefix("./").unwrap_or(below));
    if !Path::new(&below).components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(Flaw::new(
            format!("the picture \"{name}\" is named by a path that leaves its folder"),
            "name it from content/ on with a leading `/`: `/covers/name.jpg`",
        ));
    }
    Ok(base.join(below))
}

/// The picture's width and height, if it is one, and of the kind that its name says.
fn measure(path: &Path, bytes: &[u8]) -> Result<(u32, u32), Flaw> {
    let shown = path.display();
    let kind = match imagesize::image_type(bytes) {
        Ok(ImageType::Jpeg) => "jpg",
        Ok(ImageType::Png) => "png",
        Ok(ImageType::Webp) => "webp",
        Ok(ImageType::Heif(imagesize::Compression::Av1)) => "avif",
        _ => {
            return Err(Flaw::new(
                format!("{shown} is not a JPEG, PNG, WebP or AVIF inside"),
                "export the picture again: renaming a file does not convert it",
            ));
        }
    };
    let named = ending(path);
    if kind != named {
        return Err(Flaw::new(
            format!("{shown} is named .{named} and is a .{kind} inside"),
            format!(
                "rename the file to {}",
                Path::new(path.file_name().unwrap_or_default()).with_extension(kind).display()
            ),
        ));
    }
    let size = imagesize::blob_size(bytes).map_err(|_| {
        Flaw::new(format!("the size of the picture {shown} cannot be read"), "the file is damaged: export it again")
    })?;
    if size.width == 0 || size.height == 0 || size.width > LONGEST_SIDE || size.height > LONGEST_SIDE {
        return Err(Flaw::new(
            format!("the picture {shown} measures {} by {} pixels", size.width, size.height),
            format!("scale it to a size from 1 to {LONGEST_SIDE} pixels a side"),
        ));
    }
    // Both are at most LONGEST_SIDE by now.
    Ok((size.width as u32, size.height as u32))
}

/// The ending of a picture on the site: lower-case, one for each kind.
fn ending(path: &Path) -> String {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if ending == "jpeg" { "jpg".to_owned() } else { ending }
}

/// A text with `%20` and its like decoded, as Markdown wants spaces in addresses to be written; itself where that is no
/// text.
pub fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair = text.get(at + 1..at + 3).filter(|pair| pair.bytes().all(|b| b.is_ascii_hexdigit()));
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(value) if byte == b'%' => {
                decoded.push(value);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// A name for a message: `data:` addresses can be megabytes long.
fn shorten(name: &str) -> String {
    match name.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", name.get(..at).unwrap_or_default()),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_resolve_within_content_only() {
        let folder = Path::new("ru/2026/trail");
        for (name, path) in [
            ("map.webp", "ru/2026/trail/map.webp"),
            ("./img/map.PNG", "ru/2026/trail/img/map.PNG"),
            ("/covers/x.png", "covers/x.png"),
            ("my%20map.jpg", "ru/2026/trail/my map.jpg"),
            ("карта.jpeg", "ru/2026/trail/карта.jpeg"),
        ] {
            assert_eq!(resolve(folder, name), Ok(PathBuf::from(path)), "{name}");
        }
        for (name, message) in [
            ("../map.png", "leaves its folder"),
            ("/../map.png", "leaves its folder"),
            ("%2e%2e/map.png", "leaves its folder"),
            ("%2Fetc/map.png", "leaves its folder"),
            ("a\\b.png", "backslash"),
            ("https://example.org/x.png", "not the newsroom's own"),
            ("//example.org/x.png", "not the newsroom's own"),
            ("data:image/png;base64,AAAA", "not the newsroom's own"),
            ("x.svg", "SVG"),
            ("x.gif", "no picture"),
            ("x", "no picture"),
        ] {
            let flaw = resolve(folder, name).expect_err(name);
            assert!(flaw.message.contains(message), "{name}: {}", flaw.message);
        }
    }

    #[test]
    fn a_percent_sign_that_encodes_nothing_stays() {
        for (text, decoded) in [("50%.png", "50%.png"), ("%d0%b0", "а"), ("%ff", "%ff"), ("100%25", "100%")] {
            assert_eq!(percent_decoded(text), decoded);
        }
    }
}
