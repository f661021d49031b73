//! What a section's covers may show.

use super::rng::Rng;
use super::scene::Scene;
use super::{industry, land, pasture, stadium, stage, town};

/// A way to fill a scene.
pub(super) type Motif = fn(&mut Scene);

/// Sections by what they are about. A name stands for every id that starts with it.
const SECTIONS: [(&[&str], &[Motif]); 12] = [
    (&["youth", "young", "jastar", "zhastar", "molod"], &[land::mountains, pasture::night, town::roofs]),
    (&["societ", "social", "people", "life", "qogam", "kogam", "obsh"], &[town::roofs, land::steppe, pasture::jailau]),
    (&["nature", "ecolog", "environ", "climate", "tabi", "prirod"], &[land::lake, land::mountains, land::steppe]),
    (&["cultur", "art", "music", "theat", "book", "madeni", "kultur"], &[stage::stage, pasture::jailau, stage::stage]),
    (&["sport"], &[stadium::stadium, stadium::stadium, land::mountains]),
    (
        &["econom", "busines", "financ", "market", "industr", "ekonom"],
        &[industry::factory, land::fields, industry::greenhouses],
    ),
    (&["agri", "farm", "village", "auyl", "aul"], &[land::fields, industry::greenhouses, pasture::jailau]),
    (&["politic", "govern", "region", "local", "city", "sayasat"], &[town::roofs, land::steppe, land::mountains]),
    (&["health", "medic", "densau", "zdorov"], &[land::lake, land::fields, land::mountains]),
    (&["educat", "school", "universit", "bilim", "obraz"], &[pasture::night, town::roofs, land::fields]),
    (
        &["tech", "scien", "digital", "internet", "gylym", "nauk"],
        &[pasture::night, industry::factory, stadium::stadium],
    ),
    (&["travel", "world", "touris", "alem", "mir"], &[land::steppe, town::roofs, land::lake]),
];

/// Everything there is, for sections nobody thought of.
const ALL: [Motif; 10] = [
    land::mountains,
    land::steppe,
    land::lake,
    land::fields,
    pasture::jailau,
    pasture::night,
    town::roofs,
    stage::stage,
    industry::factory,
    industry::greenhouses,
];

/// The motif of an article: its section offers a few and the slug's random numbers choose.
pub(super) fn choose(section: &str, rng: &mut Rng) -> Motif {
    let section = section.to_lowercase();
    for (names, motifs) in SECTIONS {
        if names.iter().any(|name| section.starts_with(name)) {
            return rng.pick(motifs).unwrap_or(land::mountains);
        }
    }
    // An unknown section still keeps to three motifs of its own, so that its pages have a face.
    let mut own = Rng::new(&section);
    let three: Vec<Motif> = (0..3).filter_map(|_| own.pick(&ALL)).collect();
    rng.pick(&three).unwrap_or(land::mountains)
}
