//! A picture being composed: the canvas, the random numbers and the palette, and what most motifs share.

use super::canvas::{Canvas, HEIGHT, Path, WIDTH};
use super::palette::{Colour, Palette};
use super::props;
use super::ridge::{Hills, Range};
use super::rng::Rng;

/// Where a layer of land lies and how it rolls.
#[derive(Clone, Copy)]
pub(super) struct Land {
    /// 0 at the horizon, 100 at the reader's feet.
    pub(super) depth: i32,
    /// The middle height of the line, from the top of the picture.
    pub(super) level: i32,
    /// How far crests rise.
    pub(super) swing: i32,
    /// How far apart crests are.
    pub(super) step: i32,
}

/// A picture being composed.
pub(super) struct Scene {
    /// Where it is drawn.
    pub(super) canvas: Canvas,
    /// What decides.
    pub(super) rng: Rng,
    /// What it is painted with.
    pub(super) palette: Palette,
}

impl Scene {
    /// The sky, deeper overhead.
    pub(super) fn sky(&mut self) {
        let fill = self.canvas.dome(self.palette.sky, self.palette.haze);
        self.canvas.rect(fill, (0, 0), (WIDTH, HEIGHT));
    }

    /// The sun, somewhere a square crop keeps, between two heights; returns its place across.
    pub(super) fn sun(&mut self, high: i32, low: i32) -> i32 {
        let x = self.rng.between(390, 810);
        let y = self.rng.between(high, low);
        let radius = self.rng.between(44, 78);
        self.canvas.halo(self.palette.warm, x, y, radius * 3);
        self.canvas.circle(self.palette.warm, x, y, radius);
        self.birds(x);
        x
    }

    /// The colour of a layer with the mist that gathers at its foot: the farther, the more.
    pub(super) fn misty(&mut self, depth: i32) -> String {
        let top = self.palette.layer(depth);
        if depth > 70 {
            return top.to_string();
        }
        let foot = top.mix(self.palette.haze, (100 - depth) * 3 / 5);
        self.canvas.fade(top, foot)
    }

    /// A layer of hills.
    pub(super) fn hills(&mut self, land: Land) -> Hills {
        let hills = Hills::new(&mut self.rng, land.level, land.swing, land.step);
        let fill = self.misty(land.depth);
        let floor = if land.depth > 70 { HEIGHT } else { (land.level + 230).min(HEIGHT) };
        self.canvas.path(fill, &hills.outline(floor));
        hills
    }

    /// A range of mountains, with snow if there is any and a shaded side.
    pub(super) fn range(&mut self, land: Land, snow: bool) {
        let range = Range::new(&mut self.rng, land.level, land.swing, land.step);
        let fill = self.misty(land.depth);
        self.canvas.path(fill, &range.outline((land.level + 200).min(HEIGHT)));
        if snow {
            let percent = self.rng.between(30, 42);
            let white = self.palette.haze.mix(Colour::WHITE, 55);
            self.canvas.veil(white, 85, &range.snow(&mut self.rng, percent));
        }
        let shade = self.palette.layer(land.depth + 38);
        let shade = self.canvas.beam(shade);
        self.canvas.veil(shade, 80, &range.shade(&mut self.rng));
    }

    /// A distant wood along a hill, in clumps: at this size a spruce is a thin triangle.
    pub(super) fn wood(&mut self, depth: i32, hill: &Hills, tall: i32, open: (i32, i32)) {
        let mut path = Path::default();
        let mut x = self.rng.between(-10, 60);
        while x < WIDTH {
            for _ in 0..self.rng.between(3, 6) {
                let height = tall * self.rng.between(60, 110) / 100;
                let wide = height / 5;
                if x < open.0 || x > open.1 {
                    path.go('M', &[x, hill.ground(x) + 9 - height]).go('l', &[-wide, height]).go('h', &[wide * 2]);
                }
                x += wide + self.rng.between(2, 9);
            }
            x += self.rng.between(60, 220);
        }
        self.canvas.path(self.palette.layer(depth), &path);
    }

    /// Spruces at the reader's feet, thick and tall at the sides, none in the middle.
    pub(super) fn spruces(&mut self, depth: i32, hill: &Hills, tall: i32, open: (i32, i32)) {
        let mut path = Path::default();
        let mut x = self.rng.between(-20, 10);
        while x < WIDTH + 20 {
            if x < open.0 || x > open.1 {
                let edge = (x - open.0).abs().min((x - open.1).abs()).min(180);
                let height = tall * self.rng.between(62, 100) / 100 * (80 + edge) / 260;
                props::spruce(&mut path, x, hill.ground(x) + 8, height);
                x += self.rng.between(height / 4, height / 2).max(27);
            } else {
                x = open.1 + 1;
            }
        }
        self.canvas.path(self.palette.layer(depth), &path);
    }

    /// A row of poplars, the tree of every road and field here.
    pub(super) fn poplars(&mut self, depth: i32, hill: &Hills, from: i32, count: i32) {
        let mut path = Path::default();
        let mut x = from;
        for _ in 0..count {
            let height = self.rng.between(70, 120);
            props::poplar(&mut path, x, hill.ground(x) + 6, height);
            x += self.rng.between(24, 46);
        }
        self.canvas.path(self.palette.layer(depth), &path);
    }

    /// A few birds, far off.
    fn birds(&mut self, sun: i32) {
        if self.rng.chance(40) {
            return;
        }
        let mut path = Path::default();
        let left = if sun > 600 { self.rng.between(240, 380) } else { self.rng.between(760, 840) };
        let top = self.rng.between(140, 230);
        for _ in 0..self.rng.between(2, 5) {
            let (x, y) = (left + self.rng.between(0, 150), top + self.rng.between(0, 70));
            let span = self.rng.between(9, 15);
            path.go('M', &[x, y]).go('q', &[span / 2, -span / 2, span, span / 3]);
            path.go('q', &[span / 2, -span * 5 / 6, span, -span / 3]);
        }
        self.canvas.line(self.palette.layer(60), 3, 70, &path);
    }

    /// Stars over the upper part of the picture, thinner towards the horizon.
    pub(super) fn stars(&mut self, count: i32) {
        let mut path = Path::default();
        for _ in 0..count {
            let x = self.rng.between(20, 1180);
            let y = self.rng.between(12, 24) * self.rng.between(1, 20);
            path.go('M', &[x, y]).go('h', &[0]);
        }
        self.canvas.line(self.palette.haze.mix(Colour::WHITE, 70), 4, 75, &path);
        let mut bright = Path::default();
        for _ in 0..count / 7 {
            bright.go('M', &[self.rng.between(150, 1050), self.rng.between(60, 340)]).go('h', &[0]);
        }
        self.canvas.line(Colour::WHITE, 7, 90, &bright);
    }
}
