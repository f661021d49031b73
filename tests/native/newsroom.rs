//! Newsrooms sound and broken: what is read, and what an editor is told.

use crate::fixture::{Fixture, NOW, PNG, SITE, article};
use habarshy::publish::diagnostic::ColorMode;
use habarshy::publish::source::{Choice, read};
use habarshy::values::Lang;

/// An article is broken in one way: its file, its text, and what the printed fault must hold.
pub type Broken<'a> = (&'a str, String, &'a [&'a str]);

/// Each of these is the only fault of its newsroom.
pub fn each_is_reported(table: &[Broken<'_>]) {
    for (file, text, expected) in table {
        let printed = Fixture::new().with(file, text).diagnostics();
        for part in *expected {
            assert!(printed.contains(part), "{file}: no {part:?} in\n{printed}");
        }
        assert!(printed.ends_with("\n1 fault in 1 file\n"), "{file}:\n{printed}");
        assert!(printed.contains(&format!("--> {}:", file)), "{file} is not named:\n{printed}");
    }
}

/// An article with other lines in its front matter, from line 5 on.
pub fn with(lines: &str) -> String {
    article(lines, "Текст.")
}

/// An article with another text, from line 7 on.
pub fn saying(text: &str) -> String {
    article("", text)
}

#[test]
fn a_sound_newsroom_is_read() {
    let fixture = Fixture::new()
        .with(
            "content/ru/2024/04/a.md",
            &article("tags = [\"Аул\", \"аул\", \"Снег\"]\nviews = 4_131", "Первый *абзац*.\n\n[b](/news/b/)"),
        )
        .with(
            "content/ru/b/index.md",
            &article(
                "cover = \"p.png\"\ncover_alt = \"Точка\"\naliases = [\"/old/b\"]",
                "![p](/covers/q.png) и [a](/old/b)",
            ),
        )
        .with(
            "content/kk/a.md",
            &article("tags = [\"АУЛ\"]\nsummary = \"Қысқа.\"\npinned = true", "\u{feff}Мәтін").replace('\n', "\r\n"),
        )
        .with("content/ru/notes.txt", "не статья")
        .with("content/ru/draft.md", &with("draft = true"))
        .with("content/ru/later.md", &with("").replace("2024-04-19", "2099-01-01"))
        .with_bytes("content/ru/b/p.png", PNG)
        .with_bytes("content/covers/q.png", PNG);
    let newsroom = fixture.read();
    let names: Vec<_> = newsroom.articles.iter().map(|a| format!("{}/{}", a.lang, a.slug)).collect();
    assert_eq!(names, ["ru/a", "kk/a", "ru/b", "ru/forum"]);
    assert_eq!(newsroom.left_out, 3);
    let [first, kazakh, second, _] = &newsroom.articles[..] else { panic!("four articles") };
    assert_eq!(first.teaser, "Первый абзац.");
    assert_eq!(first.views, 4131);
    let tags: Vec<_> = first.tags.iter().map(|tag| (tag.slug.as_str(), tag.name.as_str())).collect();
    assert_eq!(tags, [("aul", "Аул"), ("sneg", "Снег")]);
    assert_eq!(kazakh.standfirst.as_deref(), Some("Қысқа."));
    assert!(kazakh.pinned);
    assert_eq!(second.aliases, ["/old/b"]);
    let cover = second.cover.as_ref().expect("a cover");
    assert_eq!((cover.picture.width, cover.picture.height, cover.picture.alt.as_str()), (1, 1, "Точка"));
    let pictures: Vec<_> = newsroom.pictures.iter().map(|(src, files)| (src.as_str(), files.len())).collect();
    let [(cover, 3), (picture, 2)] = pictures[..] else { panic!("a cover and a picture, not {pictures:?}") };
    assert!(cover.starts_with("/media/p.") && picture.starts_with("/media/q."), "{pictures:?}");
    let all = read(fixture.root(), Choice { now: NOW, drafts: true }, None, &()).expect("sound");
    assert_eq!((all.articles.len(), all.left_out), (7, 0));
}

#[test]
fn an_edition_is_in_its_language() {
    let newsroom = Fixture::new().with("content/ru/a.md", &with("")).read();
    let edition = newsroom.config.edition(Lang::Kk);
    assert_eq!((edition.title.as_str(), edition.sections[0].name.as_str()), ("Газет", "Қоғам"));
    assert_eq!((edition.utc_offset, edition.base_url.as_str()), (300, "https://paper.example"));
    assert_eq!(edition.footer.as_deref(), None);
    assert_eq!(newsroom.config.edition(Lang::Ru).footer.as_deref(), Some("Подвал"));
    assert_eq!(edition.window_minutes, 60);
}

#[test]
fn faults_of_pictures() {
    let cover = |name: &str| with(&format!("cover = \"{name}\"\ncover_alt = \"x\""));
    each_is_reported(&[
        ("content/ru/a.md", with("cover = \"/covers/dot.png\""), &["a.md:5:9", "`cover` without `cover_alt`"]),
        (
            "content/ru/a.md",
            cover("/covers/dott.png"),
            &["a.md:5:9", "no picture content/covers/dott.png", "did you mean dot.png"],
        ),
        ("content/ru/a.md", cover("/../site.png"), &["a.md:5:9", "leaves its folder", "`/covers/name.jpg`"]),
        (
            "content/ru/a.md",
            cover("https://e.org/x.png"),
            &["a.md:5:9", "not the newsroom's own", "beside the article"],
        ),
        ("content/ru/a.md", cover("/covers/x.svg"), &["a.md:5:9", "SVG", "PNG or WebP"]),
        (
            "content/ru/a.md",
            cover("/covers/png.jpg"),
            &["a.md:5:9", "named .jpg and is a .png inside", "rename the file to png.png"],
        ),
        ("content/ru/a.md", cover("/covers/text.png"), &["a.md:5:9", "not a JPEG, PNG, GIF, WebP or AVIF inside"]),
        ("content/ru/a.md", cover("/covers/huge.png"), &["a.md:5:9", "measures 20001 by 1 pixels"]),
        (
            "content/ru/a.md",
            saying("Слово\n\n![x](x.png)"),
            &["a.md:9:1", "no picture content/ru/x.png", "beside the article"],
        ),
        (
            "content/ru/a.md",
            saying("<p>\nСлово <IMG\nsrc=\"/covers/dott.png\"></p>"),
            &["a.md:8:7", "no picture content/covers/dott.png", "did you mean dot.png"],
        ),
        ("content/ru/a.md", saying("![x](/covers/DOT.png)"), &["a.md:7:1", "did you mean dot.png, which is there?"]),
        ("content/ru/a.md", saying("![x](talk.mp3)"), &["a.md:7:1", "there is no file content/ru/talk.mp3"]),
        (
            "content/ru/a.md",
            saying("Слово\n\n<video><source src=\"/v.mp4\"></video>"),
            &["a.md:9:8", "there is no file content/v.mp4", "`/covers/v.mp4`"],
        ),
        ("content/ru/a.md", saying("[x](/files/none.mp3)"), &["a.md:7:1", "/files/none.mp3, which is not there"]),
        (
            "content/ru/a.md",
            saying("<audio src=\"/covers/text.mp3\"></audio>"),
            &["a.md:7:1", "no file content/covers/text.mp3"],
        ),
        (
            "content/ru/a.md",
            saying("Слово <source srcset=\"/media/x.0123456789-320.webp 320w\">"),
            &["a.md:7:7", "a picture in raw HTML: <source"],
        ),
        ("content/ru/a.md", saying("![x](https://e.org/x.png)"), &["a.md:7:1", "not the newsroom's own"]),
    ]);
}

#[cfg(unix)]
#[test]
fn links_of_the_file_system_do_not_leave_the_newsroom() {
    let fixture = Fixture::new()
        .with("content/ru/a.md", &with("cover = \"out.png\"\ncover_alt = \"x\""))
        .with_bytes("secret.png", PNG);
    std::os::unix::fs::symlink(fixture.root().join("secret.png"), fixture.root().join("content/ru/out.png"))
        .expect("a link");
    assert!(fixture.diagnostics().contains("symbolic link that leaves content/"), "{}", fixture.diagnostics());

    let looped = Fixture::new().with("content/ru/a.md", &with(""));
    std::os::unix::fs::symlink(looped.root().join("content"), looped.root().join("content/ru/loop")).expect("a link");
    std::os::unix::fs::symlink("nowhere.md", looped.root().join("content/ru/.#a.md")).expect("a link");
    assert_eq!(looped.read().articles.len(), 2);

    let dangling = Fixture::new().with("content/ru/a.md", &with(""));
    std::os::unix::fs::symlink("gone.md", dangling.root().join("content/ru/b.md")).expect("a link");
    assert!(dangling.diagnostics().contains("content/ru/b.md:1"), "{}", dangling.diagnostics());

    let outside = Fixture::new().with("content/ru/a.md", &with("")).with("elsewhere/b.md", &with(""));
    std::os::unix::fs::symlink(outside.root().join("elsewhere"), outside.root().join("content/ru/more"))
        .expect("a link");
    assert!(outside.diagnostics().contains("content/ru/more:1"), "{}", outside.diagnostics());
}

#[test]
fn faults_of_texts() {
    each_is_reported(&[
        (
            "content/ru/a.md",
            saying("Слово [ссылка](javascript:alert(1))"),
            &["a.md:7:7", "must not begin with \"javascript:\""],
        ),
        ("content/ru/a.md", saying("Слово [ссылка](../b.md)"), &["a.md:7:7", "is relative", "`/news/b/`"]),
        (
            "content/ru/a.md",
            saying("Слово\n\nи [ссылка](/news/forumm/)"),
            &["a.md:9:3", "which is not there", "did you mean `/news/forum/`?"],
        ),
        ("content/ru/a.md", saying("[x](/ru/news/forum/)"), &["a.md:7:1", "did you mean `/news/forum/`?"]),
        ("content/ru/a.md", saying("[x](/kk/news/forum/)"), &["a.md:7:1", "did you mean `/news/forum/`?"]),
        ("content/ru/a.md", saying("[x](/section/sports/)"), &["a.md:7:1", "did you mean `/section/sport/`?"]),
        ("content/ru/a.md", saying("[x](/files/none.pdf)"), &["a.md:7:1", "not there", "/files/plan.pdf"]),
        ("content/ru/a.md", saying("[x](/favicon.ico)"), &["a.md:7:1", "/favicon.ico, which is not there"]),
        ("content/ru/a.md", saying("[x](/news/waiting/)"), &["a.md:7:1", "a draft or dated in the future"]),
        ("content/ru/a.md", saying("[x](#there)"), &["a.md:7:1", "no place \"#there\""]),
        ("content/ru/a.md", saying("Слово[^1]"), &["a.md:7:6", "footnote \"1\" is not defined", "`[^1]: …`"]),
        ("content/ru/a.md", saying("Слово\n\n[^1]: сноска"), &["a.md:9:1", "never mentioned"]),
        ("content/ru/a.md", saying("<a href=\"/nowhere/\">x</a>"), &["a.md:7:1", "/nowhere/, which is not there"]),
    ]);
}

#[test]
fn links_to_what_is_there_are_fine() {
    let text = "[1](/) [2](/kk/) [3](/news/forum) [4](/section/sport/page/2/) [5](/tag/aul/) [6](/files/plan.pdf) [7](/index.html) \
                [8](/node/1) [9](/kk/section/society/#x) [10](https://e.org) [11](mailto:a@e.org) [12](/page/3/?x) [13](/feed.xml) \
                [14](/kk/section/sport/feed.xml) [15](/sitemap.xml) [16](/robots.txt) [17](/kk/manifest.webmanifest)";
    let lines = "tags = [\"аул\"]\naliases = [\"/node/1\"]";
    assert_eq!(Fixture::new().with("content/ru/a.md", &article(lines, text)).read().articles.len(), 2);
    // A draft may link to another.
    Fixture::new().with("content/ru/a.md", &article("draft = true", "[x](/news/waiting/)")).read();
}

#[test]
fn faults_of_files() {
    each_is_reported(&[
        ("content/ru/a.md", String::new(), &["a.md:1", "the file is empty"]),
        ("content/ru/a.md", with("") + &" ".repeat(2 * 1024 * 1024), &["a.md:1", "more than 2097152"]),
        ("content/ru/Форум.md", with(""), &["cannot stand in an address", "rename the file to forum.md"]),
        ("content/ru/My Folder/index.md", with(""), &["rename the folder to my-folder", "`slug = \"my-folder\"`"]),
        ("content/posts/a.en.md", with(""), &["\"en\" is no language of the paper"]),
        ("content/ru/index.md", with(""), &["no folder of its own", "<slug>/index.md"]),
        ("content/de/a.md", with(""), &["\"de\" is no language of the paper", "\"ru\", \"kk\""]),
        ("content/en/a.md", with(""), &["\"en\" is no language of the paper", "add `[[languages]]`"]),
        ("content/a.md", with(""), &["outside of a language's folder", "content/ru/"]),
        ("public/index.html", String::new(), &["take the place of /index.html", "another name"]),
        ("public/kk/page/2/index.html", String::new(), &["take the place of /kk/page/2/index.html"]),
        ("public/kk/404.html", String::new(), &["take the place of /kk/404.html"]),
        ("public/sitemap-1.xml", String::new(), &["take the place of /sitemap-1.xml"]),
        ("public/_headers", String::new(), &["take the place of /_headers"]),
        ("public/media/x.png", String::new(), &["take the place of /media/x.png"]),
        ("content/ru/x/forum.md", with(""), &["the slug \"forum\" is taken in this language by content/ru/forum.md"]),
    ]);
    let broken = [with("").as_bytes(), b"\nabc \xcf\xf0\xe8\n"].concat();
    let printed = Fixture::new().with_bytes("content/ru/a.md", &broken).diagnostics();
    assert!(
        printed.contains("a.md:9:5") && printed.contains("is 0xCF") && printed.contains("Windows-1251"),
        "{printed}"
    );
}

#[test]
fn faults_of_aliases() {
    each_is_reported(&[
        ("content/ru/a.md", with("aliases = [\"old/1\"]"), &["a.md:5:12", "no path of this site"]),
        ("content/ru/a.md", with("aliases = [\"/index.php?\"]"), &["a.md:5:12", "query", "`/index.php`"]),
        ("content/ru/a.md", with("aliases = [\"/feed.xml?id=1\"]"), &["a.md:5:12", "address of a page or file"]),
        (
            "content/ru/a.md",
            with("aliases = [\"/News/Forum/\"]"),
            &["a.md:5:12", "/news/forum/ of the site by case alone"],
        ),
        (
            "content/ru/a.md",
            with("aliases = [\"/Old/1\", \"/old/1\"]"),
            &["a.md:5:22", "there twice, in whatever case"],
        ),
        ("content/ru/a.md", with("aliases = [\"/%D0%BD\", \"/н/\"]"), &["a.md:5:23", "there twice"]),
        ("content/ru/a.md", with("aliases = [\"/a/../b\"]"), &["a.md:5:12", "not a plain path"]),
        ("content/ru/a.md", with("aliases = [\"/media/x\"]"), &["a.md:5:12", "outside of /media/"]),
        ("content/ru/a.md", with("aliases = [\"/news/forum\"]"), &["a.md:5:12", "address of a page"]),
        ("content/ru/a.md", with("aliases = [\"/files/plan.pdf\"]"), &["a.md:5:12", "address of a page or file"]),
        ("content/ru/a.md", with("aliases = [\"/feed.xml\"]"), &["a.md:5:12", "address of a page or file"]),
        ("content/ru/a.md", with("aliases = [\"/sitemap-2.xml\"]"), &["a.md:5:12", "address of a page or file"]),
        ("content/ru/a.md", with("aliases = [\"/sw.js\"]"), &["a.md:5:12", "address of a page or file"]),
        (
            "content/ru/a.md",
            with("aliases = [\"/old/1\", \"/old/1/\"]"),
            &["a.md:5:22", "there twice, in whatever case, first in content/ru/a.md"],
        ),
    ]);
}

#[test]
fn all_faults_are_reported_at_once_and_in_order() {
    let fixture = Fixture::new()
        .with("site.toml", &SITE.replace("https://paper.example", "https://paper.example/"))
        .with(
            "content/ru/a.md",
            &article("views = -1\ntags = 5\ncolour = 1", "[x](y.md) и [z](/news/none/)\n\n![p](p.png)"),
        )
        .with("content/ru/b.md", "")
        .with("content/ru/c.md", &with("").replace("2024-04-19T09:00:00+05:00", "\"вчера\""))
        .with("content/ru/Д.md", &with("aliases = [\"old\"]"))
        .with("content/de/e.md", &with(""));
    let printed = fixture.diagnostics();
    let places: Vec<&str> = printed.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).collect();
    assert_eq!(
        places,
        [
            "content/de/e.md:1",
            "content/ru/a.md:5:9",
            "content/ru/a.md:6:8",
            "content/ru/a.md:7:1",
            "content/ru/a.md:10:1",
            "content/ru/a.md:10:13",
            "content/ru/a.md:12:1",
            "content/ru/b.md:1",
            "content/ru/c.md:3:8",
            "content/ru/Д.md:1",
            "content/ru/Д.md:5:12",
            "site.toml:2:12",
        ]
    );
    assert!(printed.ends_with("\n12 faults in 6 files\n"), "{printed}");
    assert!(!printed.contains('\u{1b}'), "colour in {printed}");
    let diagnostics = read(fixture.root(), Choice { now: NOW, drafts: false }, None, &()).expect_err("broken");
    assert!(diagnostics.render(ColorMode::Coloured).contains('\u{1b}'));
}

#[test]
fn tags_have_one_spelling_in_a_language() {
    let newsroom = Fixture::new()
        .with("content/ru/a.md", &with("tags = [\"АУЛ\"]"))
        .with("content/ru/b.md", &with("tags = [\"аул\"]").replace("2024-04-19", "2024-04-18"))
        .with("content/kk/a.md", &with("tags = [\"Ауыл\", \"аУЛ\"]"))
        .read();
    let tags: Vec<_> =
        newsroom.articles.iter().flat_map(|a| a.tags.iter().map(|tag| format!("{} {}", a.lang, tag.name))).collect();
    assert_eq!(tags, ["ru аул", "kk Ауыл", "kk аУЛ", "ru аул"]);
}

#[test]
fn names_of_files_are_compared_by_their_letters() {
    // The same letter as two characters, as some systems write it.
    let newsroom = Fixture::new()
        .with_bytes("content/ru/а\u{438}\u{306}.png", PNG)
        .with("content/ru/a.md", &saying("![x](а\u{439}.png)"))
        .read();
    let names: Vec<_> = newsroom.pictures.keys().collect();
    assert!(matches!(names[..], [name] if name.starts_with("/media/aj.")), "{names:?}");
}
