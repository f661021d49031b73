//! Each page has within it the style sheet of its kind; all else is in one that comes late.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use habarshy::publish::style_kind::StyleKind;

use crate::fixture::{Fixture, article, values};

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The files in `style/` that a sheet there imports, by itself or by others.
fn imports(sheet: &str) -> BTreeSet<String> {
    let text = read(&format!("style/{sheet}"));
    let own = text.split("@import \"./").skip(1).filter_map(|rest| rest.split_once('"'));
    let own: BTreeSet<_> = own.map(|(file, _)| file.to_owned()).collect();
    own.iter().flat_map(|file| imports(file)).chain(own.clone()).collect()
}

/// The sheet of a kind in `style/`.
fn sheet(kind: StyleKind) -> &'static str {
    kind.file().strip_prefix("style-").expect("a name")
}

#[test]
fn a_page_has_the_sheet_of_its_kind_and_no_other() {
    let text = |text: &str| article("tags = [\"Сад\"]", text);
    let mut fixture = Fixture::new().with("content/ru/plain.md", &text("Текст.\n\n- один\n\n> два\n\n## Три"));
    let parts = [
        ("table", "| a |\n| - |\n| b |"),
        ("code", "Текст `кода`."),
        ("pre", "    код"),
        ("note", "Текст.[^1]\n\n[^1]: Сноска."),
        ("sub", "H<sub>2</sub>O"),
        ("dl", "<dl><dt>а</dt><dd>б</dd></dl>"),
    ];
    for (slug, part) in parts {
        fixture = fixture.with(&format!("content/ru/{slug}.md"), &text(part));
    }
    let site = fixture.publish();
    let reports = parts.map(|(slug, _)| (format!("/news/{slug}/"), StyleKind::Report));
    let others = [
        ("/news/plain/", StyleKind::Article),
        ("/", StyleKind::List),
        ("/section/society/", StyleKind::List),
        ("/archive/", StyleKind::List),
        ("/popular/", StyleKind::List),
        ("/search/", StyleKind::Plain),
        ("/saved/", StyleKind::Plain),
        ("/404.html", StyleKind::Plain),
    ];
    let late = site.files().into_keys().find(|path| path.starts_with("/assets/late.")).expect("the late sheet");
    for (path, kind) in others.map(|(path, kind)| (path.to_owned(), kind)).into_iter().chain(reports) {
        let html = site.text(&if path.ends_with('/') { format!("{path}index.html") } else { path.clone() });
        let style = html.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).expect("a sheet").0;
        let has = StyleKind::ALL.into_iter().filter(|kind| style == fs_text(*kind)).collect::<Vec<_>>();
        assert_eq!(has, [kind], "{path}: {style}");
        // It comes by itself: by the script of the page's head, and where there are no scripts.
        let named = values(&site.page(&path), "script[data-style]", "data-style");
        assert_eq!(named, std::slice::from_ref(&late), "{path}");
        let link = format!("<noscript><link rel=\"stylesheet\" href=\"{late}\"></noscript>\n</body>");
        assert!(html.contains(&link) && html.matches("stylesheet").count() == 1, "{path}");
    }
}

/// The sheet of a kind in the tests' client, as it stands in pages.
fn fs_text(kind: StyleKind) -> String {
    crate::fixture::client_file(kind.file()).replace("</", "<\\/")
}

#[test]
fn whatever_is_not_in_all_pages_is_in_the_late_sheet() {
    let (frame, late) = (imports("frame.css"), imports("late.css"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/components");
    for file in fs::read_dir(folder).expect("a folder") {
        let name = format!("components/{}", file.expect("a file").file_name().to_string_lossy());
        // What waits for the late sheet is for pages that do not have it yet.
        let is_early = name == "components/below.css";
        assert!(
            is_early || frame.contains(&name) || late.contains(&name),
            "no sheet imports style/{name} for all pages"
        );
        assert!(!(frame.contains(&name) && late.contains(&name)), "style/{name} comes twice");
    }
    let own = StyleKind::ALL.map(|kind| (kind, imports(sheet(kind))));
    for (kind, files) in &own {
        assert!(files.contains("frame.css") && frame.is_subset(files), "{kind:?}");
        let further = files.iter().filter(|file| !frame.contains(*file) && !late.contains(*file));
        let further: Vec<_> =
            further.filter(|file| !["frame.css", "components/below.css"].contains(&&***file)).collect();
        assert!(further.is_empty(), "{kind:?} has what pages of other kinds miss after a navigation: {further:?}");
    }
}

#[test]
fn no_kind_of_page_has_the_parts_of_another() {
    for (kind, others) in [
        (StyleKind::Article, &["card", "cards", "lead_card", "related", "neighbours", "article_parts", "search"][..]),
        (StyleKind::Report, &["card", "cards", "lead_card", "related", "neighbours", "search"]),
        (StyleKind::List, &["article_head", "article_body", "article_parts", "search", "settings"]),
        (StyleKind::Plain, &["article_head", "article_body", "card", "cards", "settings"]),
    ] {
        let files = imports(sheet(kind));
        for other in others {
            assert!(!files.contains(&format!("components/{other}.css")), "{kind:?} has {other}");
        }
    }
}

#[test]
fn the_hook_bundles_a_sheet_for_each_kind() {
    let kinds = StyleKind::ALL.map(|kind| sheet(kind).trim_end_matches(".css").to_owned());
    let loops = format!("for kind in {}; do", kinds.join(" "));
    assert!(read("tools/post_build.sh").contains(&loops), "{loops}");
}
