//! The lie of the land: soft hills that things can stand on, and mountain ranges with snow.

use super::canvas::{Path, WIDTH};
use super::rng::Rng;

/// The line of a hill from one edge of the picture to the other.
pub(super) struct Hills(Vec<(i32, i32)>);

impl Hills {
    /// Hills about `level`, up to `swing` above and below it, a crest every `step` or so.
    pub(super) fn new(rng: &mut Rng, level: i32, swing: i32, step: i32) -> Self {
        let mut points = Vec::new();
        let mut x = -rng.between(10, step);
        let mut up = rng.chance(50);
        loop {
            let lift = rng.between(swing / 4, swing);
            points.push((x, if up { level - lift } else { level + lift }));
            if x > WIDTH {
                return Self(points);
            }
            up = !up;
            x += rng.between(step * 2 / 3, step * 3 / 2).max(40);
        }
    }

    /// How high the ground is at `x`. Control points lie at thirds, so `x` runs evenly along each
    /// curve and the height is exactly a smooth step.
    pub(super) fn ground(&self, x: i32) -> i32 {
        for pair in self.0.windows(2) {
            if let [(x0, y0), (x1, y1)] = *pair
                && x0 <= x
                && x <= x1
                && x0 < x1
            {
                let t = (x - x0) * 256 / (x1 - x0);
                let smooth = t * t / 256 * (768 - 2 * t) / 256;
                return y0 + (y1 - y0) * smooth / 256;
            }
        }
        self.0.last().map_or(0, |point| point.1)
    }

    /// The outline, filled down to `floor`.
    pub(super) fn outline(&self, floor: i32) -> Path {
        let mut path = Path::default();
        let mut last = None;
        for &(x, y) in &self.0 {
            if let Some((x0, y0)) = last {
                let (dx, dy) = (x - x0, y - y0);
                path.go('c', &[dx / 3, 0, dx * 2 / 3, dy, dx, dy]);
            } else {
                path.go('M', &[x, floor]).go('V', &[y]);
            }
            last = Some((x, y));
        }
        path.go('V', &[floor]).go('z', &[]);
        path
    }
}

type Point = (i32, i32);

fn between(from: Point, to: Point, percent: i32) -> Point {
    let part = |a: i32, b: i32| a + (b - a) * percent / 100;
    (part(from.0, to.0), part(from.1, to.1))
}

/// One side of a mountain: a hollow curve from the top to the foot.
#[derive(Clone, Copy)]
struct Flank {
    top: Point,
    bend: Point,
    foot: Point,
}

impl Flank {
    fn new(rng: &mut Rng, top: Point, foot: Point) -> Self {
        let (dx, dy) = (foot.0 - top.0, foot.1 - top.1);
        let bend = (top.0 + dx * rng.between(30, 42) / 100, top.1 + dy * rng.between(58, 72) / 100);
        Self { top, bend, foot }
    }

    /// The upper `percent` of the flank, ending where the snow does.
    fn upper(&self, percent: i32) -> Self {
        let bend = between(self.top, self.bend, percent);
        let lower = between(self.bend, self.foot, percent);
        Self { top: self.top, bend, foot: between(bend, lower, percent) }
    }
}

/// A mountain.
#[derive(Clone, Copy)]
struct Peak {
    left: Flank,
    right: Flank,
}

/// A range of mountains, left to right.
pub(super) struct Range(Vec<Peak>);

impl Range {
    /// Peaks up to `height` over `base`, one every `step` or so.
    pub(super) fn new(rng: &mut Rng, base: i32, height: i32, step: i32) -> Self {
        let mut peaks = Vec::new();
        let mut foot = (-rng.between(20, step / 2), base - rng.between(0, height / 4));
        while foot.0 < WIDTH {
            let rise = rng.between(step * 45 / 100, step * 70 / 100);
            let fall = rng.between(step * 45 / 100, step * 70 / 100);
            let top = (foot.0 + rise, base - rng.between(height * 55 / 100, height));
            let next = (top.0 + fall, base - rng.between(0, height * 35 / 100));
            let left = Flank::new(rng, top, foot);
            let right = Flank::new(rng, top, next);
            peaks.push(Peak { left, right });
            foot = next;
        }
        Self(peaks)
    }

    /// The outline of the range, filled down to `floor`.
    pub(super) fn outline(&self, floor: i32) -> Path {
        let mut path = Path::default();
        for (place, Peak { left, right }) in self.0.iter().enumerate() {
            if place == 0 {
                path.go('M', &[left.foot.0, floor]).go('V', &[left.foot.1]);
            }
            path.go('Q', &[left.bend.0, left.bend.1, left.top.0, left.top.1]);
            path.go('Q', &[right.bend.0, right.bend.1, right.foot.0, right.foot.1]);
        }
        path.go('V', &[floor]).go('z', &[]);
        path
    }

    /// The sides turned away from the sun: right flanks back to a winding spine.
    pub(super) fn shade(&self, rng: &mut Rng) -> Path {
        let mut path = Path::default();
        for Peak { right, .. } in &self.0 {
            let (top, foot) = (right.top, right.foot);
            let (wide, down) = (foot.0 - top.0, foot.1 - top.1);
            path.go('M', &[top.0, top.1]);
            path.go('Q', &[right.bend.0, right.bend.1, foot.0, foot.1]);
            path.go('L', &[top.0 + wide * rng.between(16, 34) / 100, foot.1 + 20]);
            path.go('L', &[top.0 - wide * rng.between(6, 14) / 100, top.1 + down * 62 / 100]);
            path.go('l', &[wide * rng.between(12, 18) / 100, -down * rng.between(20, 28) / 100]);
            path.go('z', &[]);
        }
        path
    }

    /// Snow on the tops, its lower edge in tongues.
    pub(super) fn snow(&self, rng: &mut Rng, percent: i32) -> Path {
        let mut path = Path::default();
        for Peak { left, right } in &self.0 {
            let lit = left.upper(percent + rng.between(-6, 6));
            let dim = right.upper(percent + rng.between(-6, 6));
            path.go('M', &[lit.foot.0, lit.foot.1]);
            path.go('Q', &[lit.bend.0, lit.bend.1, lit.top.0, lit.top.1]);
            path.go('Q', &[dim.bend.0, dim.bend.1, dim.foot.0, dim.foot.1]);
            let width = dim.foot.0 - lit.foot.0;
            let deep = (lit.foot.1 - lit.top.1) * 2 / 5;
            path.go('l', &[-width / 5, -deep * 3 / 4]).go('l', &[-width / 8, deep]);
            path.go('l', &[-width / 5, -deep]).go('l', &[-width / 6, deep * 5 / 4]);
            path.go('z', &[]);
        }
        path
    }
}
