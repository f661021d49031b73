//! Motifs of open country: mountains, steppe and river, lake, fields.

use super::canvas::{HEIGHT, Path, WIDTH};
use super::palette::Colour;
use super::props;
use super::scene::{Land, Scene};

const fn land(depth: i32, level: i32, swing: i32, step: i32) -> Land {
    Land { depth, level, swing, step }
}

/// Snow mountains over wooded hills.
pub(super) fn mountains(scene: &mut Scene) {
    scene.sky();
    scene.sun(150, 290);
    let step = scene.rng.between(300, 460);
    let height = scene.rng.between(220, 300);
    if scene.rng.chance(60) {
        scene.range(land(4, 420, height * 2 / 3, step * 2 / 3), false);
    }
    scene.range(land(20, 510, height, step), true);
    let swing = scene.rng.between(24, 50);
    let wooded = scene.hills(land(42, 540, swing, 240));
    if scene.rng.chance(60) {
        scene.wood(52, &wooded, 46, (0, 0));
    }
    scene.hills(land(60, 610, swing, 300));
    let close = scene.hills(land(84, 700, 34, 360));
    let middle = scene.rng.between(420, 700);
    let open = scene.rng.between(150, 260);
    let tall = scene.rng.between(130, 190);
    scene.spruces(92, &close, tall, (middle - open, middle + open));
}

/// A river winding out of low hills across the steppe.
pub(super) fn steppe(scene: &mut Scene) {
    scene.sky();
    let sun = scene.sun(170, 330);
    if scene.rng.chance(40) {
        let step = scene.rng.between(280, 420);
        scene.range(land(2, 420, 150, step), true);
    }
    scene.hills(land(8, 410, 40, 330));
    scene.hills(land(20, 440, 22, 260));
    let far = scene.hills(land(30, 470, 8, 420));
    let from = scene.rng.between(140, 360);
    let count = scene.rng.between(3, 7);
    scene.poplars(46, &far, from, count);
    scene.hills(land(38, 520, 12, 460));
    scene.hills(land(46, 585, 14, 420));
    river(scene, sun);
    let meadow = scene.hills(land(66, 690, 44, 640));
    let mut herd = Vec::new();
    let mut place = scene.rng.between(240, 560);
    for _ in 0..scene.rng.between(1, 4) {
        let size = scene.rng.between(64, 96);
        herd.push((place, meadow.ground(place + 40) + 14, size, scene.rng.chance(50)));
        place += scene.rng.between(110, 180);
    }
    props::horses(&mut scene.canvas, scene.palette.layer(94), &herd);
    let bank = scene.hills(land(88, 745, 24, 420));
    grass(scene, |x| bank.ground(x));
}

/// The river itself: bends widen towards the reader. It rises under the sun.
fn river(scene: &mut Scene, sun: i32) {
    let mut left = Vec::new();
    let mut right = Vec::new();
    let mut side = if scene.rng.chance(50) { 1 } else { -1 };
    for row in 0..5 {
        let near = row * row;
        let sway = scene.rng.between(16, 24) * (near + row * 4) * side / 4;
        let middle = sun + (600 - sun) * near / 16 + sway;
        let half = 5 + near * 7 + row * 6;
        let y = 482 + near * 14 + row * 6;
        left.push((middle - half, y));
        right.push((middle + half, y));
        side = -side;
    }
    let mut path = Path::default();
    let mut last: Option<(i32, i32)> = None;
    for (x, y) in left.into_iter().chain(right.into_iter().rev()) {
        match last {
            None => path.go('M', &[x, y]),
            Some((_, y0)) if y0 == y => path.go('H', &[x]),
            Some((x0, y0)) => {
                let half = (y - y0) / 2;
                path.go('c', &[0, half, x - x0, half, x - x0, y - y0])
            }
        };
        last = Some((x, y));
    }
    let water = scene.canvas.fade(scene.palette.haze.mix(scene.palette.warm, 35), scene.palette.sky);
    scene.canvas.path(water, &path);
}

/// Blades of grass in clumps along a line of ground.
pub(super) fn grass(scene: &mut Scene, ground: impl Fn(i32) -> i32) {
    let mut path = Path::default();
    let mut x = scene.rng.between(0, 60);
    while x < WIDTH {
        for _ in 0..scene.rng.between(2, 4) {
            let (lean, tall) = (scene.rng.between(-16, 16), scene.rng.between(26, 60));
            path.go('M', &[x, ground(x) + 6]);
            path.go('q', &[lean / 4, -tall / 2, lean, -tall]).go('q', &[-lean / 3, tall / 2, 5 - lean, tall]);
            x += scene.rng.between(6, 14);
        }
        x += scene.rng.between(70, 200);
    }
    scene.canvas.path(scene.palette.layer(92), &path);
}

/// A still lake among mountains, reeds in front.
pub(super) fn lake(scene: &mut Scene) {
    scene.sky();
    let sun = scene.sun(150, 270);
    let step = scene.rng.between(280, 420);
    scene.range(land(10, 430, 220, step), true);
    let shore = scene.hills(land(36, 440, 26, 300));
    if scene.rng.chance(70) {
        scene.wood(46, &shore, 44, (sun - 170, sun + 170));
    }
    let water = scene.canvas.fade(scene.palette.haze.mix(scene.palette.far, 45), scene.palette.layer(45));
    scene.canvas.rect(water, (0, 478), (WIDTH, 322));
    reflection(scene, sun);
    if scene.rng.chance(55) {
        boat(scene);
    }
    let bank = scene.hills(land(90, 750, 24, 380));
    let mut reeds = Path::default();
    let mut heads = Path::default();
    let left = scene.rng.chance(50);
    for _ in 0..scene.rng.between(11, 16) {
        let near = scene.rng.between(0, 20) * scene.rng.between(0, 20);
        let x = if left { 170 + near } else { 1030 - near };
        let (lean, tall) = (scene.rng.between(-30, 30), scene.rng.between(110, 270));
        let foot = bank.ground(x) + 10;
        reeds.go('M', &[x, foot]).go('q', &[0, -tall / 2, lean, -tall]);
        heads.go('M', &[x + lean * 5 / 6, foot - tall * 9 / 10]).go('l', &[lean / 6, -tall / 10 - 16]);
    }
    scene.canvas.line(scene.palette.layer(90), 4, 95, &reeds);
    scene.canvas.line(scene.palette.near, 11, 99, &heads);
}

/// The sun's path on the water, in strokes that widen towards the reader, and ripples.
fn reflection(scene: &mut Scene, sun: i32) {
    let mut path = Path::default();
    for row in 0..7 {
        let half = scene.rng.between(14, 34) + row * 7;
        let x = sun + scene.rng.between(-12, 12) - half;
        path.go('M', &[x, 500 + row * 18 + row * row]).go('h', &[half * 2]);
    }
    scene.canvas.line(scene.palette.warm, 6, 55, &path);
    let mut ripples = Path::default();
    for _ in 0..8 {
        let y = scene.rng.between(500, 690);
        ripples.go('M', &[scene.rng.between(40, 1050), y]).go('h', &[scene.rng.between(30, 110)]);
    }
    scene.canvas.line(scene.palette.haze, 4, 40, &ripples);
}

/// A boat with one rower.
fn boat(scene: &mut Scene) {
    let (x, y) = (scene.rng.between(470, 640), scene.rng.between(560, 610));
    let mut path = Path::at(x, y);
    path.go('q', &[70, 14, 150, -4]).go('q', &[-14, 32, -40, 32]).go('h', &[-74]).go('q', &[-26, 0, -36, -28]);
    path.go('M', &[x + 60, y + 8]).go('c', &[-2, -26, 2, -40, 16, -40]).go('s', &[20, 14, 20, 42]);
    path.go('M', &[x + 65, y - 44]).go('a', &[11, 11, 0, 1, 1, 22, 0]).go('a', &[11, 11, 0, 1, 1, -22, 0]);
    scene.canvas.path(scene.palette.layer(84), &path);
    let mut oar = Path::at(x + 84, y - 12);
    oar.go('l', &[56, 50]);
    scene.canvas.line(scene.palette.layer(84), 5, 99, &oar);
}

/// Ploughed rows running to the horizon, a farm and poplars there.
pub(super) fn fields(scene: &mut Scene) {
    scene.sky();
    scene.sun(150, 300);
    if scene.rng.chance(50) {
        let step = scene.rng.between(300, 420);
        scene.range(land(4, 420, 190, step), true);
    }
    scene.hills(land(16, 420, 34, 320));
    let edge = scene.hills(land(34, 462, 10, 500));
    let from = scene.rng.between(170, 640);
    let count = scene.rng.between(5, 10);
    scene.poplars(48, &edge, from, count);
    farm(scene, if from > 400 { 290 } else { 770 });
    let far = scene.rng.between(420, 780);
    rows(scene, far);
}

fn rows(scene: &mut Scene, far: i32) {
    let soil = scene.canvas.fade(scene.palette.layer(46), scene.palette.layer(82));
    let top = 476;
    scene.canvas.rect(soil, (0, top), (WIDTH, HEIGHT - top));
    let bend = scene.rng.between(-160, 160);
    let width = scene.rng.between(90, 130);
    let mut path = Path::default();
    for row in -11..=11 {
        let foot = far + row * width * 2;
        let (x, away) = (far + row * width / 9, foot - far);
        path.go('M', &[x, top]).go('Q', &[far + away * 2 / 5 + bend, 600, foot, HEIGHT]).go('h', &[width]);
        path.go('Q', &[far + (away + width) * 2 / 5 + bend, 600, x + width / 18, top]);
    }
    let shade = scene.canvas.fade(scene.palette.layer(58), scene.palette.layer(98));
    scene.canvas.path(shade, &path);
}

/// A small house and a barn at the far edge of a field.
fn farm(scene: &mut Scene, x: i32) {
    let y = 478;
    let mut bushes = Path::default();
    props::bush(&mut bushes, x - 60, y, 34, 30);
    props::bush(&mut bushes, x + 104, y, 44, 42);
    scene.canvas.path(scene.palette.layer(48), &bushes);
    scene.canvas.rect(scene.palette.haze.mix(Colour::WHITE, 40), (x - 30, y - 44), (70, 46));
    let mut roof = Path::at(x - 40, y - 42);
    roof.go('l', &[20, -34])
        .go('h', &[50])
        .go('l', &[20, 34])
        .go('M', &[x + 18, y - 68])
        .go('v', &[-20])
        .go('h', &[10])
        .go('v', &[20]);
    scene.canvas.path(scene.palette.layer(72), &roof);
    scene.canvas.rect(scene.palette.warm, (x - 14, y - 30), (12, 14));
    scene.canvas.rect(scene.palette.warm, (x + 12, y - 30), (12, 14));
}
