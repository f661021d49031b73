//! The service worker: registers it, tells it what is shown, and tells the reader of a new build and of old copies.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::notices::{self, Accept, Notice};
use super::saved;
use crate::components::Slot;
use crate::names::{MEDIA_FOLDER, SAVED_CACHE, SHOWN};
use crate::platform::clock::{self, when_idle};
use crate::platform::service_worker::{Message, Registration, Worker};
use crate::platform::{caches, connection, document, events, head, location, resources, service_worker, site_root};
use crate::routes::{PageNumber, Route};
use crate::session::{OverlayView, Session};

/// A page that stays open asks for a new build at most so often, in milliseconds.
const ASK_EVERY: i64 = 30 * 60_000;
/// A page that has asked for nothing for so many milliseconds is quiet.
const QUIET: u32 = 1_000;
/// How long a reader who wants the new build waits for its worker, in milliseconds.
const LONGEST_CHANGE: u32 = 3_000;

/// Begins where the build has a worker and the browser can run one.
pub fn start(session: &Session) {
    if !document::has_worker() || !service_worker::is_supported() {
        return;
    }
    let session = session.clone();
    spawn_local(async move {
        // Who saves data has the shell fetched only for an article that they save.
        if !service_worker::is_registered().await && connection::saves_data() {
            events::once_on_document(SAVED_CACHE, move || spawn_local(register(session)));
        } else {
            register(session).await;
        }
    });
}

async fn register(session: Session) {
    let Some(registration) = Registration::new().await else { return };
    let registration = Rc::new(registration);
    tell_copies(&session);
    watch(&registration, &session);
    // A worker that has just taken the page over knows nothing of it.
    let this = session.clone();
    service_worker::on_controller_change(move || keep_shown(&this, true));
    keep_shown(&session, true);
    let asked = Cell::new(clock::now());
    let this = session.clone();
    events::on_document(SHOWN, move |_| {
        let session = this.clone();
        when_idle(Box::new(move || keep_shown(&session, false)));
        if clock::now() - asked.get() >= ASK_EVERY {
            asked.set(clock::now());
            registration.update();
        }
    });
    if !connection::saves_data() {
        when_idle(Box::new(move || spawn_local(renew(session))));
    }
}

/// Brings saved articles up to this build, where there are any.
async fn renew(session: Session) {
    if caches::has(SAVED_CACHE).await == Ok(true)
        && let Ok(store) = saved::load_store().await
    {
        (store.renew)(session.build.to_string()).await;
    }
}

/// Has the document of the page kept: a page that the client shows came as JSON, and the one that stood here before there was
/// a worker came past it. The front page is where the app begins.
fn keep_shown(session: &Session, is_first: bool) {
    // Who saves data has nothing kept that they have not asked for.
    let Some(worker) = service_worker::controller().filter(|_| !connection::saves_data()) else { return };
    let mut pages = Vec::new();
    if head::has_own_address() {
        pages.push(location::path());
    }
    if is_first {
        pages.push(session.path(&Route::Front(PageNumber::FIRST)));
    }
    let pictures = if is_first { resources::loaded_below(&site_root::at(MEDIA_FOLDER)) } else { Vec::new() };
    worker.post(&Message::Keep { build: &session.build, pages: &pages, pictures: &pictures });
}

/// A worker that waits belongs to a new build, or to the one that this page is of already.
fn watch(registration: &Rc<Registration>, session: &Session) {
    if let Some(worker) = registration.waiting() {
        meet(worker, session);
    }
    follow(registration, session);
    let (this, session) = (registration.clone(), session.clone());
    registration.on_update_found(move || follow(&this, &session));
}

/// Meets the worker that is being installed, when it is.
fn follow(registration: &Rc<Registration>, session: &Session) {
    let Some(worker) = registration.installing() else { return };
    let (this, session, found) = (registration.clone(), session.clone(), worker.clone());
    worker.on_state_change(move || {
        if found.is_installed() && this.has_active() {
            meet(found.clone(), &session);
        }
    });
}

fn meet(worker: Worker, session: &Session) {
    let session = session.clone();
    spawn_local(async move {
        match worker.ask(&Message::Build).await.as_string() {
            Some(build) if build == *session.build => take_over(worker).await,
            Some(_) => tell(worker, &session).await,
            None => {}
        }
    });
}

/// Has a worker take over once the page asks for nothing. What it asks for while the old worker is being stopped starts that
/// one again, and Chromium then leaves the new one waiting for some minutes: only the first call of `skipWaiting` counts.
async fn take_over(worker: Worker) {
    let mut before = None;
    while before != Some(resources::count()) {
        before = Some(resources::count());
        clock::pause(QUIET).await;
    }
    worker.post(&Message::TakeOver);
}

/// Tells of the new build.
async fn tell(worker: Worker, session: &Session) {
    let update: Accept = Rc::new(move || {
        // Another tab may have let it take over already.
        if !worker.is_installed() {
            return location::reload();
        }
        // Only the tab that asked for it is loaded anew: in others somebody may be reading.
        service_worker::on_controller_change(location::reload);
        worker.post(&Message::TakeOver);
        // The page of the new build comes without its worker, too.
        spawn_local(async {
            clock::pause(LONGEST_CHANGE).await;
            location::reload();
        });
    });
    if let Ok(view) = notices::notice(Notice::NewBuild(update)).await {
        session.notice.set(Some(view));
    }
}

/// Yesterday's paper does not pass for today's: where the worker had nothing but a copy, the page says from when it is. The
/// worker is asked about the document, and about the JSON of every page that is shown after it, or has been by now.
fn tell_copies(session: &Session) {
    let slot = session.notice;
    // The notice of the page before goes; one of a new build stays.
    let shown = Rc::new(RefCell::new(None::<OverlayView>));
    let look = move |files: Vec<String>| {
        let shown = shown.clone();
        let away = move || {
            if let Some(old) = shown.take()
                && slot.with_untracked(|now| now.as_ref().is_some_and(|now| Rc::ptr_eq(now, &old)))
            {
                slot.set(None);
            }
            shown.clone()
        };
        look_at_copies(slot, files, Box::new(away));
    };
    let path = location::path();
    look(vec![site_root::data_path(&path), path]);
    events::on_document(SHOWN, move |_| look(vec![site_root::data_path(&location::path())]));
}

fn look_at_copies(slot: Slot, files: Vec<String>, away: Box<dyn Fn() -> Rc<RefCell<Option<OverlayView>>>>) {
    let path = location::path();
    spawn_local(async move {
        let mut kept_at = 0.0_f64;
        if let Some(worker) = service_worker::controller() {
            for file in &files {
                kept_at = kept_at.max(worker.ask(&Message::Kept { file }).await.as_f64().unwrap_or_default());
            }
        }
        if path != location::path() {
            return;
        }
        let shown = away();
        if kept_at == 0.0 {
            return;
        }
        let view = notices::notice(Notice::Copy(kept_at, Rc::new(location::reload))).await;
        if let Ok(view) = view
            && path == location::path()
        {
            shown.replace(Some(view.clone()));
            slot.set(Some(view));
        }
    });
}
