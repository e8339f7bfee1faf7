/**
 * A phone asks to be let in as a remote: it shows a number, and the régie compares it with its own.
 *
 * - The code comes in the address's fragment, which no server is sent; it is taken out at once.
 * - It is brought once, for a ticket that only this phone has; with that it asks until the régie has
 *   answered. Opened again meanwhile, the page goes on waiting.
 * - Who is let in is told a token once, which is kept for the remote's page, and that is opened.
 */

import { keepToken } from "./keep.js";
import { chosen, native, said, texts } from "./language.js";

const EVERY = 1000;
const TICKET = "runofshow.ticket";

/** @typedef {{ticket: string, number: number, until: number}} Wait */

const language = chosen() || native();
const words = texts(language).pair;

/** @param {string} selector @param {string | number} text */
function say(selector, text) {
  const part = document.querySelector(`#pair ${selector}`);
  if (part && part.textContent !== `${text}`) part.textContent = `${text}`;
}

/** @param {Record<string, string>} body */
async function ask(body) {
  const answer = await fetch(`/v1/pair?lang=${language}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

/** What this device is called. */
function device() {
  const told = /** @type {any} */ (navigator).userAgentData;
  const known = navigator.userAgent.match(/iPhone|iPad|Android|Windows|Macintosh|CrOS|Linux/);
  return told?.model || told?.platform || known?.[0] || "";
}

/** @returns {Wait | null} */
function kept() {
  try {
    const wait = JSON.parse(sessionStorage.getItem(TICKET) || "null");
    return wait && wait.until > Date.now() ? wait : null;
  } catch {
    return null;
  }
}

/** @param {Wait | null} wait */
function keep(wait) {
  try {
    if (wait) sessionStorage.setItem(TICKET, JSON.stringify(wait));
    else sessionStorage.removeItem(TICKET);
  } catch {} // a browser that lets nothing be kept waits as long as its page is open
}

/** @param {string} why @param {string} [after] */
function end(why, after = "") {
  keep(null);
  say(".show", "");
  say(".number", "");
  say(".said", why);
  say(".left", after);
}

/** @param {Wait} wait */
async function listen(wait) {
  say(".show", words.show);
  say(".number", wait.number);
  say(".said", words.compare);
  while (Date.now() < wait.until) {
    say(".left", said(words.left, { seconds: Math.ceil((wait.until - Date.now()) / 1000) }));
    const heard = await ask({ ticket: wait.ticket }).catch(() => null);
    if (heard?.state === "accepted") {
      let_in(heard.token);
      return;
    }
    if (heard && !heard.ok && heard.code !== "too_fast") {
      end(heard.why, heard.code === "pair_refused" ? words.again : "");
      return;
    }
    await new Promise((woken) => setTimeout(woken, EVERY));
  }
  end(words.again);
}

/** @param {string} token */
function let_in(token) {
  keep(null);
  keepToken("remote", token);
  say(".said", words.accepted);
  location.replace(`/remote${location.search}#${token}`);
}

async function begin() {
  document.documentElement.lang = language;
  say("h1", words.title);
  const code = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
  const waits = kept();
  if (!code) {
    if (waits) await listen(waits);
    else end(words.no_code);
    return;
  }
  say(".said", words.asking);
  const given = await ask({ code, name: device() }).catch(() => null);
  if (!given) end(words.alone);
  else if (!given.ok) end(given.why);
  else {
    const { ticket, number, seconds } = given;
    const wait = { ticket, number, until: Date.now() + seconds * 1000 };
    keep(wait);
    await listen(wait);
  }
}

begin();
