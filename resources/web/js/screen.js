/**
 * A page that people look at from far: connected, counting, never blank.
 *
 * - It counts by itself and flips on the second; what is told changes what it counts to.
 * - Alone for five seconds, it says so at its top, and counts on.
 * - `?mirror` flips the picture, `?rotate=90` turns it; a tap fills the screen. `?room=` says in
 *   which room it stands, as a link for a room does.
 *
 * @typedef {import("./face.js").Face} Face
 * @typedef {import("./anchors.js").Board} Board
 * @typedef {{
 *   see: (board: Board, now: number, words: any, room: string | null) => Face,
 *   draw: (sheet: Sheet, face: Face) => void,
 *   lines: (face: Face) => string[],
 *   heard?: (before: Face | null, after: Face) => void,
 * }} Layout
 */

import { instant, length, nextFlip } from "./anchors.js";
import { ShowClock, steady } from "./clock.js";
import { element, fill } from "./dom.js";
import { EMPTY, since } from "./face.js";
import * as keep from "./keep.js";
import { chosen, countdown, languageOf, native, said, texts } from "./language.js";
import { ready } from "./letters.js";
import { Live } from "./live.js";
import { take } from "./manner.js";
import { Pace, Pulse, same } from "./pace.js";
import { counting } from "./phases.js";
import { COLOURS, mark, markHeight, Sheet } from "./sheet.js";
import { keepAwake, keepShell } from "./device.js";

/** How long a page waits before it says that it is alone: by five seconds it has. */
export const ALONE = 4500;
const IDENTIFIED = 5000;
/** For how long it is told that the device may switch its screen off. */
const TOLD = 10_000;
/** Browsers keep no timer longer than this. */
const LONGEST = 60_000;

/**
 * Open a page of this name with this layout.
 * @param {string} page
 * @param {Layout} layout
 */
export async function open(page, layout) {
  const screen = new Screen(page, layout);
  keepShell();
  keepAwake(() => screen.mayGoDark());
  screen.connect();
  await ready(() => screen.again());
  screen.look();
}

class Screen {
  /** @param {string} page @param {Layout} layout */
  constructor(page, layout) {
    this.page = page;
    this.layout = layout;
    this.clock = new ShowClock();
    this.pace = new Pace();
    this.pulse = new Pulse();
    /** @type {Face | null} */ this.shown = null;
    /** @type {unknown} */ this.told = null;
    this.size = "";
    this.identified = { number: 0, until: 0 };
    this.darkUntil = 0;
    /** @type {number | undefined} */ this.timer = undefined;
    const kept = keep.state(page);
    /** @type {Board | null} */ this.board = kept?.board ?? null;
    if (kept) this.clock.guess(kept.offset);
    take(kept?.manner);
    this.language = chosen() || languageOf(kept?.manner) || native();
    const asked = new URLSearchParams(location.search);
    this.way = wayOf(asked);
    this.room = asked.get("room")?.trim() ?? "";
    this.canvas = /** @type {HTMLCanvasElement} */ (document.querySelector("canvas"));
    this.pen = /** @type {CanvasRenderingContext2D} */ (
      this.canvas.getContext("2d", { alpha: false })
    );
    const token = keep.token(page);
    this.live = new Live({ page, token, language: this.language, clock: this.clock });
    addEventListener("resize", () => this.look());
    document.addEventListener("visibilitychange", () => this.look());
    document.addEventListener("click", fillScreen);
  }

  connect() {
    const { live } = this;
    live.addEventListener("manner", () => this.#styled());
    live.addEventListener("board", () => this.#told());
    live.addEventListener("lost", () => this.look());
    live.addEventListener("ended", () => this.#ended());
    live.addEventListener("identify", (event) =>
      this.#identify(/** @type {CustomEvent} */ (event).detail),
    );
    if (live.token) live.open();
  }

  #styled() {
    this.language = chosen() || languageOf(this.live.manner) || this.language;
    this.again();
    this.#keep();
  }

  #told() {
    this.board = this.live.board;
    this.look();
    this.#keep();
  }

  #keep() {
    if (!this.board) return;
    const { board, clock, live } = this;
    const { offset } = clock;
    keep.keepState(this.page, { board, offset, at: steady(), manner: live.manner });
  }

  #ended() {
    keep.forget(this.page);
    this.look();
  }

  /** @param {number} number */
  #identify(number) {
    this.identified = { number, until: steady() + IDENTIFIED };
    this.look();
  }

  /** Tell whoever sets the screen up that it may go dark: nobody can be told later. */
  mayGoDark() {
    this.darkUntil = steady() + TOLD;
    this.look();
  }

  /** Paint all of it anew. */
  again() {
    this.size = "";
    this.look();
  }

  /** Show how things stand now, and come back when a digit changes. */
  look() {
    clearTimeout(this.timer);
    document.documentElement.lang = this.language;
    document.title = `${texts(this.language).pages[this.page]} · Run of Show`;
    const here = steady();
    const face = this.#face();
    this.pulse.look(this.shown, face, here);
    const wait = this.pace.wait(this.shown, face, here);
    if (!wait) this.#show({ ...face, hollow: this.pulse.hollow(here) });
    const next = wait ? here + wait : this.#next(here);
    this.timer = setTimeout(
      () => this.look(),
      Math.min(LONGEST, Math.max(1, Math.ceil(next - here))),
    );
  }

  /** @returns {Face} */
  #face() {
    const words = texts(this.language);
    const dark = this.darkUntil > steady() ? words.page.may_sleep : "";
    const alone = this.#alone(words.page) || dark;
    if (!this.board) {
      const phrase = this.live.token ? words.page.connecting : words.page.no_link;
      return { ...EMPTY, scene: "late_start", tone: "waiting", phrase, mark: alone };
    }
    const room = this.room || this.live.hello?.room || null;
    return {
      ...this.layout.see(this.board, since(this.board, this.clock.now()), words, room),
      mark: alone,
    };
  }

  /**
   * What is said of the connection; nothing while it stands.
   * @param {Record<string, string>} words
   */
  #alone(words) {
    const { since, ended, token } = this.live;
    if (ended) return words.ended;
    if (since === null || !token || steady() - since < ALONE) return "";
    return said(words.alone, { time: countdown(Math.floor((steady() - since) / 1000)) });
  }

  /** When something changes by itself, by our steady clock. @param {number} here */
  #next(here) {
    const now = this.clock.now();
    const moments = [here + 1000 - (now % 1000), this.pulse.next(here)];
    const count = (/** @type {number | null} */ left) => {
      if (left !== null) moments.push(here + nextFlip(left, now) - now);
    };
    const [air, next] = [this.board?.on_air, this.board?.next];
    if (air && !air.holding) count(counting(air, now).counted);
    if (air?.floor && !air.holding) count(length(air.floor.left, now));
    if (next) count((instant(next.expected_start, now) ?? now) - now);
    if (this.live.since !== null) count(here - this.live.since);
    return Math.min(...moments.filter((moment) => moment > here));
  }

  /** @param {Face} face */
  #show(face) {
    const size = `${innerWidth}×${innerHeight}×${devicePixelRatio}`;
    const number = this.identified.until > steady() ? this.identified.number : 0;
    const told = { ...face, number };
    if (size === this.size && same(told, this.told)) return;
    this.layout.heard?.(this.shown, face);
    this.told = told;
    this.shown = face;
    this.size = size;
    this.#paint(face, number);
    speak(face, number ? said(texts(this.language).page.identified, { number }) : "");
    list(face.scene === "blackout" || !this.board ? [] : this.layout.lines(face));
  }

  /** @param {Face} face @param {number} number */
  #paint(face, number) {
    const [wide, high] = [innerWidth, innerHeight].map((side) =>
      Math.round(side * devicePixelRatio),
    );
    if (this.canvas.width !== wide || this.canvas.height !== high) {
      Object.assign(this.canvas, { width: wide, height: high });
    }
    const sideways = this.way.turned % 180 !== 0;
    const box = { x: 0, y: 0, w: sideways ? high : wide, h: sideways ? wide : high };
    brought(this.pen, wide, high, box, this.way);
    const sheet = new Sheet(this.pen, box);
    const black = face.scene === "blackout" && !number;
    sheet.fill(0, 0, 1, 1, black ? "#000000" : COLOURS.paper);
    if (number) identify(sheet, said(texts(this.language).page.identified, { number }));
    else if (!black) picture(sheet, face, this.layout);
    if (face.mark && !number) mark(sheet, face.mark);
  }
}

/** @param {Sheet} sheet @param {Face} face @param {Layout} layout */
function picture(sheet, face, layout) {
  layout.draw(face.mark ? sheet.part(0, markHeight(sheet), 1, 1) : sheet, face);
}

/** @param {Sheet} sheet @param {string} text */
function identify(sheet, text) {
  sheet.fill(0, 0, 1, 1, COLOURS.waiting_plate);
  sheet.block(text, sheet.zone(0.1, 0.1, 0.9, 0.9), 0.4, COLOURS.normal);
}

/** @param {URLSearchParams} asked how the picture is flipped and turned */
function wayOf(asked) {
  const turned = asked.has("rotate") ? Number(asked.get("rotate")) || 90 : 0;
  return {
    mirrored: asked.has("mirror"),
    turned: (((Math.round(turned / 90) * 90) % 360) + 360) % 360,
  };
}

/**
 * Flip the sheet, turn it, and lay its middle on the screen's.
 * @param {CanvasRenderingContext2D} pen
 * @param {number} wide
 * @param {number} high
 * @param {import("./sheet.js").Box} box
 * @param {{mirrored: boolean, turned: number}} way
 */
function brought(pen, wide, high, box, way) {
  pen.setTransform(1, 0, 0, 1, wide / 2, high / 2);
  pen.rotate((way.turned * Math.PI) / 180);
  pen.scale(way.mirrored ? -1 : 1, 1);
  pen.translate(-box.w / 2, -box.h / 2);
}

/** Say the same to who cannot see it. @param {Face} face @param {string} identified */
function speak(face, identified) {
  const word = [face.plate || face.head || face.phrase, face.message, face.mark].filter(Boolean);
  write("time", face.overrun ? `+${face.digits}` : face.digits);
  write("word", identified || word.join(". "));
}

/** @param {string} id @param {string} text */
function write(id, text) {
  const place = document.getElementById(id);
  if (place && place.textContent !== text) place.textContent = text;
}

/** What is seen in lines, for who cannot see them. @param {string[]} lines */
function list(lines) {
  const [place, said] = [document.getElementById("lines"), lines.filter(Boolean)];
  if (place) fill(place, said, () => said.map((line) => element("li", {}, line)));
}

/** Fill the screen, or leave it. */
function fillScreen() {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.({ navigationUI: "hide" });
  done?.catch(() => {}); // a browser may refuse; the page is as good in its window
}
