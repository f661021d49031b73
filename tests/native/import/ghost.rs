//! An export of Ghost.

use habarshy::publish::import::ghost::Ghost;
use habarshy::publish::import::run;

use super::{assert_has, export, faults, import, options, paper, text};

const MEDIA: [&str; 3] = ["images/2026/05/dozhd.png", "content/images/2026/05/zhara.png", "zhel.png"];

fn source() -> Ghost {
    Ghost::new(&export("ghost.json"), &["post".to_owned()], 300)
}

#[test]
fn every_form_of_text_is_carried() {
    let paper = paper(&MEDIA);
    let report = import(&paper, &mut source());
    assert_eq!((report.articles, report.drafts, report.scheduled, report.left_out), (6, 1, 1, 3), "{report}");
    assert_has(
        &text(&paper, "content/ru/2026/05/dozhd.md"),
        &[
            "title = \"Дождь\"\ndate = 2026-05-02T09:00:00+05:00\nsection = \"society\"\nupdated = 2026-05-09T09:00:00+05:00",
            "tags = [\"Погода\"]",
            "summary = \"Три дня дождя\"\nauthors = [\"Асель Тестова\"]",
            "cover = \"/images/2026/05/dozhd.png\"\ncover_alt = \"Мокрая улица\"\ncover_credit = \"Фото: редакция\"",
            "pinned = true\naliases = [\"/dozhd/\"]",
            "Дождь шёл **три дня**. См. [про жару](/news/zhara/)",
            "\n![Улица Сатпаева](/images/2026/05/dozhd.png \"Улица Сатпаева\")\n",
            "\n## Итог\n",
            "\n<https://www.youtube.com/watch?v=zzz>\n",
            "\n- зонт\n",
        ],
    );
    assert_has(
        &text(&paper, "content/ru/2026/05/zhara.md"),
        &["*Жара* до +40.", "\n![Термометр](/images/2026/05/zhara.png)\n"],
    );
    assert_has(
        &text(&paper, "content/ru/2026/05/zhel.md"),
        &["Жел *қатты* соқты.", "![Жел](/images/2026/05/zhel.png)", "- бір\n- екі"],
    );
    assert_has(
        &text(&paper, "content/ru/2026/05/tuman.md"),
        &[
            "Туман & смог.\n\nСвоё\n\n<https://example.org/x>\n",
            "![Раз](/images/2026/05/dozhd.png)\n\n![Два](/images/2026/05/zhara.png)",
        ],
    );
    let lines = report.lines.join("\n");
    assert_has(
        &lines,
        &[
            "p7 \"Для своих\": left out: only some readers may see it: members",
            "p8 \"О нас\": left out: it is of the type \"page\"",
            "p9 \"Письмо\": left out: it was sent by mail only",
            "p1 \"Дождь\": a card of the kind \"signup\" was left out",
            "p2 \"Жара\": the internal tag #import was left out",
        ],
    );
    assert_eq!(faults(&paper), Vec::<String>::new());
    assert_eq!(import(&paper, &mut source()).unchanged, 6);
}

#[test]
fn broken_exports_are_faults() {
    let nested = format!("{{\"data\":{{\"posts\":{}", "[".repeat(10_000));
    for (json, message) in [
        ("", "this is no export of Ghost"),
        ("[]", "no posts"),
        ("{\"db\":[{\"data\":{\"posts\":[{\"id\":1", "this is no export of Ghost"),
        ("{\"data\":{\"posts\":7}}", "the rows of posts"),
        (nested.as_str(), "this is no export of Ghost"),
    ] {
        let paper = paper(&[]).with("export.json", json);
        let mut source = Ghost::new(&paper.root().join("export.json"), &["post".to_owned()], 300);
        let faults = run(&mut source, &options(paper.root(), &[]), &()).expect_err(message).to_string();
        assert_has(&faults, &[message, "help: "]);
    }
}
