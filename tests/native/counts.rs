//! What a view counter counted: asked for, kept in `counts.toml`, and published.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use habarshy::model::Service;
use habarshy::publish::build::build;
use habarshy::publish::counts::Summary;
use habarshy::publish::counts::ask::CounterError;
use habarshy::publish::counts::http::Http;
use habarshy::publish::counts::import::{ImportError, Imported, from_service};

use crate::counter::{Reply, Server, goatcounter, good, status, waline};
use crate::fixture::{Fixture, NOW, SITE, article, files, paper_of, values};
use crate::incremental::{anew, written};
use crate::newsroom::{Broken, each_is_reported};

/// What was known before.
const OLD: &str = "# ours\nimported = 2026-11-01T03:00:00+05:00\n[views]\n'/news/gone/' = 9\n\"/news/n00/\" = 500\n";

fn counts(fixture: &Fixture) -> String {
    fs::read_to_string(fixture.root().join("counts.toml")).expect("counts.toml")
}

/// The lines of the file that hold counts.
fn lines(fixture: &Fixture) -> Vec<String> {
    counts(fixture).lines().filter(|line| line.starts_with('"')).map(str::to_owned).collect()
}

/// An import without pauses.
fn import(fixture: &Fixture, service: Service, endpoint: &str) -> Result<Imported, ImportError> {
    from_service(fixture.root(), NOW, service, Some(endpoint), &Http::new([Duration::ZERO; 2]), &())
}

/// An import that must come to something: articles asked for, changed, missed.
fn imported(fixture: &Fixture, service: Service, endpoint: &str) -> (usize, usize, usize) {
    let imported = import(fixture, service, endpoint).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(imported.written, imported.summary.changed > 0);
    let Summary { asked, changed, missed } = imported.summary;
    (asked, changed, missed)
}

/// The command, in a newsroom.
fn command(fixture: &Fixture, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_habarshy"));
    command.args(["counts", "import"]).args(arguments).arg("--root").arg(fixture.root());
    command.stdin(Stdio::null()).output().expect("the command")
}

#[test]
fn a_file_with_faults_is_reported() {
    let views = |lines: &str| format!("# counts\n[views]\n{lines}\n");
    let table: &[Broken<'_>] = &[
        ("counts.toml", views("/news/forum/ = 3"), &["this is not TOML", "counts.toml:3", "its path in quotes"]),
        ("counts.toml", views("\"/news/a/\" = 1\n\"/news/a/\" = 2"), &["duplicate key", "counts.toml:4", "keep one"]),
        ("counts.toml", "vievs = 3\n".to_owned(), &["unknown key `vievs`", "did you mean `views`?"]),
        ("counts.toml", "views = 3\n".to_owned(), &["`views` wants a table, this is a whole number", "[views]"]),
        ("counts.toml", "imported = \"now\"\n".to_owned(), &["`imported` wants a date", "+05:00"]),
        (
            "counts.toml",
            "imported = 5\n".to_owned(),
            &["`imported` wants a date", "imported = 2024-04-19T09:00:00+05:00"],
        ),
        ("counts.toml", views("\"/news/forum\" = 3"), &["\"/news/forum\" is not the path", "write \"/news/forum/\""]),
        (
            "counts.toml",
            views("\"https://paper.example/kk/news/a/index.html\" = 3"),
            &["is not the path of an article", "write \"/kk/news/a/\""],
        ),
        ("counts.toml", views("\"/ru/news/a/\" = 3"), &["\"/ru/news/a/\"", "\"/news/forum/\" or \"/kk/news/forum/\""]),
        ("counts.toml", views("\"/section/sport/\" = 3"), &["is not the path of an article", "or remove the line"]),
        ("counts.toml", views("\"/news/a/\" = -1"), &["`\"/news/a/\"` is negative: -1", "counts.toml:3", "= 0`"]),
        ("counts.toml", views("\"/news/a/\" = 1.5"), &["wants a whole number, this is a number with a fraction"]),
        ("counts.toml", views("\"/news/a/\" = \"7\""), &["wants a whole number, this is a text"]),
        ("counts.toml", views("\"/news/a/\" = 1_000_000_000"), &["1000000000 views are more", "0 to 999999999"]),
    ];
    each_is_reported(table);
    let printed = Fixture::new().with_bytes("counts.toml", b"[views]\n\xff").diagnostics();
    assert!(printed.contains("not UTF-8") && printed.contains("counts.toml:2"), "{printed}");
    let printed = Fixture::new().with("counts.toml/here", "").diagnostics();
    assert!(printed.contains("the file cannot be read") && printed.contains("remove it"), "{printed}");
    let both = Fixture::new().with("counts.toml", "a = 1\nb = 2\n[views]\n\"/x/\" = 1.5\n").diagnostics();
    assert!(both.ends_with("\n4 faults in 1 file\n"), "{both}");
}

#[test]
fn counts_are_published_with_the_views_of_before() {
    let site = Fixture::new()
        .with("content/ru/a.md", &article("views = 4_100", "Текст."))
        .with("content/kk/a.md", &article("", "Мәтін."))
        .with(
            "counts.toml",
            "\u{feff}[views]\n'/news/a/' = 31\n'/kk/news/a/' = 0x10\n'/news/gone/' = 7\n'/news/waiting/' = 8\n",
        )
        .publish();
    assert_eq!(values(&site.page("/news/a/"), ".article-head [data-views]", "data-views"), ["4131"]);
    let views = |path: &str| {
        let article = &site.data(path)["content"]["article"];
        (article["views"].as_u64(), article["shared"].as_u64())
    };
    assert_eq!(views("/news/a/"), (Some(4131), Some(31)));
    assert_eq!(views("/kk/news/a/"), (Some(16), Some(16)));
    assert_eq!(views("/news/forum/"), (Some(0), None), "nobody counted it");
    assert!(!site.has("/counts.toml"));
}

#[test]
fn a_later_build_writes_the_pages_whose_numbers_changed() {
    let fixture = paper_of(30);
    let options = fixture.options();
    build(&options, &()).unwrap_or_else(|error| panic!("{error}"));
    let (site, times) = (files(&options.out), written(&options.out));
    let _fixture = fixture.with("counts.toml", "[views]\n\"/news/n07/\" = 1\n");
    build(&options, &()).unwrap_or_else(|error| panic!("{error}"));
    let (new_site, new_times) = (files(&options.out), written(&options.out));
    let rewritten: BTreeSet<&String> =
        new_times.iter().filter(|(path, time)| times.get(*path) != Some(*time)).map(|(path, _)| path).collect();
    let changed: BTreeSet<&String> =
        new_site.iter().filter(|(path, bytes)| site.get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    assert_eq!(rewritten, changed);
    for (path, is_changed) in [("/news/n07/index.html", true), ("/data/news/n07.json", true), ("/feed.xml", false)] {
        assert_eq!(changed.contains(&path.to_owned()), is_changed, "{path}: {changed:?}");
    }
    // Pages without the card of that article.
    assert!(changed.len() < 30, "{changed:?}");
    assert_eq!(new_site, anew(&options));
}

#[test]
fn waline_is_asked_for_all_published_articles_in_portions() {
    let fixture = paper_of(60)
        .with("content/kk/n00.md", &article("", "Мәтін."))
        .with("content/ru/draft.md", &article("draft = true", "Позже."))
        .with("content/ru/later.md", &article("", "Позже.").replace("2024-04-19", "2099-01-01"))
        // What is wrong with a text is no matter.
        .with("content/ru/n01.md", &article("", "[нет](/news/nowhere/)"))
        .with("counts.toml", OLD);
    let server = Server::start(|target, _| {
        waline(target, |path| match path {
            "/kk/news/n00/" => "41".to_owned(),
            "/news/n00/" => "499".to_owned(),
            "/news/n02/" => "-1".to_owned(),
            "/news/n03/" => "1e300".to_owned(),
            "/news/n04/" => "1000000000".to_owned(),
            "/news/n05/" => "999999999".to_owned(),
            _ => "0".to_owned(),
        })
    });
    assert_eq!(imported(&fixture, Service::Waline, &format!("{}/", server.url)), (61, 2, 3));
    let asked = server.asked();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked.iter().all(|target| !target.contains("draft") && !target.contains("later")));
    let expected =
        ["\"/kk/news/n00/\" = 41", "\"/news/gone/\" = 9", "\"/news/n00/\" = 500", "\"/news/n05/\" = 999999999"];
    assert_eq!(lines(&fixture), expected);
    assert!(counts(&fixture).starts_with("# Views that the shared counter counted"));
    assert!(counts(&fixture).contains("\nimported = 2026-11-22T05:00:00+05:00\n"), "{}", counts(&fixture));
    let before = counts(&fixture);
    assert_eq!(imported(&fixture, Service::Waline, &server.url), (61, 0, 3));
    assert_eq!(counts(&fixture), before, "nothing new: the same bytes");
}

#[test]
fn goatcounter_is_asked_for_each_article() {
    let fixture = paper_of(12);
    let server = Server::start(|target, _| {
        goatcounter(target, |path| match path {
            "/news/n00/" => Some("1\u{202f}234".to_owned()),
            "/news/n01/" => Some("1.2k".to_owned()),
            "/news/n02/" => Some("7".to_owned()),
            _ => None,
        })
    });
    assert_eq!(imported(&fixture, Service::GoatCounter, &server.url), (12, 2, 1));
    assert_eq!(lines(&fixture), ["\"/news/n00/\" = 1234", "\"/news/n02/\" = 7"]);
    let asked: BTreeSet<String> = server.asked().into_iter().collect();
    assert_eq!(asked.len(), 12);
    assert!(asked.contains("/counter//news/n00/.json"), "{asked:?}");
}

#[test]
fn a_counter_that_tells_nothing_changes_nothing() {
    type Manners = fn(&str, usize) -> Reply;
    let table: [(&str, Manners, &[&str]); 8] = [
        ("down for long", |_, _| status(503), &["answers with status 503", "see that the counter runs"]),
        ("another server", |_, _| status(404), &["answers with status 404", "the counter's own address"]),
        ("a page", |_, _| good("<!DOCTYPE html>"), &["not one of this kind of counter", "`--from` names its kind"]),
        ("not text", |_, _| good("\u{0}\u{1}"), &["not one of this kind"]),
        ("an error of its own", |_, _| good(r#"{"errno":1001,"errmsg":"no"}"#), &["not one of this kind"]),
        ("too few", |_, _| good(r#"{"errno":0,"data":[{"time":1}]}"#), &["not one of this kind"]),
        ("no end", |_, _| Reply::Endless, &["its answer has no end"]),
        (
            "a redirect elsewhere",
            |_, _| Reply::Whole(301, Some("Location: http://127.0.0.2:9/api"), String::new()),
            &["it leads on to http://127.0.0.2:9/api, which is not followed", "name the address"],
        ),
    ];
    for (what, manners, expected) in table {
        let fixture = paper_of(3).with("counts.toml", OLD);
        let server = Server::start(manners);
        let error = import(&fixture, Service::Waline, &server.url).expect_err(what).to_string();
        for part in expected.iter().chain([&server.url.as_str(), &"told nothing of any article"]) {
            assert!(error.contains(part), "{what}: no {part:?} in\n{error}");
        }
        assert_eq!(counts(&fixture), OLD, "{what}");
    }
    let fixture = paper_of(3).with("counts.toml", OLD);
    let error = import(&fixture, Service::Waline, &Server::nobody()).expect_err("nobody").to_string();
    assert!(error.contains("it cannot be reached") && error.contains("import again"), "{error}");
    assert_eq!(counts(&fixture), OLD);
    let server = Server::start(|_, _| status(403));
    let error = import(&fixture, Service::GoatCounter, &server.url).expect_err("403").to_string();
    assert!(error.contains("Allow adding visitor counts on your website"), "{error}");
}

#[test]
fn what_came_is_kept_when_the_rest_does_not() {
    let fixture = paper_of(12).with("counts.toml", OLD);
    let server = Server::start(|target, before| match target {
        "/counter//news/n01/.json" => status(500),
        "/counter//news/n02/.json" if before == 0 => status(500),
        "/counter//news/n02/.json" if before == 1 => status(429),
        _ => goatcounter(target, |_| Some("7".to_owned())),
    });
    let Imported { summary, error, .. } = import(&fixture, Service::GoatCounter, &server.url).expect("some");
    assert_eq!((summary, error), (Summary { asked: 12, changed: 10, missed: 1 }, Some(CounterError::Status(500))));
    let lines = lines(&fixture);
    assert!(lines.contains(&"\"/news/n02/\" = 7".to_owned()) && lines.contains(&"\"/news/n00/\" = 500".to_owned()));
    assert!(!lines.iter().any(|line| line.contains("n01")));
}

#[test]
fn the_command_says_what_it_did() {
    let server = Server::start(|target, _| waline(target, |_| "31".to_owned()));
    let fixture = paper_of(3);
    let done = command(&fixture, &["--from", "waline", "--endpoint", &server.url]);
    let output = String::from_utf8_lossy(&done.stdout);
    assert_eq!(output, "counts: 3 articles asked, 3 changed, 0 could not be had; written to counts.toml\n");
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
    // The endpoint of site.toml.
    let site = format!("{SITE}counter = \"waline\"\nendpoint = \"{}\"\n", server.url);
    let fixture = fixture.with("site.toml", &site);
    let done = command(&fixture, &["--from", "waline"]);
    let output = String::from_utf8_lossy(&done.stdout);
    assert_eq!(output, "counts: 3 articles asked, 0 changed, 0 could not be had; counts.toml is as it was\n");
    let refusals: [(&[&str], i32, &str); 7] = [
        (&["--from", "goatcounter"], 1, "the endpoint of site.toml is one of waline, not of goatcounter"),
        (&["--from", "waline", "--endpoint", "counter.example"], 1, "\"counter.example\" is not the address"),
        (&["--from", "waline", "--endpoint", "ftp://counter.example"], 1, "write scheme, host and folder"),
        (&["--from", "csv"], 2, "needs a FILE"),
        (&["--from", "csv", "a.csv", "--endpoint", "http://a.example"], 2, "`--endpoint` goes with a counter"),
        (&["--from", "waline", "a.csv"], 2, "a FILE goes with"),
        (&["--from", "csv", "nowhere.csv"], 1, "nowhere.csv: "),
    ];
    for (arguments, code, expected) in refusals {
        let done = command(&fixture, arguments);
        let printed = String::from_utf8_lossy(&done.stderr);
        assert!(printed.contains(expected), "{arguments:?}: {printed}");
        assert_eq!(done.status.code(), Some(code), "{arguments:?}");
    }
    let done = command(&paper_of(1), &["--from", "waline"]);
    let printed = String::from_utf8_lossy(&done.stderr);
    assert!(
        printed.contains("nobody says where the counter is") && printed.contains("counter = \"waline\""),
        "{printed}"
    );
}

#[test]
fn a_write_that_fails_or_is_killed_leaves_the_old_file() {
    let server = Server::start(|target, _| waline(target, |_| "31".to_owned()));
    // A folder stands where the new file is to be written.
    let staging = format!(".counts.toml.{}", std::process::id());
    let fixture = paper_of(3).with("counts.toml", OLD).with(&format!("{staging}/full"), "");
    let error = import(&fixture, Service::Waline, &server.url).expect_err("a failure").to_string();
    assert!(error.contains("counts.toml cannot be written") && error.contains("as it was"), "{error}");
    assert_eq!(counts(&fixture), OLD);
    fs::remove_dir_all(fixture.root().join(&staging)).expect("the folder");
    // What an import left that was killed while it wrote.
    let fixture = fixture.with(&staging, "[views]\n\"/news/n0").with(".counts.toml.1", "[views");
    assert_eq!(imported(&fixture, Service::Waline, &server.url), (3, 2, 0));
    assert!(lines(&fixture).contains(&"\"/news/n01/\" = 31".to_owned()));
    assert!(!fixture.root().join(&staging).exists());
    // One that is killed while it asks.
    let (sender, waits) = mpsc::channel();
    let silent = Server::start(move |_, _| Reply::Silence(sender.clone()));
    let before = counts(&fixture);
    let mut asking = Command::new(env!("CARGO_BIN_EXE_habarshy"))
        .args(["counts", "import", "--from", "waline", "--endpoint", &silent.url, "--root"])
        .arg(fixture.root())
        .spawn()
        .expect("the command");
    waits.recv_timeout(Duration::from_secs(60)).expect("a request");
    asking.kill().and_then(|()| asking.wait()).expect("the command");
    assert_eq!(counts(&fixture), before);
}

#[test]
fn watching_publishes_what_an_import_brings() {
    let server = Server::start(|target, _| waline(target, |_| "31".to_owned()));
    let fixture = paper_of(3);
    let options = fixture.options();
    let mut watching = Command::new(env!("CARGO_BIN_EXE_habarshy"))
        .args(["build", "--watch", "--now", "2026-11-22T00:00:00Z", "--root"])
        .arg(fixture.root())
        .arg("--client")
        .arg(&options.client)
        .arg("--out")
        .arg(&options.out)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command");
    let (sender, built) = mpsc::channel();
    let output = BufReader::new(watching.stdout.take().expect("the output")).lines().map_while(Result::ok);
    std::thread::spawn(move || output.filter(|line| line.starts_with("waiting")).try_for_each(|_| sender.send(())));
    let page = options.out.join("news/n02/index.html");
    let mut is_imported = false;
    // Each build is one more chance: the site itself is made below the newsroom, which is a change, too.
    while built.recv_timeout(Duration::from_secs(60)).is_ok() {
        if fs::read_to_string(&page).is_ok_and(|page| page.contains("data-views=\"33\"")) {
            break;
        }
        if !std::mem::replace(&mut is_imported, true) {
            imported(&fixture, Service::Waline, &server.url);
        }
    }
    watching.kill().and_then(|()| watching.wait()).expect("the command");
    assert!(fs::read_to_string(&page).expect("a page").contains("data-views=\"33\""));
}
