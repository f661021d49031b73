//! Brightness and two differences of colour, as AV1 stores them, to red, green and blue.

/// The samples of one component.
#[derive(Clone, Debug)]
pub struct Plane {
    /// Row by row.
    pub samples: Vec<u16>,
    /// The length of a row.
    pub width: usize,
    /// The bits of a sample.
    pub depth: usize,
    /// Whether it has half the columns and half the rows of the picture.
    pub half: (bool, bool),
}

impl Plane {
    /// The sample at a place of the picture.
    fn at(&self, x: usize, y: usize) -> u16 {
        let (x, y) = (if self.half.0 { x / 2 } else { x }, if self.half.1 { y / 2 } else { y });
        self.samples.get(y * self.width + x).copied().unwrap_or_default()
    }

    /// How a sample becomes a brightness from 0 to 1.
    fn brightness(&self, full_range: bool) -> impl Fn(u16) -> f32 {
        let shift = self.depth.saturating_sub(8);
        let (zero, span) = if full_range { (0, (1 << self.depth) - 1) } else { (16 << shift, 219 << shift) };
        move |sample| (f32::from(sample) - zero as f32) / span as f32
    }

    /// How a sample becomes a difference from -0.5 to 0.5.
    fn difference(&self, full_range: bool) -> impl Fn(u16) -> f32 {
        let shift = self.depth.saturating_sub(8);
        let span = if full_range { (1 << self.depth) - 1 } else { 224 << shift };
        let zero = 128 << shift;
        move |sample| (f32::from(sample) - zero as f32) / span as f32
    }
}

fn byte(value: f32) -> u8 {
    // Within range by then.
    (value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

/// The bytes of a component that stands alone.
pub fn to_grey(luma: &Plane, full_range: bool) -> Vec<u8> {
    let brightness = luma.brightness(full_range);
    luma.samples.iter().map(|sample| byte(brightness(*sample))).collect()
}

/// The bytes of the colours: of one plane, or of three. `matrix` is a code point of ITU-T H.273.
///
/// # Errors
/// Where the matrix is one that no camera and no editor writes.
pub fn to_rgb(planes: &[Plane], matrix: u16, full_range: bool) -> Result<Vec<u8>, String> {
    let (luma, blue, red) = match planes {
        [luma, blue, red] => (luma, blue, red),
        [luma, ..] => return Ok(to_grey(luma, full_range).into_iter().flat_map(|grey| [grey; 3]).collect()),
        [] => return Err("it has no pixels".to_owned()),
    };
    // The parts of red and blue in the brightness.
    let (of_red, of_blue) = match matrix {
        0 => (0.0, 0.0),
        1 => (0.2126, 0.0722),
        4 => (0.30, 0.11),
        // What is not said is taken as for JPEG.
        2 | 5 | 6 => (0.299, 0.114),
        7 => (0.212, 0.087),
        9 => (0.2627, 0.0593),
        other => return Err(format!("its colours are coded in a rare way (matrix {other})")),
    };
    let of_green: f32 = 1.0 - of_red - of_blue;
    let brightness = luma.brightness(full_range);
    let (of_u, of_v) = (blue.difference(full_range), red.difference(full_range));
    let mut pixels = Vec::with_capacity(luma.samples.len() * 3);
    for (y, row) in luma.samples.chunks(luma.width.max(1)).enumerate() {
        for (x, sample) in row.iter().enumerate() {
            let (u, v) = (blue.at(x, y), red.at(x, y));
            if matrix == 0 {
                // Red, green and blue as they are, in another order.
                pixels.extend([v, *sample, u].map(|sample| byte(brightness(sample))));
                continue;
            }
            let (light, u, v) = (brightness(*sample), of_u(u), of_v(v));
            let (r, b) = (light + 2.0 * (1.0 - of_red) * v, light + 2.0 * (1.0 - of_blue) * u);
            let g = (light - of_red * r - of_blue * b) / of_green;
            pixels.extend([r, g, b].map(byte));
        }
    }
    Ok(pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plane(sample: u16, depth: usize) -> Plane {
        Plane { samples: vec![sample], width: 1, depth, half: (false, false) }
    }

    #[test]
    fn known_colours_come_out() {
        for (name, [y, u, v], depth, matrix, full, rgb) in [
            ("red of JPEG", [76, 85, 255], 8, 6, true, [254, 0, 0]),
            ("white of television", [235, 128, 128], 8, 1, false, [255; 3]),
            ("black of television", [16, 128, 128], 8, 1, false, [0; 3]),
            ("red of television", [63, 102, 240], 8, 1, false, [255, 1, 0]),
            ("grey in 10 bits", [512, 512, 512], 10, 9, true, [128; 3]),
            ("as it is", [10, 20, 30], 8, 0, true, [30, 10, 20]),
        ] {
            let planes = [plane(y, depth), plane(u, depth), plane(v, depth)];
            let pixels = to_rgb(&planes, matrix, full).expect(name);
            let near = pixels.iter().zip(rgb).all(|(one, other)| one.abs_diff(other) <= 1);
            assert!(near, "{name}: {pixels:?}");
        }
        assert_eq!(to_rgb(&[plane(77, 8)], 6, true), Ok(vec![77; 3]));
        assert!(to_rgb(&[plane(0, 8), plane(0, 8), plane(0, 8)], 14, true).is_err());
    }
}
