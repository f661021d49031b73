//! The band of «қошқар мүйіз», the ram's horn, along the bottom.

use super::palette::Colour;
use super::rng::Rng;
use std::fmt::Write;

/// A pair of horns on one stem, 60 wide, curling outwards and down.
const HORNS: &str = "M30 33C30 19 24 7 15 7S3 13 3 20s5 10 10 9 6-8 1-9M30 33C30 19 36 7 45 7S57 13 57 20\
s-5 10-10 9-6-8-1-9";
/// The same horns with a lozenge between the pairs.
const LOZENGES: &str = "M30 33C30 20 25 10 17 10S7 15 7 21s4 8 8 7 5-6 1-7M30 33C30 20 35 10 43 10S53 15 53 21\
s-4 8-8 7-5-6-1-7M0 15l4 6-4 6M60 15l-4 6 4 6";
/// A running scroll: each horn grows out of the one before.
const SCROLL: &str = "M0 31C14 31 14 7 28 7S42 17 38 22 26 25 27 19M28 31C44 31 52 31 60 31";

/// The band as SVG, at the very bottom, where a crop may take it away.
pub(super) fn band(rng: &mut Rng, ground: Colour, thread: Colour) -> String {
    let unit = rng.pick(&[HORNS, LOZENGES, SCROLL]).unwrap_or(HORNS);
    // Twenty pairs from one: drawn once, used four times, and the four used five times.
    let mut text = format!(
        "<path fill=\"{ground}\" d=\"M0 744h1200v56H0z\"/><g opacity=\".8\" fill=\"none\" stroke=\"{thread}\" \
         stroke-width=\"3\" transform=\"translate(0 752)\"><g id=\"four\"><path id=\"one\" d=\"{unit}\"/>"
    );
    for x in [60, 120, 180] {
        let _ = write!(text, "<use href=\"#one\" x=\"{x}\"/>");
    }
    text.push_str("</g>");
    for x in [240, 480, 720, 960] {
        let _ = write!(text, "<use href=\"#four\" x=\"{x}\"/>");
    }
    text.push_str("<path stroke-width=\"2\" d=\"M0-4H1200M0 42H1200\"/></g>");
    text
}
