//! The drawn cover: a picture for an article that came without one.
//!
//! A landscape in flat layers of one hue with one warm spot, and along the bottom a band of the
//! ram's-horn ornament. The section chooses what it may show, the slug everything else, and nothing
//! but these two texts does: the same article has the same cover on every build and every machine,
//! which is why all arithmetic here is in whole numbers. The middle of the picture carries it, so
//! that a square crop works; neither text ever gets into the file.

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
use palette::Palette;
use rng::Rng;
use scene::Scene;

/// The width of a drawn cover, in pixels.
pub const WIDTH: u32 = 1200;

/// The height of a drawn cover, in pixels.
pub const HEIGHT: u32 = 800;

/// Names this way of drawing: it changes when drawings do, so that addresses with it may be cached for ever.
#[must_use]
pub fn version() -> String {
    let probes: Vec<String> =
        (0..64).map(|probe| cover(&format!("probe-{}", probe % 13), &format!("probe-{probe}"))).collect();
    let parts: Vec<&[u8]> = probes.iter().map(String::as_bytes).collect();
    crate::publish::client_files::short_hash(&parts)
}

/// Draws the cover of an article: a complete SVG file, 1200 by 800, without text, scripts or
/// anything outside itself.
#[must_use]
pub fn cover(section: &str, slug: &str) -> String {
    let mut rng = Rng::new(slug);
    let palette = Palette::choose(&mut rng);
    let motif = motif::choose(section, &mut rng);
    let mirrored = rng.chance(50);
    let mut scene = Scene { canvas: Canvas::default(), rng, palette };
    motif(&mut scene);
    let Scene { canvas, mut rng, palette } = scene;
    let ground = palette.near;
    let thread = palette.warm.mix(ground, 25);
    let band = ornament::band(&mut rng, ground, thread);
    canvas.finish(mirrored, &band)
}

#[cfg(test)]
mod tests {
    use super::cover;
    use std::collections::HashSet;

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

    #[test]
    fn the_same_article_has_the_same_cover() {
        assert_eq!(cover("nature", "a-thousand-saplings"), cover("nature", "a-thousand-saplings"));
    }

    #[test]
    fn no_two_articles_look_alike() {
        let all: HashSet<_> = (0..500).map(|n| cover("nature", &format!("article-{n}"))).collect();
        assert_eq!(all.len(), 500);
    }

    #[test]
    fn hostile_ids_leave_no_trace() {
        for id in ["\"><script>alert(1)</script>", "", "\u{1f40f}\u{1f3d4}", "../../etc", "\0&amp;]]>", "қоғам"] {
            for other in ["sport", id] {
                assert_well_formed(&cover(id, other));
                assert_well_formed(&cover(other, id));
                assert!(!cover(id, id).contains("script"));
            }
        }
    }

    #[test]
    fn covers_are_small_and_complete() {
        for n in 0..500 {
            for section in SECTIONS {
                let svg = cover(section, &format!("slug-{n}"));
                assert!(svg.len() <= 6_000, "{section} slug-{n}: {} bytes", svg.len());
                assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 800\""));
                assert!(svg.ends_with("</svg>\n"));
                assert!(!svg.contains("style="));
                assert_well_formed(&svg);
            }
        }
    }

    #[test]
    fn gradients_referred_to_are_defined() {
        for n in 0..200 {
            for section in SECTIONS {
                let svg = cover(section, &format!("slug-{n}"));
                for (name, _) in svg.split("url(#").skip(1).filter_map(|rest| rest.split_once(')')) {
                    assert!(svg.contains(&format!("id=\"{name}\"")), "{section} {n}");
                }
            }
        }
    }
}
