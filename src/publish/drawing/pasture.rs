//! Motifs of the high pasture and the night: yurts on a jailau, stars over the hills.

use super::canvas::Path;
use super::palette::Colour;
use super::props;
use super::scene::{Land, Scene};

const fn land(depth: i32, level: i32, swing: i32, step: i32) -> Land {
    Land { depth, level, swing, step }
}

/// Yurts on a jailau, horses beside them.
pub(super) fn jailau(scene: &mut Scene) {
    scene.sky();
    scene.sun(150, 270);
    let step = scene.rng.between(320, 460);
    scene.range(land(10, 430, 230, step), true);
    let wood = scene.hills(land(30, 470, 40, 320));
    if scene.rng.chance(60) {
        scene.wood(42, &wood, 44, (0, 0));
    }
    let meadow = scene.hills(land(50, 560, 34, 420));
    let shade = scene.palette.haze.mix(scene.palette.far, 70);
    let lit = scene.palette.haze.mix(Colour::WHITE, 60);
    props::yurt(&mut scene.canvas, &scene.palette, lit, shade);
    let count = scene.rng.between(2, 4);
    let mut x = scene.rng.between(300, 400);
    for place in 0..count {
        let wide = scene.rng.between(110, 150) + if place == 1 { 70 } else { 0 };
        let y = meadow.ground(x) + wide / 3;
        smoke(scene, x, y - wide * 2 / 3, place == 1);
        scene.canvas.stamp("yurt", (x, y), wide / 2, false);
        x += wide + scene.rng.between(50, 110);
    }
    let near = scene.hills(land(74, 680, 30, 460));
    let mut herd = Vec::new();
    let mut place = scene.rng.between(240, 420);
    for _ in 0..scene.rng.between(2, 4) {
        let size = scene.rng.between(62, 94);
        herd.push((place, near.ground(place + 40) + 12, size, scene.rng.chance(50)));
        place += scene.rng.between(110, 230);
    }
    props::horses(&mut scene.canvas, scene.palette.layer(96), &herd);
}

/// A thread of smoke from the hearth.
fn smoke(scene: &mut Scene, x: i32, y: i32, drawn: bool) {
    if drawn {
        let mut path = Path::at(x, y);
        path.go('c', &[-14, -40, 22, -56, 8, -100]).go('c', &[-10, -30, 10, -50, 30, -64]);
        scene.canvas.line(Colour::WHITE, 9, 40, &path);
    }
}

/// A clear night: moon, stars, one lit window below.
pub(super) fn night(scene: &mut Scene) {
    scene.palette = scene.palette.night();
    scene.sky();
    scene.stars(64);
    moon(scene);
    let step = scene.rng.between(300, 440);
    let snow = scene.rng.chance(70);
    scene.range(land(10, 560, 220, step), snow);
    scene.hills(land(36, 600, 34, 280));
    let hill = scene.hills(land(66, 670, 44, 420));
    let x = scene.rng.between(430, 770);
    let y = hill.ground(x);
    if scene.rng.chance(50) {
        dome(scene, x, y);
    } else {
        scene.canvas.halo(scene.palette.warm, x, y, 190);
        let (lit, dim) = (scene.palette.haze.mix(Colour::WHITE, 15), scene.palette.far);
        props::yurt(&mut scene.canvas, &scene.palette, lit, dim);
        scene.canvas.stamp("yurt", (x, y + 18), 82, false);
    }
    let close = scene.hills(land(96, 740, 22, 360));
    scene.spruces(100, &close, 120, (x - 230, x + 230));
}

/// A moon, full or a crescent.
fn moon(scene: &mut Scene) {
    let (x, y, radius) = (scene.rng.between(420, 780), scene.rng.between(170, 260), scene.rng.between(42, 62));
    scene.canvas.halo(scene.palette.warm, x, y, radius * 4);
    if scene.rng.chance(35) {
        scene.canvas.circle(scene.palette.warm, x, y, radius);
    } else {
        let mut path = Path::at(x + radius / 4, y - radius);
        let flat = radius * 4 / 5;
        path.go('a', &[radius, radius, 0, 1, 0, radius * 3 / 4, radius * 3 / 2]);
        path.go('A', &[flat, flat, 0, 0, 1, x + radius / 4, y - radius]);
        scene.canvas.path(scene.palette.warm, &path);
    }
}

/// An observatory: a drum, a dome, an open slit with light in it.
fn dome(scene: &mut Scene, x: i32, y: i32) {
    scene.canvas.halo(scene.palette.warm, x, y - 80, 200);
    let wall = scene.canvas.fold(scene.palette.haze, scene.palette.layer(40));
    scene.canvas.rect(&wall, (x - 62, y - 56), (124, 90));
    let mut roof = Path::at(x - 70, y - 54);
    roof.go('a', &[70, 74, 0, 0, 1, 140, 0]);
    scene.canvas.path(&wall, &roof);
    let mut slit = Path::at(x + 4, y - 127);
    slit.go('q', &[34, 20, 38, 73]).go('h', &[-26]).go('q', &[2, -46, -28, -73]);
    scene.canvas.path(scene.palette.warm, &slit);
    scene.canvas.rect(scene.palette.layer(60), (x - 74, y - 60), (148, 10));
    scene.canvas.rect(scene.palette.warm, (x - 34, y - 26), (18, 26));
}
