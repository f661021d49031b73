//! The widths that pictures are made in.

/// The widths that the layouts use, in pixels.
///
/// A phone's card takes 320 or 480, a card of a column 320 to 960, the lead and pictures in texts 640 to 1280, the cover
/// 1600 where it is largest and pixels are small. See `PicturePlace` for what each place asks for.
const WIDTHS: [u32; 6] = [320, 480, 640, 960, 1280, 1600];

/// The highest picture in pixels: a WebP cannot be higher than 16,383.
const HIGHEST: u32 = 16_000;

/// The size of the largest file of a picture: never more than it has itself.
pub fn largest(width: u32, height: u32) -> (u32, u32) {
    let most = WIDTHS.last().copied().unwrap_or(width);
    let by_height = u64::from(HIGHEST) * u64::from(width) / u64::from(height.max(1));
    let by_height = u32::try_from(by_height).unwrap_or(u32::MAX).max(1);
    let scaled = width.min(most).min(by_height);
    (scaled, height_at(scaled, width, height).min(HIGHEST))
}

/// The height of a picture at another width: at least one pixel.
pub fn height_at(scaled: u32, width: u32, height: u32) -> u32 {
    let width = u64::from(width.max(1));
    let rounded = (u64::from(scaled) * u64::from(height) + width / 2) / width;
    u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
}

/// The widths of a picture's files, ascending, by the width of the largest. One that is nearly as wide is left out.
pub fn widths(largest: u32) -> Vec<u32> {
    let smaller = WIDTHS.into_iter().filter(|width| width * 5 <= largest * 4);
    smaller.chain([largest]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_larger_than_the_picture() {
        assert_eq!(largest(6000, 4000), (1600, 1067));
        assert_eq!(largest(1, 1), (1, 1));
        assert_eq!(largest(1, 20_000), (1, 16_000));
        assert_eq!(largest(2_000, 20_000), (1600, 16_000));
        assert_eq!(largest(20_000, 1), (1600, 1));
        assert_eq!(widths(1600), [320, 480, 640, 960, 1280, 1600]);
        assert_eq!(widths(1000), [320, 480, 640, 1000]);
        assert_eq!(widths(330), [330]);
    }
}
