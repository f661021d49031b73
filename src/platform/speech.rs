//! The browser's voice.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::window;
use crate::values::Lang;

/// A voice of a language.
#[derive(Clone, PartialEq)]
pub struct Voice(SpeechSynthesisVoice);

/// Whether the browser speaks at all.
pub fn is_supported() -> bool {
    synthesis().is_some() && Reflect::has(&window(), &"SpeechSynthesisUtterance".into()) == Ok(true)
}

fn synthesis() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok().filter(|synthesis| synthesis.is_object())
}

/// A voice of a language: rather one of the device, which sends the text nowhere, and rather the usual one.
pub fn voice(lang: Lang) -> Option<Voice> {
    let voices = synthesis()?.get_voices();
    let voices = voices.iter().map(|voice| voice.unchecked_into::<SpeechSynthesisVoice>());
    let fits = voices.filter(|voice| voice.lang().get(..2).is_some_and(|code| code.eq_ignore_ascii_case(lang.code())));
    // Of several that are as good the first one.
    let worth = |voice: &SpeechSynthesisVoice| 2 * u8::from(voice.local_service()) + u8::from(voice.default());
    fits.reduce(|best, voice| if worth(&voice) > worth(&best) { voice } else { best }).map(Voice)
}

/// Calls when the voices are others, as long as the component is there: they come late.
pub fn while_mounted_on_voices(call: impl FnMut(&web_sys::Event) + 'static) {
    if let Some(synthesis) = synthesis() {
        super::events::while_mounted(gloo_events::EventListener::new(&synthesis, "voiceschanged", call));
    }
}

/// Something that is said. It is held, or Chromium may lose it with its events; those of one that was let go no longer matter.
pub struct Utterance {
    utterance: SpeechSynthesisUtterance,
    _end: Closure<dyn FnMut()>,
    _error: Closure<dyn FnMut()>,
}

impl Utterance {
    /// Says a text, in the place of what is being said.
    pub fn say(
        text: &str,
        (voice, lang): (Option<&Voice>, Lang),
        rate: f32,
        on_end: Box<dyn FnMut()>,
        on_error: Box<dyn FnMut()>,
    ) -> Option<Utterance> {
        let synthesis = synthesis()?;
        let utterance = SpeechSynthesisUtterance::new_with_text(text).ok()?;
        utterance.set_voice(voice.map(|voice| &voice.0));
        utterance.set_lang(&voice.map_or_else(|| lang.code().to_owned(), |voice| voice.0.lang()));
        utterance.set_rate(rate);
        let (end, error) = (Closure::wrap(on_end), Closure::wrap(on_error));
        utterance.set_onend(Some(end.as_ref().unchecked_ref()));
        utterance.set_onerror(Some(error.as_ref().unchecked_ref()));
        synthesis.cancel();
        // A voice that another tab has paused would stay silent.
        synthesis.resume();
        synthesis.speak(&utterance);
        Some(Utterance { utterance, _end: end, _error: error })
    }

    /// Lets go of it. It may be one of its own handlers that does: they live until that is over.
    pub fn let_go(self) {
        self.utterance.set_onend(None);
        self.utterance.set_onerror(None);
        wasm_bindgen_futures::spawn_local(async move { drop(self) });
    }
}

/// Falls silent.
pub fn silence() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
