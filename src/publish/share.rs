//! The share picture: what messengers and social networks show of an article that has no photograph.
//!
//! A sheet of a newspaper: the section in capitals, the headline as large as it fits, the paper's name and the day, and
//! along the foot the ram's-horn border of the drawn covers. Everything is centred, and headlines rather take one line
//! more than a wider one, because many crop to a square. The same sheet is the same file on every machine: the fonts are
//! part of the command, type is set in whole numbers, and what a letter covers is rounded to a few steps.

mod border;
mod face;
mod glyph_cache;
mod layer;
mod letters;
mod lines;
mod palette;
mod ridge;
mod share_image;
#[cfg(test)]
mod tests;

use crate::publish::client_files::short_hash;
use ab_glyph::InvalidFont;
use face::{Face, ShapedText};
use glyph_cache::GlyphCache;
use layer::Layer;
use lines::Line;
use palette::{ACCENT, Palette, Ramp};
pub use share_image::ShareImage;
use std::sync::Arc;

/// The width of a share picture, in pixels.
pub const WIDTH: u32 = layer::WIDTH as u32;

/// The height of a share picture, in pixels.
pub const HEIGHT: u32 = layer::HEIGHT as u32;

/// What is printed on a share picture, and what its looks are chosen by.
#[derive(Clone, Copy, Debug)]
pub struct ShareText<'a> {
    /// The headline; the paper's name stands for one that cannot be drawn.
    pub title: &'a str,
    /// The section's name for readers.
    pub section: &'a str,
    /// The paper's name.
    pub paper: &'a str,
    /// The section's name in addresses: chooses the border.
    pub section_id: &'a str,
    /// The article's name in addresses: chooses the hue.
    pub slug: &'a str,
    /// The day as readers see it; may be empty.
    pub date: &'a str,
}

/// Draws share pictures. It keeps the letters that it has drawn, so one is enough for a build and all its threads.
pub struct ShareRenderer {
    headlines: Vec<(Setting, GlyphCache)>,
    section: GlyphCache,
    paper: GlyphCache,
    day: GlyphCache,
    /// Sheets without words, one with each border.
    sheets: Vec<Layer>,
}

/// A way to set headlines.
#[derive(Clone, Copy)]
struct Setting {
    /// Pixels to the em.
    size: i32,
    /// How many lines have room below each other.
    lines: usize,
    /// How wide they may be, in pixels.
    column: i32,
}

/// The ways to set headlines, the largest first. Only the last one breaks words and cuts headlines short.
const SETTINGS: [Setting; 9] = [
    Setting { size: 104, lines: 2, column: 820 },
    Setting { size: 92, lines: 3, column: 820 },
    Setting { size: 82, lines: 3, column: 820 },
    Setting { size: 74, lines: 4, column: 820 },
    Setting { size: 66, lines: 4, column: 860 },
    Setting { size: 60, lines: 5, column: 900 },
    Setting { size: 54, lines: 5, column: 960 },
    Setting { size: 48, lines: 5, column: WIDEST },
    Setting { size: 43, lines: 6, column: WIDEST },
];

/// How wide anything may be, in pixels.
const WIDEST: i32 = 1040;

/// The middle of the sheet.
const MIDDLE: i32 = layer::WIDTH / 2;

/// The base lines of the section and of the foot, and the middle of the headline.
const SECTION: i32 = 80;
const HEADLINE: i32 = 286;
const FOOT: i32 = 514;

impl ShareRenderer {
    /// Reads the fonts and draws what is the same on all pictures.
    ///
    /// # Errors
    /// A font cannot be read, so the command itself is broken.
    pub fn new() -> Result<Self, InvalidFont> {
        let serif = Arc::new(Face::new(dejavu::serif_condensed::bold())?);
        let sans = Arc::new(Face::new(dejavu::sans_condensed::bold())?);
        let mut bare = Layer::new();
        ridge::print(&mut bare);
        let sheet = |kind| {
            let mut sheet = bare.clone();
            border::print(&mut sheet, kind);
            sheet
        };
        Ok(Self {
            headlines: SETTINGS.iter().map(|way| (*way, GlyphCache::new(&serif, way.size, Ramp::Dark))).collect(),
            section: GlyphCache::new(&sans, 32, Ramp::Accent),
            paper: GlyphCache::new(&serif, 38, Ramp::Dark),
            day: GlyphCache::new(&sans, 28, Ramp::Accent),
            sheets: (0..border::KINDS).map(sheet).collect(),
        })
    }

    /// Draws a share picture: a PNG file of 1200 by 630.
    #[must_use]
    pub fn draw(&self, sheet: &ShareText<'_>) -> Vec<u8> {
        self.print(sheet).file(&Palette::choose(lot(sheet.slug)))
    }

    /// Names this way of drawing: it changes when pictures do, so that addresses with it may be cached for ever.
    #[must_use]
    pub fn version(&self) -> String {
        let probes: Vec<Layer> = PROBES.iter().map(|probe| self.print(probe)).collect();
        let palettes: Vec<Vec<u8>> = Palette::all().map(|palette| palette.table()).collect();
        let parts: Vec<&[u8]> = probes.iter().map(Layer::bytes).chain(palettes.iter().map(Vec::as_slice)).collect();
        short_hash(&parts)
    }

    fn print(&self, sheet: &ShareText<'_>) -> Layer {
        let kind = lot(sheet.section_id) % border::KINDS;
        let mut layer = self.sheets.get(kind).cloned().unwrap_or_else(Layer::new);
        self.print_section(&mut layer, sheet.section);
        self.print_headline(&mut layer, sheet);
        self.print_foot(&mut layer, sheet);
        layer
    }

    /// The section, in capitals with some air between them, above a short rule.
    fn print_section(&self, layer: &mut Layer, section: &str) {
        let glyph_cache = &self.section;
        let shaped = glyph_cache.set(&section.to_uppercase(), 4);
        let line = Line::whole(&shaped, glyph_cache.units(WIDEST), glyph_cache.ellipsis());
        print_centred(layer, glyph_cache, &shaped, &line, SECTION);
        if !shaped.letters.is_empty() {
            layer.fill((MIDDLE - 32, SECTION + 20), (MIDDLE + 32, SECTION + 23), ACCENT);
        }
    }

    /// The headline, in the largest way that has room for it.
    fn print_headline(&self, layer: &mut Layer, sheet: &ShareText<'_>) {
        let Some((_, glyph_cache)) = self.headlines.last() else { return };
        let title = glyph_cache.set(sheet.title, 0);
        let shaped = if title.letters.is_empty() { glyph_cache.set(sheet.paper, 0) } else { title };
        let words = lines::words(&shaped);
        let widest = lines::widest(&shaped, &words);
        let fits = |(way, glyph_cache): &&(Setting, GlyphCache)| {
            let longest = glyph_cache.units(way.column);
            widest <= longest && lines::count(&shaped, &words, longest) <= way.lines
        };
        let chosen = self.headlines.iter().find(fits).or(self.headlines.last());
        let Some((way, glyph_cache)) = chosen else { return };
        let lines = lines::lines(&shaped, &words, glyph_cache.units(way.column), way.lines, glyph_cache.ellipsis());
        let leading = way.size * 115 / 100;
        let below = i32::try_from(lines.len()).unwrap_or(0) - 1;
        let mut y = HEADLINE - below * leading / 2 + way.size * 36 / 100;
        for line in &lines {
            print_centred(layer, glyph_cache, &shaped, line, y);
            y += leading;
        }
    }

    /// The paper's name and the day, with a rule between them.
    fn print_foot(&self, layer: &mut Layer, sheet: &ShareText<'_>) {
        let day = self.day.set(sheet.date, 0);
        let day_line = Line::whole(&day, self.day.units(WIDEST / 2), self.day.ellipsis());
        let day_width = self.day.width(&day, &day_line);
        let gap = if day.letters.is_empty() { 0 } else { 40 };
        let paper = self.paper.set(sheet.paper, 0);
        let room = self.paper.units(WIDEST - gap - day_width);
        let paper_line = Line::whole(&paper, room, self.paper.ellipsis());
        let paper_width = self.paper.width(&paper, &paper_line);
        let left = MIDDLE - (paper_width + gap + day_width) / 2;
        self.paper.print(layer, &paper, &paper_line, left, FOOT);
        self.day.print(layer, &day, &day_line, left + paper_width + gap, FOOT);
        if paper_width > 0 && day_width > 0 {
            let rule = left + paper_width + gap / 2;
            layer.fill((rule - 1, FOOT - 26), (rule + 1, FOOT + 4), ACCENT);
        }
    }
}

fn print_centred(layer: &mut Layer, glyph_cache: &GlyphCache, shaped: &ShapedText, line: &Line, y: i32) {
    glyph_cache.print(layer, shaped, line, MIDDLE - glyph_cache.width(shaped, line) / 2, y);
}

/// A number that depends on a text alone.
fn lot(text: &str) -> usize {
    let [first, second, ..] = *blake3::hash(text.as_bytes()).as_bytes();
    usize::from(u16::from_le_bytes([first, second]))
}

/// What the version is made from: all letters, and headlines of all lengths.
const PROBES: [ShareText<'static>; 4] = [
    probe("Жаңа ұн", "a"),
    probe("Съешь ещё этих мягких французских булок, да выпей чаю", "b"),
    probe(
        "Аққұба інінің үйі көшпелі һәм өжет ғой: The quick brown fox jumps over the lazy dog, 0123456789 « » — №",
        "c",
    ),
    probe(
        "Pack my box with five dozen liquor jugs; щипцы, фен и ящик вёз грач… Жюри хвалит «эль» (ТОЛЬКО ЗАГЛАВНЫЕ, \
           ӘҒҚҢӨҰҮҺІ): сколько же слов нужно, чтобы строк стало больше, чем на листе есть места для них всех вместе?",
        "d",
    ),
];

const fn probe(title: &'static str, name: &'static str) -> ShareText<'static> {
    ShareText {
        title,
        section: "Қоғам & Society",
        paper: "Хабаршы",
        section_id: name,
        slug: name,
        date: "22 ноября 2026",
    }
}
