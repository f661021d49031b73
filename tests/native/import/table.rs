//! Tables with a map: a dump of MySQL, a CSV file.

use habarshy::publish::import::run;
use habarshy::publish::import::table::Table;

use super::{assert_has, export, faults, import, options, paper, text};

fn table(file: &str, map: &str) -> Table {
    Table::new(&export(file), &export(map), 300).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn a_dump_in_windows_1251_is_carried() {
    let paper = paper(&["uploads/posts/2026-04/pavodok.png"]);
    let report = import(&paper, &mut table("dle.sql", "dle.toml"));
    assert_eq!((report.articles, report.drafts, report.views), (3, 1, 777), "{report}");
    assert_has(
        &text(&paper, "content/ru/2026/04/pavodok.md"),
        &[
            "title = \"Паводок; итоги\"\ndate = 2026-04-01T10:00:00+05:00\nsection = \"society\"",
            "tags = [\"Погода; климат\", \"река\", \"паводок\"]",
            "summary = \"Паводок прошёл.\"\nauthors = [\"Асель\"]\nviews = 777\npinned = true",
            "aliases = [\"/society/5-pavodok.html\", \"/index.php?newsid=5\"]",
            "Паводок **прошёл**; ущерба 'нет'.",
            "\n![Паводок](/images/posts/2026-04/pavodok.png)\n",
            "Читайте [ещё](/news/veter/).",
        ],
    );
    let wind = text(&paper, "content/ru/2026/04/veter.md");
    assert_has(&wind, &["Коротко: ветер (до 20 м/с)."]);
    assert!(!wind.contains("summary"), "the text stands twice:\n{wind}");
    assert_has(&report.lines.join("\n"), &["columns: left out, since the map does not name them: xfields"]);
    assert_eq!(faults(&paper), Vec::<String>::new());
    assert_eq!(import(&paper, &mut table("dle.sql", "dle.toml")).unchanged, 3);
}

#[test]
fn a_csv_file_is_carried() {
    let paper = paper(&["upload/iblock/abc/kar.png"]);
    let report = import(&paper, &mut table("bitrix.csv", "bitrix.toml"));
    assert_eq!((report.articles, report.drafts, report.views), (2, 1, 1503), "{report}");
    assert_has(
        &text(&paper, "content/ru/2026/02/kar.md"),
        &[
            "title = 'Қар \"үйінділері\"'\ndate = 2026-02-01T09:00:00+05:00\nsection = \"society\"\ntags = [\"қар\", \"көше\"]",
            "cover = \"/images/iblock/abc/kar.png\"",
            "views = 1500",
            "aliases = [\"/news/kar.php\"]",
            "Бірінші жол\n\nЕкінші; жол",
        ],
    );
    assert_eq!(faults(&paper), Vec::<String>::new());
}

#[test]
fn what_is_wrong_with_a_map_or_table_is_said() {
    let map = |lines: &str| format!("table = \"t\"\n{lines}\n[columns]\ntitle = \"a\"\ntext = \"b\"\n");
    let dump = "CREATE TABLE `t` (`a` int, `b` int);\nINSERT INTO `t` VALUES ('1','2');";
    for (map, table, message) in [
        ("x".to_owned(), dump, "map.toml:1"),
        (map("encoding = \"koi9\""), dump, "\"koi9\" is no encoding"),
        (map("colums = 1"), dump, "unknown field `colums`"),
        (map("").replace("title =", "titel ="), dump, "did you mean `title`?"),
        (map("").replace("\"b\"", "\"c\""), dump, "the map names the column \"c\""),
        (map(""), "INSERT INTO t VALUES ('1','2');", "nothing says what the columns of t are"),
        (map(""), "CREATE TABLE `t` (`a` int, `b` int);\nINSERT INTO `t` VALUES ('1', 'x", "table.sql:2"),
        (map(""), "INSERT INTO `t` (`a", "ends within a statement"),
    ] {
        let paper = paper(&[]).with("map.toml", &map).with("table.sql", table);
        let file = paper.root().join("table.sql");
        let read = Table::new(&file, &paper.root().join("map.toml"), 300)
            .and_then(|mut table| run(&mut table, &options(paper.root(), &[]), &()));
        let faults = read.expect_err(message).to_string();
        assert_has(&faults, &[message, "help: "]);
    }
    let latin = dump.replace("'2'", "'\u{e9}'").chars().map(|letter| letter as u8).collect::<Vec<u8>>();
    let paper = paper(&[]).with("map.toml", &map("")).with_bytes("table.sql", &latin);
    let mut table = Table::new(&paper.root().join("table.sql"), &paper.root().join("map.toml"), 300).expect("a map");
    let faults = run(&mut table, &options(paper.root(), &[]), &()).expect_err("not UTF-8").to_string();
    assert_has(&faults, &["not UTF-8", "windows-1251"]);
}
