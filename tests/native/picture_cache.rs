//! Pictures that were made before: kept, checked, and made anew where they are damaged.

use std::collections::BTreeMap;
use std::fs;

use habarshy::publish::build::{Options, build};
use image::DynamicImage;

use crate::fixture::{Fixture, Site, article};
use crate::pictures::{cover, jpeg, newsroom, photo, png};

/// The files of the cache below a newsroom.
fn cached(fixture: &Fixture) -> Vec<std::path::PathBuf> {
    let files = habarshy::publish::client_files::files_below(&fixture.options().cache).expect("a cache");
    files.into_iter().map(|(_, file)| file).collect()
}

/// Something that happens to a file.
type Damage<'a> = &'a dyn Fn(&std::path::Path);

fn media(site: &Site) -> BTreeMap<String, Vec<u8>> {
    site.files().into_iter().filter(|(path, _)| path.starts_with("/media/p.")).collect()
}

fn modified(file: &std::path::Path) -> std::time::SystemTime {
    fs::metadata(file).and_then(|file| file.modified()).expect("a file")
}

/// Builds a site anew from its cache: what stands in the site itself would be kept.
fn publish_again(site: Site) -> Site {
    fs::remove_dir_all(&site.folder).expect("the site");
    site.newsroom.publish()
}

#[test]
fn what_was_made_before_is_taken_from_the_cache() {
    let site = newsroom("p.jpg", &jpeg(&photo(700, 500), None)).publish();
    let before = media(&site);
    let thumbnail = cached(&site.newsroom).into_iter().find(|file| file.ends_with("picture-320.webp")).expect("a file");
    // Other bytes of the same number, written at the same moment: whoever made the file again would put it right.
    let (size, moment) = (fs::read(&thumbnail).expect("a file").len(), modified(&thumbnail));
    fs::write(&thumbnail, vec![b'x'; size]).expect("a file");
    fs::File::options().write(true).open(&thumbnail).and_then(|file| file.set_modified(moment)).expect("a moment");
    let again = publish_again(site);
    let (mut after, path) = (media(&again), cover(&again).file("-320.webp"));
    assert_eq!(after[&path], vec![b'x'; size]);
    after.insert(path.clone(), before[&path].clone());
    assert!(after == before, "the other files are the same");
}

#[test]
fn a_damaged_entry_of_the_cache_is_made_anew() {
    let mut site = newsroom("p.jpg", &jpeg(&photo(700, 500), None)).publish();
    let before = media(&site);
    let damages: [(&str, Damage<'_>); 5] = [
        ("picture-320.webp", &|file| fs::write(file, "short").expect("a file")),
        ("picture-320.webp", &|file| {
            let mut bytes = fs::read(file).expect("a file");
            bytes.reverse();
            fs::write(file, bytes).expect("a file");
        }),
        ("picture.jpg", &|file| fs::remove_file(file).expect("a file")),
        ("meta.json", &|file| fs::write(file, "{").expect("a file")),
        ("meta.json", &|file| {
            fs::write(file, r#"{"shape":{"width":1,"height":1,"widths":[1],"tone":"../"},"files":[]}"#).expect("a file")
        }),
    ];
    for (name, damage) in damages {
        let file = cached(&site.newsroom).into_iter().find(|file| file.ends_with(name)).expect(name);
        damage(&file);
        site = publish_again(site);
        assert!(media(&site) == before, "{name}");
    }
}

#[test]
fn the_same_pictures_give_the_same_bytes_on_any_number_of_threads() {
    let on = |threads: usize| {
        let fixture = (0..6).fold(newsroom("p.jpg", &jpeg(&photo(450, 300), None)), |fixture, number| {
            let lines = format!("cover = \"/covers/{number}.png\"\ncover_alt = \"x\"");
            let picture = DynamicImage::ImageRgb8(photo(200 + number, 150));
            fixture
                .with(&format!("content/ru/n{number}.md"), &article(&lines, "Текст."))
                .with_bytes(&format!("content/covers/{number}.png"), &png(&picture))
        });
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| fixture.publish()).files()
    };
    assert!(on(1) == on(4));
}

#[test]
fn the_cache_must_not_go_with_the_site_that_is_replaced() {
    let site = Fixture::new().publish();
    let options = site.newsroom.options();
    let error = build(&Options { cache: options.out.join("cache"), ..options }, &()).expect_err("a cache in the site");
    assert!(error.to_string().contains("--cache"), "{error}");
    for folder in ["content/kept", "public"] {
        let options = site.newsroom.options();
        let error =
            build(&Options { cache: options.root.join(folder), ..options }, &()).expect_err("among the articles");
        assert!(error.to_string().contains("--cache"), "{error}");
    }
}

#[test]
fn pictures_of_left_out_articles_stay_at_home() {
    let lines = "draft = true\ncover = \"/covers/dot.png\"\ncover_alt = \"Точка\"";
    let site = Fixture::new().with("content/ru/a.md", &article(lines, "![Точка](/covers/dot.png)")).publish();
    assert!(!site.files().keys().any(|path| path.starts_with("/media/dot.")));
}
