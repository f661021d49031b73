//! The border along the foot of a sheet: «қошқар мүйіз», the ram's horn, on a dark ground between two threads.
//!
//! It is drawn in whole numbers, once, and printed side by side.

use super::layer::{HEIGHT, Layer, Stamp, WIDTH};
use super::palette::{DARK, Ramp, THREAD};

/// Where the border begins; it reaches to the foot of the sheet.
pub(super) const TOP: i32 = 558;

/// How many borders there are.
pub(super) const KINDS: usize = 3;

/// Points to a pixel, either way, that are tried for being covered.
const FINE: i32 = 4;

/// The width of a piece, in pixels: ten of them are as wide as the sheet.
const PIECE: i32 = 120;

/// Its height: that of the border.
const TALL: i32 = HEIGHT - TOP;

/// A curve by its four points, in pixels of the piece.
type Curve = [(i32, i32); 4];

/// The left one of a pair of horns, from the inner end to the stem; the right one is its reflection.
const HORN: [Curve; 5] = [
    [(39, 36), (43, 35), (47, 38), (47, 42)],
    [(47, 42), (47, 48), (42, 51), (36, 51)],
    [(36, 51), (28, 51), (22, 45), (22, 36)],
    [(22, 36), (22, 25), (30, 18), (39, 18)],
    [(39, 18), (52, 18), (58, 30), (60, 55)],
];

/// One half of a lozenge, between two pairs.
const LOZENGE: [Curve; 2] = [[(0, 26), (3, 29), (5, 32), (8, 36)], [(8, 36), (5, 40), (3, 43), (0, 46)]];

/// A small knot, between two pairs.
const KNOT: [Curve; 2] = [[(0, 32), (1, 33), (3, 35), (4, 36)], [(4, 36), (3, 37), (1, 39), (0, 40)]];

/// Half the thickness of a stroke, in points.
const STROKE: i32 = 9;

/// Prints a border.
pub(super) fn print(layer: &mut Layer, kind: usize) {
    layer.fill((0, TOP), (WIDTH, HEIGHT), DARK);
    for top in [TOP + 6, HEIGHT - 9] {
        layer.fill((0, top), (WIDTH, top + 3), THREAD);
    }
    let between: &[Curve] = if kind == 1 { &LOZENGE } else { &KNOT };
    let upright = piece(between, false);
    let other = piece(between, kind == 2);
    let mut left = 0;
    while left < WIDTH {
        layer.print(&upright, left, TOP);
        layer.print(&other, left + PIECE, TOP);
        left += PIECE * 2;
    }
}

/// A pair of horns with something at its sides, perhaps head down.
fn piece(between: &[Curve], turned: bool) -> Stamp {
    let mut points = Points::default();
    for (x, y) in HORN.iter().chain(between).flat_map(trace) {
        let y = if turned { TALL * FINE - y } else { y };
        points.cover(x, y);
        points.cover(PIECE * FINE - x, y);
    }
    Stamp::new((0, 0), PIECE, &points.codes())
}

/// Places along a curve, in points, closer to each other than its stroke is thick.
fn trace(curve: &Curve) -> impl Iterator<Item = (i32, i32)> {
    const STEPS: i32 = 64;
    let [a, b, c, d] = *curve;
    (0..=STEPS).map(move |t| {
        let s = STEPS - t;
        let at = |a: i32, b: i32, c: i32, d: i32| {
            (a * s * s * s + 3 * b * s * s * t + 3 * c * s * t * t + d * t * t * t) / (STEPS * STEPS * STEPS / FINE)
        };
        (at(a.0, b.0, c.0, d.0), at(a.1, b.1, c.1, d.1))
    })
}

/// The points of a piece, row by row, and which are covered.
struct Points(Vec<bool>);

impl Default for Points {
    fn default() -> Self {
        Self((0..PIECE * FINE * TALL * FINE).map(|_| false).collect())
    }
}

impl Points {
    /// Covers a disc.
    fn cover(&mut self, x: i32, y: i32) {
        for down in -STROKE..=STROKE {
            for across in -STROKE..=STROKE {
                let inside = across * across + down * down <= STROKE * STROKE;
                let (x, y) = (x + across, y + down);
                if !inside || !(0..PIECE * FINE).contains(&x) {
                    continue;
                }
                if let Some(point) = usize::try_from(y * PIECE * FINE + x).ok().and_then(|at| self.0.get_mut(at)) {
                    *point = true;
                }
            }
        }
    }

    /// The pixels: each as full of colour as its points are covered.
    fn codes(&self) -> Vec<u8> {
        let covered = |x: i32, y: i32| {
            let row = |y: i32| (0..FINE).map(move |across| y * PIECE * FINE + x * FINE + across);
            let points = (y * FINE..(y + 1) * FINE).flat_map(row);
            points.filter(|at| usize::try_from(*at).is_ok_and(|at| self.0.get(at) == Some(&true))).count()
        };
        let pixels = (0..TALL).flat_map(|y| (0..PIECE).map(move |x| (x, y)));
        pixels.map(|(x, y)| Ramp::Thread.code(covered(x, y), (FINE * FINE) as usize)).collect()
    }
}
