//! A stadium under its lamps.

use super::canvas::{HEIGHT, Path, WIDTH};
use super::palette::Colour;
use super::scene::{Land, Scene};

/// A stadium in the evening: masts, stands, a pitch or a running track.
pub(super) fn stadium(scene: &mut Scene) {
    scene.palette = scene.palette.night();
    scene.sky();
    scene.stars(16);
    let step = scene.rng.between(320, 460);
    scene.range(Land { depth: 16, level: 430, swing: 200, step }, true);
    let inset = scene.rng.between(230, 310);
    stands(scene);
    for (x, top) in [(inset, 190), (WIDTH - inset, 190), (inset - 180, 120), (WIDTH - inset + 180, 120)] {
        mast(scene, x, top);
    }
    let grass = scene.canvas.fade(scene.palette.far.mix(scene.palette.haze, 55), scene.palette.mid);
    scene.canvas.rect(grass, (0, 540), (WIDTH, HEIGHT - 540));
    if scene.rng.chance(50) {
        pitch(scene);
    } else {
        track(scene);
    }
}

/// Terraces along the far side, rising to the corners, people in them as specks.
fn stands(scene: &mut Scene) {
    let lift = scene.rng.between(40, 90);
    let rows = scene.canvas.fade(scene.palette.layer(60), scene.palette.layer(20));
    let mut path = Path::at(-5, 545);
    path.go('V', &[440 - lift]).go('q', &[605, lift * 2 - 20, 1210, 0]).go('V', &[545]);
    scene.canvas.path(rows, &path);
    let mut tiers = Path::default();
    for tier in 1..5 {
        let y = 440 - lift + tier * (100 + lift) / 5;
        tiers.go('M', &[-5, y]).go('q', &[605, (lift * 2 - 20) * (5 - tier) / 5, 1210, 0]);
    }
    scene.canvas.line(scene.palette.haze, 2, 28, &tiers);
    let mut crowd = Path::default();
    for tier in 1..6 {
        let y = 430 - lift + tier * (100 + lift) / 5;
        crowd.go('M', &[scene.rng.between(-90, 0), y]).go('q', &[605, (lift * 2 - 20) * (5 - tier) / 5, 1290, 0]);
    }
    let gap = scene.rng.between(21, 47);
    let people = scene.palette.layer(0).mix(scene.palette.haze, 55);
    scene.canvas.dashes(people, 8, (0, gap), &crowd);
}

/// A mast and its board of lamps.
fn mast(scene: &mut Scene, x: i32, top: i32) {
    scene.canvas.halo(scene.palette.warm, x, top, 170);
    let mut pole = Path::at(x, top);
    pole.go('V', &[500]);
    scene.canvas.line(scene.palette.near, 8, 99, &pole);
    scene.canvas.rect(scene.palette.near, (x - 46, top - 32), (92, 64));
    let mut lamps = Path::default();
    for row in 0..3 {
        lamps.go('M', &[x - 32, top - 19 + row * 19]).go('h', &[64]);
    }
    scene.canvas.dashes(scene.palette.warm, 14, (0, 21), &lamps);
}

/// A football pitch from behind the touch-line: mown stripes, the circle, the ball.
fn pitch(scene: &mut Scene) {
    let mut stripes = Path::default();
    for stripe in [-5, -3, -1, 1, 3] {
        stripes
            .go('M', &[600 + stripe * 96, 540])
            .go('h', &[96])
            .go('L', &[600 + (stripe + 1) * 170, HEIGHT])
            .go('h', &[-170]);
    }
    scene.canvas.veil(scene.palette.haze, 14, &stripes);
    let mut lines = Path::at(0, 556);
    lines.go('h', &[WIDTH]).go('M', &[600, 556]).go('V', &[HEIGHT]);
    lines.go('M', &[400, 650]).go('a', &[200, 56, 0, 1, 1, 400, 0]).go('a', &[200, 56, 0, 1, 1, -400, 0]);
    scene.canvas.line(scene.palette.haze.mix(Colour::WHITE, 50), 4, 75, &lines);
    let x = scene.rng.between(470, 730);
    scene.canvas.circle(scene.palette.near, x + 5, 671, 17);
    scene.canvas.circle(scene.palette.warm, x, 664, 17);
}

/// Lanes of a running track coming round the bend.
fn track(scene: &mut Scene) {
    let clay =
        scene.canvas.fade(scene.palette.warm.mix(scene.palette.mid, 66), scene.palette.warm.mix(scene.palette.mid, 82));
    let mut oval = Path::at(-5, 566);
    oval.go('H', &[760]).go('c', &[150, 0, 300, 60, 300, 234]).go('H', &[-5]);
    scene.canvas.path(clay, &oval);
    let mut lanes = Path::default();
    for lane in 0..6 {
        let (y, x) = (566 + lane * (lane * 4 + 10), 760 - lane * 60);
        lanes
            .go('M', &[-5, y])
            .go('H', &[x])
            .go('C', &[x + 150, y, 1060 - lane * 86, 640 + lane * 20, 1060 - lane * 86, HEIGHT]);
    }
    scene.canvas.line(scene.palette.haze.mix(Colour::WHITE, 50), 4, 75, &lanes);
}
