// The browser's voice: which one speaks a language, and how it is led through a text.

const synthesis = globalThis.speechSynthesis;

/** Whether the browser speaks at all. */
export const canSpeak = () => Boolean(synthesis) && typeof SpeechSynthesisUtterance === "function";

/** A voice of a language: rather one of the device, which sends the text nowhere, and rather the usual one. */
export function voiceFor(lang) {
  const fits = synthesis.getVoices().filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === lang);
  const worth = (voice) => 2 * voice.localService + voice.default;
  return fits.sort((a, b) => worth(b) - worth(a))[0];
}

/** Calls when the voices are others. Gives back what ends that. */
export function whenVoicesChange(call) {
  synthesis.addEventListener?.("voiceschanged", call);
  return () => synthesis.removeEventListener?.("voiceschanged", call);
}

/**
 * Leads a voice through texts, each of several pieces. It says
 *   at(index, chosen)  that a text begins, and whether because the reader wanted it,
 *   paused(paused)     that it pauses or goes on,
 *   done()             that all has been read,
 *   failed()           that the voice does not speak,
 *   elsewhere()        that another tab reads aloud now.
 *
 * A pause gives the utterance up and says it again afterwards: Android does not go on where it paused, and voices of the
 * network fall silent after some seconds.
 */
export function speaker({ texts, voice, lang, rate }, says) {
  let text = 0;
  let piece = 0;
  let paused = false;
  /** What is being said; the events of an earlier one no longer matter. It is held, or Chromium may lose it with its events. */
  let current;
  const tabs = othersOf(says.elsewhere);

  function speak() {
    const utterance = new SpeechSynthesisUtterance(texts[text].pieces[piece]);
    Object.assign(utterance, { voice, lang: voice?.lang ?? lang, rate: rate() });
    utterance.onend = () => utterance === current && onward();
    utterance.onerror = () => utterance === current && says.failed();
    silence();
    // A voice that another tab has paused would stay silent.
    synthesis.resume();
    current = utterance;
    synthesis.speak(utterance);
  }
  function onward() {
    piece += 1;
    if (piece < texts[text].pieces.length) speak();
    else if (text + 1 < texts.length) to(text + 1, false);
    else says.done();
  }
  function to(index, chosen) {
    text = Math.min(texts.length - 1, Math.max(0, index));
    piece = 0;
    says.at(text, chosen);
    if (!paused) speak();
  }
  function silence() {
    current = undefined;
    synthesis.cancel();
  }
  return {
    begin() {
      tabs.tell();
      to(0, true);
    },
    /** So many texts on, or back. */
    go: (steps) => to(text + steps, true),
    /** Pauses, or goes on with the piece that was broken off. */
    toggle() {
      paused = !paused;
      says.paused(paused);
      if (paused) return silence();
      tabs.tell();
      return speak();
    },
    /** Says the piece again, as fast as is wanted now. */
    again: () => paused || speak(),
    end() {
      tabs.end();
      silence();
    },
  };
}

/** The other tabs of the paper: one of them reads at a time. */
function othersOf(elsewhere) {
  try {
    const channel = new BroadcastChannel("habarshy:listen");
    channel.onmessage = elsewhere;
    return { tell: () => channel.postMessage("reading"), end: () => channel.close() };
  } catch {
    return { tell() {}, end() {} };
  }
}
