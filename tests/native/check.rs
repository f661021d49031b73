//! What a check says beside single faults: warnings, sums, and what comes next.

use habarshy::publish::build::{Options, build};
use habarshy::publish::diagnostic::ColorMode;
use habarshy::publish::source::{Choice, read};

use crate::fixture::{Fixture, NOW};
use crate::newsroom::{saying, with};

#[test]
fn what_is_probably_wrong_is_a_warning() {
    let newsroom = Fixture::new()
        .with("content/ru/a.md", &saying("![](/covers/dot.png)\n\n<img src=\"/covers/dot.png\">"))
        .with("content/ru/b.md", &saying("![](/covers/dot.png#decorative)\n\n<img src=\"/covers/dot.png\" alt=\"\">"))
        .read();
    let said = newsroom.warnings.to_string();
    assert_eq!(said.matches("warning: the picture \"/covers/dot.png\" has no description").count(), 2, "{said}");
    assert!(said.ends_with("\n2 warnings in 1 file\n") && said.contains("a.md:9:1"), "{said}");
    assert!(newsroom.warnings.strict().summary() == "2 faults in 1 file");
}

#[test]
fn files_that_nobody_reads_are_named() {
    let fixture = ["a.mdx", "b.markdown", "c.html", "d.docx", "e.svg", ".hidden.txt"]
        .iter()
        .fold(Fixture::new(), |fixture, name| fixture.with(&format!("content/ru/{name}"), "x"));
    let said = fixture.read().warnings.to_string();
    for (name, part) in
        [("a.mdx", "a .mdx file"), ("b.markdown", "ends in .md"), ("c.html", "a .html file"), ("d.docx", "public/")]
    {
        assert!(said.contains(name) && said.contains(part), "{name}:\n{said}");
    }
    assert!(said.ends_with("\n4 warnings in 4 files\n"), "{said}");
}

#[test]
fn faults_of_one_kind_are_summed_after_five() {
    let links: Vec<String> = (0..9).map(|number| format!("[x](/news/none-{number}/)")).collect();
    let fixture = Fixture::new().with("content/ru/a.md", &saying(&links.join("\n\n")));
    let found = read(fixture.root(), Choice { now: NOW, drafts: false }, None, &()).expect_err("broken");
    let printed = found.render(ColorMode::Plain);
    assert_eq!(printed.matches("error: ").count(), 5, "{printed}");
    assert!(printed.contains("and 4 more of this kind: the link leads to …, which is not there (`--all`"), "{printed}");
    assert!(printed.ends_with("\n9 faults in 1 file\n"), "{printed}");
    assert_eq!(found.render_all(ColorMode::Plain).matches("error: ").count(), 9);
    let json = found.to_json();
    assert_eq!(json.as_array().map(Vec::len), Some(9));
    assert_eq!(
        json[0],
        serde_json::json!({
            "severity": "fault", "kind": "the link leads to …, which is not there", "file": "content/ru/a.md", "line": 7,
            "column": 1, "message": "the link leads to /news/none-0/, which is not there",
            "help": found.list()[0].help,
        })
    );
}

#[test]
fn the_next_article_that_is_due_is_known() {
    let later = |date: &str| with("").replace("2024-04-19", date);
    let newsroom = Fixture::new()
        .with("content/ru/a.md", &later("2027-05-01"))
        .with("content/ru/b.md", &later("2027-01-01"))
        .with("content/ru/c.md", &with("draft = true").replace("2024-04-19", "2026-12-01"))
        .read();
    assert_eq!(newsroom.next_due.map(|date| date.to_string()).as_deref(), Some("2027-01-01T09:00:00+05:00"));
    assert_eq!(Fixture::new().read().next_due, None);
}

#[test]
fn a_strict_build_refuses_what_messengers_will_not_show() {
    let fixture = Fixture::new().with_bytes("public/share.png", &vec![0; 300_001]);
    let options = fixture.options();
    let Err(refused) = build(&Options { strict: true, ..options.clone() }, &()) else { panic!("it was built") };
    assert!(
        refused.to_string().contains("/share.png has 300 kB: messengers show none over 300 kB\nhelp: "),
        "{refused}"
    );
    assert!(!options.out.exists(), "nothing is published");
    let built = build(&options, &()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(built.warnings.len(), 1, "{:?}", built.warnings);
}
