//! The motif of a town: roofs in rows under the mountains, and a train passing.

use super::canvas::{HEIGHT, Path, WIDTH};
use super::props;
use super::scene::{Land, Scene};

/// The shapes of one row of houses, gathered by colour.
#[derive(Default)]
struct Row {
    walls: Path,
    roofs: Path,
    gables: Path,
    windows: Path,
}

/// Roofs and a train.
pub(super) fn roofs(scene: &mut Scene) {
    scene.sky();
    scene.sun(150, 270);
    let step = scene.rng.between(320, 440);
    scene.range(Land { depth: 6, level: 440, swing: 220, step }, true);
    scene.hills(Land { depth: 22, level: 440, swing: 24, step: 300 });
    let tower = scene.rng.chance(50);
    street(scene, 30, 520, 76, true);
    if tower {
        clock_tower(scene);
    }
    trees(scene, 38, 540);
    street(scene, 46, 596, 98, false);
    trees(scene, 54, 612);
    let bank = scene.palette.layer(72);
    scene.canvas.rect(bank, (0, 646), (WIDTH, HEIGHT - 646));
    train(scene, 654);
    let hedge = scene.hills(Land { depth: 92, level: 728, swing: 14, step: 200 });
    scene.poplars(92, &hedge, 130, 2);
}

/// A row of houses standing at `level`; the farther row has some flat-roofed blocks of flats.
fn street(scene: &mut Scene, depth: i32, level: i32, wide: i32, blocks: bool) {
    let mut row = Row::default();
    let mut x = -scene.rng.between(10, 60);
    while x < WIDTH {
        let width = wide * scene.rng.between(112, 165) / 100;
        if blocks && scene.rng.chance(35) {
            block(scene, &mut row, (x, level), width);
        } else {
            house(scene, &mut row, (x, level), width);
        }
        x += width + scene.rng.between(0, wide * 2 / 3);
    }
    scene.canvas.path(scene.palette.layer(depth - 6), &row.walls);
    scene.canvas.path(scene.palette.layer(depth + 22), &row.roofs);
    scene.canvas.line(scene.palette.layer(depth + 22), wide / 9, 99, &row.gables);
    scene.canvas.path(scene.palette.warm, &row.windows);
}

fn house(scene: &mut Scene, row: &mut Row, at: (i32, i32), width: i32) {
    let (x, level) = at;
    let high = width * scene.rng.between(42, 70) / 100;
    let rise = width * scene.rng.between(32, 48) / 100;
    let top = level - high;
    let eave = width / 12;
    if scene.rng.chance(45) {
        // A gable to the street: its triangle is wall, the roof only two slopes.
        row.walls.go('M', &[x, level + 20]).go('V', &[top]).go('l', &[width / 2, -rise, width / 2, rise]);
        row.walls.go('v', &[high + 20]);
        row.gables.go('M', &[x - eave, top + eave * 2 / 3]).go('L', &[x + width / 2, top - rise]);
        row.gables.go('L', &[x + width + eave, top + eave * 2 / 3]);
    } else {
        row.walls.go('M', &[x, level + 20]).go('V', &[top]).go('h', &[width]).go('v', &[high + 20]);
        let slope = width / 7;
        row.roofs.go('M', &[x - eave, top]).go('l', &[slope, -rise]).go('h', &[width + eave * 2 - slope * 2]);
        row.roofs.go('l', &[slope, rise]);
        let chimney = x + width * scene.rng.between(25, 65) / 100;
        row.roofs.go('M', &[chimney, top - rise + 4]).go('v', &[-16]).go('h', &[10]).go('v', &[16]);
    }
    if scene.rng.chance(45) {
        row.windows
            .go('M', &[x + width / 4, top + high / 4])
            .go('h', &[width / 7])
            .go('v', &[width / 5])
            .go('h', &[-width / 7]);
    }
}

fn block(scene: &mut Scene, row: &mut Row, at: (i32, i32), width: i32) {
    let (x, level) = at;
    let high = scene.rng.between(80, 128);
    row.walls.go('M', &[x, level + 20]).go('v', &[-high - 20]).go('h', &[width]).go('v', &[high + 20]);
    row.roofs.go('M', &[x - 4, level - high]).go('v', &[-7]).go('h', &[width + 8]).go('v', &[7]);
    for _ in 0..2 {
        let (across, up) = (scene.rng.between(1, 4), scene.rng.between(1, 3));
        row.windows
            .go('M', &[x + across * width / 5 - 4, level - high + up * 24 - 8])
            .go('h', &[9])
            .go('v', &[12])
            .go('h', &[-9]);
    }
}

/// Crowns of trees between the houses.
fn trees(scene: &mut Scene, depth: i32, level: i32) {
    let mut path = Path::default();
    let mut x = scene.rng.between(-30, 60);
    while x < WIDTH {
        if scene.rng.chance(30) {
            props::poplar(&mut path, x, level + 20, scene.rng.between(80, 120));
        } else {
            props::bush(&mut path, x, level + 20, scene.rng.between(20, 36), scene.rng.between(26, 50));
        }
        x += scene.rng.between(150, 320);
    }
    scene.canvas.path(scene.palette.layer(depth), &path);
}

/// The clock tower of the station, the lamp of its clock lit.
fn clock_tower(scene: &mut Scene) {
    let x = scene.rng.between(450, 720);
    let wall = scene.palette.layer(36);
    let mut path = Path::at(x, 580);
    path.go('V', &[366]).go('h', &[56]).go('V', &[580]);
    scene.canvas.path(wall, &path);
    let mut roof = Path::at(x - 8, 368);
    roof.go('l', &[8, -12]).go('q', &[22, -20, 28, -74]).go('q', &[6, 54, 28, 74]).go('l', &[8, 12]);
    scene.canvas.path(scene.palette.layer(60), &roof);
    scene.canvas.halo(scene.palette.warm, x + 28, 400, 60);
    scene.canvas.circle(scene.palette.warm, x + 28, 400, 17);
    let mut hands = Path::at(x + 28, 390);
    hands.go('v', &[10]).go('l', &[7, 4]);
    scene.canvas.line(scene.palette.near, 3, 90, &hands);
}

/// A train on its bank: a locomotive and carriages with lit windows.
fn train(scene: &mut Scene, rail: i32) {
    let dark = scene.palette.layer(88);
    let front = scene.rng.between(190, 330);
    let mut body = Path::at(front, rail - 12);
    body.go('q', &[2, -44, 44, -52]).go('h', &[126]).go('v', &[52]).go('z', &[]);
    let mut windows = Path::at(front + 24, rail - 44);
    windows.go('h', &[26]).go('v', &[14]).go('h', &[-36]).go('z', &[]);
    let mut wheels = Path::at(front + 34, rail - 7);
    wheels.go('h', &[112]);
    let mut lights = Path::default();
    let mut x = front + 178;
    let count = scene.rng.between(3, 5);
    for _ in 0..count {
        body.go('M', &[x, rail - 12]).go('v', &[-44]).go('q', &[0, -8, 8, -8]).go('h', &[144]);
        body.go('q', &[8, 0, 8, 8]).go('v', &[44]);
        lights.go('M', &[x + 14, rail - 40]).go('h', &[132]);
        wheels.go('M', &[x + 24, rail - 7]).go('h', &[112]);
        x += 168;
    }
    let mut track = Path::at(0, rail + 2);
    track.go('h', &[WIDTH]);
    scene.canvas.line(dark, 4, 99, &track);
    scene.canvas.path(dark, &body);
    scene.canvas.dashes(dark, 15, (0, 28), &wheels);
    scene.canvas.dashes(scene.palette.warm, 16, (19, 9), &lights);
    scene.canvas.path(scene.palette.warm, &windows);
    let mut stripe = Path::at(front + 8, rail - 22);
    stripe.go('H', &[x - 10]);
    scene.canvas.line(scene.palette.haze, 4, 45, &stripe);
}
