//! Colours as browsers show them where nothing is said: sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::raster::Raster;

/// What a file says of its colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Profile {
    /// An ICC profile.
    Icc(Vec<u8>),
    /// Code points of ITU-T H.273.
    Points {
        /// The primaries.
        primaries: u16,
        /// The transfer characteristics.
        transfer: u16,
    },
}

/// Transfer characteristics of high dynamic range: PQ and HLG.
const HIGH_RANGE: [u16; 2] = [16, 18];

impl Profile {
    /// The profile to convert from; none where the colours are taken as sRGB.
    ///
    /// # Errors
    /// Where the colours would come out wildly wrong.
    fn source(&self) -> Result<Option<ColorProfile>, String> {
        match self {
            // One that cannot be read says nothing. One of another kind of colours (CMYK, which the decoder has turned
            // into RGB; grey) does not fit the pixels.
            Profile::Icc(bytes) => {
                Ok(ColorProfile::new_from_slice(bytes).ok().filter(|icc| icc.color_space == DataColorSpace::Rgb))
            }
            Profile::Points { transfer, .. } if HIGH_RANGE.contains(transfer) => {
                Err("it is a picture of high dynamic range (HDR)".to_owned())
            }
            Profile::Points { primaries: 9, .. } => Ok(Some(ColorProfile::new_bt2020())),
            Profile::Points { primaries: 11 | 12, .. } => Ok(Some(ColorProfile::new_display_p3())),
            Profile::Points { .. } => Ok(None),
        }
    }
}

/// A picture with its colours turned into sRGB.
///
/// # Errors
/// Where they would come out wildly wrong.
pub fn to_srgb(mut raster: Raster, profile: &Profile) -> Result<Raster, String> {
    let Some(source) = profile.source()? else { return Ok(raster) };
    let layout = if raster.alpha { Layout::Rgba } else { Layout::Rgb };
    let target = ColorProfile::new_srgb();
    let mut pixels = vec![0; raster.pixels.len()];
    let transform = source.create_transform_8bit(layout, &target, layout, TransformOptions::default());
    // A profile that cannot be followed is passed over: unconverted colours are a little off, not wrong.
    if transform.is_ok_and(|transform| transform.transform(&raster.pixels, &mut pixels).is_ok()) {
        raster.pixels = pixels;
    }
    Ok(raster)
}
