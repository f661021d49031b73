// A browser's voice for tests: it says what it is given, piece by piece, when the test lets it.

/**
 * Gives a page a voice of each of these languages. `window.heard` holds what was said, `window.finish()` ends the utterance
 * that is being said, `window.bring(lang)` brings a voice late, `window.silent()` tells whether nothing is being said.
 */
export const giveVoices = (page, ...languages) => page.addInitScript((languages) => {
  const voice = (lang) => ({ lang, name: lang, localService: true, default: false });
  const voices = languages.map(voice);
  let saying = [];
  class Synthesis extends EventTarget {
    getVoices() { return [...voices]; }
    speak(utterance) {
      saying.push(utterance);
      window.heard.push(utterance.text);
      window.rates.push(utterance.rate);
    }
    cancel() {
      const given = saying;
      saying = [];
      for (const utterance of given) queueMicrotask(() => utterance.onerror?.({ error: "canceled" }));
    }
    resume() {}
    pause() {}
  }
  const synthesis = new Synthesis();
  const SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  for (const [name, value] of Object.entries({ speechSynthesis: synthesis, SpeechSynthesisUtterance })) {
    Object.defineProperty(window, name, { value, configurable: true });
  }
  Object.assign(window, {
    heard: [],
    rates: [],
    silent: () => saying.length === 0,
    finish: () => saying.shift().onend({}),
    bring: (lang) => {
      voices.push(voice(lang));
      synthesis.dispatchEvent(new Event("voiceschanged"));
    },
  });
}, languages);
