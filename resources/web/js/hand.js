/**
 * The régie's second hand: a phone that runs the day, or one that speaks to the stage. What it may
 * do is what its link's role may; what it may not is not there.
 *
 * - All places are fixed, GO's above all. Without a connection every button is dead and says why.
 * - Each command's answer is told in the show's own words.
 *
 * @typedef {import("./anchors.js").Board} Board
 * @typedef {{board: Board, now: number, words: any, language: string, hand: Hand}} Sight
 * @typedef {{root: HTMLElement, present: (sight: Sight) => void}} Part
 */

import { instant, nextFlip } from "./anchors.js";
import { ShowClock, steady } from "./clock.js";
import { keepAwake, keepShell } from "./device.js";
import { element, show, write } from "./dom.js";
import { since as sinceKnown } from "./face.js";
import { air, head } from "./hand_air.js";
import { answer, back, go, steps } from "./hand_go.js";
import { panels } from "./hand_panels.js";
import * as keep from "./keep.js";
import { choose, chosen, countdown, native, said, texts } from "./language.js";
import { Live } from "./live.js";
import { take } from "./manner.js";
import { counting } from "./phases.js";

/** For how long the same gesture is one: a thumb that trembles touches twice. */
const TWICE = 600;

export class Hand {
  /** @param {string} page @param {HTMLElement} root */
  constructor(page, root) {
    this.page = page;
    this.root = root;
    this.language = chosen() || native();
    this.clock = new ShowClock();
    /** @type {Set<string>} */ this.may = new Set();
    const kept = keep.state(page);
    /** @type {Board | null} */ this.board = kept?.board ?? null;
    if (kept) this.clock.guess(kept.offset);
    take(kept?.manner);
    this.live = new Live({
      page,
      token: keep.token(page),
      language: this.language,
      clock: this.clock,
    });
    /** @type {number | undefined} */ this.timer = undefined;
    /** @type {HTMLElement} */ this.alone = element("div.alone", { role: "alert", hidden: true });
    this.answer = answer();
    /** @type {Map<string, number>} when each gesture was last made */ this.made = new Map();
    /** @type {Part[]} */
    this.parts = [head(), air(), panels(this), this.answer, steps(this), back(this), go(this)];
    root.append(...this.parts.map((part) => part.root));
    this.answer.root.after(this.alone);
  }

  connect() {
    const { live } = this;
    live.addEventListener("hello", () => this.#greeted());
    live.addEventListener("board", () => this.#told());
    live.addEventListener("manner", () => this.look());
    live.addEventListener("lost", () => this.look());
    live.addEventListener("ended", () => this.#ended());
    live.addEventListener("identify", (event) => {
      const { number } = { number: /** @type {CustomEvent} */ (event).detail };
      this.answer.tell(said(this.words.page.identified, { number }), "done");
    });
    if (live.token) live.open();
    this.look();
  }

  get words() {
    return texts(this.language);
  }

  /** Whether commands get through. */
  get alive() {
    return this.live.connected;
  }

  /**
   * Give a command, and tell its answer in the show's words. The same one touched twice is given
   * once, but for minutes: whoever touches +1 three times wants three.
   * @param {Record<string, unknown>} command
   * @param {string} name what was asked, for whoever asked it
   */
  async give(command, name) {
    const { page } = this.words;
    const gesture = gestureOf(command);
    const since = steady() - (this.made.get(gesture) ?? -Infinity);
    this.made.set(gesture, steady());
    if (since < TWICE && command.do !== "stretch") return { ok: false, code: "twice" };
    this.answer.tell(`${name}. ${page.waiting}`, "waiting");
    const answered = await this.live.ask(command);
    const reasons = { not_connected: page.not_connected, unanswered: page.unanswered };
    const why = answered.why ?? Reflect.get(reasons, answered.code ?? "") ?? "";
    this.answer.tell(
      answered.ok ? `✓ ${name}` : `✕ ${name}. ${why}`,
      answered.ok ? "done" : "refused",
    );
    this.look();
    return answered;
  }

  /**
   * Ask what only this role may: plans, ready phrases.
   * @param {string} path @returns {Promise<any>} null when it cannot be had
   */
  async fetched(path) {
    const headers = {
      Authorization: `Bearer ${this.live.token}`,
      "Accept-Language": this.language,
    };
    try {
      const answered = await fetch(path, { headers });
      return answered.ok ? await answered.json() : null;
    } catch {
      return null; // no connection: the page says so already
    }
  }

  /** @param {import("./language.js").Language} language */
  speak(language) {
    choose(language);
    this.language = language;
    this.live.speak(language);
    this.look();
  }

  #greeted() {
    this.may = new Set(this.live.hello?.may);
    this.look();
  }

  #told() {
    this.board = this.live.board;
    this.look();
    const { board, clock, live } = this;
    if (board)
      keep.keepState(this.page, { board, offset: clock.offset, at: steady(), manner: live.manner });
  }

  #ended() {
    keep.forget(this.page);
    this.look();
  }

  /** Show how things stand now, and come back when a digit changes. */
  look() {
    clearTimeout(this.timer);
    document.documentElement.lang = this.language;
    document.title = `${this.words.pages[this.page]} · Run of Show`;
    const now = sinceKnown(this.board, this.clock.now());
    this.#tellAlone();
    const { board, words, language } = this;
    this.root.dataset.known = board ? "yes" : "no";
    if (board)
      this.parts.forEach((part) => part.present({ board, now, words, language, hand: this }));
    this.timer = setTimeout(() => this.look(), Math.max(1, Math.ceil(this.#next(now) - now)));
  }

  #tellAlone() {
    const { page } = this.words;
    const { since, ended, token } = this.live;
    const time = since === null ? "" : countdown(Math.floor((steady() - since) / 1000));
    const lost = this.live.hello === null ? page.connecting : said(page.alone_short, { time });
    write(this.alone, ended ? page.ended : token ? lost : page.no_link);
    show(this.alone, since !== null);
    show(this.answer.root, since === null);
  }

  /** @param {number} now */
  #next(now) {
    const moments = [now + 1000 - (now % 1000)];
    const [onAir, next] = [this.board?.on_air, this.board?.next];
    if (onAir && !onAir.holding) moments.push(nextFlip(counting(onAir, now).counted, now));
    const starts = next ? instant(next.expected_start, now) : null;
    if (starts !== null) moments.push(nextFlip(starts - now, now));
    return Math.min(...moments);
  }
}

/** What one button gives by turns is one gesture. @param {Record<string, unknown>} command */
function gestureOf({ do: name, text, plan }) {
  return [name === "resume" ? "hold" : name, text ?? plan].join(" ");
}

const root = document.getElementById("hand");
if (root) {
  const hand = new Hand(document.body.dataset.page ?? "remote", root);
  keepShell();
  keepAwake(() => hand.answer.tell(hand.words.page.may_sleep, "done"));
  hand.connect();
}
