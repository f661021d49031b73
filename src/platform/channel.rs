//! What tabs tell each other. Browsers without channels tell nothing.

use gloo_events::EventListener;
use web_sys::BroadcastChannel;

/// Tells all listeners of a channel something: those of other tabs, and those of this one.
pub fn post(name: &str, message: &str) {
    if let Ok(channel) = BroadcastChannel::new(name) {
        let _ = channel.post_message(&message.into());
        channel.close();
    }
}

/// Listens to a channel until it is dropped.
pub struct Listener {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Listener {
    /// Calls for each message, whatever it says. None where the browser has no channels.
    pub fn new(name: &str, call: impl Fn() + 'static) -> Option<Listener> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |_| call());
        Some(Listener { channel, _listener: listener })
    }

    /// Tells the listeners of other tabs something.
    pub fn post(&self, message: &str) {
        let _ = self.channel.post_message(&message.into());
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.channel.close();
    }
}
