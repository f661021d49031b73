//! Palettes: a paper tinted by one hue, a dark and a middle tone of that hue to print with, and one warm thread.

/// An sRGB colour.
type Colour = [u8; 3];

/// What a sheet is printed with. Chosen by eye beside the drawn covers; the dark colour keeps 10:1 on its paper, the
/// accent 4.5:1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    /// The sheet.
    paper: Colour,
    /// The headline, and the ground of the border.
    dark: Colour,
    /// The small print.
    accent: Colour,
    /// The ornament of the border: the one warm spot.
    thread: Colour,
}

/// From a ground to a full colour, in steps, for the edges of what is drawn. A sheet has sixteen codes for all of them, so that
/// two pixels share a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ramp {
    /// Dark on paper, in seven steps.
    Dark,
    /// Accent on paper, in four steps.
    Accent,
    /// Thread on dark, in three steps.
    Thread,
}

/// The bare sheet.
pub(super) const PAPER: u8 = 0;
/// The dark colour at its fullest.
pub(super) const DARK: u8 = 7;
/// The accent at its fullest.
pub(super) const ACCENT: u8 = 11;
/// The thread at its fullest.
pub(super) const THREAD: u8 = 15;
/// A shade of the paper, for what lies far behind the words.
pub(super) const MIST: u8 = 12;

impl Ramp {
    /// The code of the full colour, and how many steps lead to it.
    const fn steps(self) -> (u8, u8) {
        match self {
            Self::Dark => (DARK, 7),
            Self::Accent => (ACCENT, 4),
            Self::Thread => (THREAD, 3),
        }
    }

    /// The code of a pixel that is covered so many steps of so many.
    pub(super) fn code(self, covered: usize, of: usize) -> u8 {
        let (full, steps) = self.steps();
        let step = (covered * usize::from(steps) * 2 + of) / (2 * of.max(1));
        match u8::try_from(step).unwrap_or(steps).min(steps) {
            0 if self == Self::Thread => DARK,
            0 => PAPER,
            step => full - steps + step,
        }
    }
}

const fn palette(tones: [u32; 4]) -> Palette {
    let [paper, dark, accent, thread] = tones;
    Palette { paper: hex(paper), dark: hex(dark), accent: hex(accent), thread: hex(thread) }
}

const fn hex(value: u32) -> Colour {
    let [_, red, green, blue] = value.to_be_bytes();
    [red, green, blue]
}

/// The hues of the drawn covers.
const HUES: [Palette; 12] = [
    palette([0xee_f4f3, 0x12_3049, 0x2b_6a90, 0xf6_c86b]), // lake
    palette([0xee_f4ea, 0x10_352c, 0x2d_6e55, 0xf4_cc70]), // spruce
    palette([0xf6_eff3, 0x29_183f, 0x6f_4b88, 0xf8_bb7c]), // heather
    palette([0xfa_f4e4, 0x3c_2c10, 0x82_611e, 0xea_924c]), // wheat
    palette([0xfb_f1e8, 0x3e_1d18, 0x9a_5238, 0xff_dc94]), // clay
    palette([0xef_f0f7, 0x18_1c46, 0x4a_5899, 0xf7_c878]), // indigo
    palette([0xec_f5f1, 0x0b_3539, 0x1f_6e6c, 0xf8_b96b]), // turquoise
    palette([0xfc_f0ec, 0x3d_1628, 0x97_4a5d, 0xff_d188]), // rosehip
    palette([0xf2_f3f3, 0x1c_2935, 0x4d_6677, 0xf0_b25c]), // slate
    palette([0xf5_f5e6, 0x27_2f13, 0x5f_6c31, 0xf3_a757]), // wormwood
    palette([0xf8_f2ea, 0x2f_2019, 0x7d_5d47, 0xf2_a65c]), // felt
    palette([0xf1_f4f8, 0x14_2c55, 0x35_659d, 0xff_b35e]), // flag
];

impl Palette {
    /// One of the hues, by lot.
    pub(super) fn choose(lot: usize) -> Self {
        let [first, ..] = HUES;
        HUES.get(lot % HUES.len()).copied().unwrap_or(first)
    }

    /// All hues.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        HUES.into_iter()
    }

    /// The sixteen colours in the order of their codes, as a PNG has them.
    pub(super) fn table(&self) -> Vec<u8> {
        let dark = (1..=7).map(|step| mix(self.paper, self.dark, step, 7));
        let accent = (1..=4).map(|step| mix(self.paper, self.accent, step, 4));
        let mist = mix(self.paper, self.accent, 1, 9);
        let thread = (1..=3).map(|step| mix(self.dark, self.thread, step, 3));
        std::iter::once(self.paper).chain(dark).chain(accent).chain([mist]).chain(thread).flatten().collect()
    }
}

/// `part` of `whole` of the second colour in the first.
fn mix(first: Colour, second: Colour, part: i32, whole: i32) -> Colour {
    let blend = |from: u8, to: u8| {
        let value = (i32::from(from) * (whole - part) * 2 + i32::from(to) * part * 2 + whole) / (2 * whole);
        u8::try_from(value).unwrap_or(to)
    };
    let ([red, green, blue], [to_red, to_green, to_blue]) = (first, second);
    [blend(red, to_red), blend(green, to_green), blend(blue, to_blue)]
}

#[cfg(test)]
mod tests {
    use super::{Colour, HUES, Ramp};

    fn luminance(colour: Colour) -> f64 {
        let [red, green, blue] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        (one / other).max(other / one)
    }

    #[test]
    fn all_hues_can_be_read() {
        for hue in HUES {
            assert!(contrast(hue.paper, hue.dark) >= 10.0, "{hue:?}");
            assert!(contrast(hue.paper, hue.accent) >= 4.5, "{hue:?}");
            assert!(contrast(hue.dark, hue.thread) >= 4.5, "{hue:?}");
        }
    }

    #[test]
    fn sixteen_colours_in_the_order_of_their_codes() {
        let [lake, ..] = HUES;
        let table = lake.table();
        let colour = |code: u8| table[usize::from(code) * 3..][..3].to_vec();
        assert_eq!(table.len(), 48);
        assert_eq!(colour(Ramp::Dark.code(0, 9)), lake.paper);
        assert_eq!(colour(Ramp::Dark.code(9, 9)), lake.dark);
        assert_eq!(colour(Ramp::Accent.code(0, 9)), lake.paper);
        assert_eq!(colour(Ramp::Accent.code(9, 9)), lake.accent);
        assert_eq!(colour(Ramp::Thread.code(0, 9)), lake.dark);
        assert_eq!(colour(Ramp::Thread.code(9, 9)), lake.thread);
    }
}
