//! A stage between its curtains.

use super::canvas::{HEIGHT, Path, WIDTH};
use super::palette::Colour;
use super::scene::{Land, Scene};

/// A stage: folds of curtain, one beam, and in it a dombra or a microphone.
pub(super) fn stage(scene: &mut Scene) {
    scene.palette = scene.palette.night();
    let back = scene.canvas.fade(scene.palette.mid, scene.palette.far);
    scene.canvas.rect(back, (0, 0), (WIDTH, HEIGHT));
    backdrop(scene);
    let floor = scene.canvas.fade(scene.palette.far.mix(scene.palette.haze, 15), scene.palette.mid);
    scene.canvas.rect(floor, (0, 590), (WIDTH, HEIGHT - 590));
    boards(scene);
    let centre = scene.rng.between(560, 640);
    let wide = scene.rng.between(190, 260);
    beam(scene, centre, wide);
    match scene.rng.between(0, 2) {
        0 => microphone(scene, centre),
        _ => dombra(scene, centre),
    }
    let tie = scene.rng.between(380, 520);
    let reach = scene.rng.between(300, 390);
    let folds = scene.rng.between(5, 7);
    curtain(scene, tie, reach, folds);
    valance(scene);
}

/// What hangs at the back: a landscape cut out of cloth, so faint that the light decides.
fn backdrop(scene: &mut Scene) {
    let step = scene.rng.between(180, 300);
    scene.hills(Land { depth: 24, level: 470, swing: 60, step });
    scene.hills(Land { depth: 44, level: 540, swing: 34, step: 260 });
}

fn boards(scene: &mut Scene) {
    let mut path = Path::default();
    for board in -7..=7 {
        path.go('M', &[600 + board * 84, 590]).go('L', &[600 + board * 150, HEIGHT]);
    }
    scene.canvas.line(scene.palette.near, 3, 35, &path);
}

/// The beam from above and the pool of light it makes.
fn beam(scene: &mut Scene, x: i32, wide: i32) {
    let lean = scene.rng.between(-150, 150);
    let light = scene.canvas.beam(scene.palette.warm);
    let mut cone = Path::at(x + lean - 26, -10);
    cone.go('h', &[52]).go('L', &[x + wide, 678]).go('q', &[-wide, 64, -wide * 2, 0]).go('z', &[]);
    scene.canvas.veil(light, 80, &cone);
    let mut pool = Path::at(x - wide, 678);
    pool.go('a', &[wide, 44, 0, 1, 1, wide * 2, 0]).go('a', &[wide, 44, 0, 1, 1, -wide * 2, 0]);
    scene.canvas.veil(scene.palette.warm, 55, &pool);
}

/// A dombra on its stand, leaning a little.
fn dombra(scene: &mut Scene, x: i32) {
    let lean = scene.rng.between(-9, 9);
    let wood = scene.palette.warm.mix(scene.palette.mid, 28);
    let pale = scene.palette.warm.mix(Colour::WHITE, 30);
    let dark = scene.palette.near;
    let mut shadow = Path::at(x - 80, 690);
    shadow.go('a', &[90, 15, 0, 1, 1, 180, 0]).go('a', &[90, 15, 0, 1, 1, -180, 0]);
    scene.canvas.veil(dark, 45, &shadow);
    let mut legs = Path::at(x, 600);
    legs.go('l', &[-48, 92]).go('m', &[48, -92]).go('l', &[48, 92]);
    scene.canvas.line(dark, 8, 99, &legs);
    scene.canvas.group(&format!("rotate({lean} {x} 690)"), |canvas| {
        let mut neck = Path::at(x - 8, 500);
        neck.go('L', &[x - 6, 262])
            .go('l', &[-9, -54])
            .go('q', &[15, -16, 30, 0])
            .go('l', &[-9, 54])
            .go('L', &[x + 8, 500]);
        canvas.path(wood, &neck);
        let mut body = Path::at(x, 462);
        body.go('c', &[26, 22, 78, 70, 78, 134]).go('c', &[0, 52, -36, 80, -78, 80]).go('s', &[-78, -28, -78, -80]);
        body.go('c', &[0, -64, 52, -112, 78, -134]);
        canvas.path(wood, &body);
        let mut deck = Path::at(x, 478);
        deck.go('c', &[20, 18, 66, 62, 66, 118]).go('c', &[0, 44, -30, 68, -66, 68]).go('s', &[-66, -24, -66, -68]);
        deck.go('c', &[0, -56, 46, -100, 66, -118]);
        canvas.path(pale, &deck);
        canvas.circle(dark, x, 574, 9);
        canvas.rect(dark, (x - 26, 622), (52, 7));
        let mut strings = Path::at(x - 3, 240);
        strings.go('V', &[624]).go('M', &[x + 3, 240]).go('V', &[624]);
        for fret in 0..7 {
            strings.go('M', &[x - 7, 290 + fret * 26]).go('h', &[14]);
        }
        strings.go('M', &[x - 20, 226]).go('h', &[9]).go('m', &[22, 12]).go('h', &[9]);
        canvas.line(dark, 2, 80, &strings);
    });
}

/// A microphone waiting for somebody.
fn microphone(scene: &mut Scene, x: i32) {
    let dark = scene.palette.near;
    let mut stand = Path::at(x, 690);
    stand.go('V', &[356]).go('M', &[x - 52, 692]).go('q', &[52, -22, 104, 0]);
    scene.canvas.line(dark, 9, 99, &stand);
    let mut grip = Path::at(x - 15, 330);
    grip.go('h', &[30]).go('l', &[-6, 60]).go('h', &[-18]).go('z', &[]);
    scene.canvas.path(dark, &grip);
    let shine = scene.canvas.fold(scene.palette.warm.mix(Colour::WHITE, 40), scene.palette.layer(40));
    scene.canvas.circle(shine, x, 308, 31);
    let mut ring = Path::at(x - 30, 316);
    ring.go('q', &[30, 12, 60, 0]).go('m', &[-52, -30]).go('q', &[22, 10, 44, 0]);
    scene.canvas.line(dark, 3, 60, &ring);
}

/// Where a fold's edge runs: `part` of the way, in hundredths, from the wall to the inner hem.
fn hem(path: &mut Path, part: i32, tie: i32, reach: i32) {
    let (top, waist, foot) = (reach * part / 100, 40 + part * 9 / 10, part * 19 / 10);
    path.go('M', &[top, -5]).go('C', &[top, tie * 2 / 3, waist + part, tie - 60, waist, tie]);
    path.go('C', &[waist, tie + 60, foot, tie + 120, foot, HEIGHT]);
}

/// Two curtains tied back, fold beside fold.
fn curtain(scene: &mut Scene, tie: i32, reach: i32, folds: i32) {
    let cloth = scene.canvas.fold(scene.palette.mid, scene.palette.far.mix(scene.palette.haze, 42));
    let mut side = Vec::new();
    for fold in (1..=folds).rev() {
        let mut path = Path::default();
        hem(&mut path, fold * 100 / folds, tie, reach);
        path.go('H', &[-5]).go('V', &[-5]);
        side.push(path);
    }
    let band = scene.palette.warm.mix(scene.palette.mid, 25);
    scene.canvas.define("side", |canvas| {
        for path in &side {
            canvas.path(&cloth, path);
        }
        let mut cord = Path::at(-5, tie + 6);
        cord.go('q', &[80, 14, 138, -10]);
        canvas.line(band, 12, 95, &cord);
    });
    scene.canvas.stamp("side", (0, 0), 100, false);
    scene.canvas.stamp("side", (WIDTH, 0), 100, true);
}

/// The short curtain along the top, in scallops.
fn valance(scene: &mut Scene) {
    let cloth = scene.canvas.fade(scene.palette.mid, scene.palette.far.mix(scene.palette.haze, 30));
    let (count, deep) = (scene.rng.between(6, 9), scene.rng.between(64, 92));
    let wide = WIDTH / count + 1;
    let mut path = Path::at(0, -5);
    path.go('V', &[deep]);
    let mut fringe = Path::at(0, deep);
    for _ in 0..count {
        path.go('q', &[wide / 2, 46, wide, 0]);
        fringe.go('q', &[wide / 2, 46, wide, 0]);
    }
    path.go('V', &[-5]);
    scene.canvas.path(cloth, &path);
    scene.canvas.line(scene.palette.warm.mix(scene.palette.mid, 30), 5, 90, &fringe);
}
