//! Builds after the first: they write what changed, and what they leave is what a first build would make.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use habarshy::publish::build::{Options, Summary, build};
use habarshy::publish::build_error::BuildError;
use habarshy::publish::client_files::files_below;
use habarshy::publish::source::Choice;

use crate::fixture::{Files, Fixture, NOW, PNG, SITE, article, files, paper_of};

/// When each file of a folder was written.
pub fn written(folder: &Path) -> BTreeMap<String, SystemTime> {
    let files = files_below(folder).expect("a folder").into_iter();
    files.map(|(path, file)| (path, fs::metadata(file).and_then(|file| file.modified()).expect("a file"))).collect()
}

fn done(options: &Options) -> Summary {
    build(options, &()).unwrap_or_else(|error| panic!("{error}"))
}

/// The same newsroom, built where nothing was built before.
pub fn anew(options: &Options) -> Files {
    let folder = options.root.join("anew");
    let _ = fs::remove_dir_all(&folder);
    let options = Options { out: folder.join("site"), cache: folder.join("cache"), ..options.clone() };
    fs::create_dir_all(&folder).expect("a folder");
    done(&options);
    files(&options.out)
}

/// What is beside the site: nothing but what the fixture put there.
fn leftovers(options: &Options) -> Vec<String> {
    let entries = fs::read_dir(&options.root).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with('.')).collect()
}

#[test]
fn nothing_new_writes_nothing() {
    let fixture = paper_of(30);
    let options = fixture.options();
    let first = done(&options);
    assert_eq!(first.written.written, first.written.files);
    let before = written(&options.out);
    let second = done(&options);
    assert_eq!((second.written.written, second.written.removed), (0, 0));
    assert_eq!((second.written.files, second.written.bytes), (first.written.files, first.written.bytes));
    assert_eq!(written(&options.out), before);
    assert_eq!(leftovers(&options), Vec::<String>::new());
}

/// What editors do to a paper of thirty articles, and how many files that may touch.
type Change = (&'static str, u64, fn(Fixture) -> Fixture);

const CHANGES: [Change; 7] = [
    ("a text", 10, |fixture| {
        let file = "content/ru/n07.md";
        let text = fs::read_to_string(fixture.root().join(file)).expect("an article");
        fixture.with(file, &format!("{text}\nИ еще одно предложение.\n"))
    }),
    ("a headline", 60, |fixture| {
        let file = "content/ru/n29.md";
        let text = fs::read_to_string(fixture.root().join(file)).expect("an article");
        fixture.with(file, &text.replace("Новость ваде", "Другой заголовок"))
    }),
    ("a new article", 100, |fixture| fixture.with("content/ru/new.md", &article("aliases = [\"/old/1\"]", "Новое."))),
    ("an article that goes", 100, |fixture| {
        fs::remove_file(fixture.root().join("content/ru/n15.md")).expect("an article");
        fixture
    }),
    ("a picture", 100, |fixture| {
        let text = article("cover = \"dot.png\"\ncover_alt = \"Точка\"", "С картинкой.");
        fixture.with_bytes("content/ru/dot.png", PNG).with("content/ru/n03.md", &text)
    }),
    ("a file of the newsroom", 1, |fixture| fixture.with("public/plan.pdf", "%PDF-2")),
    ("the paper's name", u64::MAX, |fixture| fixture.with("site.toml", &SITE.replace("Газета", "Вестник"))),
];

#[test]
fn a_later_build_leaves_what_a_first_one_makes() {
    for (what, most, change) in CHANGES {
        let mut fixture = paper_of(30).with("public/plan.pdf", "%PDF");
        let options = fixture.options();
        done(&options);
        fixture = change(fixture);
        let summary = done(&fixture.options());
        assert!(summary.written.written > 0 || summary.written.removed > 0, "{what}");
        assert!(summary.written.written <= most, "{what}: {:?}", summary.written);
        assert_eq!(files(&options.out), anew(&options), "{what}");
        assert_eq!(leftovers(&options), Vec::<String>::new(), "{what}");
    }
}

#[test]
fn a_file_gives_way_to_a_folder_and_back() {
    let fixture = paper_of(3).with("public/rooms", "a file");
    let options = fixture.options();
    done(&options);
    fs::remove_file(fixture.root().join("public/rooms")).expect("a file");
    let fixture = fixture.with("public/rooms/one.txt", "1").with("public/rooms/two/three.txt", "3");
    done(&options);
    assert_eq!(files(&options.out), anew(&options));
    fs::remove_dir_all(fixture.root().join("public/rooms")).expect("a folder");
    let _fixture = fixture.with("public/rooms", "a file again");
    done(&options);
    assert_eq!(files(&options.out), anew(&options));
}

#[test]
fn what_somebody_did_to_the_site_is_mended() {
    let fixture = paper_of(3);
    let options = fixture.options();
    done(&options);
    let site = files(&options.out);
    fs::remove_file(options.out.join("news/n01/index.html")).expect("a page");
    fs::write(options.out.join("index.html"), "hacked").expect("a page");
    fs::remove_dir_all(options.out.join("data")).expect("a folder");
    done(&options);
    assert_eq!(files(&options.out), site);
}

/// What may happen to a cache.
type Damage = (&'static str, fn(&Path));

#[test]
fn the_cache_may_go_or_break_at_any_time() {
    let damages: [Damage; 4] = [
        ("gone", |cache| fs::remove_dir_all(cache).expect("the cache")),
        ("empty", |cache| fs::write(cache.join("site"), "").expect("the cache")),
        ("not text", |cache| fs::write(cache.join("site"), [0xff, 0xfe]).expect("the cache")),
        ("of another version", |cache| {
            let text = fs::read_to_string(cache.join("site")).expect("the cache");
            fs::write(cache.join("site"), text.replacen("habarshy-site-", "habarshy-site-9", 1)).expect("the cache");
        }),
    ];
    for (what, damage) in damages {
        let fixture = paper_of(3);
        let options = fixture.options();
        done(&options);
        damage(&options.cache);
        let fixture = fixture.with("content/ru/n01.md", &article("", "Иначе."));
        let summary = done(&options);
        // Nothing is known of the old site, so nothing of it is kept.
        assert_eq!(summary.written.written, summary.written.files, "{what}");
        assert_eq!(files(&options.out), anew(&options), "{what}");
        drop(fixture);
    }
}

#[test]
fn another_folder_in_the_sites_place_is_not_taken_for_it() {
    let fixture = paper_of(3);
    let options = fixture.options();
    done(&options);
    // A copy, with a file more: as after a restored backup.
    let copy = fixture.root().join("copy");
    for (path, bytes) in files(&options.out) {
        let place = copy.join(path.trim_start_matches('/'));
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(place, bytes).expect("a file");
    }
    fs::write(copy.join("stray.html"), "an old page").expect("a file");
    fs::rename(&options.out, fixture.root().join("aside")).expect("the site");
    fs::rename(&copy, &options.out).expect("the copy");
    done(&options);
    assert!(!options.out.join("stray.html").exists());
    assert_eq!(files(&options.out), anew(&options));
}

#[test]
fn a_build_that_was_killed_while_it_moved_files_is_completed() {
    let fixture = paper_of(5);
    let options = fixture.options();
    done(&options);
    let old = files(&options.out);
    let fixture = fixture.with("content/ru/late.md", &article("", "Вечером."));
    fs::remove_file(fixture.root().join("content/ru/n02.md")).expect("an article");
    let new = anew(&options);
    // What a killed build leaves: all files that change beside the site, the list of moves, and some of them made.
    let staging = fixture.root().join(".out.new");
    let mut moves = String::new();
    for (path, bytes) in new.iter().filter(|(path, bytes)| old.get(*path) != Some(bytes)) {
        let place = staging.join(path.trim_start_matches('/'));
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(place, bytes).expect("a file");
        moves.push_str(&format!("+{path}\n"));
    }
    for path in old.keys().filter(|path| !new.contains_key(*path)) {
        moves.push_str(&format!("-{path}\n"));
    }
    fs::create_dir_all(staging.join(".moves")).expect("a folder");
    fs::write(staging.join(".moves/complete"), &moves).expect("the list");
    let first = moves.lines().next().and_then(|line| line.strip_prefix("+/")).expect("a move");
    let place = options.out.join(first);
    fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
    fs::rename(staging.join(first), place).expect("a move");

    done(&options);
    assert_eq!(files(&options.out), new);
    assert_eq!(leftovers(&options), Vec::<String>::new());
}

#[test]
fn what_a_killed_build_left_is_completed_even_where_the_newsroom_has_a_fault() {
    let fixture = paper_of(5);
    let options = fixture.options();
    done(&options);
    // All that changes lies beside the site, and no move was made.
    let staging = fixture.root().join(".out.new");
    fs::create_dir_all(staging.join(".moves")).expect("a folder");
    fs::write(staging.join("robots.txt"), "moved").expect("a file");
    fs::write(staging.join(".moves/complete"), "+/robots.txt\n-/feed.xml\n").expect("the list");
    let _fixture = fixture.with("content/ru/n01.md", "no article");
    assert!(matches!(build(&options, &()), Err(BuildError::Diagnostics(_))));
    assert_eq!(fs::read_to_string(options.out.join("robots.txt")).expect("a file"), "moved");
    assert!(!options.out.join("feed.xml").exists());
    assert_eq!(leftovers(&options), Vec::<String>::new());
}

#[test]
fn a_link_in_the_sites_place_is_followed() {
    let fixture = paper_of(3);
    let real = fixture.root().join("real");
    let options = fixture.options();
    fs::create_dir(&real).expect("a folder");
    std::os::unix::fs::symlink(&real, &options.out).expect("a link");
    for text in ["Раз.", "Два."] {
        fs::write(fixture.root().join("content/ru/n01.md"), article("", text)).expect("an article");
        done(&options);
        assert!(fs::symlink_metadata(&options.out).expect("the link").is_symlink());
        assert!(fs::read_to_string(real.join("news/n01/index.html")).expect("a page").contains(text));
    }
}

#[test]
fn what_is_remembered_is_what_would_be_read() {
    let fixture = paper_of(12).with_bytes("content/ru/dot.png", PNG);
    let options = fixture.options();
    let again = done;
    again(&options);
    // Each change is one that the cache could miss.
    let picture = article("cover = \"dot.png\"\ncover_alt = \"Точка\"", "С картинкой.");
    let fixture =
        fixture.with("content/ru/n03.md", &picture).with("content/ru/n05.md", &article("draft = true", "Позже."));
    again(&options);
    assert_eq!(files(&options.out), anew(&options));
    let fixture = fixture.with("site.toml", &SITE.replace("\"sport\"", "\"games\"").replace("Спорт", "Игры"));
    let fixture = (0..12).fold(fixture, |fixture, number| {
        let file = format!("content/ru/n{number:02}.md");
        let text = fs::read_to_string(fixture.root().join(&file)).expect("an article");
        fixture.with(&file, &text.replace("\"sport\"", "\"games\""))
    });
    again(&options);
    assert_eq!(files(&options.out), anew(&options));
    let earlier = Options { choice: Choice { now: 0, drafts: false }, ..options.clone() };
    assert_eq!(again(&earlier).articles, 0);
    let drafts = Options { choice: Choice { now: NOW, drafts: true }, ..options.clone() };
    assert_eq!(again(&drafts).articles, 12);
    assert_eq!(files(&options.out), anew(&drafts));
    fs::remove_file(fixture.root().join("content/ru/n00.md")).expect("an article");
    again(&options);
    assert_eq!(files(&options.out), anew(&options));
}

#[test]
fn a_build_that_fails_leaves_the_site_and_nothing_else() {
    let fixture = paper_of(5);
    let options = fixture.options();
    done(&options);
    let site = files(&options.out);
    let fixture = fixture.with("content/ru/n01.md", &article("cover = \"gone.png\"\ncover_alt = \"Нет\"", "Текст."));
    assert!(matches!(build(&options, &()), Err(BuildError::Diagnostics(_))));
    assert_eq!(files(&options.out), site);
    // A place that cannot be written: as good as a full disk, and it fails in the middle.
    let _fixture = fixture.with("content/ru/n01.md", &article("", "Текст.")).with("public/a\nb.txt", "x");
    assert!(matches!(build(&options, &()), Err(BuildError::Write(_))));
    assert_eq!(files(&options.out), site);
    assert_eq!(leftovers(&options), Vec::<String>::new());
}

#[test]
fn two_builds_into_one_site_do_not_mix() {
    let fixture = paper_of(3);
    let options = fixture.options();
    done(&options);
    let lock = fs::File::create(options.cache.join("lock")).expect("the lock");
    lock.lock().expect("the lock");
    let Err(BuildError::Write(refused)) = build(&options, &()) else { panic!("the lock was not kept") };
    assert!(refused.error.to_string().contains("another build"), "{}", refused.error);
    lock.unlock().expect("the lock");
    done(&options);
}

#[test]
fn compressed_copies_hold_the_files() {
    use std::io::Read;
    let fixture = paper_of(3);
    let options = Options { precompress: true, ..fixture.options() };
    done(&options);
    let site = files(&options.out);
    let mut texts = 0;
    for (path, bytes) in site.iter().filter(|(path, _)| !path.ends_with(".br") && !path.ends_with(".gz")) {
        let [brotli, gzip] = [".br", ".gz"].map(|ending| site.get(&format!("{path}{ending}")));
        let is_text = [".html", ".css", ".json", ".js", ".wasm", ".svg", ".xml", ".txt", ".webmanifest"]
            .iter()
            .any(|ending| path.ends_with(ending));
        assert_eq!((brotli.is_some(), gzip.is_some()), (is_text, is_text), "{path}");
        let (Some(brotli), Some(gzip)) = (brotli, gzip) else { continue };
        let mut unpacked = Vec::new();
        brotli::Decompressor::new(&brotli[..], 4096).read_to_end(&mut unpacked).expect("brotli");
        assert_eq!(&unpacked, bytes, "{path}");
        unpacked.clear();
        flate2::read::GzDecoder::new(&gzip[..]).read_to_end(&mut unpacked).expect("gzip");
        assert_eq!(&unpacked, bytes, "{path}");
        texts += 1;
    }
    assert!(texts > 10);
    // They come and go with the choice, and the files beside them stay.
    assert_eq!(done(&options).written.written, 0);
    let without = done(&Options { precompress: false, ..options.clone() });
    assert_eq!((without.written.written, without.written.removed), (0, 2 * texts));
}

#[test]
fn the_number_of_threads_does_not_show() {
    let fixture = paper_of(40);
    let options = fixture.options();
    done(&options);
    let two = files(&options.out);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    assert_eq!(pool.install(|| anew(&options)), two);
}
