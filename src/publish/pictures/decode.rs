//! From a file's bytes to pixels in the size of the largest file that is made of them.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageResult, Limits};

use super::avif;
use super::colour::{Profile, to_srgb};
use super::decoded::Decoded;
use super::head::{Kind, LONGEST_SIDE, size_flaw};
use super::raster::Raster;
use super::widths::largest;

/// The most memory that a decoder may ask for, in bytes: enough for the most pixels in 16 bits with their opacity.
const MEMORY: u64 = 1 << 30;

/// Decodes a picture: scaled down to its largest width, its colours sRGB, held as it was taken.
///
/// # Errors
/// Why it cannot be decoded, in the decoder's words.
pub fn decode(bytes: &[u8], kind: Kind) -> Result<Raster, String> {
    develop(read(bytes, kind)?)
}

fn read(bytes: &[u8], kind: Kind) -> Result<Decoded, String> {
    let decoded = match kind {
        Kind::Jpeg => {
            whole_jpeg(bytes)?;
            JpegDecoder::new(Cursor::new(bytes)).and_then(with)
        }
        Kind::Png => PngDecoder::with_limits(Cursor::new(bytes), limits()).and_then(with),
        Kind::Gif => GifDecoder::new(Cursor::new(bytes)).and_then(with),
        Kind::Webp => WebPDecoder::new(Cursor::new(bytes)).and_then(with),
        Kind::Avif => return avif::read(bytes),
    };
    decoded.map_err(|error| error.to_string())
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    limits
}

/// Reads a picture, of an animation the first.
fn with(mut decoder: impl ImageDecoder) -> ImageResult<Decoded> {
    let (width, height) = decoder.dimensions();
    if size_flaw(width, height).is_some() {
        let kind = image::error::LimitErrorKind::DimensionError;
        return Err(image::ImageError::Limits(image::error::LimitError::from_kind(kind)));
    }
    decoder.set_limits(limits())?;
    // What cannot be read of them is as if it were not there.
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten().map(Profile::Icc);
    let raster = Raster::new(DynamicImage::from_decoder(decoder)?);
    Ok(Decoded { raster, turns: vec![turn], profile })
}

/// Makes a picture of what was decoded. It is scaled down first: what comes after has less to do then.
fn develop(decoded: Decoded) -> Result<Raster, String> {
    let Decoded { raster, turns, profile } = decoded;
    let on_side = turns.iter().filter(|turn| swaps_sides(**turn)).count() % 2 == 1;
    let (width, height) = if on_side {
        let (height, width) = largest(raster.height, raster.width);
        (width, height)
    } else {
        largest(raster.width, raster.height)
    };
    let mut raster = raster.scaled(width, height)?;
    if let Some(profile) = profile {
        raster = to_srgb(raster, &profile)?;
    }
    Ok(turns.into_iter().fold(raster, Raster::turned))
}

fn swaps_sides(turn: Orientation) -> bool {
    matches!(
        turn,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}

/// Whether a JPEG has its end: the decoder fills up what is missing with grey.
fn whole_jpeg(bytes: &[u8]) -> Result<(), String> {
    // After the first marker, segment by segment: a thumbnail within one has an end of its own.
    let mut at = 2;
    while let Some([0xff, marker]) = bytes.get(at..at + 2) {
        match *marker {
            0xd9 => return Ok(()),
            // Fill bytes, and markers without a segment.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            marker => {
                let Some([high, low]) = bytes.get(at + 2..at + 4) else { break };
                at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
                if marker == 0xda {
                    at = after_scan(bytes, at);
                }
            }
        }
    }
    Err("the file ends before the picture does".to_owned())
}

/// Where the marker after a scan's data stands.
fn after_scan(bytes: &[u8], from: usize) -> usize {
    let data = bytes.get(from..).unwrap_or_default();
    let ends =
        data.windows(2).position(|pair| matches!(pair, [0xff, marker] if !matches!(marker, 0 | 0xd0..=0xd7 | 0xff)));
    ends.map_or(bytes.len(), |length| from + length)
}
