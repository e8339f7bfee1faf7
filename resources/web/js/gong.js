/**
 * A gong in the room, once somebody there has asked for it: no browser lets a page sound before it
 * was touched. It is reckoned, not loaded. Its button goes by itself, and a touch brings it back.
 */

import { element } from "./dom.js";
import { texts } from "./language.js";

/** For how long the button stays. */
const STAYS = 20_000;
/** Of the gong: its pitch in hertz, how loud a partial is, for how many seconds it is heard. */
const PARTIALS = [
  [147, 0.5, 5],
  [221, 0.3, 4],
  [311, 0.2, 3],
  [442, 0.12, 2],
];

/** @type {AudioContext | null} */ let sounding = null;
/** @type {number | undefined} */ let timer = undefined;

/** Offer it at the foot of the page. */
export function offer() {
  if (!("AudioContext" in window)) return;
  const button = element("button.gong", { type: "button" });
  button.addEventListener("click", (event) => {
    event.stopPropagation(); // a tap on the picture fills the screen
    turn();
    name(button);
  });
  document.body.append(button);
  const show = () => {
    name(button);
    button.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (button.hidden = true), STAYS);
  };
  for (const what of ["pointermove", "pointerdown", "keydown"]) addEventListener(what, show);
  show();
}

/** On, heard at once so that its loudness can be set; or off. */
function turn() {
  if (sounding) {
    sounding.close();
    sounding = null;
    return;
  }
  sounding = new AudioContext();
  sounding.resume().then(strike, () => {});
}

/** @param {HTMLElement} button */
function name(button) {
  const { page } = texts(document.documentElement.lang);
  button.textContent = sounding ? page.gong_off : page.gong;
}

/** Let it be heard, where it was asked for. */
export function strike() {
  if (!sounding) return;
  const now = sounding.currentTime;
  for (const [pitch, loud, lasts] of PARTIALS) {
    const [tone, gain] = [sounding.createOscillator(), sounding.createGain()];
    tone.frequency.value = pitch;
    gain.gain.setValueAtTime(0.0001, now);
    gain.gain.exponentialRampToValueAtTime(loud, now + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.0001, now + lasts);
    tone.connect(gain).connect(sounding.destination);
    tone.start(now);
    tone.stop(now + lasts);
  }
}
