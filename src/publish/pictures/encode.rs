//! The files that are made of a picture: WebP in all widths, JPEG for what reads no WebP, and a crop for messengers.
//!
//! Pixels alone are written: no metadata, so nothing says where and by whom a picture was taken.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use serde::{Deserialize, Serialize};
use webp::WebPConfig;

use super::raster::Raster;
use super::{placeholder_color, widths};
use crate::model::picture::SMALL_JPEG;

/// Names the way pictures are made. Another name makes them all anew, under new addresses: change it with whatever changes
/// the bytes of a file (widths, qualities, the versions of the libraries that scale and encode).
pub const SETTINGS: &str = "1";

/// The picture of messengers, in pixels.
pub const SHARE: (u32, u32) = (1200, 630);

/// What takes the place of a picture's ending in the name of its picture for messengers.
pub const SHARE_END: &str = "-share.jpg";

/// Up to this width a picture is a thumbnail.
const THUMBNAIL: u32 = 320;

/// The bytes that a thumbnail should not exceed.
const THUMBNAIL_BYTES: usize = 10_000;

/// Qualities of WebP, from 0 to 100: of large pictures, and of thumbnails, of which the first that fits is taken. Phones
/// show them smaller than they are, which hides their faults.
const QUALITY: f32 = 74.0;
const THUMBNAIL_QUALITIES: [f32; 4] = [72.0, 60.0, 45.0, 30.0];

/// The quality of JPEG, from 1 to 100.
const JPEG_QUALITY: u8 = 78;

/// What a picture is, apart from its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Pixels of the largest file.
    pub width: u32,
    /// Pixels of the largest file.
    pub height: u32,
    /// The widths in which there is a WebP.
    pub widths: Vec<u32>,
    /// The colour of its place.
    #[serde(rename = "tone")]
    pub placeholder_color: String,
}

impl Shape {
    /// The shape of a picture in its largest width.
    pub fn of(raster: &Raster) -> Shape {
        Shape {
            width: raster.width,
            height: raster.height,
            widths: widths::widths(raster.width),
            placeholder_color: placeholder_color::of(raster),
        }
    }

    /// What takes the place of the ending in the names of its files: `-640.webp`.
    pub fn ends(&self) -> Vec<String> {
        let widths = self.widths.iter().map(|width| format!("-{width}.webp"));
        let small = self.widths.contains(&SMALL_JPEG).then(|| format!("-{SMALL_JPEG}.jpg"));
        widths.chain(small).chain([".jpg".to_owned(), SHARE_END.to_owned()]).collect()
    }

    /// Whether it is one that [`Shape::of`] makes.
    pub fn is_sound(&self) -> bool {
        let (width, height) = widths::largest(self.width, self.height);
        (width, height) == (self.width, self.height)
            && width > 0
            && self.widths == widths::widths(width)
            && self.placeholder_color.len() == 3
            && self.placeholder_color.bytes().all(|digit| digit.is_ascii_hexdigit())
    }
}

/// A file that was made.
pub struct Made {
    /// What takes the place of the ending in the picture's name: `-640.webp`.
    pub end: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Makes all files of a picture.
///
/// # Errors
/// What an encoder says.
pub fn files(raster: &Raster, shape: &Shape) -> Result<Vec<Made>, String> {
    let at = |width: u32| raster.scaled(width, widths::height_at(width, raster.width, raster.height));
    let mut bytes = Vec::new();
    for &width in &shape.widths {
        bytes.push(webp(&at(width)?)?);
    }
    if shape.widths.contains(&SMALL_JPEG) {
        bytes.push(jpeg(&at(SMALL_JPEG)?)?);
    }
    bytes.push(jpeg(raster)?);
    bytes.push(jpeg(&raster.cropped(SHARE.0, SHARE.1)?)?);
    Ok(shape.ends().into_iter().zip(bytes).map(|(end, bytes)| Made { end, bytes }).collect())
}

fn webp(raster: &Raster) -> Result<Vec<u8>, String> {
    if raster.width > THUMBNAIL {
        return webp_at(raster, QUALITY);
    }
    let mut bytes = Vec::new();
    for quality in THUMBNAIL_QUALITIES {
        bytes = webp_at(raster, quality)?;
        if bytes.len() <= THUMBNAIL_BYTES {
            break;
        }
    }
    Ok(bytes)
}

fn webp_at(raster: &Raster, quality: f32) -> Result<Vec<u8>, String> {
    let mut config = WebPConfig::new().map_err(|()| "the WebP encoder does not start".to_owned())?;
    config.quality = quality;
    let encoder = if raster.alpha {
        webp::Encoder::from_rgba(&raster.pixels, raster.width, raster.height)
    } else {
        webp::Encoder::from_rgb(&raster.pixels, raster.width, raster.height)
    };
    let memory = encoder.encode_advanced(&config).map_err(|error| format!("no WebP can be made of it: {error:?}"))?;
    Ok(memory.to_vec())
}

fn jpeg(raster: &Raster) -> Result<Vec<u8>, String> {
    let raster = raster.on_white();
    // Sizes are at most those of the largest file.
    let side = |side: u32| u16::try_from(side).map_err(|error| error.to_string());
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, JPEG_QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let written = encoder.encode(&raster.pixels, side(raster.width)?, side(raster.height)?, ColorType::Rgb);
    written.map_err(|error| format!("no JPEG can be made of it: {error}"))?;
    Ok(bytes)
}
