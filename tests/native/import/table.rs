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

/// A few rows of each system, of the columns that its map names.
const JOOMLA: &str = "INSERT INTO `j25_content` (`id`,`title`,`alias`,`introtext`,`fulltext`,`state`,`catid`,`created`,`created_by`,\
        `created_by_alias`,`modified`,`publish_up`,`images`,`hits`,`featured`,`language`) VALUES\n\
        (3,'Лёд','led','<p>Лёд сошёл.</p>','<p>Дальше.</p>',1,8,'2026-03-01 05:00:00',42,'','2026-03-01 05:00:00',\
        '2026-03-02 04:00:00','{\\\"image_intro\\\":\\\"images\\\\/led.png#joomlaImage:\\\\/\\\\/x\\\",\\\"image_intro_alt\\\":\\\"Река\\\"}',\
        55,0,'*'),(4,'Корзина','k','','',-2,8,'2026-03-01 05:00:00',42,'','','2026-03-01 05:00:00','',0,0,'*');\n\
        INSERT INTO `j25_categories` (`id`,`title`,`alias`) VALUES (8,'Общество','obshchestvo');\n\
        INSERT INTO `j25_users` (`id`,`name`) VALUES (42,'Асель Тестова');";
const MODX: &str = "INSERT INTO `modx_site_content` (`id`,`pagetitle`,`longtitle`,`alias`,`introtext`,`content`,`published`,`publishedon`,\
        `createdon`,`createdby`,`editedon`,`parent`,`template`,`deleted`,`uri`) VALUES\n\
        (2,'Общество','','news','','',1,1,1,1,0,0,1,0,'news/'),\
        (3,'Лёд','Лёд сошёл','led','Коротко','<p>Лёд сошёл.</p>',1,1772420400,1772420400,1,0,2,3,0,'news/led.html');\n\
        INSERT INTO `modx_user_attributes` (`id`,`internalKey`,`fullname`) VALUES (9,1,'Асель Тестова');";
const BITRIX: &str = "INSERT INTO `b_iblock_element` (`ID`,`TIMESTAMP_X`,`DATE_CREATE`,`IBLOCK_ID`,`IBLOCK_SECTION_ID`,`ACTIVE`,\
        `ACTIVE_FROM`,`NAME`,`PREVIEW_PICTURE`,`PREVIEW_TEXT`,`DETAIL_PICTURE`,`DETAIL_TEXT`,`DETAIL_TEXT_TYPE`,`CODE`,`TAGS`,\
        `SHOW_COUNTER`) VALUES\n(3,'2026-03-02 09:00:00','2026-03-01 09:00:00',5,8,'Y',NULL,'Лёд',NULL,'Коротко',7,\
        '<p>Лёд сошёл.</p>','html','led','лёд, река',55),(4,NULL,NULL,6,8,'Y',NULL,'Товар',NULL,'',NULL,'','html','t','',0);\n\
        INSERT INTO `b_iblock_section` (`ID`,`NAME`) VALUES (8,'Общество');\n\
        INSERT INTO `b_file` (`ID`,`SUBDIR`,`FILE_NAME`) VALUES (7,'iblock/a','led.png');";

/// The maps of the documentation, by their systems.
fn documented(system: &str) -> String {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/import.md")).expect("the document");
    let (_, part) = text.split_once(&format!("### {system}\n")).expect("a map");
    let (_, map) = part.split_once("```toml\n").expect("a map");
    map.split_once("```").expect("its end").0.to_owned()
}

#[test]
fn the_documented_maps_fit_their_systems() {
    for (system, dump, pieces) in [
        (
            "Joomla",
            JOOMLA,
            &[
                "date = 2026-03-02T09:00:00+05:00\nsection = \"society\"\nsummary = \"Лёд сошёл.\"\nauthors = [\"Асель Тестова\"]",
                "cover = \"/images/led.png\"\ncover_alt = \"Река\"\nviews = 55",
                "aliases = [\"/obshchestvo/3-led\", \"/index.php?option=com_content&view=article&id=3\"]",
                "\nДальше.\n",
            ][..],
        ),
        (
            "MODX",
            MODX,
            &[
                "title = \"Лёд сошёл\"\ndate = 2026-03-02T08:00:00+05:00\nsection = \"society\"\nsummary = \"Коротко\"",
                "authors = [\"Асель Тестова\"]\naliases = [\"/news/led.html\", \"/index.php?id=3\"]",
                "\nЛёд сошёл.\n",
            ],
        ),
        (
            "Bitrix",
            BITRIX,
            &[
                "date = 2026-03-01T09:00:00+05:00\nsection = \"society\"\nupdated = 2026-03-02T09:00:00+05:00",
                "tags = [\"лёд\", \"река\"]\nsummary = \"Коротко\"",
                "cover = \"/images/iblock/a/led.png\"",
                "views = 55",
            ],
        ),
        ("DataLife Engine", "", &[]),
    ] {
        let paper = paper(&["images/led.png", "upload/iblock/a/led.png"]);
        let paper = paper.with("map.toml", &documented(system)).with("dump.sql", dump);
        let root = paper.root().to_owned();
        let mut table =
            Table::new(&root.join("dump.sql"), &root.join("map.toml"), 300).unwrap_or_else(|faults| panic!("{faults}"));
        let report = import(&paper, &mut table);
        if !pieces.is_empty() {
            assert_eq!(report.articles, 1, "{system}: {report}");
            assert_has(&text(&paper, "content/ru/2026/03/led.md"), pieces);
            assert_eq!(faults(&paper), Vec::<String>::new());
        }
    }
}
