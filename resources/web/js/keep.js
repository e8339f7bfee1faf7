/**
 * What a browser keeps of a show: the link's token, and the last state that was told.
 *
 * A token comes in the address's fragment, which no server is sent, and is taken out of the address
 * at once. It is kept for this tab, and for this page so that a tablet that was switched off finds
 * it again. A browser that lets nothing be kept works as long as its page is open.
 *
 * @typedef {import("./anchors.js").Board} Board
 * @typedef {{board: Board, offset: number, at: number, manner?: import("./manner.js").Manner}} State
 */

import { told, whole } from "./anchors.js";

const TOKEN = "runofshow.token";
const STATE = "runofshow.state";
/** How soon a state is kept. */
const SOON = 2000;

/** @type {(() => void) | null} */
let pending = null;

/**
 * The token of this page: the address's, else the tab's, else the one that it was last opened with.
 * @param {string} page
 * @returns {string}
 */
export function token(page) {
  const given = decodeURIComponent(location.hash.slice(1));
  if (/^[0-9a-f]{16,}$/i.test(given)) {
    keepToken(page, given);
    history.replaceState(null, "", location.pathname + location.search);
    return given;
  }
  return read(sessionStorage, TOKEN) || read(localStorage, `${TOKEN}.${page}`) || "";
}

/**
 * Keep a token for this tab and this page.
 * @param {string} page
 * @param {string} given
 */
export function keepToken(page, given) {
  write(sessionStorage, TOKEN, given);
  write(localStorage, `${TOKEN}.${page}`, given);
}

/**
 * Forget the token and what it let be read: the link has ended.
 * @param {string} page
 */
export function forget(page) {
  pending = null;
  attempt(() => sessionStorage.removeItem(TOKEN));
  attempt(() => localStorage.removeItem(`${TOKEN}.${page}`));
  attempt(() => localStorage.removeItem(`${STATE}.${page}`));
}

/**
 * The last state of this page; null when none was kept, or what was is of no use.
 * @param {string} page
 * @returns {State | null}
 */
export function state(page) {
  const kept = attempt(() => JSON.parse(read(localStorage, `${STATE}.${page}`) || "null"));
  return kept && Array.isArray(kept.board?.slots) ? { ...kept, board: whole(kept.board) } : null;
}

/**
 * Keep a state soon: `offset` is the show's clock beside ours, `at` when it was heard. A long day
 * is long to write, and is told often; the last one is written when the page goes.
 * @param {string} page
 * @param {State} present
 */
export function keepState(page, present) {
  const waits = pending !== null;
  pending = () => writeState(page, present);
  if (!waits) setTimeout(keepNow, SOON);
}

/** Keep what waits to be kept. */
export function keepNow() {
  pending?.();
  pending = null;
}

addEventListener("pagehide", keepNow);

/**
 * @param {string} page
 * @param {State} present
 */
function writeState(page, present) {
  const text = JSON.stringify({ ...present, board: told(present.board) });
  if (!write(localStorage, `${STATE}.${page}`, text)) {
    attempt(() => localStorage.removeItem(`${STATE}.${page}`));
  }
}

/**
 * A choice of this device's, such as its language.
 * @param {string} name
 * @returns {string}
 */
export function choice(name) {
  return read(localStorage, `runofshow.${name}`) || "";
}

/**
 * @param {string} name
 * @param {string} value
 */
export function keepChoice(name, value) {
  write(localStorage, `runofshow.${name}`, value);
}

/**
 * @param {Storage} store
 * @param {string} name
 */
function read(store, name) {
  return attempt(() => store.getItem(name));
}

/**
 * Whether it could be kept: there may be no room, or no leave.
 * @param {Storage} store
 * @param {string} name
 * @param {string} value
 */
function write(store, name, value) {
  return attempt(() => (store.setItem(name, value), true)) === true;
}

/**
 * What `work` answers, null when the browser refuses it.
 * @template T
 * @param {() => T} work
 * @returns {T | null}
 */
function attempt(work) {
  try {
    return work();
  } catch {
    return null;
  }
}
