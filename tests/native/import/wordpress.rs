//! An export of WordPress.

use std::fs;

use habarshy::publish::diagnostic::ColorMode;
use habarshy::publish::import::wordpress::WordPress;
use habarshy::publish::import::{Report, run};
use habarshy::publish::source::{Choice, read};

use super::{assert_has, export, faults, import, options, paper, text};
use crate::fixture::Fixture;

const MEDIA: [&str; 4] =
    ["2026/03/sneg.png", "uploads/2026/03/a.png", "wp-content/uploads/2026/03/b.png", "2026/03/plan.pdf"];

const SNOW: &str = "content/ru/2026/03/sneg.md";

fn source() -> WordPress {
    WordPress::new(&export("wordpress.xml"), &["post".to_owned()], 300)
}

fn imported() -> (Fixture, Report) {
    let paper = paper(&MEDIA);
    let report = import(&paper, &mut source());
    (paper, report)
}

#[test]
fn heads_are_carried() {
    let (paper, report) = imported();
    assert_has(
        &text(&paper, SNOW),
        &[
            "title = \"Снег & ветер\"",
            "date = 2026-03-02T09:00:00+05:00",
            "updated = 2026-03-03T10:00:00+05:00",
            "section = \"society\"",
            "tags = [\"Погода\", \"Снег\"]",
            "summary = \"Первый снег сезона\"",
            "authors = [\"Асель Тестова\"]",
            "cover = \"/images/2026/03/sneg.png\"\ncover_alt = \"Двор под снегом\"\ncover_credit = \"Данияр Фото\"",
            "views = 1234",
            "pinned = true",
            "aliases = [\"/снег/\", \"/?p=11\"]",
        ],
    );
    assert_has(&text(&paper, "content/kk/2026/03/sneg.md"), &["title = \"Қар жауды\"", "section = \"society\""]);
    assert_has(&text(&paper, "content/ru/2026/04/chernovik.md"), &["draft = true"]);
    assert_has(&text(&paper, "content/ru/2026/03/forum.md"), &["summary = \"Форум открыл аким.\""]);
    assert_has(&text(&paper, "content/ru/2026/04/forum-2.md"), &["\\[1\\] и \\[так\\]"]);
    assert_eq!((report.articles, report.written, report.drafts, report.scheduled, report.left_out), (6, 6, 1, 1, 3));
    assert_eq!(report.views, 1234);
}

#[test]
fn texts_become_markdown() {
    let (paper, _) = imported();
    assert_has(
        &text(&paper, SNOW),
        &[
            "**Снег** шёл всю ночь. Подробности — [на форуме](/news/forum/) и [ещё раз](/news/forum/).",
            "\\~40\u{a0}см & ветер!",
            "\n![Двор на улице Абая](/images/2026/03/sneg.png \"Двор на улице Абая\")\n",
            "\n## Прогноз\n",
            "<strong>Завтра:</strong>ясно. См. [прогноз](#s-prognoz), карту и [план](/wp-content/uploads/2026/03/plan.pdf).",
            "\n<https://www.youtube.com/watch?v=abc123>\n",
            "\n![Раз](/images/2026/03/a.png \"Раз\")\n\n![Вторая](/images/2026/03/b.png \"Два\")\n",
            "| Район | Снег, см |\n| --- | --- |\n| Центр | 40 |",
            "- лопаты\n- соль",
            "нажми [черновик](https://tau.example/?p=14) [о нас](https://tau.example/o-nas/)",
        ],
    );
    let forum = text(&paper, "content/ru/2026/03/forum.md");
    assert_has(
        &forum,
        &[
            "![Зал форума](/images/2026/03/sneg.png \"Фото: редакция\")",
            "\n<https://t.me/tau/55>\n\nПост в Telegram",
            "> Будем работать.",
            "```\na < b && ~c\n```",
            "Читайте [итоги](#s-itogi) и [про снег](/news/sneg/).",
        ],
    );
    assert!(!forum.contains("Форум открыл **аким**"), "the lead stands twice:\n{forum}");
    assert!(paper.root().join("public/wp-content/uploads/2026/03/plan.pdf").is_file());
}

#[test]
fn what_is_left_out_has_a_line() {
    let (_, report) = imported();
    let lines = report.lines.join("\n");
    assert_has(
        &lines,
        &[
            "16 \"Личное\": left out: it is private",
            "17 \"Под паролем\": left out: it has a password",
            "18 \"О нас\": left out: it is of the type \"page\", not a post",
            "11 \"Снег & ветер\": comments were left out: 2",
            "the shortcode [contact-form-7] is not known",
            "a link to a place that no heading marks is words now: #nowhere",
            "a link was left out, its words stay: javascript:alert(1)",
            "is not published: /news/chernovik/ is a draft or scheduled",
            "a link leads to /o-nas/ of the old site",
            "of the taxonomy \"region\" was left out: Алматы",
            "the block latest-posts has no text of its own",
            "13 \"Қар жауды\": the picture /wp-content/uploads/2026/03/joq.png was not found",
            "fields of posts: left out, with the number of posts that have them: rating (1)",
            "sections.toml \"Погода\": a category of 1 articles without a section",
        ],
    );
}

#[test]
fn what_is_written_passes_check() {
    let (paper, _) = imported();
    assert_eq!(faults(&paper), Vec::<String>::new());
}

#[test]
fn pictures_without_a_description_are_named_by_check() {
    let xml = "<rss xmlns:wp=\"w\" xmlns:content=\"c\"><channel><link>https://o.example</link><item><title>Қар</title>\
               <wp:post_id>1</wp:post_id><wp:post_date>2026-03-02 09:00:00</wp:post_date>\
               <content:encoded><![CDATA[<img src=\"/a.png\"><img src=\"/a.png\" alt=\"Аула\">]]></content:encoded>\
               </item></channel></rss>";
    let paper = paper(&["a.png"]).with("export.xml", xml);
    import(&paper, &mut WordPress::new(&paper.root().join("export.xml"), &["post".to_owned()], 300));
    assert_has(&text(&paper, "content/ru/2026/03/kar.md"), &["![Картинка без описания](/images/a.png)", "![Аула]"]);
    let cache = paper.root().join("cache");
    let choice = Choice { now: crate::fixture::NOW, drafts: false };
    let newsroom = read(paper.root(), choice, Some(&cache), &()).unwrap_or_else(|faults| panic!("{faults}"));
    let warnings = newsroom.warnings.render(ColorMode::Plain);
    assert_has(&warnings, &["content/ru/2026/03/kar.md:", "came without a description", "1 warning in 1 file"]);
}

#[test]
fn a_second_run_changes_nothing() {
    let (paper, _) = imported();
    let before = crate::fixture::files(&paper.root().join("content"));
    let report = import(&paper, &mut source());
    assert_eq!((report.written, report.rewritten, report.unchanged, report.files_copied), (0, 0, 6, 0));
    assert!(before == crate::fixture::files(&paper.root().join("content")), "a file has changed");
}

#[test]
fn what_an_editor_changed_stays() {
    let (paper, _) = imported();
    let file = paper.root().join(SNOW);
    let changed = fs::read_to_string(&file).expect("a file").replace("Снег", "Град");
    fs::write(&file, &changed).expect("written");
    fs::remove_file(paper.root().join("content/ru/2026/04/forum-2.md")).expect("removed");
    let report = import(&paper, &mut source());
    assert_eq!((report.unchanged, report.edited), (4, 2));
    assert_eq!(fs::read_to_string(&file).expect("a file"), changed);
    assert!(!paper.root().join("content/ru/2026/04/forum-2.md").exists());
    assert_has(&report.lines.join("\n"), &["was changed by an editor", "was moved or removed"]);
}

#[test]
fn edited_sections_are_used() {
    let (paper, _) = imported();
    let sections = paper.root().join("sections.toml");
    let text_before = fs::read_to_string(&sections).expect("written by the first run");
    assert_has(&text_before, &["\"Общество\" = \"society\"", "\"Погода\" = \"\"  # articles: 1"]);
    let edited = text_before.replace("\"Общество\" = \"society\"", "\"Общество\" = \"sport\"");
    fs::write(&sections, edited).expect("written");
    let report = import(&paper, &mut source());
    assert_eq!((report.rewritten, report.unchanged), (1, 5));
    assert_has(&text(&paper, SNOW), &["section = \"sport\""]);
    fs::write(&sections, "[categories]\n\"Погода\" = \"wetter\"\n").expect("written");
    let faults = run(&mut source(), &options(paper.root(), &[]), &()).expect_err("no such section").to_string();
    assert_has(&faults, &["sections.toml:2", "\"wetter\" is no section", "\"society\", \"sport\""]);
}

#[test]
fn a_dry_run_writes_nothing() {
    let paper = paper(&MEDIA);
    let before = crate::fixture::files(paper.root());
    let media = [paper.root().join("media")];
    let asked = habarshy::publish::import::Options { dry_run: true, ..options(paper.root(), &media) };
    let report = run(&mut source(), &asked, &()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!((report.articles, report.written), (6, 6));
    assert!(before == crate::fixture::files(paper.root()), "something was written");
}

#[test]
fn an_interrupted_run_goes_on() {
    let (paper, _) = imported();
    // As a run leaves it that is killed between the note and the file, and in the middle of a note.
    let journal = paper.root().join(".import/journal.jsonl");
    let notes = fs::read_to_string(&journal).expect("a journal");
    let notes: String =
        notes.lines().map(|line| format!("{}\n", line.replace("\"done\":true", "\"done\":false"))).collect();
    fs::write(&journal, notes + "{\"id\":\"wordp").expect("written");
    fs::remove_file(paper.root().join(SNOW)).expect("removed");
    let report = import(&paper, &mut source());
    assert_eq!((report.written, report.unchanged, report.edited), (1, 5, 0));
    assert!(paper.root().join(SNOW).is_file());
}

#[test]
fn pictures_that_come_later_take_their_places() {
    let paper = paper(&[]);
    let report = import(&paper, &mut source());
    assert!(report.files_missing > 3, "{report}");
    assert_eq!(faults(&paper), Vec::<String>::new());
    assert_has(&text(&paper, SNOW), &["[Двор на улице Абая](https://tau.example/wp-content/uploads/2026/03/sneg.png)"]);
    let paper = MEDIA.iter().fold(paper, |paper, name| paper.with_bytes(&format!("media/{name}"), crate::fixture::PNG));
    let report = import(&paper, &mut source());
    assert_eq!((report.rewritten, report.edited), (2, 0));
    assert_has(&text(&paper, SNOW), &["](/images/2026/03/sneg.png \"Двор на улице Абая\")"]);
}
