//! What a picture says of itself before it is decoded: its kind and its size.

use std::path::Path;

use imagesize::ImageType;

use super::ImageError;

/// The longest side of a picture, in pixels: more is a mistake, and browsers refuse it.
pub const LONGEST_SIDE: u32 = 20_000;

/// The most pixels of a picture. A small file can claim any number, and decoding takes memory for each.
pub const MOST_PIXELS: u64 = 100_000_000;

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// AVIF.
    Avif,
}

impl Kind {
    fn of(bytes: &[u8]) -> Option<Kind> {
        match imagesize::image_type(bytes).ok()? {
            ImageType::Jpeg => Some(Kind::Jpeg),
            ImageType::Png => Some(Kind::Png),
            ImageType::Gif => Some(Kind::Gif),
            ImageType::Webp => Some(Kind::Webp),
            ImageType::Heif(imagesize::Compression::Av1) => Some(Kind::Avif),
            _ => None,
        }
    }

    /// How its files end.
    fn ending(self) -> &'static str {
        match self {
            Kind::Jpeg => "jpg",
            Kind::Png => "png",
            Kind::Gif => "gif",
            Kind::Webp => "webp",
            Kind::Avif => "avif",
        }
    }
}

/// A picture's kind and the number of its pixels, if the kind is what its name says and the size is one to decode.
pub fn read(path: &Path, bytes: &[u8]) -> Result<(Kind, u64), ImageError> {
    let shown = path.display();
    let Some(kind) = Kind::of(bytes) else {
        return Err(ImageError::new(
            format!("{shown} is not a JPEG, PNG, GIF, WebP or AVIF inside"),
            "export the picture again: renaming a file does not convert it",
        ));
    };
    let named = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let named = if matches!(named.as_str(), "jpeg" | "jpe" | "jfif") { "jpg".to_owned() } else { named };
    if kind.ending() != named {
        let name = Path::new(path.file_name().unwrap_or_default()).with_extension(kind.ending());
        return Err(ImageError::new(
            format!("{shown} is named .{named} and is a .{} inside", kind.ending()),
            format!("rename the file to {}", name.display()),
        ));
    }
    let size = imagesize::blob_size(bytes).map_err(|_| {
        ImageError::new(
            format!("the size of the picture {shown} cannot be read"),
            "the file is damaged: export it again",
        )
    })?;
    let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let (width, height) = (side(size.width), side(size.height));
    match size_flaw(width, height) {
        Some(help) => {
            Err(ImageError::new(format!("the picture {shown} measures {} by {} pixels", size.width, size.height), help))
        }
        None => Ok((kind, u64::from(width) * u64::from(height))),
    }
}

/// What to do about a size that is none to decode.
pub fn size_flaw(width: u32, height: u32) -> Option<String> {
    let side = |side: u32| (1..=LONGEST_SIDE).contains(&side);
    if !side(width) || !side(height) {
        Some(format!("scale it to a size from 1 to {LONGEST_SIDE} pixels a side"))
    } else if u64::from(width) * u64::from(height) > MOST_PIXELS {
        Some(format!("scale it down: {} megapixels are the most that is decoded", MOST_PIXELS / 1_000_000))
    } else {
        None
    }
}
