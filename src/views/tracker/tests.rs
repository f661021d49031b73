//! Whole browsers in memory: tabs that share their storage, clocks that jump, services that fail.

mod browser;

use std::collections::HashMap;

use futures::FutureExt;
use proptest::prelude::*;

use super::outbox::{LEASED, WAITING};
use super::*;
use crate::views::counter::{Hit, Memory};
use browser::{Browser, Network};

const MINUTE: i64 = 60_000;
const PATHS: [&str; 3] = ["/news/a/", "/kk/news/a/", "/news/b/"];

#[test]
fn a_view_is_counted_once_for_all_tabs_and_told_once() {
    let browser = Browser::new(true);
    let (one, other) = (browser.tab(), browser.tab());
    one.sees("/news/a/");
    browser.pass(29 * MINUTE);
    other.sees("/news/a/");
    assert_eq!([one.tells(), other.tells()], [Some(None), Some(None)]);
    assert_eq!((one.own("/news/a/"), browser.service.views("/news/a/"), browser.stored(OUTBOX)), (1, 1, 0));
    browser.pass(MINUTE);
    other.sees("/news/a/");
    one.tells();
    assert_eq!((other.own("/news/a/"), browser.service.views("/news/a/")), (2, 2));
}

#[test]
fn what_is_counted_without_a_network_goes_out_later_from_any_tab() {
    let browser = Browser::new(true);
    browser.network.set(Network::Down);
    let tab = browser.tab();
    PATHS.iter().for_each(|path| tab.sees(path));
    assert_eq!(tab.tells(), Some(Some(5_000)));
    drop(tab);
    browser.network.set(Network::Up);
    let later = browser.tab();
    assert_eq!(later.tells(), Some(Some(5_000)), "the pause outlives the tab");
    later.tracker.reset();
    assert_eq!(later.tells(), Some(None));
    assert_eq!(PATHS.map(|path| browser.service.views(path)), [1, 1, 1]);
}

#[test]
fn a_service_that_fails_is_asked_ever_less_often() {
    for network in
        [Network::Down, Network::Garbage, Network::Refuses(403), Network::Refuses(404), Network::Refuses(429)]
    {
        let browser = Browser::new(true);
        browser.network.set(network);
        let tab = browser.tab();
        tab.sees("/news/a/");
        for _ in 0..24 * 60 {
            tab.tells();
            tab.asks(&PATHS);
            browser.pass(MINUTE);
        }
        // A day long: eleven doublings, then once an hour, for both ways.
        assert!((40..80).contains(&browser.requests.get()), "{network:?}: {}", browser.requests.get());
        assert_eq!((tab.shows("/news/a/"), browser.stored(OUTBOX)), (101, 1), "{network:?}");
    }
}

#[test]
fn what_the_service_will_never_take_does_not_hold_up_the_rest() {
    let browser = Browser::new(true);
    let tab = browser.tab();
    tab.sees("/news/a/");
    browser.network.set(Network::Refuses(400));
    assert_eq!(tab.tells(), Some(None));
    browser.network.set(Network::Up);
    browser.storage.borrow_mut().insert(format!("{OUTBOX}0"), "<script>".to_owned());
    tab.sees("/news/b/");
    assert_eq!(tab.tells(), Some(None));
    assert_eq!(
        (browser.service.views("/news/b/"), browser.service.views("<script>"), browser.stored(OUTBOX)),
        (1, 0, 0)
    );
}

#[test]
fn a_tab_that_dies_while_it_sends_leaves_one_duplicate_at_most() {
    for has_locks in [true, false] {
        let browser = Browser::new(has_locks);
        let tab = browser.tab();
        PATHS.iter().for_each(|path| tab.sees(path));
        browser.network.set(Network::Cut);
        assert_eq!(tab.tells(), None, "it died");
        drop(tab);
        browser.network.set(Network::Up);
        // Where there are no locks, the dead tab's lease has to run out.
        browser.pass(LEASED + 1);
        assert_eq!(browser.tab().tells(), Some(None));
        let sent: u64 = PATHS.iter().map(|path| browser.service.views(path)).sum();
        assert_eq!((sent, browser.stored(OUTBOX)), (4, 0));
    }
}

#[test]
fn two_tabs_without_locks_do_not_both_send() {
    let browser = Browser::new(false);
    let (one, other) = (browser.tab(), browser.tab());
    PATHS.iter().for_each(|path| one.sees(path));
    browser.network.set(Network::Cut);
    one.tells();
    browser.network.set(Network::Up);
    let before = browser.requests.get();
    other.tells();
    assert_eq!(browser.requests.get(), before, "the first still holds the lease");
    browser.pass(LEASED + 1);
    other.tells();
    assert_eq!(browser.stored(OUTBOX), 0);
}

#[test]
fn the_number_moves_at_once_and_never_counts_a_view_twice() {
    let browser = Browser::new(true);
    (0..40).for_each(|_| {
        browser.service.serve(&Memory::default().report(Hit { path: "/news/a/", title: "", nonce: 0 }));
    });
    let tab = browser.tab();
    assert_eq!(tab.shows("/news/a/"), 100);
    tab.asks(&["/news/a/"]);
    assert_eq!(tab.shows("/news/a/"), 140);
    tab.sees("/news/a/");
    assert_eq!(tab.shows("/news/a/"), 141, "before the service knows");
    browser.pass(2 * MINUTE);
    tab.asks(&["/news/a/"]);
    assert_eq!(tab.shows("/news/a/"), 141, "while it is still untold");
    tab.tells();
    assert_eq!(tab.shows("/news/a/"), 141);
    browser.pass(2 * MINUTE);
    tab.asks(&["/news/a/"]);
    assert_eq!(tab.shows("/news/a/"), 141);
}

#[test]
fn a_view_that_is_being_told_is_not_added_to_the_count_that_has_it() {
    let browser = Browser::new(true);
    let (one, other) = (browser.tab(), browser.tab());
    one.sees("/news/a/");
    browser.network.set(Network::Cut);
    assert_eq!(one.tells(), None, "the service has it, its answer is on the way");
    browser.network.set(Network::Up);
    other.asks(&["/news/a/"]);
    assert_eq!(other.shows("/news/a/"), 101);
}

#[test]
fn counts_are_asked_for_once_a_minute() {
    let browser = Browser::new(true);
    let tab = browser.tab();
    tab.asks(&PATHS);
    tab.asks(&PATHS);
    browser.tab().asks(&PATHS);
    assert_eq!(browser.requests.get(), 1);
    browser.pass(MINUTE);
    tab.asks(&PATHS);
    assert_eq!(browser.requests.get(), 2);
}

#[test]
fn who_does_not_want_to_be_told_of_is_counted_here_only() {
    let browser = Browser::new(true);
    let tab = browser.tab_with(ViewsPolicy::default(), false);
    tab.sees("/news/a/");
    tab.asks(&["/news/a/"]);
    assert_eq!(tab.tells(), Some(None));
    assert_eq!((tab.shows("/news/a/"), browser.service.views("/news/a/"), browser.stored(OUTBOX)), (101, 0, 0));
}

#[test]
fn a_full_storage_costs_the_memory_of_other_pages_only() {
    let browser = Browser::new(true);
    let tab = browser.tab();
    tab.sees("/news/a/");
    browser.is_full.set(true);
    tab.sees("/news/b/");
    browser.pass(40 * MINUTE);
    tab.sees("/news/a/");
    assert_eq!((tab.own("/news/a/"), tab.own("/news/b/")), (2, 1));
    assert_eq!(tab.tells(), Some(None));
    assert_eq!((browser.service.views("/news/a/"), browser.service.views("/news/b/")), (2, 1));
    browser.is_full.set(false);
    let other = browser.tab();
    other.sees("/kk/news/a/");
    browser.pass(40 * MINUTE);
    tab.sees("/news/a/");
    let later = browser.tab();
    assert_eq!(["/news/a/", "/news/b/", "/kk/news/a/"].map(|path| later.own(path)), [3, 1, 1]);
}

#[test]
fn a_tab_that_had_not_heard_of_a_view_does_not_overwrite_it_for_good() {
    let browser = Browser::new(true);
    let (one, other) = (browser.tab(), browser.tab());
    one.sees("/news/a/");
    let stale = browser.storage.borrow_mut().remove(OWN_VIEWS);
    other.sees("/news/b/");
    assert!(stale.is_some());
    one.tracker.look();
    other.tracker.look();
    assert_eq!([one.own("/news/a/"), one.own("/news/b/"), other.own("/news/a/")], [1, 1, 1]);
    // But what was cleared elsewhere does not come back with a tab that slept.
    other.tracker.clear().now_or_never();
    browser.pass(MINUTE);
    other.sees("/news/kept/");
    one.tracker.look();
    assert_eq!((one.own("/news/a/"), one.own("/news/kept/")), (0, 1));
}

#[test]
fn what_is_cleared_a_moment_after_it_was_counted_stays_so() {
    let browser = Browser::new(true);
    let (tab, other) = (browser.tab(), browser.tab());
    tab.sees("/news/a/");
    other.sees("/news/b/");
    tab.tracker.clear().now_or_never();
    other.tracker.look();
    tab.sees("/news/c/");
    other.tracker.look();
    assert_eq!(
        ["/news/a/", "/news/b/", "/news/c/"].map(|path| (tab.own(path), other.own(path))),
        [(0, 0), (0, 0), (1, 1)]
    );
}

#[test]
fn what_another_tab_overwrote_is_there_again_before_the_next_view_is_counted() {
    let browser = Browser::new(true);
    let tab = browser.tab_with(ViewsPolicy { window_minutes: 0, ..ViewsPolicy::default() }, true);
    for path in ["/news/a/", "/news/a/", "/news/b/", "/news/a/"] {
        let unheard = browser.storage.borrow().get(OWN_VIEWS).cloned();
        tab.sees(path);
        browser.storage.borrow_mut().extend(unheard.map(|unheard| (OWN_VIEWS.to_owned(), unheard)));
    }
    tab.tracker.look();
    assert_eq!((tab.own("/news/a/"), tab.own("/news/b/")), (3, 1));
}

#[test]
fn what_a_later_client_wrote_stays_as_it_is() {
    let browser = Browser::new(true);
    let later = r#"{"version":9,"views":{"/news/a/":{"so":"much"}}}"#;
    browser.storage.borrow_mut().insert(OWN_VIEWS.to_owned(), later.to_owned());
    let tab = browser.tab();
    tab.sees("/news/a/");
    tab.sees("/news/a/");
    assert_eq!(tab.own("/news/a/"), 1);
    assert_eq!(browser.storage.borrow().get(OWN_VIEWS).map(String::as_str), Some(later));
}

#[test]
fn the_queue_is_bounded_and_the_oldest_goes() {
    let browser = Browser::new(true);
    let tab = browser.tab();
    for number in 0..=WAITING {
        tab.sees(&format!("/news/{number}/"));
        browser.pass(1);
    }
    assert_eq!(browser.stored(OUTBOX), WAITING);
    tab.tells();
    assert_eq!((browser.service.views("/news/0/"), browser.service.views("/news/1/")), (0, 1));
}

#[test]
fn a_paper_tells_its_own_views_alone() {
    let browser = Browser::new(true);
    let (one, other) = (browser.tab_in("/one"), browser.tab_in("/other"));
    one.sees("/one/news/a/");
    other.sees("/other/news/a/");
    one.tells();
    assert_eq!((browser.service.views("/one/news/a/"), browser.service.views("/other/news/a/")), (1, 0));
    assert_eq!(browser.stored(OUTBOX), 1);
    other.tells();
    assert_eq!((browser.service.views("/other/news/a/"), browser.stored(OUTBOX)), (1, 0));
}

#[test]
fn clearing_leaves_nothing_on_the_device() {
    let browser = Browser::new(true);
    let (tab, other) = (browser.tab(), browser.tab());
    tab.asks(&PATHS);
    tab.sees("/news/a/");
    tab.tracker.clear().now_or_never();
    other.tracker.look();
    assert_eq!((tab.own("/news/a/"), other.own("/news/a/")), (0, 0));
    assert!(browser.storage.borrow().is_empty(), "{:?}", browser.storage.borrow());
    assert_eq!(tab.tells(), Some(None));
    assert_eq!(browser.service.views("/news/a/"), 0);
}

/// What happens to a browser.
#[derive(Clone, Debug)]
enum Event {
    /// An article is seen in a tab for long enough.
    Seen { tab: usize, path: usize },
    /// Time passes, or the clock is set: milliseconds.
    Clock(i64),
    /// A tab is opened in place of another.
    Reload { tab: usize },
    /// A tab tells the service, while the network is so.
    Tells { tab: usize, network: Network },
    /// A tab asks the service.
    Asks { tab: usize },
    /// Somebody else reads an article.
    Others { path: usize },
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let network = prop_oneof![
        Just(Network::Up),
        Just(Network::Up),
        Just(Network::Down),
        Just(Network::Garbage),
        Just(Network::Refuses(503))
    ];
    let clock = prop_oneof![
        4 => 0..40 * MINUTE,
        1 => Just(-20 * MINUTE),
        1 => Just(-400 * 24 * 60 * MINUTE),
        1 => Just(20 * 365 * 24 * 60 * MINUTE),
    ];
    let event = prop_oneof![
        5 => (0..3_usize, 0..3_usize).prop_map(|(tab, path)| Event::Seen { tab, path }),
        3 => clock.prop_map(Event::Clock),
        1 => (0..3_usize).prop_map(|tab| Event::Reload { tab }),
        2 => (0..3_usize, network).prop_map(|(tab, network)| Event::Tells { tab, network }),
        1 => (0..3_usize).prop_map(|tab| Event::Asks { tab }),
        1 => (0..3_usize).prop_map(|path| Event::Others { path }),
    ];
    proptest::collection::vec(event, 0..80)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens in which order: each article has as many views as the rule says, and the service gets each of them
    /// exactly once.
    #[test]
    fn every_view_is_counted_by_the_rule_and_told_once(events in events(), has_locks: bool) {
        let browser = Browser::new(has_locks);
        let mut tabs = [browser.tab(), browser.tab(), browser.tab()];
        // The rule by itself, as docs/readership.md has it.
        let mut counted: HashMap<usize, (u64, i64)> = HashMap::new();
        let mut others = [0; 3];
        for event in events {
            let now = browser.now.get();
            match event {
                Event::Seen { tab, path } => {
                    let before = tabs[tab].shows(PATHS[path]);
                    tabs[tab].sees(PATHS[path]);
                    let known = counted.entry(path).or_insert((0, i64::MIN));
                    let is_new = known.0 == 0 || now.abs_diff(known.1) >= 30 * MINUTE as u64;
                    if is_new {
                        *known = (known.0 + 1, now);
                    }
                    prop_assert_eq!(tabs[tab].own(PATHS[path]), known.0);
                    if is_new {
                        prop_assert!(tabs[tab].shows(PATHS[path]) > before, "the number moves at once");
                    }
                }
                Event::Clock(milliseconds) => browser.pass(milliseconds),
                Event::Reload { tab } => tabs[tab] = browser.tab(),
                Event::Tells { tab, network } => {
                    browser.network.set(network);
                    tabs[tab].tells();
                }
                Event::Asks { tab } => tabs[tab].asks(&PATHS),
                Event::Others { path } => {
                    let hit = Hit { path: PATHS[path], title: "", nonce: 0 };
                    browser.service.serve(&Memory::default().report(hit));
                    others[path] += 1;
                }
            }
            for (path, name) in PATHS.iter().enumerate() {
                let own = counted.get(&path).map_or(0, |known| known.0);
                for tab in &tabs {
                    tab.tracker.look();
                    let shown = tab.shows(name);
                    prop_assert!((100 + own..=100 + own + others[path]).contains(&shown), "{shown} of {own} and {}", others[path]);
                }
            }
        }
        // In the end the network is there for long enough.
        browser.network.set(Network::Up);
        for _ in 0..3 {
            browser.pass(60 * MINUTE + 1);
            tabs[0].tells();
        }
        for (path, name) in PATHS.iter().enumerate() {
            let own = counted.get(&path).map_or(0, |known| known.0);
            prop_assert_eq!(browser.service.views(name), own + others[path]);
        }
        prop_assert_eq!(browser.stored(OUTBOX), 0);
    }
}
