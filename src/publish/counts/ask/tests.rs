//! A counter that is asked by a client that may fail.

use std::collections::BTreeSet;
use std::sync::Mutex;

use super::*;
use crate::views::counter::{GoatCounter, Waline};

/// What the client does when it is asked: given the request's address and how often it was sent before.
type Errand<'a> = &'a (dyn Fn(&str, usize) -> Result<Reply, CounterError> + Sync);

/// A client that writes down where it went and what it waited for.
struct Runner<'a> {
    errand: Errand<'a>,
    went: Mutex<Vec<String>>,
    waited: Mutex<Vec<usize>>,
}

impl HttpClient for Runner<'_> {
    fn send(&self, request: &Request) -> Result<Reply, CounterError> {
        let before = {
            let mut went = self.went.lock().expect("the list");
            went.push(request.url.clone());
            went.iter().filter(|url| **url == request.url).count() - 1
        };
        (self.errand)(&request.url, before)
    }

    fn wait(&self, retry: usize) {
        self.waited.lock().expect("the list").push(retry);
    }
}

fn good(body: &str) -> Result<Reply, CounterError> {
    Ok(Reply { status: 200, location: None, body: body.to_owned() })
}

fn status(status: u16) -> Result<Reply, CounterError> {
    Ok(Reply { status, location: None, body: String::new() })
}

/// What asking GoatCounter for so many articles comes to: what came, where the client went and how it waited.
fn asked(count: usize, errand: Errand<'_>) -> (Asked, Vec<String>, Vec<usize>) {
    let paths: Vec<String> = (0..count).map(|number| format!("/n{number}/")).collect();
    let runner = Runner { errand, went: Mutex::default(), waited: Mutex::default() };
    let asked = ask(&|| Box::new(GoatCounter::new(String::new())), &paths, &runner, &());
    (asked, runner.went.into_inner().expect("the list"), runner.waited.into_inner().expect("the list"))
}

#[test]
fn every_article_is_asked_for_once() {
    let (asked, went, waited) = asked(40, &|_, _| good(r#"{"count":"7"}"#));
    assert_eq!(asked.answers.values().filter(|views| **views == Some(7)).count(), 40);
    assert_eq!((asked.error, waited), (None, Vec::new()));
    assert_eq!(went.len(), 40);
    assert_eq!(went.into_iter().collect::<BTreeSet<_>>().len(), 40);
}

#[test]
fn many_are_asked_for_at_once_where_the_counter_can() {
    let paths: Vec<String> = (0..120).map(|number| format!("/n{number}/")).collect();
    let errand = |url: &str, _: usize| {
        let numbers = url.split("path=").nth(1).unwrap_or_default().split(',');
        let views: Vec<&str> = numbers.map(|path| path.trim_matches(['/', 'n'])).collect();
        good(&format!("[{}]", views.join(",")))
    };
    let runner = Runner { errand: &errand, went: Mutex::default(), waited: Mutex::default() };
    let asked = ask(&|| Box::new(Waline::new(String::new())), &paths, &runner, &());
    assert_eq!(runner.went.into_inner().expect("the list").len(), 3);
    for (number, path) in paths.iter().enumerate() {
        assert_eq!(asked.answers[path], Some(number as u64));
    }
}

#[test]
fn what_may_pass_is_tried_again() {
    for diagnostic in [status(500), status(503), status(429), Err(CounterError::Network(String::new()))] {
        let errand = |_: &str, before: usize| if before < 2 { diagnostic.clone() } else { good(r#"{"count":"3"}"#) };
        let (asked, went, waited) = asked(1, &errand);
        assert_eq!(asked.answers["/n0/"], Some(3));
        assert_eq!((asked.error, went.len(), waited), (None, 3, vec![0, 1]));
    }
}

#[test]
fn what_will_not_pass_is_not() {
    let errands: [(Errand<'_>, CounterError); 4] = [
        (&|_, _| status(403), CounterError::Status(403)),
        (&|_, _| good("<!DOCTYPE html>"), CounterError::Strange),
        (&|_, _| Err(CounterError::TooLong), CounterError::TooLong),
        (
            &|_, _| Ok(Reply { status: 302, location: Some("https://other.example/".to_owned()), body: String::new() }),
            CounterError::Redirect("https://other.example/".to_owned()),
        ),
    ];
    for (errand, error) in errands {
        let (asked, went, waited) = asked(1, errand);
        assert_eq!(asked, Asked { answers: [("/n0/".to_owned(), None)].into(), error: Some(error) });
        assert_eq!((went.len(), waited), (1, Vec::new()));
    }
}

#[test]
fn a_counter_that_is_down_is_left_alone_soon() {
    let (asked, went, _) = asked(1_000, &|_, _| Err(CounterError::Network("connection refused".to_owned())));
    assert_eq!(asked.answers.len(), 1_000);
    assert!(asked.answers.values().all(Option::is_none));
    // Others may have been on their way when the last failure came.
    let most = (ENOUGH + HANDS - 1) * (RETRIES + 1);
    assert!(went.len() <= most, "{} requests", went.len());
}

#[test]
fn what_came_before_it_went_down_is_kept() {
    let (asked, went, _) = asked(1_000, &|url, _| match url.trim_start_matches("/counter/%2Fn").split('%').next() {
        Some(number) if number.len() <= 2 => good(r#"{"count":"1"}"#),
        _ => status(502),
    });
    assert_eq!(asked.answers.values().flatten().count(), 100);
    assert_eq!(asked.error, Some(CounterError::Status(502)));
    assert!(went.len() < 200, "{} requests", went.len());
}

#[test]
fn single_failures_stop_nothing() {
    let (asked, ..) =
        asked(300, &|url, _| if url.contains("7%2F.json") { status(404) } else { good(r#"{"count":"1"}"#) });
    assert_eq!(asked.answers.values().flatten().count(), 270);
    assert_eq!(asked.error, Some(CounterError::Status(404)));
}
