//! Pixels.

use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage, RgbaImage};

/// A picture in memory: 8 bits a channel, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Whether a pixel has four bytes, the last of them its opacity, and not three.
    pub alpha: bool,
    /// The bytes of all pixels.
    pub pixels: Vec<u8>,
}

impl Raster {
    /// Whatever was decoded, in 8 bits. An opacity that is full everywhere is dropped.
    pub fn new(image: DynamicImage) -> Raster {
        let (width, height) = (image.width(), image.height());
        if !image.color().has_alpha() {
            return Raster { width, height, alpha: false, pixels: image.into_rgb8().into_raw() };
        }
        let pixels = image.into_rgba8();
        if pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX) {
            let pixels = DynamicImage::ImageRgba8(pixels).into_rgb8().into_raw();
            return Raster { width, height, alpha: false, pixels };
        }
        Raster { width, height, alpha: true, pixels: pixels.into_raw() }
    }

    /// The same in another size.
    ///
    /// # Errors
    /// What the library says; sizes from one on give none.
    pub fn scaled(&self, width: u32, height: u32) -> Result<Raster, String> {
        if (width, height) == (self.width, self.height) {
            return Ok(self.clone());
        }
        self.resized(width, height, &ResizeOptions::new())
    }

    /// The middle of it, filling a size of other proportions.
    ///
    /// # Errors
    /// What the library says; sizes from one on give none.
    pub fn cropped(&self, width: u32, height: u32) -> Result<Raster, String> {
        self.resized(width, height, &ResizeOptions::new().fit_into_destination(Some((0.5, 0.5))))
    }

    fn resized(&self, width: u32, height: u32, options: &ResizeOptions) -> Result<Raster, String> {
        let kind = if self.alpha { PixelType::U8x4 } else { PixelType::U8x3 };
        let source = fast_image_resize::images::ImageRef::new(self.width, self.height, &self.pixels, kind);
        let source = source.map_err(|error| error.to_string())?;
        let mut target = Image::new(width, height, kind);
        Resizer::new().resize(&source, &mut target, options).map_err(|error| error.to_string())?;
        Ok(Raster { width, height, alpha: self.alpha, pixels: target.into_vec() })
    }

    /// The same as it is meant to be held.
    pub fn turned(self, orientation: Orientation) -> Raster {
        let Raster { width, height, alpha, pixels } = self;
        let image = if alpha {
            RgbaImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8)
        } else {
            RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8)
        };
        // The bytes are as many as the size says, so there is an image.
        let mut image = image.unwrap_or_default();
        image.apply_orientation(orientation);
        let (width, height) = (image.width(), image.height());
        let pixels = if alpha { image.into_rgba8().into_raw() } else { image.into_rgb8().into_raw() };
        Raster { width, height, alpha, pixels }
    }

    /// The same on white paper, for files that know no opacity.
    pub fn on_white(&self) -> Raster {
        if !self.alpha {
            return self.clone();
        }
        let (pixels, _) = self.pixels.as_chunks::<4>();
        let over = |colour: u8, opacity: u8| {
            let mixed = u32::from(colour) * u32::from(opacity) + 255 * (255 - u32::from(opacity));
            u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
        };
        let pixels = pixels
            .iter()
            .flat_map(|&[red, green, blue, opacity]| [over(red, opacity), over(green, opacity), over(blue, opacity)]);
        Raster { width: self.width, height: self.height, alpha: false, pixels: pixels.collect() }
    }
}
