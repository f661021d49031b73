//! Folders of Markdown.

use std::fs;

use habarshy::publish::import::folder::{Folder, Generator};
use habarshy::publish::import::{Report, run};

use super::{assert_has, export, faults, options, paper, text};
use crate::fixture::{Fixture, PNG};

/// Imports a site that lies in the paper's folder `old`, with these pictures.
fn carry(site: &str, generator: Option<Generator>, pictures: &[&str]) -> (Fixture, Report) {
    let files = crate::fixture::files(&export(site));
    let paper = files.iter().fold(paper(&[]), |paper, (path, bytes)| paper.with_bytes(&format!("old/{path}"), bytes));
    let paper = pictures.iter().fold(paper, |paper, path| paper.with_bytes(&format!("old/{path}"), PNG));
    let mut source = Folder::new(&paper.root().join("old"), generator, 300).unwrap_or_else(|faults| panic!("{faults}"));
    let report = run(&mut source, &options(paper.root(), &[]), &()).unwrap_or_else(|faults| panic!("{faults}"));
    (paper, report)
}

#[test]
fn a_site_of_hugo_is_carried() {
    let (paper, report) = carry("hugo", None, &["static/img/bereg.png", "content/news/most.png"]);
    assert_eq!((report.articles, report.left_out), (3, 1), "{report}");
    assert_has(
        &text(&paper, "content/ru/2026/07/bereg.md"),
        &[
            "updated = 2026-07-02T00:00:00+05:00",
            "tags = [\"река\"]\nsummary = \"Берег укрепили.\"",
            "cover = \"/images/img/bereg.png\"\ncover_alt = \"Берег реки\"\nviews = 40",
            "aliases = [\"/old/bereg/\"]\n",
            "Подробности [ниже](#s-itogi-goda) и [о мосте](/news/most/).",
            "![Берег](/images/img/bereg.png \"Работы\")",
            "| a | b |\n| - | - |\n| 1 | 2 |",
            "<https://www.youtube.com/watch?v=abc123>",
            "сноской[^1]",
            "[^1]: Сноска.",
        ],
    );
    assert_has(&text(&paper, "content/kk/2026/07/bereg.md"), &["title = \"Жағалау\"", "section = \"society\""]);
    assert_has(
        &text(&paper, "content/ru/2026/07/most.md"),
        &["authors = [\"Асель Тестова\"]", "](/images/news/most.png)", "<https://vimeo.com/77>"],
    );
    assert_has(
        &report.lines.join("\n"),
        &["the tag weird id=\"1\" of a template is not known", "news/_index.md: left out: it is the page of a list"],
    );
    assert_eq!(faults(&paper), Vec::<String>::new());
}

#[test]
fn a_site_of_jekyll_is_carried() {
    let (paper, report) = carry("jekyll", None, &["assets/pole.png"]);
    assert_eq!((report.articles, report.drafts), (2, 1), "{report}");
    assert_has(
        &text(&paper, "content/ru/2026/08/pole.md"),
        &[
            "date = 2026-08-01T00:00:00+05:00\nsection = \"society\"\ntags = [\"поле\", \"урожай\"]",
            "summary = \"Собрали урожай\"",
            "cover = \"/images/assets/pole.png\"",
            "aliases = [\"/общество/2026/08/01/pole/\", \"/p/1/\"]",
            "![Поле утром](/images/assets/pole.png \"Поле утром\")",
            "```\nfn main() {}\n```",
        ],
    );
    assert_has(&text(&paper, "content/ru/2026/08/step.md"), &["title = \"Степь: жара\"", "draft = true"]);
    assert_eq!(faults(&paper), Vec::<String>::new());
}

#[test]
fn zola_eleventy_and_astro_are_known_by_their_files() {
    for (files, file, front, generator) in [
        (
            ["zola.toml", "base_url = \"https://o.example\""],
            "content/blog/a.md",
            "+++\ntitle = \"А\"\ndate = 2026-01-02\n[taxonomies]\ntags = [\"снег\"]\n+++\nТекст.\n",
            Generator::Zola,
        ),
        (
            ["eleventy.config.js", ""],
            "src/a.md",
            "---\ntitle: А\ndate: 2026-01-02\ntags: [posts, снег]\n---\nТекст.\n",
            Generator::Eleventy,
        ),
        (
            ["astro.config.mjs", ""],
            "src/content/blog/a.mdx",
            "---\ntitle: А\npubDate: Jan 02 2026\ntags: [снег]\n---\nimport X from './x'\n\nТекст.\n",
            Generator::Astro,
        ),
    ] {
        let paper = paper(&[]).with(&format!("old/{}", files[0]), files[1]).with(&format!("old/{file}"), front);
        assert_eq!(Generator::of(&paper.root().join("old")), generator);
        let mut source = Folder::new(&paper.root().join("old"), None, 300).unwrap_or_else(|faults| panic!("{faults}"));
        let report = run(&mut source, &options(paper.root(), &[]), &()).unwrap_or_else(|faults| panic!("{faults}"));
        assert_eq!(report.articles, 1, "{report}");
        let article = text(&paper, "content/ru/2026/01/a.md");
        assert_has(&article, &["title = \"А\"", "\"снег\"", "\n\nТекст.\n"]);
        assert!(!article.contains("import X"), "{article}");
        assert_eq!(faults(&paper), Vec::<String>::new());
    }
}

#[test]
fn folders_that_mean_harm_do_none() {
    let paper = paper(&[])
        .with("old/content/a.md", "---\ntitle: [\n---\nx")
        .with("old/content/b.md", "---\ntitle: x\n")
        .with("old/content/c.md", "Просто текст")
        .with_bytes("old/content/d.md", b"---\ntitle: \xff\n---\n")
        .with("secret.md", "---\ntitle: Тайна\ndate: 2026-01-01\n---\nТайна");
    let link = paper.root().join("old/content/link.md");
    std::os::unix::fs::symlink(paper.root().join("secret.md"), link).expect("a link");
    let mut source = Folder::new(&paper.root().join("old"), None, 300).unwrap_or_else(|faults| panic!("{faults}"));
    let report = run(&mut source, &options(paper.root(), &[]), &()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!((report.articles, report.left_out), (0, 4), "{report}");
    assert!(fs::read_dir(paper.root().join("content")).is_err(), "something was written");
    assert!(Folder::new(&paper.root().join("nowhere"), None, 300).is_err());
}
