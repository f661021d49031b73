//! A browser in memory: its tabs share their storage, its clock jumps, its service fails.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::pending;
use std::rc::Rc;

use futures::FutureExt;

use super::super::*;
use crate::model::Views;
use crate::routes::is_below;
use crate::views::Readership;
use crate::views::counter::{Memory, Request};

/// 2025-06-15, about noon.
pub const NOON: i64 = 1_750_000_000_000;

/// What all tabs of a browser have in common, and the service.
pub struct Browser {
    pub storage: RefCell<BTreeMap<String, String>>,
    /// Whether it keeps anything new.
    pub is_full: Cell<bool>,
    pub has_locks: bool,
    pub now: Cell<i64>,
    pub nonce: Cell<u64>,
    pub network: Cell<Network>,
    pub requests: Cell<u32>,
    pub service: Memory,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    Up,
    /// Nobody answers.
    Down,
    /// The service does what it is asked, and its answer never comes.
    Cut,
    /// Somebody else answers.
    Garbage,
    /// The service refuses by this status.
    Refuses(u16),
}

impl Browser {
    pub fn new(has_locks: bool) -> Rc<Browser> {
        Rc::new(Browser {
            storage: RefCell::default(),
            is_full: Cell::new(false),
            has_locks,
            now: Cell::new(NOON),
            nonce: Cell::new(0),
            network: Cell::new(Network::Up),
            requests: Cell::new(0),
            service: Memory::default(),
        })
    }

    pub fn tab(self: &Rc<Browser>) -> Tab {
        self.tab_with(ViewsPolicy::default(), true)
    }

    /// A tab of a paper in a folder of the host.
    pub fn tab_in(self: &Rc<Browser>, folder: &'static str) -> Tab {
        self.tab_of(folder, ViewsPolicy::default(), true)
    }

    pub fn tab_with(self: &Rc<Browser>, policy: ViewsPolicy, may_report: bool) -> Tab {
        self.tab_of("", policy, may_report)
    }

    fn tab_of(self: &Rc<Browser>, folder: &'static str, policy: ViewsPolicy, may_report: bool) -> Tab {
        let shown = Rc::new(RefCell::new(Readership::default()));
        let platform = TestPlatform { browser: self.clone(), folder, shown: shown.clone() };
        let tracker = ViewTracker::new(platform, policy, Some(Box::new(Memory::default())), may_report);
        tracker.look();
        Tab { tracker, shown }
    }

    pub fn pass(&self, milliseconds: i64) {
        self.now.set(self.now.get() + milliseconds);
    }

    pub fn stored(&self, prefix: &str) -> usize {
        self.storage.borrow().keys().filter(|key| key.starts_with(prefix)).count()
    }
}

pub struct Tab {
    pub tracker: ViewTracker<TestPlatform>,
    pub shown: Rc<RefCell<Readership>>,
}

impl Tab {
    pub fn sees(&self, path: &str) {
        self.tracker
            .seen(ViewEvent { path, title: "Заголовок", shared: 0 })
            .now_or_never()
            .expect("nothing to wait for");
    }

    /// Tells the counter; a tab that dies over it has no result.
    pub fn tells(&self) -> Option<Option<u32>> {
        self.tracker.tell().now_or_never()
    }

    pub fn asks(&self, paths: &[&str]) {
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        self.tracker.ask(paths).now_or_never();
    }

    pub fn own(&self, path: &str) -> u64 {
        self.shown.borrow().own.views(path)
    }

    pub fn shows(&self, path: &str) -> u64 {
        self.shown.borrow().shown(path, Views::before(100))
    }
}

pub struct TestPlatform {
    pub browser: Rc<Browser>,
    pub folder: &'static str,
    pub shown: Rc<RefCell<Readership>>,
}

impl Platform for TestPlatform {
    type Held = ();

    fn now(&self) -> i64 {
        self.browser.now.get()
    }

    fn nonce(&self) -> u64 {
        self.browser.nonce.set(self.browser.nonce.get() + 1);
        self.browser.nonce.get()
    }

    fn has_article(&self, path: &str) -> bool {
        is_below(self.folder, path)
    }

    fn get(&self, key: &str) -> Option<String> {
        self.browser.storage.borrow().get(key).cloned()
    }

    fn set(&self, key: &str, value: &str) -> bool {
        let has_room = !self.browser.is_full.get();
        if has_room {
            self.browser.storage.borrow_mut().insert(key.to_owned(), value.to_owned());
        }
        has_room
    }

    fn remove(&self, key: &str) {
        self.browser.storage.borrow_mut().remove(key);
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        self.browser.storage.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect()
    }

    async fn hold(&self, _name: &str) -> Option<()> {
        self.browser.has_locks.then_some(())
    }

    async fn pause(&self, _milliseconds: u32) {}

    async fn fetch(&self, request: &Request) -> Option<(u16, String)> {
        self.browser.requests.set(self.browser.requests.get() + 1);
        match self.browser.network.get() {
            Network::Up => Some(self.browser.service.serve(request)),
            Network::Down => None,
            Network::Cut => {
                self.browser.service.serve(request);
                pending().await
            }
            Network::Garbage => Some((502, "<html>".to_owned())),
            Network::Refuses(status) => Some((status, String::new())),
        }
    }

    fn change(&self, change: impl FnOnce(&mut Readership)) {
        change(&mut self.shown.borrow_mut());
    }
}
