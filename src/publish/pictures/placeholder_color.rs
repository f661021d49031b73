//! The colour of a picture's place until the picture comes.

use super::raster::Raster;

/// The digits of a channel, dark to light: four of them make 64 colours, by classes of the style sheet.
pub const DIGITS: [char; 4] = ['2', '6', 'a', 'e'];

/// Of a picture with transparent parts: what shows through them stays, and drawings are made for white paper.
pub const PAPER: &str = "fff";

/// How many pixels are looked at, at most: enough to know the colour of the largest part.
const LOOKED_AT: usize = 20_000;

/// The colour that most of a picture has, as three hexadecimal digits.
pub fn of(raster: &Raster) -> String {
    if raster.alpha {
        return PAPER.to_owned();
    }
    let (pixels, _) = raster.pixels.as_chunks::<3>();
    let mut counts = [0usize; 64];
    for [red, green, blue] in pixels.iter().step_by((pixels.len() / LOOKED_AT).max(1)) {
        let colour = usize::from(red >> 6) * 16 + usize::from(green >> 6) * 4 + usize::from(blue >> 6);
        if let Some(count) = counts.get_mut(colour) {
            *count += 1;
        }
    }
    // Of several the darkest, always the same.
    let most = counts.iter().enumerate().rev().max_by_key(|(_, count)| **count).map_or(0, |(colour, _)| colour);
    [most / 16, most / 4 % 4, most % 4].iter().filter_map(|level| DIGITS.get(*level)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of so many pixels of each colour.
    fn picture(colours: &[([u8; 3], u32)]) -> Raster {
        let pixels = colours.iter().flat_map(|(colour, count)| colour.repeat(*count as usize)).collect();
        Raster { width: colours.iter().map(|(_, count)| count).sum(), height: 1, alpha: false, pixels }
    }

    #[test]
    fn the_tone_is_the_colour_of_the_largest_part() {
        assert_eq!(of(&picture(&[([250, 10, 10], 30), ([20, 90, 180], 50)])), "26a");
        assert_eq!(of(&picture(&[([255, 255, 255], 1)])), "eee");
        assert_eq!(of(&picture(&[([255, 255, 255], 5), ([0, 0, 0], 5)])), "222");
        assert_eq!(of(&Raster { alpha: true, ..picture(&[([0, 0, 0], 4)]) }), "fff");
    }

    #[test]
    fn every_digit_has_its_class() {
        let sheet = include_str!("../../../style/components/picture.css");
        for (channel, digit) in
            PAPER.chars().take(1).chain(DIGITS).flat_map(|digit| ["r", "g", "b"].map(|name| (name, digit)))
        {
            let value = digit.to_digit(16).expect("a digit") * 17;
            let rule = format!(".{channel}{digit} {{\n  --{channel}: {value};\n}}");
            assert!(sheet.contains(&rule), "{rule}");
        }
    }
}
