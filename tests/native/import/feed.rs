//! Feeds with full text.

use habarshy::publish::import::feed::Feed;

use super::{assert_has, export, faults, import, paper, text};

#[test]
fn a_feed_of_rss_is_carried() {
    let paper = paper(&["upload/most.png"]);
    let report = import(&paper, &mut Feed::new(&export("feed-rss.xml"), 300));
    assert_eq!((report.articles, report.left_out), (2, 0), "{report}");
    assert_has(
        &text(&paper, "content/ru/2026/06/most.md"),
        &[
            "title = 'Мост \"Самал\" открыт'\ndate = 2026-06-05T09:00:00+05:00\nsection = \"society\"\ntags = [\"мост\"]",
            "authors = [\"Асель Тестова\"]",
            "cover = \"/images/most.png\"",
            "cover_credit = \"Фотограф Тестов\"\naliases = [\"/news/most.html\"]",
            "Мост открыли **утром**.\n\n![Мост](/images/most.png)\n\n[О реке](/news/reka/)",
        ],
    );
    assert_has(&text(&paper, "content/ru/2026/06/reka.md"), &["Река «Карагай» поднялась."]);
    assert_has(&report.lines.join("\n"), &["\"Река\": the feed has no full text of it"]);
    assert_eq!(faults(&paper), Vec::<String>::new());
}

#[test]
fn a_feed_of_atom_is_carried() {
    let paper = paper(&[]);
    let report = import(&paper, &mut Feed::new(&export("feed-atom.xml"), 300));
    assert_eq!(report.articles, 1, "{report}");
    let lang = habarshy::publish::import::Options {
        lang: Some(habarshy::values::Lang::Kk),
        ..super::options(paper.root(), &[])
    };
    assert_has(
        &text(&paper, "content/ru/2026/06/kopir.md"),
        &[
            "title = \"Көпір & өзен\"",
            "updated = 2026-06-06T09:00:00+05:00",
            "summary = \"Көпір ашылды & өзен тасыды.\"",
            "authors = [\"Әсел Тест\"]",
            "aliases = [\"/kk/kopir/\"]",
            "Көпір *таңертең* ашылды & өзен.\n\n- бір",
        ],
    );
    // The same feed as one in Kazakh is another article's file.
    let paper = super::paper(&[]);
    let lang = habarshy::publish::import::Options { root: paper.root(), ..lang };
    let report = habarshy::publish::import::run(&mut Feed::new(&export("feed-atom.xml"), 300), &lang, &());
    assert_eq!(report.map(|report| report.written).ok(), Some(1));
    assert!(paper.root().join("content/kk/2026/06/kopir.md").is_file());
}
