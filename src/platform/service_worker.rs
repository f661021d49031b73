//! The service worker.

use futures::channel::oneshot;
use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageChannel, MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

use super::{site_root, window};
use crate::names::{ASK_BUILD, ASK_KEPT, KEEP, MESSAGE_MEMBERS, TAKE_OVER, WORKER as PATH};

/// Whether the browser runs any.
pub fn is_supported() -> bool {
    Reflect::get(&window().navigator(), &"serviceWorker".into()).is_ok_and(|container| container.is_object())
}

fn container() -> ServiceWorkerContainer {
    window().navigator().service_worker()
}

/// What a worker is told or asked; `src/service_worker.js` has the other end.
pub enum Message<'a> {
    /// Which build it is of.
    Build,
    /// When a file that it gave had been kept.
    Kept {
        /// The path of the file.
        file: &'a str,
    },
    /// That it is to take the place of the one before.
    TakeOver,
    /// What it is to keep.
    Keep {
        /// The build of the page.
        build: &'a str,
        /// Paths of documents.
        pages: &'a [String],
        /// Paths of pictures.
        pictures: &'a [String],
    },
}

impl Message<'_> {
    fn to_js(&self) -> Object {
        let message = Object::new();
        let set = |name: &str, value: JsValue| {
            let _ = Reflect::set(&message, &name.into(), &value);
        };
        let list = |paths: &[String]| paths.iter().map(|path| JsValue::from_str(path)).collect::<Array>().into();
        let [ask, file_member, build_member, pages_member, pictures_member] = MESSAGE_MEMBERS;
        match self {
            Message::Build => set(ask, ASK_BUILD.into()),
            Message::Kept { file } => {
                set(ask, ASK_KEPT.into());
                set(file_member, (*file).into());
            }
            Message::TakeOver => set(ask, TAKE_OVER.into()),
            Message::Keep { build, pages, pictures } => {
                set(ask, KEEP.into());
                set(build_member, (*build).into());
                set(pages_member, list(pages));
                set(pictures_member, list(pictures));
            }
        }
        message
    }
}

/// A worker, of this build or another.
#[derive(Clone)]
pub struct Worker(ServiceWorker);

impl Worker {
    /// Tells it something.
    pub fn post(&self, message: &Message<'_>) {
        let _ = self.0.post_message(&message.to_js());
    }

    /// What it answers. One that does not know the question says nothing, and is waited for in vain.
    pub async fn ask(&self, message: &Message<'_>) -> JsValue {
        let Ok(channel) = MessageChannel::new() else { return JsValue::UNDEFINED };
        let (sender, answer) = oneshot::channel();
        let heard = Closure::once(move |event: MessageEvent| {
            let _ = sender.send(event.data());
        });
        channel.port1().set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let _ = self.0.post_message_with_transferable(&message.to_js(), &Array::of1(&channel.port2()));
        answer.await.unwrap_or_default()
    }

    /// Whether it is ready and waits.
    pub fn is_installed(&self) -> bool {
        self.0.state() == ServiceWorkerState::Installed
    }

    /// Calls when its state changes.
    pub fn on_state_change(&self, call: impl Fn() + 'static) {
        EventListener::new(&self.0, "statechange", move |_| call()).forget();
    }
}

/// The worker that the page's requests go through.
pub fn controller() -> Option<Worker> {
    container().controller().map(Worker)
}

/// Calls when another worker takes the page over.
pub fn on_controller_change(call: impl Fn() + 'static) {
    EventListener::new(&container(), "controllerchange", move |_| call()).forget();
}

/// Whether there is a worker already.
pub async fn is_registered() -> bool {
    let known = JsFuture::from(container().get_registration_with_document_url(&site_root::at("/"))).await;
    known.is_ok_and(|known| known.is_object())
}

/// The worker of this site, and the one that follows it.
pub struct Registration(ServiceWorkerRegistration);

impl Registration {
    /// Registers the worker. None where the browser refuses.
    pub async fn new() -> Option<Registration> {
        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registration =
            JsFuture::from(container().register_with_options(&site_root::at(PATH), &options)).await.ok()?;
        registration.dyn_into().ok().map(Registration)
    }

    /// Looks for a new worker.
    pub fn update(&self) {
        if let Ok(update) = self.0.update() {
            // Without a network there is none.
            wasm_bindgen_futures::spawn_local(async move {
                let _ = JsFuture::from(update).await;
            });
        }
    }

    /// The one that is ready and waits.
    pub fn waiting(&self) -> Option<Worker> {
        self.0.waiting().map(Worker)
    }

    /// The one that is being installed.
    pub fn installing(&self) -> Option<Worker> {
        self.0.installing().map(Worker)
    }

    /// Whether one is at work.
    pub fn has_active(&self) -> bool {
        self.0.active().is_some()
    }

    /// Calls when a new one is found.
    pub fn on_update_found(&self, call: impl Fn() + 'static) {
        EventListener::new(&self.0, "updatefound", move |_| call()).forget();
    }
}
