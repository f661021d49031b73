//! The layer: the picture before it is a file, two pixels to a byte as a PNG of sixteen colours has them.

use super::palette::{PAPER, Palette};

/// The width of a picture, in pixels; even, so that no byte belongs to two rows.
pub(super) const WIDTH: i32 = 1200;
/// The height of a picture, in pixels.
pub(super) const HEIGHT: i32 = 630;
/// The bytes of a row.
const ROW: usize = (WIDTH / 2) as usize;

/// A picture under construction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layer(Vec<u8>);

/// A small shape that is printed often: a letter, a piece of the border. It is kept twice, for even and for odd places,
/// because a byte holds two pixels.
#[derive(Clone, Debug)]
pub(super) struct Stamp {
    /// From the place where it is printed to its left edge.
    left: i32,
    /// The same to its upper edge.
    top: i32,
    /// The bytes of a row.
    row: usize,
    even: Box<[u8]>,
    odd: Box<[u8]>,
}

impl Stamp {
    /// A stamp of so many pixels, each given by its code.
    pub(super) fn new((left, top): (i32, i32), width: i32, codes: &[u8]) -> Self {
        let width = usize::try_from(width).unwrap_or(0).max(1);
        let row = width / 2 + 1;
        let pack = |shift: usize| {
            let mut packed = Vec::with_capacity(codes.len());
            let mut line = Vec::with_capacity(row * 2);
            for codes in codes.chunks(width) {
                line.clear();
                line.resize(shift, PAPER);
                line.extend_from_slice(codes);
                line.resize(row * 2, PAPER);
                packed.extend(line.chunks_exact(2).map(pair));
            }
            packed.into_boxed_slice()
        };
        Self { left, top, row, even: pack(0), odd: pack(1) }
    }
}

/// Two pixels in a byte, the left one in the higher half.
fn pair(codes: &[u8]) -> u8 {
    codes.iter().fold(0, |byte, code| byte << 4 | code)
}

impl Layer {
    /// A bare sheet.
    pub(super) fn new() -> Self {
        Self([PAPER << 4 | PAPER].repeat(ROW * HEIGHT as usize))
    }

    /// Prints a stamp. Its bare pixels leave what was there; what lies outside the sheet is not printed.
    pub(super) fn print(&mut self, stamp: &Stamp, x: i32, y: i32) {
        let (x, y) = (x + stamp.left, y + stamp.top);
        let packed = if x % 2 == 0 { &stamp.even } else { &stamp.odd };
        let (Ok(left), Ok(top)) = (usize::try_from(x.div_euclid(2)), usize::try_from(y)) else { return };
        for (row, line) in self.0.chunks_exact_mut(ROW).skip(top).zip(packed.chunks_exact(stamp.row)) {
            for (there, new) in row.iter_mut().skip(left).zip(line) {
                *there = over(*there, *new);
            }
        }
    }

    /// Fills a rectangle, from one corner to before another, in steps of two pixels across.
    pub(super) fn fill(&mut self, from: (i32, i32), to: (i32, i32), code: u8) {
        let size = |pixels: i32| usize::try_from(pixels).unwrap_or(0);
        for row in self.0.chunks_exact_mut(ROW).take(size(to.1)).skip(size(from.1)) {
            for byte in row.iter_mut().take(size(to.0 / 2)).skip(size(from.0 / 2)) {
                *byte = code << 4 | code;
            }
        }
    }

    /// The bytes: all that tells two pictures of one hue apart.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The picture as a PNG file.
    pub(super) fn file(&self, palette: &Palette) -> Vec<u8> {
        let mut file = Vec::with_capacity(64 * 1024);
        // Writing to memory cannot fail, and the layer is as large as the head says.
        let _ = self.write(palette, &mut file);
        file
    }

    fn write(&self, palette: &Palette, file: &mut Vec<u8>) -> Result<(), png::EncodingError> {
        let mut encoder = png::Encoder::new(file, WIDTH as u32, HEIGHT as u32);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(palette.table());
        encoder.set_compression(png::Compression::Fastest);
        // Stems and empty paper are the same as in the row above: nothing is left of them.
        encoder.set_filter(png::Filter::Up);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.0)?;
        writer.finish()
    }
}

/// Two pixels printed over two others: a bare one leaves what was there.
fn over(there: u8, new: u8) -> u8 {
    let any = new | new >> 1;
    let covered = ((any | any >> 2) & 0x11) * 15;
    there & !covered | new
}

#[cfg(test)]
mod tests {
    use super::over;

    #[test]
    fn bare_pixels_leave_what_was_there() {
        for there in 0..=255_u8 {
            for new in 0..=255_u8 {
                let half = |there: u8, new: u8| if new == 0 { there } else { new };
                let expected = half(there >> 4, new >> 4) << 4 | half(there & 15, new & 15);
                assert_eq!(over(there, new), expected, "{new:02x} over {there:02x}");
            }
        }
    }
}
