//! Tables of views that other programs write, imported.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use habarshy::publish::counts::Summary;
use habarshy::publish::counts::import::{ImportError, Imported, from_export};

use crate::fixture::{Fixture, NOW, article, paper_of};

/// Four articles, one with old addresses.
fn paper() -> Fixture {
    paper_of(2)
        .with("content/kk/n00.md", &article("", "Мәтін."))
        .with("content/ru/draft.md", &article("draft = true", "Позже."))
        .with(
            "content/ru/moved.md",
            &article("aliases = [\"/node/5.html\", \"/старое/место/\", \"/archive/5\", \"/index.php?id=5\"]", "Текст."),
        )
}

fn import(fixture: &Fixture, table: impl Into<Vec<u8>>) -> Result<Imported, ImportError> {
    from_export(fixture.root(), NOW, Path::new("views.csv"), table.into())
}

/// What a table says of the paper: the lines of counts.toml, and how many lines were passed over.
fn read(table: &str) -> (Vec<String>, usize) {
    let fixture = paper();
    let imported = import(&fixture, table).unwrap_or_else(|error| panic!("{table}\n{error}"));
    let text = fs::read_to_string(fixture.root().join("counts.toml")).expect("counts.toml");
    let lines = text.lines().filter(|line| line.starts_with('"')).map(str::to_owned);
    (lines.collect(), imported.passed_over)
}

#[test]
fn tables_are_read_in_all_their_forms() {
    let two = ["\"/kk/news/n00/\" = 7", "\"/news/n00/\" = 1234"];
    for table in [
        "/news/n00/,1234\n/kk/news/n00/,7\n",
        "path,views\n/news/n00/,1234\n/kk/news/n00/,7",
        "URL;Count\r\n/news/n00/;1,234\r\n/kk/news/n00/;7\r\n",
        "\u{feff}Path\tVIEWS\n\n/news/n00/\t1 234\n\n/kk/news/n00/\t7\n",
        "\n\"/news/n00/\",\"1\u{a0}234\"\n\"/kk/news/n00/\",\"7\"\n",
        "/news/n00/;1\u{202f}234\n /kk/news/n00/ ; 7 \n",
        "/news/n00/,1234\r/kk/news/n00/,7\r",
    ] {
        assert_eq!(read(table), (two.map(str::to_owned).to_vec(), 0), "{table:?}");
    }
}

#[test]
fn an_article_has_many_addresses() {
    for address in [
        "/news/moved",
        "/news/moved/index.html",
        "/news/moved/?utm_source=x#s-a",
        "https://paper.example/index.php?id=5#a",
        "/%6Eews/moved/",
        "https://paper.example/news/moved/",
        "http://paper.example/news/moved",
        "HTTPS://Paper.Example/news/moved/index.html?x=1",
        "/node/5.html",
        "/archive/5",
        "/archive/5/",
        "/archive/5/index.html",
        "/старое/место/",
        "https://paper.example/%D1%81%D1%82%D0%B0%D1%80%D0%BE%D0%B5/%D0%BC%D0%B5%D1%81%D1%82%D0%BE",
    ] {
        assert_eq!(read(&format!("{address},5")), (vec!["\"/news/moved/\" = 5".to_owned()], 0), "{address}");
    }
    for address in [
        "/",
        "/section/sport/",
        "/news/gone/",
        "/news/draft/",
        "/kk/news/moved/",
        "/ru/news/moved/",
        "news/moved/",
        "//paper.example/news/moved/",
        "https://paper.example.org/news/moved/",
        "https://paper.example",
        "https://other.example/news/moved/",
        "ftp://paper.example/news/moved/",
        "(not set)",
    ] {
        let table = format!("{address},5\n/news/n00/,1\n");
        assert_eq!(read(&table), (vec!["\"/news/n00/\" = 1".to_owned()], 1), "{address}");
    }
}

#[test]
fn several_lines_of_an_article_are_one_number() {
    let table = "/news/moved/,5\n/news/n00/,2\n/node/5.html,30\n/news/moved?from=feed,100\n";
    assert_eq!(read(table).0, ["\"/news/moved/\" = 135", "\"/news/n00/\" = 2"]);
}

#[test]
fn totals_are_totals() {
    let fixture = paper();
    let summary = |table: &str| import(&fixture, table).unwrap_or_else(|error| panic!("{error}")).summary;
    assert_eq!(summary("/news/n00/,5\n/news/n01/,5"), Summary { asked: 2, changed: 2, missed: 0 });
    assert_eq!(summary("/news/n00/,7\n/news/n01/,4"), Summary { asked: 2, changed: 1, missed: 0 });
    let text = fs::read_to_string(fixture.root().join("counts.toml")).expect("counts.toml");
    assert!(text.ends_with("\"/news/n00/\" = 7\n\"/news/n01/\" = 5\n"), "{text}");
}

#[test]
fn a_line_that_cannot_be_read_is_reported_and_nothing_written() {
    let table: [(&str, &[&str]); 12] = [
        // Each line could be, their sum could not.
        ("/news/n00/,999999999\n/news/n00/,1\n", &["views.csv:2", "/news/n00/ has more than 999999999"]),
        ("/news/n00/,1\n/news/n01/,x\n", &["views.csv:2:12", "\"x\" is no number of views", "0 to 999999999"]),
        ("Страница,Просмотры\n/news/n00/,1\n", &["views.csv:1", "\"Просмотры\" is no number", "`path,views`"]),
        ("/news/n00/,1\r\n/news/n01/,-3\r\n", &["views.csv:2", "\"-3\" is no number"]),
        ("/news/n00/;1.5\n", &["\"1.5\" is no number"]),
        ("/news/n00/,1000000000\n", &["\"1000000000\" is no number"]),
        ("/news/n00/,\n", &["views.csv:1", "\"\" is no number"]),
        ("/news/n00/,1\n/news/n01/\n", &["views.csv:2:1", "this line has 1 column\n", "path and views"]),
        ("/news/n00/,1,234\n", &["this line has 3 columns", "double quotes"]),
        ("/news/n00/,1\n\"/news/n01/,7\n/news/moved/,1\n", &["views.csv:2", "this line has 1 column"]),
        ("/news/n00/,1\n,7\n", &["views.csv:2", "this line has no path"]),
        // A line that is no article's must be readable, too: it may be one that was mistyped.
        ("/somewhere/,many\n", &["\"many\" is no number"]),
    ];
    for (table, expected) in table {
        let fixture = paper().with("counts.toml", "[views]\n");
        let error = import(&fixture, table).expect_err(table).to_string();
        for part in expected {
            assert!(error.contains(part), "{table:?}: no {part:?} in\n{error}");
        }
        assert!(error.ends_with("\n1 fault in 1 file\n"), "{table:?}:\n{error}");
        assert_eq!(fs::read_to_string(fixture.root().join("counts.toml")).expect("counts.toml"), "[views]\n");
    }
    let fixture = paper();
    let error = import(&fixture, "/news/n00/,1\n/news/n01/,x\n,3\n/a/,b\n").expect_err("faults").to_string();
    assert!(error.ends_with("\n3 faults in 1 file\n"), "{error}");
    let error = import(&fixture, b"/news/n00/,1\n/news/\xe0\xe1/,2\n".to_vec()).expect_err("not UTF-8").to_string();
    assert!(error.contains("views.csv:2") && error.contains("not UTF-8"), "{error}");
    assert!(!fixture.root().join("counts.toml").exists());
}

#[test]
fn a_table_of_another_paper_is_refused() {
    for (table, lines) in [("", 0), ("path,views\n", 0), ("https://other.example/a/,1\n/b/,2\n", 2)] {
        let fixture = paper();
        let error = import(&fixture, table).expect_err(table).to_string();
        assert!(error.contains(&format!("no article of the paper is in it; lines passed over: {lines}")), "{error}");
        assert!(!fixture.root().join("counts.toml").exists());
    }
}

#[test]
fn the_standard_input_is_a_table_too() {
    let fixture = paper();
    let mut command = Command::new(env!("CARGO_BIN_EXE_habarshy"))
        .args(["counts", "import", "--from", "csv", "-", "--root"])
        .arg(fixture.root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command");
    command.stdin.take().expect("its input").write_all(b"/news/n00/,5\n/elsewhere/,5\n").expect("a table");
    let done = command.wait_with_output().expect("the command");
    let output = String::from_utf8_lossy(&done.stdout);
    assert_eq!(
        output,
        "counts: 1 articles read, 1 changed, 0 could not be had, 1 lines passed over; written to counts.toml\n"
    );
}
