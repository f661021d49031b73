//! `site.toml`, broken: what an editor is told.

use crate::fixture::{Fixture, SITE};

/// What stands in the sound paper, what stands there instead, and what is said of that.
type Row = (&'static str, &'static str, &'static [&'static str]);

fn assert_said(table: &[Row]) {
    for (right, wrong, expected) in table {
        let fixture = Fixture::new().with("site.toml", &SITE.replacen(right, wrong, 1));
        let printed = fixture.diagnostics();
        for part in *expected {
            assert!(printed.contains(part), "{wrong}: no {part:?} in\n{printed}");
        }
    }
}

#[test]
fn faults_of_the_paper() {
    let table: &[Row] = &[
        ("title = {", "titel = {", &["site.toml:1:1", "`titel`", "did you mean `title`?"]),
        ("kk = \"Газет\" }", "}", &["site.toml:1:9", "`kk` is missing"]),
        (
            "https://paper.example",
            "https://paper.example/",
            &["site.toml:2:12", "`base_url = \"https://paper.example\"`"],
        ),
        (
            "https://paper.example",
            "https://paper.example/news/Газета/",
            &[
                "site.toml:2:12",
                "lower-case Latin letters",
                "rename it",
                "`base_url = \"https://paper.example/news/gazeta\"`",
            ],
        ),
        (
            "https://paper.example",
            "https://user.example/My.Paper",
            &["site.toml:2:12", "rename it", "`base_url = \"https://user.example/my-paper\"`"],
        ),
        ("https://paper.example", "https://газета.kz", &["site.toml:2:12", "xn--"]),
        ("default_language = \"ru\"", "default_language = \"en\"", &["site.toml:3:20", "\"ru\", \"kk\""]),
        ("\"+05:00\"", "\"5\"", &["site.toml:4:14", "no offset from UTC", "`utc_offset = \"+05:00\"`"]),
        ("\"+05:00\"", "\"+15:00\"", &["site.toml:4:14", "no offset from UTC"]),
        ("code = \"kk\"", "code = \"de\"", &["site.toml:8:8", "unknown language \"de\"", "\"ru\", \"kk\", \"en\""]),
        ("code = \"kk\"", "code = \"ru\"", &["site.toml:8:8", "listed twice"]),
        ("id = \"sport\"", "id = \"Спорт\"", &["site.toml:13:6", "cannot stand in an address", "`id = \"sport\"`"]),
        ("id = \"sport\"", "id = \"society\"", &["site.toml:13:6", "there twice"]),
        ("window_minutes = 60", "window_minutes = 10081", &["site.toml:19:18", "too long: 10081", "from 0 to 10080"]),
        ("window_minutes = 60", "window = 60", &["site.toml:19:1", "unknown key `window`"]),
        ("window_minutes = 60", "counter = \"walin\"", &["site.toml:19:11", "\"walin\"", "did you mean `waline`?"]),
        (
            "window_minutes = 60",
            "counter = \"waline\"",
            &["site.toml:19:11", "has no `endpoint`", "`endpoint = \"https:"],
        ),
        ("window_minutes = 60", "endpoint = \"https://c.example\"", &["site.toml:19:12", "no `counter`"]),
        (
            "window_minutes = 60",
            "counter = \"waline\"\nendpoint = \"c.example; script-src *\"",
            &["site.toml:20:12", "not the address of a service", "scheme, host and folder"],
        ),
        (
            "window_minutes = 60",
            "counter = \"goatcounter\"\nendpoint = \"http://c.example\"",
            &["site.toml:20:12", "from an https site", "`endpoint = \"https://c.example\"`"],
        ),
        ("[views]", "[views", &["site.toml:18:", "this is not TOML"]),
    ];
    assert_said(table);
    let empty = Fixture::empty();
    assert!(empty.diagnostics().contains("site.toml cannot be read"), "{}", empty.diagnostics());
    assert!(empty.with("site.toml", SITE).diagnostics().contains("no folder content/"));
}

#[test]
fn faults_of_where_it_is_published() {
    assert_said(&[
        (
            "https://paper.example",
            "ftp://paper.example/x",
            &["site.toml:2:12", "`base_url = \"https://paper.example/x\"`"],
        ),
        (
            "[views]",
            "[deploy]\nhost = \"cloudflare-page\"\n[views]",
            &["site.toml:19:8", "unknown host \"cloudflare-page\"", "did you mean `host = \"cloudflare-pages\"`?"],
        ),
        (
            "[views]",
            "[deploy]\nhost = \"ftp\"\n[views]",
            &["site.toml:19:8", "\"netlify\", \"github-pages\", \"server\""],
        ),
        ("[views]", "[deploy]\nhots = \"server\"\n[views]", &["site.toml:19:1", "did you mean `host`?"]),
    ]);
}
