//! What readers of messengers see, pixel by pixel, as another program reads the file.

use super::face::Face;
use super::{HEIGHT, SETTINGS, ShareRenderer, ShareText, WIDTH, border, lines};
use rayon::prelude::*;
use std::collections::HashSet;

const SHEET: ShareText<'static> = ShareText {
    title: "В горах над Текели выпал первый снег",
    section: "Природа",
    paper: "Хабаршы",
    section_id: "nature",
    slug: "first-snow",
    date: "22 ноября 2026",
};

fn renderer() -> ShareRenderer {
    ShareRenderer::new().expect("the fonts are sound")
}

/// The size of a picture, and its pixels as codes.
fn decoded(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
    let mut packed = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut packed).expect("all pixels");
    (frame.width, frame.height, packed.iter().flat_map(|pair| [pair >> 4, pair & 15]).collect())
}

/// The pixels that a sheet has and one without words has not.
fn printed(renderer: &ShareRenderer, sheet: &ShareText<'_>) -> Vec<(usize, usize)> {
    let bare = ShareText { title: "", section: "", paper: "", date: "", ..*sheet };
    let (bare, with) = (decoded(&renderer.draw(&bare)).2, decoded(&renderer.draw(sheet)).2);
    let places = bare.iter().zip(&with).enumerate().filter(|(_, (bare, with))| bare != with);
    places.map(|(at, _)| (at % WIDTH as usize, at / WIDTH as usize)).collect()
}

/// How many lines a headline takes, by the empty rows between them.
fn rows_of_words(printed: &[(usize, usize)]) -> usize {
    let rows: HashSet<usize> = printed.iter().map(|(_, y)| *y).filter(|y| (110..470).contains(y)).collect();
    rows.iter().filter(|y| !rows.contains(&(**y + 1))).count()
}

#[test]
fn a_picture_is_a_png_of_the_promised_size() {
    let file = renderer().draw(&SHEET);
    let size = imagesize::blob_size(&file).expect("a picture");
    assert_eq!((size.width, size.height), (1200, 630));
    let (width, height, pixels) = decoded(&file);
    assert_eq!((width, height, pixels.len()), (WIDTH, HEIGHT, 1200 * 630));
    assert!((8_000..45_000).contains(&file.len()), "{} bytes", file.len());
}

#[test]
fn every_word_of_a_sheet_is_seen() {
    let renderer = renderer();
    let file = renderer.draw(&SHEET);
    for other in [
        ShareText { title: "В горах над Текели выпал первый град", ..SHEET },
        ShareText { section: "Погода", ..SHEET },
        ShareText { paper: "Вестник", ..SHEET },
        ShareText { date: "23 ноября 2026", ..SHEET },
    ] {
        assert_ne!(renderer.draw(&other), file, "{other:?}");
    }
}

#[test]
fn slugs_choose_the_hue_and_sections_the_border() {
    let renderer = renderer();
    let hues: HashSet<Vec<u8>> =
        (0..80).map(|n| renderer.draw(&ShareText { slug: &format!("story-{n}"), ..SHEET })[41..89].to_vec()).collect();
    assert_eq!(hues.len(), 12);
    let borders: HashSet<Vec<u8>> =
        (0..12).map(|n| renderer.draw(&ShareText { section_id: &format!("section-{n}"), ..SHEET })).collect();
    assert_eq!(borders.len(), border::KINDS);
}

#[test]
fn all_letters_of_the_three_languages_can_be_drawn() {
    let letters = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя\
                   ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\
                   «»„“”‘’\"'—–-…№₸₽€$%‰°§!?.,:;()[]/&+−×½";
    for file in [dejavu::serif_condensed::bold(), dejavu::sans_condensed::bold()] {
        let face = Face::new(file).expect("a font");
        let missing: String = letters.chars().filter(|letter| !face.has(*letter)).collect();
        assert_eq!(missing, "");
    }
    let renderer = renderer();
    let seen: HashSet<Vec<u8>> = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
        .chars()
        .map(|letter| renderer.draw(&ShareText { title: &letter.to_string(), ..SHEET }))
        .collect();
    assert_eq!(seen.len(), 18, "two letters look the same");
}

#[test]
fn nothing_is_printed_outside_of_the_margins() {
    let renderer = renderer();
    let long = "Как студенты научили пенсионеров пользоваться смартфоном — ".repeat(9);
    let word = "Щ".repeat(200);
    let wide = format!("Ш{}", " Ш".repeat(249));
    let marks = format!("о{}", "\u{301}".repeat(300));
    for title in [long.as_str(), &word, &wide, &marks, "WWWWWWWWWWWWWWWWWWWWWW", "јјј ,,, ‚‚‚", "Ё", "І"] {
        for names in [("Спорт", "Хабаршы", "22 ноября 2026"), (&*word, &*word, &*word), (&*long, &*long, &*long)]
        {
            let (section, paper, date) = names;
            let printed = printed(&renderer, &ShareText { title, section, paper, date, ..SHEET });
            assert!(!printed.is_empty(), "{title}");
            for (x, y) in printed {
                assert!((60..1140).contains(&x) && (40..border::TOP as usize - 20).contains(&y), "{title}: {x} {y}");
            }
        }
    }
}

#[test]
fn a_headline_stays_clear_of_section_and_foot() {
    let renderer = renderer();
    for words in (1..16).chain([24, 40, 60]) {
        let title = "Ёлка Щипцы Қойшы Ұзын".split(' ').cycle().take(words).collect::<Vec<_>>().join(" ");
        let bare = ShareText { section: "", paper: "", date: "", title: &title, ..SHEET };
        let printed = printed(&renderer, &bare);
        assert!(
            printed.iter().all(|(_, y)| (108..475).contains(y)),
            "{words} words: {:?}",
            printed.iter().map(|p| p.1).max()
        );
    }
}

#[test]
fn what_cannot_be_drawn_leaves_no_trace() {
    let renderer = renderer();
    let plain = renderer.draw(&ShareText { title: "Снег в горах", ..SHEET });
    for title in [
        "Снег 😀 в горах",
        "🏔️ Снег в\u{200b} горах 👩‍👩‍👧",
        "\u{202e}Снег\u{200f} в го\u{ad}рах\u{7}",
        "Снег\tв\r\n горах  ",
        "Снег שלום в горах مرحبا",
        "\u{feff}Снег 漢字 в горах \u{10ffff}\u{e000}",
    ] {
        assert!(renderer.draw(&ShareText { title, ..SHEET }) == plain, "{title:?}");
    }
}

#[test]
fn the_papers_name_stands_for_a_headline_that_cannot_be_drawn() {
    let renderer = renderer();
    let named = renderer.draw(&ShareText { title: SHEET.paper, ..SHEET });
    for title in ["", " ", "😀🎉", "\u{200f}\u{202e}", "שלום", "\u{0}\u{1b}"] {
        assert!(renderer.draw(&ShareText { title, ..SHEET }) == named, "{title:?}");
    }
    let empty = ShareText { title: "", section: "", paper: "", section_id: "", slug: "", date: "" };
    assert_eq!(decoded(&renderer.draw(&empty)).0, WIDTH);
}

#[test]
fn longer_headlines_are_set_smaller_in_more_lines_and_then_cut() {
    let renderer = renderer();
    let lines = |words: usize| {
        let title = vec!["Жетысу"; words].join(" ");
        rows_of_words(&printed(&renderer, &ShareText { title: &title, section: "", paper: "", date: "", ..SHEET }))
    };
    assert_eq!([1, 2, 6, 12, 30, 90].map(lines), [1, 2, 3, 4, 6, 6]);
    let cut = |words| renderer.draw(&ShareText { title: &vec!["Жетысу"; words].join(" "), ..SHEET });
    assert!(cut(80) == cut(90), "what does not fit changes nothing");
}

/// The lines of a headline as they are broken in a column of so many pixels at eighty pixels to the em.
fn broken(title: &str, column: i32, most: usize) -> Vec<String> {
    let face = Face::new(dejavu::serif_condensed::bold()).expect("a font");
    let shaped = face.set(title, 0);
    let longest = column * face.em() / 80;
    let words = lines::words(&shaped);
    let lines = lines::lines(&shaped, &words, longest, most, face.set("…", 0).end);
    let text = |line: &lines::Line| {
        let letters = shaped.letters[line.span.clone()].iter().map(|letter| letter.written);
        letters.chain(line.cut.then_some('…')).collect()
    };
    lines.iter().map(text).collect()
}

#[test]
fn lines_break_as_a_compositor_breaks_them() {
    // All of about one length, instead of a last one of one word.
    assert_eq!(broken("Теплицы Жетысу зимой дадут огурцы", 900, 5), ["Теплицы Жетысу", "зимой дадут огурцы"]);
    // A preposition goes with its word, a dash stays with the one before; what is held by the author stays together.
    assert_eq!(broken("Снег выпал в горах", 560, 5), ["Снег выпал", "в горах"]);
    assert_eq!(broken("Дядя Саша — классный доктор", 520, 5), ["Дядя", "Саша —", "классный", "доктор"]);
    assert_eq!(broken("Привезли 214\u{a0}стульев", 560, 5), ["Привезли", "214\u{a0}стульев"]);
    // Words are broken only where one is longer than a line, and cut only between words.
    assert_eq!(broken("Превысокомногорассмотрительствующий", 700, 5).concat(), "Превысокомногорассмотрительствующий");
    assert_eq!(broken("Снег выпал в горах, и все рады", 560, 2), ["Снег выпал", "в горах…"]);
}

#[test]
fn the_same_sheet_is_the_same_file_in_any_order_and_thread() {
    let titles: Vec<String> = (0..24).map(|n| format!("{} {}", "Қар жауды ".repeat(n % 7 + 1), n)).collect();
    let draw = |renderer: &ShareRenderer, title: &String| renderer.draw(&ShareText { title, slug: title, ..SHEET });
    let first = renderer();
    let in_order: Vec<Vec<u8>> = titles.iter().map(|title| draw(&first, title)).collect();
    let second = renderer();
    let mut reversed: Vec<Vec<u8>> = titles.iter().rev().map(|title| draw(&second, title)).collect();
    reversed.reverse();
    let third = renderer();
    let at_once: Vec<Vec<u8>> = titles.par_iter().map(|title| draw(&third, title)).collect();
    assert!(in_order == reversed && in_order == at_once);
    assert_eq!(first.version(), renderer().version());
}

#[test]
fn every_way_to_set_headlines_fits_the_sheet_and_is_smaller_than_the_one_before() {
    for pair in SETTINGS.windows(2) {
        assert!(pair[0].size > pair[1].size && pair[0].column <= pair[1].column);
    }
}

/// How long a picture takes: `cargo test --release --lib share -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn pace() {
    let renderer = renderer();
    let titles: Vec<String> =
        (0..2000).map(|n| format!("Свет включили в 18:{n:04}: городской стадион снова живет")).collect();
    let start = std::time::Instant::now();
    let bytes: usize = titles.iter().map(|title| renderer.draw(&ShareText { title, slug: title, ..SHEET }).len()).sum();
    println!("{:?} and {} bytes a picture", start.elapsed() / 2000, bytes / titles.len());
}
