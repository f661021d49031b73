//! What is sent to the services, and what is made of all that they may answer.

use super::*;

fn paths(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| (*path).to_owned()).collect()
}

fn answer(status: u16, body: &str) -> Answer<'_> {
    Answer { status, body }
}

#[test]
fn waline_is_told_by_a_form_and_asked_for_many_at_once() {
    let waline = Waline::new("https://counter.example".to_owned());
    let request = waline.report(Hit { path: "/kk/news/a/", title: "А", nonce: 7 });
    assert_eq!(request.url, "https://counter.example/api/article");
    assert_eq!(request.form.as_deref(), Some("path=/kk/news/a/&type=time&action=inc"));
    let request = waline.ask(&paths(&["/news/a/", "/news/b/"]));
    assert_eq!(request.url, "https://counter.example/api/article?type=time&path=/news/a/,/news/b/");
    assert_eq!(request.form, None);
}

#[test]
fn the_answers_of_waline_are_understood() {
    let waline = Waline::new(String::new());
    let asked = paths(&["/a/", "/b/"]);
    let table = [
        (200, r#"{"errno":0,"errmsg":"","data":[{"time":7},{"time":0}]}"#, Some(vec![Some(7), Some(0)])),
        (200, "[7,0]", Some(vec![Some(7), Some(0)])),
        (200, r#"{"errno":0,"data":[{"time":-1},{"time":"9"}]}"#, Some(vec![None, None])),
        (200, r#"{"errno":0,"data":[{"time":1e300},{"time":1000000000}]}"#, Some(vec![None, None])),
        (200, r#"{"errno":0,"data":[{"time":7}]}"#, None),
        (200, r#"{"errno":1000,"errmsg":"no","data":[7,0]}"#, None),
        (200, "<!DOCTYPE html><title>Sign in</title>", None),
        (200, "", None),
        (404, "[7,0]", None),
        (500, "{}", None),
    ];
    for (status, body, counts) in table {
        assert_eq!(waline.counts(&asked, answer(status, body)), counts, "{status} {body}");
    }
    assert_eq!(waline.counts(&paths(&["/a/"]), answer(200, "7")), Some(vec![Some(7)]));
}

#[test]
fn the_receipts_of_waline_tell_what_will_do_from_what_will_not() {
    let waline = Waline::new(String::new());
    let table = [
        (200, r#"{"errno":0,"data":[{"time":8}]}"#, Receipt::Counted),
        (200, "8", Receipt::Counted),
        (200, r#"{"errno":1001,"errmsg":{"path":"no"}}"#, Receipt::Failed),
        (200, r#"{"errno":500}"#, Receipt::Failed),
        // Somebody else's page: nothing was counted.
        (200, "<html>", Receipt::Failed),
        (400, "", Receipt::Refused),
        (403, "", Receipt::Failed),
        (404, "", Receipt::Failed),
        (429, "", Receipt::Failed),
        (502, "", Receipt::Failed),
    ];
    for (status, body, receipt) in table {
        assert_eq!(waline.receipt(answer(status, body)), receipt, "{status} {body}");
    }
}

#[test]
fn goatcounter_is_told_and_asked_by_addresses() {
    let goat = GoatCounter::new("https://paper.goatcounter.example".to_owned());
    let report = |title| goat.report(Hit { path: "/news/a/", title, nonce: 7 }).url;
    assert_eq!(report(""), "https://paper.goatcounter.example/count?p=%2Fnews%2Fa%2F&rnd=7");
    assert_eq!(report("Я & ~"), "https://paper.goatcounter.example/count?p=%2Fnews%2Fa%2F&rnd=7&t=%D0%AF%20%26%20~");
    assert_eq!(goat.ask(&paths(&["/a/"])).url, "https://paper.goatcounter.example/counter/%2Fa%2F.json");
}

#[test]
fn the_answers_of_goatcounter_are_understood() {
    let goat = GoatCounter::new(String::new());
    let table = [
        (200, r#"{"count":"1 234","count_unique":"1 234"}"#, Some(vec![Some(1234)])),
        (200, "{\"count\":\"1\u{202f}234\"}", Some(vec![Some(1234)])),
        (200, r#"{"count":"1,234"}"#, Some(vec![Some(1234)])),
        (404, r#"{"count":"0"}"#, Some(vec![Some(0)])),
        (200, r#"{"count":"1.2k"}"#, Some(vec![None])),
        (200, r#"{"count":"99999999999999999999999"}"#, Some(vec![None])),
        (200, r#"{"count":7}"#, None),
        (404, "404 page not found", None),
        (403, r#"{"error":"no"}"#, None),
        (200, "<html>", None),
    ];
    for (status, body, counts) in table {
        assert_eq!(goat.counts(&paths(&["/a/"]), answer(status, body)), counts, "{status} {body}");
    }
    assert_eq!(goat.receipt(answer(200, "GIF89a")), Receipt::Counted);
    assert_eq!(goat.receipt(answer(400, "")), Receipt::Refused);
    assert_eq!(goat.receipt(answer(503, "")), Receipt::Failed);
}

#[test]
fn a_service_in_memory_is_one_more_counter() {
    let memory = Memory::default();
    let hit = |path| {
        let (status, body) = memory.serve(&memory.report(Hit { path, title: "", nonce: 0 }));
        memory.receipt(answer(status, &body))
    };
    assert_eq!([hit("/a/"), hit("/a/"), hit("/b/")], [Receipt::Counted; 3]);
    let asked = paths(&["/b/", "/c/", "/a/"]);
    let (status, body) = memory.serve(&memory.ask(&asked));
    assert_eq!(memory.counts(&asked, answer(status, &body)), Some(vec![Some(1), Some(0), Some(2)]));
    assert_eq!(memory.views("/a/"), 2);
}
