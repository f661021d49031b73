//! The share picture: what messengers and social networks show of an article that has no photograph.
//!
//! A sheet of a newspaper: the section in capitals, the headline as large as it fits, the paper's name and the day, and
//! along the foot the ram's-horn border of the drawn covers. Everything is centred, and headlines rather take one line
//! more than a wider one, because many crop to a square. The same sheet is the same file on every machine: the fonts are
//! part of the command, type is set in whole numbers, and what a letter covers is rounded to a few steps.

mod border;
mod face;
mod fount;
mod inks;
mod letters;
mod lines;
mod order;
mod plate;
mod ridge;
#[cfg(test)]
mod tests;

use crate::publish::client_files::short_hash;
use ab_glyph::InvalidFont;
use face::{Face, Galley};
use fount::Fount;
use inks::{ACCENT, Ink, Inks};
use lines::Line;
pub use order::Order;
use plate::Plate;
use std::sync::Arc;

/// The width of a share picture, in pixels.
pub const WIDTH: u32 = plate::WIDTH as u32;

/// The height of a share picture, in pixels.
pub const HEIGHT: u32 = plate::HEIGHT as u32;

/// What is printed on a share picture, and what its looks are chosen by.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
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
pub struct Artist {
    headlines: Vec<(Setting, Fount)>,
    section: Fount,
    paper: Fount,
    day: Fount,
    /// Sheets without words, one with each border.
    sheets: Vec<Plate>,
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
const MIDDLE: i32 = plate::WIDTH / 2;

/// The base lines of the section and of the foot, and the middle of the headline.
const SECTION: i32 = 80;
const HEADLINE: i32 = 286;
const FOOT: i32 = 514;

impl Artist {
    /// Reads the fonts and draws what is the same on all pictures.
    ///
    /// # Errors
    /// A font cannot be read, so the command itself is broken.
    pub fn new() -> Result<Self, InvalidFont> {
        let serif = Arc::new(Face::new(dejavu::serif_condensed::bold())?);
        let sans = Arc::new(Face::new(dejavu::sans_condensed::bold())?);
        let mut bare = Plate::new();
        ridge::print(&mut bare);
        let sheet = |kind| {
            let mut sheet = bare.clone();
            border::print(&mut sheet, kind);
            sheet
        };
        Ok(Self {
            headlines: SETTINGS.iter().map(|way| (*way, Fount::new(&serif, way.size, Ink::Dark))).collect(),
            section: Fount::new(&sans, 32, Ink::Accent),
            paper: Fount::new(&serif, 38, Ink::Dark),
            day: Fount::new(&sans, 28, Ink::Accent),
            sheets: (0..border::KINDS).map(sheet).collect(),
        })
    }

    /// Draws a share picture: a PNG file of 1200 by 630.
    #[must_use]
    pub fn draw(&self, sheet: &Sheet<'_>) -> Vec<u8> {
        self.print(sheet).file(&Inks::choose(lot(sheet.slug)))
    }

    /// Names this way of drawing: it changes when pictures do, so that addresses with it may be cached for ever.
    #[must_use]
    pub fn version(&self) -> String {
        let probes: Vec<Plate> = PROBES.iter().map(|probe| self.print(probe)).collect();
        let inks: Vec<Vec<u8>> = Inks::all().map(|inks| inks.table()).collect();
        let parts: Vec<&[u8]> = probes.iter().map(Plate::bytes).chain(inks.iter().map(Vec::as_slice)).collect();
        short_hash(&parts)
    }

    fn print(&self, sheet: &Sheet<'_>) -> Plate {
        let kind = lot(sheet.section_id) % border::KINDS;
        let mut plate = self.sheets.get(kind).cloned().unwrap_or_else(Plate::new);
        self.print_section(&mut plate, sheet.section);
        self.print_headline(&mut plate, sheet);
        self.print_foot(&mut plate, sheet);
        plate
    }

    /// The section, in capitals with some air between them, above a short rule.
    fn print_section(&self, plate: &mut Plate, section: &str) {
        let fount = &self.section;
        let galley = fount.set(&section.to_uppercase(), 4);
        let line = Line::whole(&galley, fount.units(WIDEST), fount.ellipsis());
        print_centred(plate, fount, &galley, &line, SECTION);
        if !galley.letters.is_empty() {
            plate.fill((MIDDLE - 32, SECTION + 20), (MIDDLE + 32, SECTION + 23), ACCENT);
        }
    }

    /// The headline, in the largest way that has room for it.
    fn print_headline(&self, plate: &mut Plate, sheet: &Sheet<'_>) {
        let Some((_, fount)) = self.headlines.last() else { return };
        let title = fount.set(sheet.title, 0);
        let galley = if title.letters.is_empty() { fount.set(sheet.paper, 0) } else { title };
        let words = lines::words(&galley);
        let widest = lines::widest(&galley, &words);
        let fits = |(way, fount): &&(Setting, Fount)| {
            let longest = fount.units(way.column);
            widest <= longest && lines::count(&galley, &words, longest) <= way.lines
        };
        let chosen = self.headlines.iter().find(fits).or(self.headlines.last());
        let Some((way, fount)) = chosen else { return };
        let lines = lines::lines(&galley, &words, fount.units(way.column), way.lines, fount.ellipsis());
        let leading = way.size * 115 / 100;
        let below = i32::try_from(lines.len()).unwrap_or(0) - 1;
        let mut y = HEADLINE - below * leading / 2 + way.size * 36 / 100;
        for line in &lines {
            print_centred(plate, fount, &galley, line, y);
            y += leading;
        }
    }

    /// The paper's name and the day, with a rule between them.
    fn print_foot(&self, plate: &mut Plate, sheet: &Sheet<'_>) {
        let day = self.day.set(sheet.date, 0);
        let day_line = Line::whole(&day, self.day.units(WIDEST / 2), self.day.ellipsis());
        let day_width = self.day.width(&day, &day_line);
        let gap = if day.letters.is_empty() { 0 } else { 40 };
        let paper = self.paper.set(sheet.paper, 0);
        let room = self.paper.units(WIDEST - gap - day_width);
        let paper_line = Line::whole(&paper, room, self.paper.ellipsis());
        let paper_width = self.paper.width(&paper, &paper_line);
        let left = MIDDLE - (paper_width + gap + day_width) / 2;
        self.paper.print(plate, &paper, &paper_line, left, FOOT);
        self.day.print(plate, &day, &day_line, left + paper_width + gap, FOOT);
        if paper_width > 0 && day_width > 0 {
            let rule = left + paper_width + gap / 2;
            plate.fill((rule - 1, FOOT - 26), (rule + 1, FOOT + 4), ACCENT);
        }
    }
}

fn print_centred(plate: &mut Plate, fount: &Fount, galley: &Galley, line: &Line, y: i32) {
    fount.print(plate, galley, line, MIDDLE - fount.width(galley, line) / 2, y);
}

/// A number that depends on a text alone.
fn lot(text: &str) -> usize {
    let [first, second, ..] = *blake3::hash(text.as_bytes()).as_bytes();
    usize::from(u16::from_le_bytes([first, second]))
}

/// What the version is made from: all letters, and headlines of all lengths.
const PROBES: [Sheet<'static>; 4] = [
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

const fn probe(title: &'static str, name: &'static str) -> Sheet<'static> {
    Sheet {
        title, section: "Қоғам & Society", paper: "Хабаршы", section_id: name, slug: name, date: "22 ноября 2026"
    }
}
