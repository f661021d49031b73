//! The names that editors give pictures.

use std::path::{Component, Path, PathBuf};

use super::ImageError;
use crate::values::percent_decode;

/// The endings of pictures, as far as they are recognised in links.
const ENDINGS: [&str; 8] = ["jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "avif"];

/// Whether a name ends like a picture's.
pub fn is_picture(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// The path from `content/` of the picture that an article in `folder` calls `name`.
pub fn resolve(folder: &Path, name: &str) -> Result<PathBuf, ImageError> {
    own(name, "picture")?;
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if ending == "svg" {
        return Err(ImageError::new(
            format!("the picture \"{name}\" is an SVG, which can carry scripts"),
            "export it as PNG or WebP and name that file",
        ));
    }
    if !is_picture(name) {
        return Err(ImageError::new(
            format!("\"{}\" is no picture that the site can show", shorten(name)),
            "use a file in JPEG, PNG, GIF, WebP or AVIF: .jpg, .png, .gif, .webp, .avif",
        ));
    }
    below(folder, name, "picture")
}

/// Refuses the name of a file that is not the newsroom's own. `what` is what it is called in messages.
fn own(name: &str, what: &str) -> Result<(), ImageError> {
    if name.contains("://") || name.starts_with("//") || name.starts_with("data:") {
        return Err(ImageError::new(
            format!("the {what} \"{}\" is not the newsroom's own", shorten(name)),
            format!("save the file beside the article and name it: the site serves its own {what}s only"),
        ));
    }
    if name.contains('\\') || name.contains('\0') {
        return Err(ImageError::new(
            format!("the {what} \"{name}\" is named with a backslash"),
            "write `/` between folders",
        ));
    }
    Ok(())
}

/// The path from `content/` of the file that an article in `folder` calls `name`.
pub fn below(folder: &Path, name: &str, what: &str) -> Result<PathBuf, ImageError> {
    own(name, what)?;
    let (base, below) = match name.strip_prefix('/') {
        Some(below) => (Path::new(""), below),
        None => (folder, name),
    };
    let below = percent_decode(below.strip_prefix("./").unwrap_or(below));
    if !Path::new(&below).components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(ImageError::new(
            format!("the {what} \"{name}\" is named by a path that leaves its folder"),
            "name it from content/ on with a leading `/`: `/covers/name.jpg`",
        ));
    }
    Ok(base.join(below))
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
            ("x.bmp", "no picture"),
            ("x", "no picture"),
        ] {
            let error = resolve(folder, name).expect_err(name);
            assert!(error.message.contains(message), "{name}: {}", error.message);
        }
    }
}
