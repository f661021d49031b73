//! Motifs of work: a factory at daybreak, greenhouses with the light on.

use super::canvas::{HEIGHT, Path, WIDTH};
use super::palette::Colour;
use super::scene::{Land, Scene};

/// A small factory: saw-tooth roofs, chimneys, soft smoke.
pub(super) fn factory(scene: &mut Scene) {
    scene.sky();
    scene.sun(200, 320);
    let step = scene.rng.between(320, 440);
    scene.range(Land { depth: 6, level: 440, swing: 170, step }, false);
    scene.hills(Land { depth: 24, level: 470, swing: 26, step: 300 });
    let x = scene.rng.between(300, 400);
    let teeth = scene.rng.between(3, 5);
    let chimneys = scene.rng.between(1, 3);
    chimney(scene);
    let gap = scene.rng.between(84, 120);
    for place in 0..chimneys {
        scene.canvas.stamp("chimney", (x + 40 + place * gap, 300 + place * 36), 100, false);
    }
    tanks(scene, x + teeth * 104 + 60);
    hall(scene, x, teeth);
    let yard = scene.hills(Land { depth: 62, level: 634, swing: 10, step: 420 });
    scene.poplars(72, &yard, x - 190, 3);
    scene.poplars(72, &yard, x + teeth * 104 + 200, 2);
    if scene.rng.chance(50) {
        vault(scene);
        row(scene, 724, 86, 86);
    } else {
        scene.hills(Land { depth: 88, level: 716, swing: 22, step: 320 });
    }
}

/// Defines a chimney and its smoke; the left of its mouth is the origin.
fn chimney(scene: &mut Scene) {
    let smoke = scene.canvas.beam(Colour::WHITE);
    let brick = scene.canvas.fold(scene.palette.layer(34), scene.palette.layer(64));
    let (rim, ring) = (scene.palette.layer(76), scene.palette.haze);
    scene.canvas.define("chimney", |canvas| {
        canvas.shape(
            smoke,
            "M4 0c-6-40-26-30-26-62 0-46 60-30 84-62 22-26 70-30 96 2 20 36-30 58-66 50-44-6-62 30-64 72z",
        );
        canvas.shape(brick, "M0 0h28l10 320h-48z");
        canvas.rect(rim, (-3, 0), (34, 9));
        canvas.rect(ring, (-1, 24), (30, 10));
    });
}

/// The main hall: each tooth is a slope and an upright pane that faces the light.
fn hall(scene: &mut Scene, x: i32, teeth: i32) {
    let wall = scene.canvas.fade(scene.palette.layer(50), scene.palette.layer(40));
    let mut walls = Path::at(x - 20, 660);
    walls.go('V', &[490]);
    let mut panes = Path::default();
    let mut slopes = Path::default();
    for tooth in 0..teeth {
        let left = x - 20 + tooth * 108;
        walls.go('v', &[-58]).go('l', &[108, 58]);
        panes.go('M', &[left + 6, 444]).go('v', &[38]).go('h', &[18]).go('v', &[-29]).go('z', &[]);
        slopes.go('M', &[left, 432]).go('l', &[108, 58]).go('v', &[9]).go('l', &[-108, -57]).go('z', &[]);
    }
    walls.go('V', &[660]).go('z', &[]);
    scene.canvas.path(wall, &walls);
    scene.canvas.path(scene.palette.layer(78), &slopes);
    scene.canvas.veil(scene.palette.warm, 75, &panes);
    let mut windows = Path::at(x, 552);
    windows.go('h', &[teeth * 108 - 20]);
    scene.canvas.dashes(scene.palette.warm, 44, (34, 20), &windows);
    let mut bars = Path::at(x, 550);
    bars.go('h', &[teeth * 108 - 40]);
    scene.canvas.line(scene.palette.layer(46), 3, 99, &bars);
    let mut posts = Path::at(x + 16, 552);
    posts.go('h', &[teeth * 108 - 40]);
    scene.canvas.dashes(scene.palette.layer(46), 44, (3, 51), &posts);
}

/// Round tanks at the end of the hall.
fn tanks(scene: &mut Scene, x: i32) {
    let steel = scene.palette.layer(40);
    let mut path = Path::default();
    for place in 0..2 {
        path.go('M', &[x + place * 76, 660]).go('V', &[500 + place * 24]).go('q', &[34, -16, 68, 0]).go('V', &[660]);
    }
    scene.canvas.path(steel, &path);
}

/// Greenhouses in the snow or the dusk, the lamps lit inside.
pub(super) fn greenhouses(scene: &mut Scene) {
    scene.sky();
    scene.sun(150, 270);
    let step = scene.rng.between(320, 440);
    scene.range(Land { depth: 6, level: 430, swing: 210, step }, true);
    let hill = scene.hills(Land { depth: 26, level: 458, swing: 24, step: 320 });
    let from = scene.rng.between(160, 760);
    let count = scene.rng.between(3, 5);
    scene.poplars(44, &hill, from, count);
    let ground = scene.misty(40);
    scene.canvas.rect(ground, (0, 490), (WIDTH, HEIGHT - 490));
    vault(scene);
    row(scene, 568, 66, 44);
    row(scene, 672, 116, 56);
    let snow = scene.hills(Land { depth: 84, level: 732, swing: 16, step: 380 });
    let middle = scene.rng.between(480, 720);
    scene.spruces(92, &snow, 150, (middle - 260, middle + 260));
}

/// Defines one glass vault seen end on, 150 wide and 100 high, glowing from within.
fn vault(scene: &mut Scene) {
    let warm = scene.palette.warm;
    let glass = scene.canvas.fade(scene.palette.haze, warm.mix(Colour::WHITE, 18));
    let green = scene.palette.layer(62);
    let frame = scene.palette.layer(70);
    scene.canvas.define("vault", |canvas| {
        canvas.shape(glass, "M0 0v-40a75 60 0 0 1 150 0v40");
        canvas.shape(green, "M8 0q4-30 22-24 12-18 26 0 14-14 26 2 10-22 26-4 26-8 34 26");
        let mut ribs = Path::at(0, 0);
        ribs.go('v', &[-40]).go('a', &[75, 60, 0, 0, 1, 150, 0]).go('v', &[40]).go('M', &[0, -40]).go('h', &[150]);
        ribs.go('M', &[38, 0]).go('v', &[-90]).go('M', &[75, 0]).go('v', &[-98]).go('M', &[112, 0]).go('v', &[-90]);
        canvas.line(frame, 4, 99, &ribs);
    });
}

/// A row of vaults from edge to edge, with the ground before it.
fn row(scene: &mut Scene, foot: i32, percent: i32, depth: i32) {
    let mut x = -scene.rng.between(0, 90);
    while x < WIDTH {
        scene.canvas.stamp("vault", (x, foot), percent, false);
        x += 156 * percent / 100;
    }
    let ground = scene.misty(depth);
    scene.canvas.rect(ground, (0, foot - 1), (WIDTH, HEIGHT - foot + 1));
}
