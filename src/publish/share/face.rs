//! Type: two faces that every machine draws alike, because they are part of the command.

use super::letters;
use ab_glyph::{Font, FontRef, Glyph, GlyphId, InvalidFont, OutlinedGlyph, Point, PxScale};

/// A typeface.
pub(super) struct Face {
    font: FontRef<'static>,
    /// The units that one em is divided into; all setting is done in these.
    em: i32,
}

/// A letter in a line of type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// What is drawn.
    pub(super) glyph: GlyphId,
    /// Where it stands, in units from the beginning of the text.
    pub(super) at: i32,
    /// What was written; a space is a `' '`, one that holds its words together a `'\u{a0}'`.
    pub(super) written: char,
}

/// A text in type, on one line of any length.
#[derive(Clone, Debug, Default)]
pub(super) struct ShapedText {
    /// The letters that the face has.
    pub(super) letters: Vec<Letter>,
    /// Where the text ends, in units.
    pub(super) end: i32,
}

impl Letter {
    /// Whether it is a space, holding or not.
    pub(super) fn is_space(&self) -> bool {
        matches!(self.written, ' ' | '\u{a0}')
    }
}

impl ShapedText {
    /// Where a letter stands; the end, behind the last one.
    pub(super) fn place(&self, letter: usize) -> i32 {
        self.letters.get(letter).map_or(self.end, |letter| letter.at)
    }
}

impl Face {
    /// Reads a font.
    pub(super) fn new(file: &'static [u8]) -> Result<Self, InvalidFont> {
        let font = FontRef::try_from_slice(file)?;
        let em = font.units_per_em().map_or(1000, whole).max(1);
        Ok(Self { font, em })
    }

    /// The units that one em is divided into.
    pub(super) fn em(&self) -> i32 {
        self.em
    }

    /// How many glyphs there are.
    pub(super) fn glyphs(&self) -> usize {
        self.font.glyph_count()
    }

    /// Sets a text, with so many units more between its letters.
    pub(super) fn set(&self, text: &str, spaced: i32) -> ShapedText {
        let mut shaped = ShapedText::default();
        let mut spaces = true;
        for written in letters::drawn(text) {
            let glyph = self.font.glyph_id(written);
            let space = matches!(written, ' ' | '\u{a0}');
            // What the face lacks is left out, and where a word is left out one space is enough.
            if glyph.0 == 0 || space && spaces {
                continue;
            }
            spaces = space;
            if let Some(last) = shaped.letters.last() {
                shaped.end += whole(self.font.kern_unscaled(last.glyph, glyph)) + spaced;
            }
            shaped.letters.push(Letter { glyph, at: shaped.end, written });
            shaped.end += whole(self.font.h_advance_unscaled(glyph));
        }
        while let Some(last) = shaped.letters.pop_if(|last| last.is_space()) {
            shaped.end = last.at;
        }
        shaped
    }

    /// The outline of a glyph at so many pixels to the em; nothing for a space.
    pub(super) fn outline(&self, glyph: GlyphId, size: i32) -> Option<OutlinedGlyph> {
        // The library's scale is the height from the lowest to the highest stroke, not the em.
        let scale = PxScale::from(size as f32 * self.font.height_unscaled() / self.em as f32);
        self.font.outline_glyph(Glyph { id: glyph, scale, position: Point { x: 0.0, y: 0.0 } })
    }

    /// Whether the face can draw a character.
    #[cfg(test)]
    pub(super) fn has(&self, written: char) -> bool {
        self.font.glyph_id(written).0 != 0
    }
}

/// The library's measures are whole numbers, but come as floats.
pub(super) fn whole(measure: f32) -> i32 {
    measure.round() as i32
}
