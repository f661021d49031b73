//! Reading AVIF: one picture of AV1, perhaps a second one for its opacity, in a container of boxes.

use std::io::Cursor;

use avif_parse::{AV1Metadata, AvifData};
use image::metadata::Orientation;
use re_rav1d::dav1d::{Decoder, Picture, PixelLayout, PlanarImageComponent, Settings};

use super::colour::Profile;
use super::decoded::Decoded;
use super::head::{MOST_PIXELS, size_flaw};
use super::raster::Raster;
use super::yuv::{self, Plane};

/// Reads an AVIF.
///
/// # Errors
/// Why it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Decoded, String> {
    let data = AvifData::from_reader(&mut Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let properties = properties(bytes);
    let picture = frame(&data.primary_item)?;
    let points = Points::of(&picture, properties.points);
    let planes = planes(&picture)?;
    let colours = yuv::to_rgb(&planes, points.matrix, points.full_range)?;
    let (width, height) = (picture.width(), picture.height());
    let raster = match &data.alpha_item {
        Some(item) => {
            let alpha = frame(item)?;
            if (alpha.width(), alpha.height()) != (width, height) {
                return Err("its opacity has another size than its colours".to_owned());
            }
            let full_range = Points::of(&alpha, None).full_range;
            let opacity = yuv::to_grey(&luma(&alpha)?, full_range);
            with_alpha(width, height, &colours, &opacity, data.premultiplied_alpha)
        }
        None => Raster { width, height, alpha: false, pixels: colours },
    };
    let points = Profile::Points { primaries: points.primaries, transfer: points.transfer };
    Ok(Decoded {
        raster,
        turns: vec![properties.rotation, properties.mirror],
        profile: Some(properties.icc.map_or(points, Profile::Icc)),
    })
}

/// Decodes a picture of AV1, if its size is one to decode.
fn frame(item: &[u8]) -> Result<Picture, String> {
    let head = AV1Metadata::parse_av1_bitstream(item).map_err(|error| error.to_string())?;
    if size_flaw(head.max_frame_width.get(), head.max_frame_height.get()).is_some() {
        return Err(format!("it measures {} by {} pixels inside", head.max_frame_width, head.max_frame_height));
    }
    let mut settings = Settings::new();
    // The build reads other pictures on the other cores.
    settings.set_n_threads(1);
    settings.set_max_frame_delay(1);
    settings.set_frame_size_limit(u32::try_from(MOST_PIXELS).unwrap_or(u32::MAX));
    let mut decoder = Decoder::with_settings(&settings).map_err(|error| error.to_string())?;
    match decoder.send_data(item.to_vec(), None, None, None) {
        Err(error) if !error.is_again() => return Err(error.to_string()),
        _ => {}
    }
    decoder.get_picture().map_err(|error| match error {
        error if error.is_again() => "the file ends before the picture does".to_owned(),
        error => error.to_string(),
    })
}

fn plane(picture: &Picture, component: PlanarImageComponent, half: (bool, bool)) -> Result<Plane, String> {
    let scaled = |side: u32, half: bool| if half { side.div_ceil(2) } else { side };
    let (width, height) = (scaled(picture.width(), half.0), scaled(picture.height(), half.1));
    let depth = picture.bit_depth();
    let bytes = picture.plane(component);
    let stride = picture.stride(component) as usize;
    if stride == 0 {
        return Err("it has no pixels".to_owned());
    }
    let wide = depth > 8;
    let row_bytes = width as usize * if wide { 2 } else { 1 };
    let mut samples = Vec::with_capacity(width as usize * height as usize);
    for row in bytes.chunks(stride).take(height as usize) {
        let row = row.get(..row_bytes).ok_or("a row of it is too short")?;
        if wide {
            samples.extend(row.as_chunks::<2>().0.iter().map(|pair| u16::from_ne_bytes(*pair)));
        } else {
            samples.extend(row.iter().map(|sample| u16::from(*sample)));
        }
    }
    Ok(Plane { samples, width: width as usize, depth, half })
}

fn luma(picture: &Picture) -> Result<Plane, String> {
    plane(picture, PlanarImageComponent::Y, (false, false))
}

/// Its brightness, and its colours if it has any.
fn planes(picture: &Picture) -> Result<Vec<Plane>, String> {
    let mut planes = vec![luma(picture)?];
    let half = match picture.pixel_layout() {
        PixelLayout::I400 => return Ok(planes),
        PixelLayout::I420 => (true, true),
        PixelLayout::I422 => (true, false),
        PixelLayout::I444 => (false, false),
    };
    planes.push(plane(picture, PlanarImageComponent::U, half)?);
    planes.push(plane(picture, PlanarImageComponent::V, half)?);
    Ok(planes)
}

fn with_alpha(width: u32, height: u32, colours: &[u8], opacity: &[u8], multiplied: bool) -> Raster {
    let (colours, _) = colours.as_chunks::<3>();
    let plain = |colour: u8, opacity: u8| match u32::from(opacity) {
        0 => 0,
        whole if multiplied => u8::try_from(u32::from(colour) * 255 / whole).unwrap_or(u8::MAX),
        _ => colour,
    };
    let pixels = colours.iter().zip(opacity).flat_map(|(&[red, green, blue], &opacity)| {
        [plain(red, opacity), plain(green, opacity), plain(blue, opacity), opacity]
    });
    Raster { width, height, alpha: true, pixels: pixels.collect() }
}

/// What the numbers of a picture mean: code points of ITU-T H.273.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Points {
    primaries: u16,
    transfer: u16,
    matrix: u16,
    full_range: bool,
}

impl Points {
    /// What the container says goes before what the picture itself says.
    fn of(picture: &Picture, container: Option<Points>) -> Points {
        container.unwrap_or_else(|| Points {
            primaries: picture.color_primaries() as u16,
            transfer: picture.transfer_characteristic() as u16,
            matrix: picture.matrix_coefficients() as u16,
            full_range: picture.color_range() == re_rav1d::dav1d::pixel::YUVRange::Full,
        })
    }
}

/// What the container says of the picture, as far as the parser leaves it to us.
#[derive(Debug)]
struct Properties {
    /// Comes before the mirror.
    rotation: Orientation,
    mirror: Orientation,
    icc: Option<Vec<u8>>,
    points: Option<Points>,
}

/// Reads the properties in `meta`, `iprp`, `ipco`. A file of one picture has each of them once.
fn properties(bytes: &[u8]) -> Properties {
    let mut properties =
        Properties { rotation: Orientation::NoTransforms, mirror: Orientation::NoTransforms, icc: None, points: None };
    // `meta` has four bytes of version and flags before its boxes.
    let Some(meta) = find(bytes, *b"meta").and_then(|meta| meta.get(4..)) else { return properties };
    let Some(all) = find(meta, *b"iprp").and_then(|boxes| find(boxes, *b"ipco")) else { return properties };
    let mut rest = all;
    while let Some((name, content, after)) = next_box(rest) {
        rest = after;
        match (&name, content) {
            // Quarter turns against the clock.
            (b"irot", [angle, ..]) => {
                properties.rotation = match angle & 3 {
                    1 => Orientation::Rotate270,
                    2 => Orientation::Rotate180,
                    3 => Orientation::Rotate90,
                    _ => Orientation::NoTransforms,
                };
            }
            (b"imir", [axis, ..]) => {
                properties.mirror = if axis & 1 == 0 { Orientation::FlipVertical } else { Orientation::FlipHorizontal };
            }
            (b"colr", [b'p', b'r', b'o', b'f', icc @ ..] | [b'r', b'I', b'C', b'C', icc @ ..]) => {
                properties.icc = Some(icc.to_vec());
            }
            (b"colr", [b'n', b'c', b'l', b'x', p, q, t, u, m, n, range, ..]) => {
                properties.points = Some(Points {
                    primaries: u16::from_be_bytes([*p, *q]),
                    transfer: u16::from_be_bytes([*t, *u]),
                    matrix: u16::from_be_bytes([*m, *n]),
                    full_range: range >> 7 == 1,
                });
            }
            _ => {}
        }
    }
    properties
}

/// The content of the first box of a name.
fn find(bytes: &[u8], wanted: [u8; 4]) -> Option<&[u8]> {
    let mut rest = bytes;
    while let Some((name, content, after)) = next_box(rest) {
        if name == wanted {
            return Some(content);
        }
        rest = after;
    }
    None
}

/// The first box: its name, its content and what comes after it.
fn next_box(bytes: &[u8]) -> Option<([u8; 4], &[u8], &[u8])> {
    let (size, rest) = bytes.split_first_chunk::<4>()?;
    let (name, rest) = rest.split_first_chunk::<4>()?;
    let size = u32::from_be_bytes(*size) as usize;
    // A size of 0 goes to the end; one of 1 stands for a longer one, which only picture data has.
    let length = if size == 0 { rest.len() } else { size.checked_sub(8)? };
    Some((*name, rest.get(..length)?, rest.get(length..)?))
}
