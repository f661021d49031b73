//! Small things that stand in a landscape, each added to a path or drawn whole.

use super::canvas::{Canvas, Path};
use super::palette::{Colour, Palette};

/// A Tian Shan spruce: a narrow spire. `x`, `y` is its foot.
pub(super) fn spruce(path: &mut Path, x: i32, y: i32, height: i32) {
    let wide = (height / 5).max(3);
    path.go('M', &[x, y - height]);
    path.go('q', &[-wide / 4, height * 2 / 3, -wide, height]).go('h', &[wide * 2]);
    path.go('q', &[-wide * 3 / 4, -height / 3, -wide, -height]);
}

/// A poplar: a spindle on a short stem.
pub(super) fn poplar(path: &mut Path, x: i32, y: i32, height: i32) {
    let wide = (height / 5).max(4);
    path.go('M', &[x, y]);
    path.go('c', &[-wide, -height / 8, -wide, -height * 2 / 3, 0, -height]);
    path.go('c', &[wide, height / 3, wide, height * 7 / 8, 0, height]);
}

/// A bush, or the crown of a distant tree.
pub(super) fn bush(path: &mut Path, x: i32, y: i32, wide: i32, high: i32) {
    path.go('M', &[x - wide, y]).go('a', &[wide, high, 0, 0, 1, wide * 2, 0]);
}

/// Defines a yurt 200 across, felt grey to white, its door in the warm colour; the middle of its
/// foot is the origin. Stamp it as `yurt`.
pub(super) fn yurt(canvas: &mut Canvas, palette: &Palette, lit: Colour, dim: Colour) {
    let felt = canvas.fold(lit, dim);
    let crown = canvas.fold(lit.mix(palette.mid, 22), dim.mix(palette.mid, 45));
    canvas.define("yurt", |canvas| {
        canvas.shape(felt, "M-100 0l4-62h192l4 62q-100 14-200 0");
        canvas.shape(crown, "M-104-60q36-58 86-68h36q50 10 86 68-104 14-208 0");
        let mut trim = Path::at(-97, -48);
        trim.go('q', &[97, 14, 194, 0]).go('M', &[-16, -130]).go('h', &[32]);
        canvas.line(palette.layer(75), 7, 60, &trim);
        canvas.rect(palette.warm, (-16, -48), (32, 54));
    });
}

/// A horse 100 long and 80 high, facing left, its hooves at the bottom.
pub(super) const HORSE: &str = "M3 25c3-5 8-10 12-14l3-6 2 5c5 4 10 10 16 16 10 4 23 4 34 1 10-1 17 3 18 10 4 7 5 17 \
2 25l-3-2c1-6 0-10-2-13-1 6-2 10-1 14l2 18h-5l-4-16c-3-4-5-8-6-11-10 3-20 3-27 0-2 6-2 8-2 12v15h-5l-2-17\
c-1-8-4-12-6-18-4-8-7-14-9-18-4 2-9 3-12 3-3-1-4-2-3-4z";

/// Horses at pasture, each at a place, a size in hundredths, and facing either way.
pub(super) fn horses(canvas: &mut Canvas, colour: Colour, herd: &[(i32, i32, i32, bool)]) {
    canvas.define("horse", |canvas| canvas.shape(colour, HORSE));
    for &(x, y, size, right) in herd {
        let left = if right { x + size } else { x };
        canvas.stamp("horse", (left, y - size * 4 / 5), size, right);
    }
}
