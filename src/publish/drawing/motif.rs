//! What a section's covers may show.

use super::dice::Dice;
use super::scene::Scene;
use super::{camp, hall, land, town, works};

/// A way to fill a scene.
pub(super) type Motif = fn(&mut Scene);

/// Sections by what they are about. A name stands for every id that starts with it.
const SECTIONS: [(&[&str], &[Motif]); 12] = [
    (&["youth", "young", "jastar", "zhastar", "molod"], &[land::mountains, camp::night, town::roofs]),
    (&["societ", "social", "people", "life", "qogam", "kogam", "obsh"], &[town::roofs, land::steppe, camp::jailau]),
    (&["nature", "ecolog", "environ", "climate", "tabi", "prirod"], &[land::lake, land::mountains, land::steppe]),
    (&["cultur", "art", "music", "theat", "book", "madeni", "kultur"], &[hall::stage, camp::jailau, hall::stage]),
    (&["sport"], &[hall::stadium, hall::stadium, land::mountains]),
    (
        &["econom", "busines", "financ", "market", "industr", "ekonom"],
        &[works::factory, land::fields, works::greenhouses],
    ),
    (&["agri", "farm", "village", "auyl", "aul"], &[land::fields, works::greenhouses, camp::jailau]),
    (&["politic", "govern", "region", "local", "city", "sayasat"], &[town::roofs, land::steppe, land::mountains]),
    (&["health", "medic", "densau", "zdorov"], &[land::lake, land::fields, land::mountains]),
    (&["educat", "school", "universit", "bilim", "obraz"], &[camp::night, town::roofs, land::fields]),
    (&["tech", "scien", "digital", "internet", "gylym", "nauk"], &[camp::night, works::factory, hall::stadium]),
    (&["travel", "world", "touris", "alem", "mir"], &[land::steppe, town::roofs, land::lake]),
];

/// Everything there is, for sections nobody thought of.
const ALL: [Motif; 10] = [
    land::mountains,
    land::steppe,
    land::lake,
    land::fields,
    camp::jailau,
    camp::night,
    town::roofs,
    hall::stage,
    works::factory,
    works::greenhouses,
];

/// The motif of an article: its section offers a few and the slug's dice choose.
pub(super) fn choose(section: &str, dice: &mut Dice) -> Motif {
    let section = section.to_lowercase();
    for (names, motifs) in SECTIONS {
        if names.iter().any(|name| section.starts_with(name)) {
            return dice.pick(motifs).unwrap_or(land::mountains);
        }
    }
    // An unknown section still keeps to three motifs of its own, so that its pages have a face.
    let mut own = Dice::new(&section);
    let three: Vec<Motif> = (0..3).filter_map(|_| own.pick(&ALL)).collect();
    dice.pick(&three).unwrap_or(land::mountains)
}
