//! The mountains behind the words: one flat shade, high at the sides, where no words are, and low in the middle.

use super::border;
use super::layer::{Layer, Stamp, WIDTH};
use super::palette::{MIST, PAPER};

/// The line of the ridge from left to right, in pixels of the sheet.
const RIDGE: [(i32, i32); 17] = [
    (0, 318),
    (84, 236),
    (128, 290),
    (168, 322),
    (206, 306),
    (268, 404),
    (352, 486),
    (470, 536),
    (640, 544),
    (770, 520),
    (868, 446),
    (908, 462),
    (990, 352),
    (1036, 318),
    (1110, 196),
    (1158, 252),
    (1200, 222),
];

/// Prints the ridge on a bare sheet, down to the border.
pub(super) fn print(layer: &mut Layer) {
    let crest: Vec<i32> = RIDGE
        .iter()
        .zip(RIDGE.iter().skip(1))
        .flat_map(|(&(left, from), &(right, to))| {
            (left..right).map(move |x| from + (to - from) * (x - left) / (right - left))
        })
        .collect();
    let top = crest.iter().copied().min().unwrap_or(0);
    let rows = top..border::TOP;
    let codes: Vec<u8> =
        rows.flat_map(|y| crest.iter().map(move |crest| if y < *crest { PAPER } else { MIST })).collect();
    layer.print(&Stamp::new((0, 0), WIDTH, &codes), 0, top);
}
