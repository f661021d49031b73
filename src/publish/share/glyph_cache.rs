//! The letters of a font: a face in one size and one colour, with all letters that were drawn so far.

use super::face::{Face, Letter, ShapedText, whole};
use super::layer::{Layer, Stamp};
use super::lines::Line;
use super::palette::Ramp;
use std::sync::{Arc, OnceLock};

/// A face in one size and one colour.
pub(super) struct GlyphCache {
    face: Arc<Face>,
    /// Pixels to the em.
    size: i32,
    ramp: Ramp,
    /// By glyph; each is drawn when it is first needed.
    stamps: Vec<OnceLock<Option<Stamp>>>,
    /// What stands behind a line that was cut.
    ellipsis: ShapedText,
}

impl GlyphCache {
    /// A cache without any letters yet.
    pub(super) fn new(face: &Arc<Face>, size: i32, ramp: Ramp) -> Self {
        let stamps = std::iter::repeat_with(OnceLock::new).take(face.glyphs()).collect();
        Self { face: Arc::clone(face), size, ramp, stamps, ellipsis: face.set("…", 0) }
    }

    /// Sets a text, with so many pixels more between its letters.
    pub(super) fn set(&self, text: &str, spaced: i32) -> ShapedText {
        self.face.set(text, self.units(spaced))
    }

    /// How many units of the face go into so many pixels.
    pub(super) fn units(&self, pixels: i32) -> i32 {
        pixels * self.face.em() / self.size
    }

    /// How many pixels so many units of the face take, to the nearest.
    fn pixels(&self, units: i32) -> i32 {
        let (units, size, em) = (i64::from(units), i64::from(self.size), i64::from(self.face.em()));
        i32::try_from((units * size * 2 + em).div_euclid(em * 2)).unwrap_or(i32::MAX)
    }

    /// How many units the ellipsis takes.
    pub(super) fn ellipsis(&self) -> i32 {
        self.ellipsis.end
    }

    /// How many pixels a line takes.
    pub(super) fn width(&self, shaped: &ShapedText, line: &Line) -> i32 {
        let ellipsis = if line.cut { self.pixels(self.ellipsis.end) } else { 0 };
        self.pixels(line.width(shaped)) + ellipsis
    }

    /// Prints a line, from its left end on the base line.
    pub(super) fn print(&self, layer: &mut Layer, shaped: &ShapedText, line: &Line, x: i32, y: i32) {
        let start = shaped.place(line.span.start);
        let letters = shaped.letters.get(line.span.clone()).unwrap_or_default();
        for letter in letters {
            self.stamp(layer, letter, x + self.pixels(letter.at - start), y);
        }
        if line.cut {
            let behind = x + self.pixels(line.width(shaped));
            self.ellipsis.letters.iter().for_each(|letter| self.stamp(layer, letter, behind, y));
        }
    }

    fn stamp(&self, layer: &mut Layer, letter: &Letter, x: i32, y: i32) {
        let stamp = self.stamps.get(usize::from(letter.glyph.0));
        if let Some(stamp) = stamp.and_then(|stamp| stamp.get_or_init(|| self.cut(letter)).as_ref()) {
            layer.print(stamp, x, y);
        }
    }

    /// Draws a letter; nothing for a space.
    fn cut(&self, letter: &Letter) -> Option<Stamp> {
        let outline = self.face.outline(letter.glyph, self.size)?;
        let bounds = outline.px_bounds();
        let (width, height) = (whole(bounds.width()), whole(bounds.height()));
        let across = usize::try_from(width).ok()?;
        let mut codes = vec![0; across * usize::try_from(height).ok()?];
        outline.draw(|x, y, covered| {
            let at = usize::try_from(y).unwrap_or(0) * across + usize::try_from(x).unwrap_or(0);
            if let Some(code) = codes.get_mut(at) {
                *code = self.ramp.code((covered.clamp(0.0, 1.0) * 256.0) as usize, 256);
            }
        });
        Some(Stamp::new((whole(bounds.min.x), whole(bounds.min.y)), width, &codes))
    }
}
