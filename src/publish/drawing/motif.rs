//! What a section's covers may show.

use super::rng::Rng;
use super::scene::Scene;
use super::{industry, land, pasture, stadium, stage, town};

/// What a cover shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Motif {
    Mountains,
    Steppe,
    Lake,
    Fields,
    Jailau,
    Night,
    Roofs,
    Stage,
    Stadium,
    Factory,
    Greenhouses,
}

impl Motif {
    /// Its name in addresses.
    pub(super) fn name(self) -> &'static str {
        match self {
            Motif::Mountains => "mountains",
            Motif::Steppe => "steppe",
            Motif::Lake => "lake",
            Motif::Fields => "fields",
            Motif::Jailau => "jailau",
            Motif::Night => "night",
            Motif::Roofs => "roofs",
            Motif::Stage => "stage",
            Motif::Stadium => "stadium",
            Motif::Factory => "factory",
            Motif::Greenhouses => "greenhouses",
        }
    }

    /// Fills a scene.
    pub(super) fn draw(self, scene: &mut Scene) {
        match self {
            Motif::Mountains => land::mountains(scene),
            Motif::Steppe => land::steppe(scene),
            Motif::Lake => land::lake(scene),
            Motif::Fields => land::fields(scene),
            Motif::Jailau => pasture::jailau(scene),
            Motif::Night => pasture::night(scene),
            Motif::Roofs => town::roofs(scene),
            Motif::Stage => stage::stage(scene),
            Motif::Stadium => stadium::stadium(scene),
            Motif::Factory => industry::factory(scene),
            Motif::Greenhouses => industry::greenhouses(scene),
        }
    }
}

/// Sections by what they are about. A name stands for every id that starts with it.
const SECTIONS: [(&[&str], &[Motif]); 12] = [
    (&["youth", "young", "jastar", "zhastar", "molod"], &[Motif::Mountains, Motif::Night, Motif::Roofs]),
    (&["societ", "social", "people", "life", "qogam", "kogam", "obsh"], &[Motif::Roofs, Motif::Steppe, Motif::Jailau]),
    (&["nature", "ecolog", "environ", "climate", "tabi", "prirod"], &[Motif::Lake, Motif::Mountains, Motif::Steppe]),
    (&["cultur", "art", "music", "theat", "book", "madeni", "kultur"], &[Motif::Stage, Motif::Jailau, Motif::Stage]),
    (&["sport"], &[Motif::Stadium, Motif::Stadium, Motif::Mountains]),
    (
        &["econom", "busines", "financ", "market", "industr", "ekonom"],
        &[Motif::Factory, Motif::Fields, Motif::Greenhouses],
    ),
    (&["agri", "farm", "village", "auyl", "aul"], &[Motif::Fields, Motif::Greenhouses, Motif::Jailau]),
    (&["politic", "govern", "region", "local", "city", "sayasat"], &[Motif::Roofs, Motif::Steppe, Motif::Mountains]),
    (&["health", "medic", "densau", "zdorov"], &[Motif::Lake, Motif::Fields, Motif::Mountains]),
    (&["educat", "school", "universit", "bilim", "obraz"], &[Motif::Night, Motif::Roofs, Motif::Fields]),
    (&["tech", "scien", "digital", "internet", "gylym", "nauk"], &[Motif::Night, Motif::Factory, Motif::Stadium]),
    (&["travel", "world", "touris", "alem", "mir"], &[Motif::Steppe, Motif::Roofs, Motif::Lake]),
];

/// Everything there is, for sections nobody thought of.
const ALL: [Motif; 10] = [
    Motif::Mountains,
    Motif::Steppe,
    Motif::Lake,
    Motif::Fields,
    Motif::Jailau,
    Motif::Night,
    Motif::Roofs,
    Motif::Stage,
    Motif::Factory,
    Motif::Greenhouses,
];

/// The three motifs of a section; one that stands there twice is shown twice as often.
pub(super) fn of_section(section: &str) -> Vec<Motif> {
    let section = section.to_lowercase();
    let known = SECTIONS.iter().find(|(names, _)| names.iter().any(|name| section.starts_with(name)));
    match known {
        Some((_, motifs)) => motifs.to_vec(),
        // An unknown section still keeps to three motifs of its own, so that its pages have a face.
        None => {
            let mut own = Rng::new(&section);
            (0..3).filter_map(|_| own.pick(&ALL)).collect()
        }
    }
}
