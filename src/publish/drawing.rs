//! The drawn covers: pictures for articles that came without one.
//!
//! A landscape in flat layers of one hue with one warm spot, and along the bottom a band of the
//! ram's-horn ornament. Articles share a set of some hundreds. The section says which motifs its
//! covers show; the motif and a number decide everything in the picture, which is the same on every
//! build and every machine: all arithmetic here is in whole numbers. The middle of the picture
//! carries it, so that a square crop works. Which article gets which is decided by the index.

mod canvas;
mod industry;
mod land;
mod motif;
mod ornament;
mod palette;
mod pasture;
mod props;
mod ridge;
mod rng;
mod scene;
mod stadium;
mod stage;
mod town;

use canvas::Canvas;
use motif::Motif;
use palette::Palette;
use rng::Rng;
use scene::Scene;

/// The width of a drawn cover, in pixels.
pub const WIDTH: u32 = 1200;

/// The height of a drawn cover, in pixels.
pub const HEIGHT: u32 = 800;

/// How many covers a set has of a motif for each time that a section names it.
const PER_MOTIF: u16 = 32;

/// A cover of the set that all articles share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cover {
    motif: Motif,
    number: u16,
}

impl Cover {
    /// Its name in addresses: `lake-17`.
    #[must_use]
    pub fn name(self) -> String {
        format!("{}-{}", self.motif.name(), self.number)
    }

    /// Draws it: a complete SVG file, 1200 by 800, without text, scripts or anything outside itself.
    #[must_use]
    pub fn draw(self) -> String {
        let mut rng = Rng::new(&self.name());
        let palette = Palette::choose(&mut rng);
        let mirrored = rng.chance(50);
        let mut scene = Scene { canvas: Canvas::default(), rng, palette };
        self.motif.draw(&mut scene);
        let Scene { canvas, mut rng, palette } = scene;
        let ground = palette.near;
        let thread = palette.warm.mix(ground, 25);
        let band = ornament::band(&mut rng, ground, thread);
        canvas.finish(mirrored, &band)
    }
}

/// The covers that articles of a section have, one motif after another, so that neighbours do not look alike.
#[must_use]
pub fn covers_of(section: &str) -> Vec<Cover> {
    let motifs = motif::of_section(section);
    let rounds = (0..PER_MOTIF).flat_map(|round| motifs.iter().enumerate().map(move |(at, motif)| (round, at, *motif)));
    rounds
        .map(|(round, at, motif)| {
            // A motif that is named again goes on with other numbers.
            let before = motifs.iter().take(at).filter(|other| **other == motif).count();
            let number = u16::try_from(before).unwrap_or_default() * PER_MOTIF + round + 1;
            Cover { motif, number }
        })
        .collect()
}

/// The place among so many where a text begins to look: always the same, and anywhere.
#[must_use]
pub fn place_of(text: &str, among: usize) -> usize {
    let last = i32::try_from(among.saturating_sub(1)).unwrap_or(i32::MAX);
    usize::try_from(Rng::new(text).between(0, last)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Cover, covers_of, place_of};
    use std::collections::BTreeSet;

    const SECTIONS: [&str; 14] = [
        "youth",
        "society",
        "nature",
        "culture",
        "sport",
        "economy",
        "politics",
        "health",
        "education",
        "technology",
        "travel",
        "agriculture",
        "zzz",
        "",
    ];

    /// Every tag closed, every attribute quoted, nothing that is not plain ASCII.
    fn assert_well_formed(svg: &str) {
        assert!(svg.is_ascii());
        let mut open = Vec::new();
        for tag in svg.trim_end().split('<').skip(1) {
            let (inside, text) = tag.split_once('>').expect("a closed tag");
            assert_eq!(text, "", "text in a picture: {text}");
            assert_eq!(inside.matches('"').count() % 2, 0, "{inside}");
            let name = inside.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
            if inside.starts_with('/') {
                assert_eq!(open.pop(), Some(name));
            } else if !inside.ends_with('/') {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }

    /// All covers that any of the sections has.
    fn all() -> BTreeSet<Cover> {
        SECTIONS.into_iter().chain((0..40).map(|_| "")).flat_map(covers_of).collect()
    }

    #[test]
    fn a_section_keeps_to_its_motifs() {
        for (section, motifs) in [
            ("nature", ["lake", "mountains", "steppe"]),
            ("culture", ["stage", "jailau", "stage"]),
            ("Society", ["roofs", "steppe", "jailau"]),
        ] {
            let names: Vec<String> = covers_of(section).into_iter().map(Cover::name).collect();
            assert_eq!(names.len(), 96);
            for (at, name) in names.iter().enumerate() {
                assert!(name.starts_with(&format!("{}-", motifs[at % 3])), "{section}: {name} at {at}");
            }
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 96, "{section}");
        }
    }

    #[test]
    fn the_set_is_of_some_hundreds_and_no_two_look_alike() {
        let all = all();
        assert!((300..=500).contains(&all.len()), "{}", all.len());
        assert_eq!(all.iter().map(|cover| cover.draw()).collect::<BTreeSet<_>>().len(), all.len());
        assert_eq!(all.iter().map(|cover| cover.name()).collect::<BTreeSet<_>>().len(), all.len());
    }

    #[test]
    fn hostile_sections_have_covers_too() {
        for section in ["\"><script>alert(1)</script>", "", "\u{1f40f}\u{1f3d4}", "../../etc", "\0&amp;]]>", "қоғам"]
        {
            let covers = covers_of(section);
            assert_eq!(covers.iter().collect::<BTreeSet<_>>().len(), 96, "{section}");
            assert!(covers.iter().all(|cover| cover.name().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
        }
    }

    #[test]
    fn covers_are_small_and_complete() {
        for cover in all() {
            let (name, svg) = (cover.name(), cover.draw());
            assert_eq!(svg, cover.draw());
            assert!(svg.len() <= 6_000, "{name}: {} bytes", svg.len());
            assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 800\""));
            assert!(svg.ends_with("</svg>\n"));
            assert!(!svg.contains("style="));
            assert_well_formed(&svg);
            for (id, _) in svg.split("url(#").skip(1).filter_map(|rest| rest.split_once(')')) {
                assert!(svg.contains(&format!("id=\"{id}\"")), "{name}: {id}");
            }
        }
    }

    #[test]
    fn texts_begin_anywhere() {
        let places: BTreeSet<usize> = (0..1000).map(|n| place_of(&format!("article-{n}"), 96)).collect();
        assert_eq!(places, (0..96).collect());
        assert_eq!(place_of("a", 0), 0);
    }
}
