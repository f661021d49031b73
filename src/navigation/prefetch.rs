//! Asks for pages ahead of the click: those that the reader is about to open, and then those that have been in view for a
//! while.

mod budget;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::names::SHOWN;
use crate::platform::clock::{Timeout, when_idle};
use crate::platform::connection::Connection;
use crate::platform::link::Link;
use crate::platform::visibility_observer::VisibilityObserver;
use crate::platform::{connection, document, events, resources, site_root};
use budget::Budget;

/// How long a mouse rests on a link that is meant, and a card stays in view, in milliseconds.
const HOVER: u32 = 60;
const IN_VIEW: u32 = 1_500;

/// How many of the cards in view are asked for.
const CARDS: usize = 8;
/// How many pages are on their way at once, whoever they are for.
const AT_ONCE: usize = 2;

/// Fetches the page of a link.
pub type Fetch = Box<dyn Fn(&Link, Done)>;

/// What is called when a page has come, or has failed to.
pub type Done = Box<dyn FnOnce()>;

/// Prefetches pages, by a function that fetches the page of a link and calls back when that is dealt with: at once where
/// there is nothing to fetch.
pub struct Prefetcher {
    fetch: Fetch,
    budget: RefCell<Budget>,
    /// Requests that have not been dealt with.
    pending: Cell<usize>,
    /// What the reader was about to open when there was no room; only the last of it still matters.
    intent: RefCell<Option<Link>>,
    /// The timer of a mouse that rests on a link.
    hover: RefCell<Option<Timeout>>,
    cards: RefCell<Cards>,
}

/// The cards of the page that is shown.
#[derive(Default)]
struct Cards {
    /// Tells which are in view, as long as it is here.
    _observer: Option<VisibilityObserver>,
    /// The timers of those that are.
    in_view: Vec<(document::HtmlElement, Timeout)>,
    /// The links of those that have stayed, and have not been asked for.
    queue: VecDeque<Link>,
    /// How many have been asked for.
    asked: usize,
}

impl Prefetcher {
    /// Begins; for as long as the document lives.
    pub fn start(fetch: impl Fn(&Link, Done) + 'static) {
        let this = Rc::new(Prefetcher {
            fetch: Box::new(fetch),
            budget: RefCell::new(Budget::load()),
            pending: Cell::default(),
            intent: RefCell::default(),
            hover: RefCell::default(),
            cards: RefCell::default(),
        });
        let counting = this.clone();
        resources::on_loaded(move |resource| counting.budget.borrow_mut().count(&resource));
        this.follow_intents();
        this.follow_cards();
    }

    /// What the reader points at, touches, or has reached by the keyboard.
    fn follow_intents(self: &Rc<Self>) {
        let this = self.clone();
        events::on_pointer("pointerover", move |event, is_mouse| {
            this.hover.take();
            let Some(link) = Link::of(event).filter(|_| is_mouse) else { return };
            let hovered = this.clone();
            this.hover.replace(Some(Timeout::new(HOVER, move || hovered.intend(link))));
        });
        let this = self.clone();
        // The click asks by itself.
        events::on_pointer("pointerdown", move |_, _| drop(this.hover.take()));
        for name in ["touchstart", "focusin"] {
            let this = self.clone();
            events::on_pointer(name, move |event, _| {
                if let Some(link) = Link::of(event) {
                    this.intend(link);
                }
            });
        }
    }

    /// Cards that stay in view.
    fn follow_cards(self: &Rc<Self>) {
        let this = self.clone();
        events::on_document(SHOWN, move |_| this.observe_cards());
        self.observe_cards();
    }

    fn observe_cards(self: &Rc<Self>) {
        let this = self.clone();
        let observer = VisibilityObserver::new(move |card, is_in_view| this.card_moved(card, is_in_view));
        if let Some(observer) = &observer {
            document::all("main .card").iter().for_each(|card| observer.observe(card));
        }
        self.cards.replace(Cards { _observer: observer, ..Cards::default() });
    }

    fn card_moved(self: &Rc<Self>, card: document::HtmlElement, is_in_view: bool) {
        let cards = &mut *self.cards.borrow_mut();
        cards.in_view.retain(|(known, _)| *known != card);
        if is_in_view {
            let (this, stayed) = (self.clone(), card.clone());
            let timer = Timeout::new(IN_VIEW, move || this.card_stayed(&stayed));
            cards.in_view.push((card, timer));
        }
    }

    fn card_stayed(self: &Rc<Self>, card: &document::HtmlElement) {
        if let Some(link) = Link::within(card, ".card-title a[href]") {
            self.cards.borrow_mut().queue.push_back(link);
        }
        let this = self.clone();
        when_idle(Box::new(move || this.ask_for_cards()));
    }

    fn intend(self: &Rc<Self>, link: Link) {
        let may_ask = link.is_in_document() && connection::current() != Connection::Refused;
        if !may_ask || !self.budget.borrow().has_for_intents() {
            return;
        }
        if self.pending.get() < AT_ONCE {
            self.ask(&link);
        } else {
            self.intent.replace(Some(link));
        }
    }

    fn ask_for_cards(self: &Rc<Self>) {
        while self.pending.get() < AT_ONCE
            && connection::current() == Connection::Fast
            && self.budget.borrow().has_for_cards()
            && let Some(link) = self.next_card()
        {
            self.ask(&link);
        }
    }

    fn next_card(&self) -> Option<Link> {
        let cards = &mut *self.cards.borrow_mut();
        while cards.asked < CARDS {
            let link = cards.queue.pop_front()?;
            if link.is_in_document() && !self.budget.borrow().knows(&data_path(&link)) {
                cards.asked += 1;
                return Some(link);
            }
        }
        None
    }

    fn ask(self: &Rc<Self>, link: &Link) {
        let path = data_path(link);
        let is_new = self.budget.borrow_mut().expect(&path);
        let pending = self.pending.get();
        self.pending.set(pending + 1);
        let this = self.clone();
        (self.fetch)(
            link,
            Box::new(move || {
                this.pending.set(this.pending.get() - 1);
                when_idle(Box::new(move || this.ask_for_next()));
            }),
        );
        // What was dealt with at once was at hand, or is no page of ours: no bytes of it will come.
        if is_new && self.pending.get() == pending {
            self.budget.borrow_mut().expect_no_longer(&path);
        }
    }

    /// What has waited for room: the reader's own wish before the cards.
    fn ask_for_next(self: &Rc<Self>) {
        if let Some(link) = self.intent.take() {
            self.intend(link);
        }
        self.ask_for_cards();
    }
}

fn data_path(link: &Link) -> String {
    site_root::data_path(&link.path())
}
