/**
 * The connection to the régie: greeting, board, changes, and back again by itself (network.md §2).
 *
 * - A gap in `seq` is seen and the whole is asked for.
 * - Who lost the connection tries again after 0.25 s, then ever later up to 5 s, never all at once.
 * - A link that has ended is not tried again.
 * - An exchange that is not answered in time counts as a lost connection, lost since it was last
 *   heard: a cable that was pulled closes nothing, and a machine that slept has heard nothing.
 * - A command is told not to be done later than some seconds: what a network held back and delivers
 *   at last is not done behind the back of whoever was told that nobody answered.
 */

import { patched, whole } from "./anchors.js";
import { EVERY, QUICK, QUICK_EVERY, sleep, steady } from "./clock.js";
import { take } from "./manner.js";

const FIRST = 250;
const LONGEST = 5000;
/** For how long an exchange may go unanswered, besides the way that it takes at best. */
const SILENT = 3000;
/** How long a connection may take to be made. */
const PATIENCE = 6000;
const REVOKED = 4401;
/** For how long a command's answer is awaited. */
const ANSWER = 8000;
/** For how long it may be under way. */
const LASTS = 4000;

/**
 * @typedef {{ok: boolean, why?: string, code?: string, rev?: number}} Answer
 * @typedef {{role: string, room: string | null, number: number, now: number, may: string[],
 *   language?: string}} Hello
 */

export class Live extends EventTarget {
  /**
   * Events: "hello", "board", "manner", "lost", "ended", "identify". `since` is when the connection was lost,
   * by our steady clock; null while it stands.
   * @param {{page: string, token: string, language: string, clock: import("./clock.js").ShowClock}}
   *   options
   */
  constructor({ page, token, language, clock }) {
    super();
    /** @type {string} */ this.page = page;
    /** @type {string} */ this.token = token;
    /** @type {string} */ this.language = language;
    /** @type {import("./clock.js").ShowClock} */ this.clock = clock;
    /** @type {import("./anchors.js").Board | null} */ this.board = null;
    /** @type {import("./manner.js").Manner | undefined} */ this.manner = undefined;
    /** @type {Hello | null} */ this.hello = null;
    /** @type {WebSocket | null} */ this.socket = null;
    /** @type {number | null} */ this.since = steady();
    /** When anything was last heard of the régie. */
    this.heard = steady();
    this.rev = -1;
    this.seq = -1;
    this.ended = false;
    this.tries = 0;
    this.exchanges = 0;
    /** Whether the last try got through to the régie. */
    this.through = true;
    /** @type {number | undefined} */ this.patience = undefined;
    /** @type {Map<string, (answer: Answer) => void>} */ this.awaited = new Map();
    /** @type {number | undefined} */ this.again = undefined;
    /** @type {number | undefined} */ this.exchanging = undefined;
    addEventListener("online", () => this.hurry());
    addEventListener("offline", () => this.socket && this.#drop(this.socket));
    document.addEventListener("visibilitychange", () => this.#seenAgain());
    sleep.addEventListener("woken", () => this.#seenAgain());
  }

  /** Whether the régie hears us now. */
  get connected() {
    return this.since === null;
  }

  /** Connect, and stay so. */
  open() {
    clearTimeout(this.again);
    if (this.socket || this.ended) return;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const asked = new URLSearchParams({ page: this.page, lang: this.language });
    const address = `${scheme}://${location.host}/v1/live?${asked}`;
    const socket = new WebSocket(address, ["runofshow.v1", `bearer.${this.token}`]);
    this.socket = socket;
    this.through = false;
    this.patience = setTimeout(() => this.#drop(socket), PATIENCE);
    socket.onopen = () => {
      this.through = true;
      clearTimeout(this.patience);
    };
    socket.onmessage = (event) => socket === this.socket && this.#hear(JSON.parse(event.data));
    socket.onclose = (event) => {
      if (socket === this.socket) this.#lost(steady(), event.code);
    };
  }

  /** Speak another language from now on. @param {string} language */
  speak(language) {
    this.language = language;
    if (this.socket) this.#drop(this.socket);
    this.hurry();
  }

  /** Try now, not later. */
  hurry() {
    this.tries = 0;
    this.open();
  }

  /**
   * Ask for a command; the answer is the show's, or one of code "unanswered" or "not_connected".
   * @param {Record<string, unknown>} command
   * @returns {Promise<Answer>}
   */
  ask(command) {
    const socket = this.socket;
    if (!socket || !this.connected) return Promise.resolve({ ok: false, code: "not_connected" });
    const id = `${this.page}-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
    return new Promise((answered) => {
      const late = setTimeout(() => this.#answer(id, { ok: false, code: "unanswered" }), ANSWER);
      this.awaited.set(id, (answer) => {
        clearTimeout(late);
        answered(answer);
      });
      const until = Math.round(this.clock.now()) + LASTS;
      socket.send(JSON.stringify({ ...command, id, until }));
    });
  }

  /** @param {Record<string, any>} said */
  #hear(said) {
    this.heard = steady();
    if (said.manner) this.#styled(said.manner);
    if (said.hello) this.#greeted(said.hello);
    else if ("board" in said) this.#told(/** @type {any} */ (said), whole(said.board));
    else if ("patch" in said) this.#changed(said);
    else if ("pong" in said) this.#exchanged(said);
    else if ("answer" in said) this.#answer(said.to, said.answer);
    else if ("identify" in said) this.#say("identify", said.identify);
  }

  /** @param {Hello} hello */
  #greeted(hello) {
    this.hello = hello;
    this.tries = 0;
    this.clock.forget();
    this.clock.guess(hello.now - steady());
    this.exchanges = 0;
    this.#exchange();
    this.#say("hello", hello);
  }

  /** @param {import("./manner.js").Manner} manner */
  #styled(manner) {
    this.manner = manner;
    take(manner);
    this.#say("manner", manner);
  }

  /**
   * @param {{rev: number, seq: number}} said
   * @param {import("./anchors.js").Board} board
   */
  #told({ rev, seq }, board) {
    Object.assign(this, { rev, seq, board, since: null });
    this.#say("board", board);
  }

  /** @param {Record<string, any>} said */
  #changed(said) {
    if (!this.board || said.seq !== this.seq + 1) {
      if (said.seq !== this.seq) this.#send({ ask: "board" });
      return;
    }
    this.#told(/** @type {any} */ (said), patched(this.board, said.patch));
  }

  /**
   * @param {string} id
   * @param {Answer} answer
   */
  #answer(id, answer) {
    this.awaited.get(id)?.(answer);
    this.awaited.delete(id);
  }

  #exchange() {
    clearTimeout(this.exchanging);
    clearTimeout(this.patience);
    const socket = this.socket;
    const patience = SILENT + Math.min(SILENT, this.clock.trip ?? SILENT);
    this.patience = setTimeout(() => socket && this.#drop(socket, this.heard), patience);
    this.#send({ ping: steady() });
  }

  /** @param {Record<string, any>} said */
  #exchanged({ pong, at }) {
    clearTimeout(this.patience);
    clearTimeout(this.exchanging);
    this.clock.take(pong, steady(), at);
    this.exchanges += 1;
    const wait = this.exchanges < QUICK ? QUICK_EVERY : EVERY;
    this.exchanging = setTimeout(() => this.#exchange(), wait);
  }

  /** @param {unknown} message */
  #send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  #seenAgain() {
    if (document.visibilityState !== "visible") return;
    this.hurry();
    if (this.connected) {
      this.exchanges = 0;
      this.#exchange();
    }
  }

  /**
   * @param {WebSocket} socket
   * @param {number} [since] when it was last heard
   */
  #drop(socket, since = steady()) {
    socket.close();
    if (socket === this.socket) this.#lost(since);
  }

  /**
   * @param {number} since
   * @param {number} [code] with which it was closed
   */
  #lost(since, code) {
    clearTimeout(this.exchanging);
    clearTimeout(this.patience);
    this.socket = null;
    for (const id of [...this.awaited.keys()]) this.#answer(id, { ok: false, code: "unanswered" });
    if (this.since === null) this.since = since;
    if (code === REVOKED) {
      this.#end();
      return;
    }
    this.#say("lost", null);
    this.#later();
  }

  #later() {
    const longest = Math.min(LONGEST, FIRST * 2 ** this.tries);
    this.tries += 1;
    this.again = setTimeout(() => this.#tryAgain(), longest * (0.5 + Math.random() / 2));
  }

  /**
   * A browser is not told why it was not let in: an address that anybody with a link may ask is.
   */
  async #tryAgain() {
    if (!this.through && (await this.#strange())) this.#end();
    else this.open();
  }

  async #strange() {
    const asked = { headers: { Authorization: `Bearer ${this.token}` } };
    try {
      return (await fetch("/v1/time", asked)).status === 401;
    } catch {
      return false;
    }
  }

  #end() {
    this.ended = true;
    this.#say("ended", null);
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
