//! Pictures, from the file that an editor names to the files that readers load.

use std::fs;

use habarshy::model::{Content, Document, Picture};
use habarshy::publish::build::build;
use image::{DynamicImage, ImageEncoder, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

use crate::fixture::{Fixture, SITE, Site, article, values};

/// Samples of quarters in red, green, blue and white: see `samples/make.py`.
macro_rules! sample {
    ($name:literal) => {
        ($name, include_bytes!(concat!("samples/", $name)).as_slice())
    };
}

const RED: [u8; 3] = [220, 30, 30];
const GREEN: [u8; 3] = [30, 180, 60];
const BLUE: [u8; 3] = [30, 60, 210];
const WHITE: [u8; 3] = [245, 245, 245];

/// Quarters of the four colours.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => WHITE,
        })
    })
}

/// What a camera may give: broad light, soft shapes, and the noise of a sensor.
pub fn photo(width: u32, height: u32) -> RgbImage {
    let mut dice = 7u32;
    RgbImage::from_fn(width, height, |x, y| {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (u, v) = (x as f32 / width as f32, y as f32 / height as f32);
        let shape = ((u * 23.0).sin() + (v * 17.0 + u * 5.0).cos() + ((u * v) * 60.0).sin()) * 22.0;
        let noise = (dice >> 24) as f32 / 255.0 * 14.0;
        image::Rgb([150.0 * (1.0 - v) + 40.0, 110.0 * u + 60.0, 170.0 * v + 30.0].map(|c| (c + shape + noise) as u8))
    })
}

pub fn jpeg(picture: &RgbImage, exif: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 92);
    if let Some(exif) = exif {
        encoder.add_exif_metadata(exif).expect("EXIF");
    }
    let (width, height) = (picture.width() as u16, picture.height() as u16);
    encoder.encode(picture.as_raw(), width, height, ColorType::Rgb).expect("a JPEG");
    bytes
}

pub fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).expect("a PNG");
    bytes
}

/// EXIF with an orientation, a description and a place.
fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    let mut entry = |tag: u16, kind: u16, count: u32, value: u32| {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(count.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    };
    entry(0x010e, 2, 7, 50);
    entry(0x0112, 3, 1, orientation.into());
    entry(0x8825, 4, 1, 57);
    tiff.extend([0; 4]);
    tiff.extend(b"SECRET\0");
    // The place: how the numbers are to be read, and 44 degrees north.
    tiff.extend(b"\x02\0\0\0\x01\0\x04\0\0\0\x02\x03\0\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    tiff
}

/// A newsroom whose article has a picture as its cover, in its text and behind a link.
pub fn newsroom(name: &str, bytes: &[u8]) -> Fixture {
    let lines = format!("cover = \"{name}\"\ncover_alt = \"Четыре цвета\"");
    Fixture::empty()
        .with("site.toml", SITE)
        .with("content/ru/a/index.md", &article(&lines, &format!("Слово.\n\n![Схема]({name})\n\n[крупно]({name})")))
        .with_bytes(&format!("content/ru/a/{name}"), bytes)
}

/// The cover of the article, as the page's JSON has it.
pub fn cover(site: &Site) -> Picture {
    let page: Document = serde_json::from_str(&site.text("/data/news/a.json")).expect("a page");
    let Content::Article(article) = page.content else { panic!("an article") };
    article.cover
}

/// The pixels of a file of the site.
fn pixels(site: &Site, path: &str) -> DynamicImage {
    let bytes = fs::read(site.folder.join(path.trim_start_matches('/'))).expect(path);
    image::load_from_memory(&bytes).expect(path)
}

/// The colours in the middle of the four quarters.
fn corners(picture: &DynamicImage) -> [[u8; 3]; 4] {
    let picture = picture.to_rgb8();
    let (width, height) = picture.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| picture.get_pixel(width * x / 4, height * y / 4).0)
}

/// Whether colours are the same, but for what compression loses.
fn is_like(found: [[u8; 3]; 4], expected: [[u8; 3]; 4], most: u8) -> bool {
    found.iter().flatten().zip(expected.iter().flatten()).all(|(one, other)| one.abs_diff(*other) <= most)
}

#[test]
fn a_picture_is_held_as_it_was_taken_and_says_no_more() {
    let stored = [RED, GREEN, BLUE, WHITE];
    // By orientation: which of the stored quarters are shown above on the left and right, and below.
    let shown = [
        [0, 1, 2, 3],
        [1, 0, 3, 2],
        [3, 2, 1, 0],
        [2, 3, 0, 1],
        [0, 2, 1, 3],
        [2, 0, 3, 1],
        [3, 1, 2, 0],
        [1, 3, 0, 2],
    ];
    for (orientation, order) in (1..).zip(shown) {
        let site = newsroom("p.jpg", &jpeg(&quarters(480, 320), Some(&exif(orientation)))).publish();
        let picture = cover(&site);
        let size = if orientation > 4 { (320, 480) } else { (480, 320) };
        assert_eq!((picture.width, picture.height), size, "orientation {orientation}");
        let expected = order.map(|quarter: usize| stored[quarter]);
        for path in [picture.src.to_string(), picture.file("-320.webp")] {
            let found = corners(&pixels(&site, &path));
            assert!(is_like(found, expected, 12), "orientation {orientation}, {path}: {found:?}");
        }
        for (path, bytes) in site.files().into_iter().filter(|(path, _)| path.starts_with("/media/p.")) {
            for secret in [&b"SECRET"[..], b"Exif", b"EXIF", b"II*\0"] {
                assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{path} says {secret:?}");
            }
        }
    }
}

#[test]
fn every_kind_of_picture_is_read() {
    let colours = [RED, GREEN, BLUE, WHITE];
    let on_side = [BLUE, RED, WHITE, GREEN];
    let grey = [[40; 3], [100; 3], [160; 3], [240; 3]];
    let seen_through = [RED, GREEN, BLUE, [255; 3]];
    let flat = DynamicImage::ImageRgb8(quarters(96, 64));
    let sixteen = png(&DynamicImage::ImageRgb16(flat.to_rgb16()));
    let grey_sixteen = png(&DynamicImage::ImageLuma16(flat.to_luma16()));
    let luma = corners(&DynamicImage::ImageLuma8(flat.to_luma8()));
    let (quarter, television) = (sample!("quarters.avif"), sample!("television.avif"));
    for ((name, bytes), expected) in [
        (quarter, colours),
        (television, colours),
        (sample!("turned.avif"), on_side),
        (sample!("ten-bits.avif"), colours),
        (sample!("grey.avif"), grey),
        (sample!("alpha.avif"), seen_through),
        (sample!("animated.webp"), colours),
        (sample!("turned.webp"), on_side),
        (sample!("turned.png"), on_side),
        (sample!("palette.png"), colours),
        (sample!("cmyk.jpg"), colours),
        (("sixteen.png", &sixteen[..]), colours),
        (("grey.png", &grey_sixteen[..]), luma),
        (("plain.jpeg", &jpeg(&quarters(96, 64), None)[..]), colours),
    ] {
        let site = newsroom(name, bytes).publish();
        let found = corners(&pixels(&site, &cover(&site).src));
        assert!(is_like(found, expected, 14), "{name}: {found:?}");
    }
}

#[test]
fn a_transparent_picture_stays_so_in_webp_and_stands_on_white_in_jpeg() {
    let (name, bytes) = sample!("alpha.avif");
    let site = newsroom(name, bytes).publish();
    let picture = cover(&site);
    assert_eq!(picture.placeholder_color.as_deref(), Some("fff"));
    let webp = pixels(&site, &picture.file("-65.webp")).to_rgba8();
    assert_eq!((webp.get_pixel(10, 10).0[3], webp.get_pixel(50, 32).0[3]), (255, 0));
    let paper = pixels(&site, &picture.src).to_rgb8().get_pixel(50, 32).0;
    assert!(paper.iter().all(|channel| *channel > 250), "{paper:?}");
}

#[test]
fn colours_of_a_wider_space_are_converted() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().expect("a profile");
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(profile).expect("a profile");
    let picture = RgbImage::from_pixel(64, 64, image::Rgb([120, 180, 90]));
    encoder.write_image(&picture, 64, 64, image::ExtendedColorType::Rgb8).expect("a PNG");
    let site = newsroom("p.png", &bytes).publish();
    // What Display P3 calls 120, 180, 90 is called so by sRGB.
    let found = corners(&pixels(&site, &cover(&site).src));
    assert!(is_like(found, [[98, 182, 78]; 4], 4), "{found:?}");
}

#[test]
fn a_page_names_the_files_that_are_there() {
    let site = newsroom("p.jpg", &jpeg(&photo(2000, 1333), None)).publish();
    let picture = cover(&site);
    assert_eq!((picture.width, picture.height), (1600, 1066));
    assert_eq!(picture.widths, [320, 480, 640, 960, 1280, 1600]);
    for width in &picture.widths {
        assert_eq!(pixels(&site, &picture.file(&format!("-{width}.webp"))).width(), *width);
    }
    let article = site.page("/news/a/");
    let all = picture.srcset(u32::MAX);
    for at in [".cover", "[data-body]"] {
        assert_eq!(values(&article, &format!("{at} source[type='image/webp']"), "srcset"), [all.as_str()], "{at}");
        assert_eq!(values(&article, &format!("{at} source"), "sizes").len(), 1, "{at}");
        assert_eq!(values(&article, &format!("{at} img"), "src"), [picture.src.as_str()], "{at}");
        assert_eq!(values(&article, &format!("{at} img"), "width"), ["1600"], "{at}");
        assert_eq!(values(&article, &format!("{at} img"), "height"), ["1066"], "{at}");
        assert_eq!(
            values(&article, &format!("{at} img"), "class"),
            [picture.placeholder_color.as_ref().expect("a colour").classes()],
            "{at}"
        );
    }
    assert_eq!(values(&article, "[data-body] a", "href"), [picture.src.as_str()]);
    assert_eq!(values(&article, "[data-body] img", "loading"), ["lazy"]);
    let front = site.page("/");
    for (page, place) in [(&article, ".cover"), (&front, ".card-lead")] {
        assert_eq!(values(page, &format!("{place} img"), "fetchpriority"), ["high"], "{place}");
        assert_eq!(values(page, &format!("{place} img"), "loading"), ["eager"], "{place}");
        // The browser may only take the same file from the head and from the place if both say the same.
        assert_eq!(values(page, "link[rel=preload][as=image]", "imagesrcset"), [all.as_str()], "{place}");
        let sizes = values(page, &format!("{place} source"), "sizes");
        assert_eq!(values(page, "link[rel=preload][as=image]", "imagesizes"), sizes, "{place}");
        assert_eq!(values(page, "link[rel=preload][as=image]", "fetchpriority"), ["high"], "{place}");
    }
    let card = site.page("/section/society/");
    let small = picture.file("-640.jpg");
    assert_eq!(values(&card, ".card img", "src"), [small.as_str()]);
    assert_eq!(pixels(&site, &small).width(), 640);
    assert_eq!(values(&card, "link[rel=preload]", "href"), Vec::<String>::new());
}

#[test]
fn a_drawn_cover_is_one_file_and_loaded_first_too() {
    let site = Fixture::new().publish();
    for (path, place) in [("/", ".card-lead"), ("/news/forum/", ".cover")] {
        let page = site.page(path);
        assert_eq!(values(&page, &format!("{place} source"), "srcset"), Vec::<String>::new(), "{path}");
        let src = values(&page, &format!("{place} img"), "src");
        assert!(src[0].ends_with(".svg"), "{path}: {src:?}");
        assert_eq!(values(&page, "link[rel=preload][as=image]", "href"), src, "{path}");
    }
}

#[test]
fn messengers_get_a_jpeg_of_their_size() {
    let site = newsroom("p.png", &png(&DynamicImage::ImageRgb8(quarters(300, 900)))).publish();
    let share = cover(&site).file("-share.jpg");
    let crop = pixels(&site, &share);
    assert_eq!((crop.width(), crop.height()), (1200, 630));
    assert!(is_like(corners(&crop), [RED, GREEN, BLUE, WHITE], 12), "the middle of the picture");
    let page = site.page("/news/a/");
    assert_eq!(values(&page, "meta[property='og:image']", "content"), [format!("https://paper.example{share}")]);
    assert_eq!(values(&page, "meta[property='og:image:width']", "content"), ["1200"]);
    assert!(crate::fixture::text(&page, "script[type='application/ld+json']").contains(&share));
    // A picture of the text alone has none.
    let text = Fixture::new().with("content/ru/a.md", &article("", "![Точка](/covers/dot.png)")).publish();
    assert!(text.files().keys().any(|path| path.starts_with("/media/dot.")));
    assert!(!text.files().keys().any(|path| path.ends_with("-share.jpg")));
}

#[test]
fn a_thumbnail_is_small() {
    for (name, picture) in [("photo", photo(800, 533)), ("portrait", photo(533, 800))] {
        let site = newsroom("p.jpg", &jpeg(&picture, None)).publish();
        let path = cover(&site).file("-320.webp");
        let size = site.files()[&path].len();
        assert!((1_000..=10_000).contains(&size), "{name}: {size} bytes");
    }
}

#[test]
fn pictures_that_cannot_be_read_are_faults_with_their_names() {
    let whole = jpeg(&photo(300, 200), Some(&exif(6)));
    let plain = png(&DynamicImage::ImageRgb8(photo(300, 200)));
    let (_, avif) = sample!("quarters.avif");
    let (_, webp) = sample!("turned.webp");
    let cut = |bytes: &[u8], parts: usize| bytes[..bytes.len() * parts / 10].to_vec();
    let mut bomb = plain.clone();
    bomb.splice(16..24, [20_000u32.to_be_bytes(), 20_000u32.to_be_bytes()].concat());
    let mut nonsense = plain.clone();
    nonsense.splice(60..2000, std::iter::repeat_n(0x5a, 1940));
    for (name, bytes, expected) in [
        ("p.jpg", cut(&whole, 6), "cannot be read"),
        ("p.jpg", cut(&whole, 9), "ends before the picture does"),
        ("p.jpg", jpeg(&photo(30, 20), None)[..20].to_vec(), "cannot be read"),
        ("p.png", cut(&plain, 6), "cannot be read"),
        ("p.png", nonsense, "cannot be read"),
        ("p.webp", cut(webp, 7), "cannot be read"),
        ("p.avif", cut(avif, 8), "cannot be read"),
        ("p.png", bomb, "measures 20000 by 20000 pixels"),
        ("p.webp", plain, "named .webp and is a .png inside"),
    ] {
        let diagnostics = newsroom(name, &bytes).diagnostics();
        assert!(diagnostics.contains(expected) && diagnostics.contains(name), "{name}, {expected}:\n{diagnostics}");
        assert!(diagnostics.contains("index.md:5:9") && diagnostics.contains("help:"), "{name}:\n{diagnostics}");
    }
}

/// The checksum of a chunk of a PNG.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & 0u32.wrapping_sub(sum & 1)))
    })
}

#[test]
fn a_picture_that_unpacks_to_more_than_it_says_is_no_more() {
    let mut bytes = png(&DynamicImage::ImageLuma8(image::GrayImage::new(9_000, 9_000)));
    assert!(bytes.len() < 500_000, "{} bytes that unpack to 81 million", bytes.len());
    bytes.splice(16..24, [10u32.to_be_bytes(), 10u32.to_be_bytes()].concat());
    let sum = checksum(&bytes[12..29]).to_be_bytes();
    bytes.splice(29..33, sum);
    let fixture = newsroom("p.png", &bytes);
    match build(&fixture.options(), &()) {
        Ok(summary) => assert_eq!(summary.articles, 1),
        Err(error) => assert!(error.to_string().contains("p.png"), "{error}"),
    }
}
