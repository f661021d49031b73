//! Colours: one hue from a light sky to a dark ground, and one warm spot.

use super::rng::Rng;
use std::fmt;

/// An opaque sRGB colour, written as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(u8, u8, u8);

impl Colour {
    /// Snow, starlight.
    pub(super) const WHITE: Self = Self(255, 255, 255);

    const fn hex(value: u32) -> Self {
        let [_, red, green, blue] = value.to_be_bytes();
        Self(red, green, blue)
    }

    /// This colour with `percent` of another stirred in.
    pub(super) fn mix(self, other: Self, percent: i32) -> Self {
        let percent = percent.clamp(0, 100);
        let blend = |from: u8, to: u8| {
            let value = (i32::from(from) * (100 - percent) + i32::from(to) * percent + 50) / 100;
            u8::try_from(value).unwrap_or(to)
        };
        Self(blend(self.0, other.0), blend(self.1, other.1), blend(self.2, other.2))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The colours of one picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    /// The sky overhead.
    pub(super) sky: Colour,
    /// The sky at the horizon; also the colour of mist.
    pub(super) haze: Colour,
    /// The most distant thing on the ground.
    pub(super) far: Colour,
    /// Half-way.
    pub(super) mid: Colour,
    /// The nearest thing: dark enough to close the picture.
    pub(super) near: Colour,
    /// The one warm spot: sun, moon, lamp, window.
    pub(super) warm: Colour,
}

const fn palette(day: [u32; 6]) -> Palette {
    let [sky, haze, far, mid, near, warm] = day;
    Palette {
        sky: Colour::hex(sky),
        haze: Colour::hex(haze),
        far: Colour::hex(far),
        mid: Colour::hex(mid),
        near: Colour::hex(near),
        warm: Colour::hex(warm),
    }
}

/// Chosen by eye; muted, so that a page of covers stays a page of text.
const PALETTES: [Palette; 12] = [
    palette([0xa4_cbdd, 0xe2_eeec, 0x9c_c1cf, 0x4a_86a8, 0x12_3049, 0xf6_c86b]), // lake
    palette([0xb0_d3c3, 0xe9_f1e0, 0xa2_c9b2, 0x46_876d, 0x10_352c, 0xf4_cc70]), // spruce
    palette([0xc9_b7da, 0xf3_e6ec, 0xbd_a6ca, 0x7c_5a94, 0x29_183f, 0xf8_bb7c]), // heather
    palette([0xe4_cf9c, 0xf9_f0d8, 0xdb_c28a, 0xa5_8139, 0x3c_2c10, 0xe6_7a3f]), // wheat
    palette([0xe7_bda5, 0xfa_e8d9, 0xde_ad94, 0xab_6348, 0x3e_1d18, 0xff_dc94]), // clay
    palette([0xa8_b4dc, 0xe6_e8f2, 0xa0_acd2, 0x56_64a6, 0x18_1c46, 0xf7_c878]), // indigo
    palette([0x98_cdc9, 0xe0_f1ea, 0x92_c5c0, 0x36_8381, 0x0b_3539, 0xf8_b96b]), // turquoise
    palette([0xe4_b5bd, 0xfb_e6de, 0xda_a6ae, 0xa4_5b6c, 0x3d_1628, 0xff_d188]), // rosehip
    palette([0xb3_c0c9, 0xea_eceb, 0xa8_b8c2, 0x5d_7686, 0x1c_2935, 0xf0_b25c]), // slate
    palette([0xc6_cea0, 0xf2_f3dc, 0xba_c592, 0x74_8142, 0x27_2f13, 0xf3_a757]), // wormwood
    palette([0xd8_c6b4, 0xf5_ece0, 0xcd_b8a4, 0x8c_6d57, 0x2f_2019, 0xf2_a65c]), // felt
    palette([0x9f_c4e6, 0xf0_ead9, 0xa9_c4da, 0x4f_7fb4, 0x14_2c55, 0xff_b35e]), // flag
];

impl Palette {
    /// One of the palettes.
    pub(super) fn choose(rng: &mut Rng) -> Self {
        let [first, ..] = PALETTES;
        rng.pick(&PALETTES).unwrap_or(first)
    }

    /// A colour of the ground: 0 at the horizon, 100 at the reader's feet.
    pub(super) fn layer(&self, depth: i32) -> Colour {
        if depth < 50 { self.far.mix(self.mid, depth * 2) } else { self.mid.mix(self.near, depth * 2 - 100) }
    }

    /// The same hue after sunset: the sky goes dark, the far ground darker than the mist before it.
    pub(super) fn night(self) -> Self {
        Self {
            sky: self.near.mix(self.mid, 12),
            haze: self.mid.mix(self.far, 36),
            far: self.mid.mix(self.near, 36),
            mid: self.mid.mix(self.near, 62),
            near: self.near.mix(Colour::hex(0), 28),
            warm: self.warm.mix(Colour::hex(0xff_f4d8), 25),
        }
    }
}
