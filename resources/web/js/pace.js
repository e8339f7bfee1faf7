/**
 * How fast a screen may change: no hand can make it flash (WCAG 2.3.1; ui/speaker/pace.py).
 *
 * What time does is shown at once. Anything else is a jump: no two within a quarter of a second.
 */

const JUMP = 250;
/** What changes by itself, second by second. */
const STEPPING = new Set(["digits", "bar", "clock", "then", "floor", "message", "mark", "own"]);
const BEAT = 500;
const BEATS = 6;
/** @type {Record<string, number>} */
const URGENCY = { normal: 0, questions: 1, warning: 1, danger: 2, over: 3 };

/** @typedef {import("./face.js").Face} Face */

export class Pace {
  constructor() {
    this.jumped = -Infinity;
  }

  /**
   * For how long `after` must wait before it may take the place of `before`.
   * @param {Face | null} before
   * @param {Face} after
   * @param {number} now
   */
  wait(before, after, now) {
    if (!before || steps(before, after)) return 0;
    const wait = Math.max(0, this.jumped + JUMP - now);
    if (!wait) this.jumped = now;
    return wait;
  }
}

/** @param {Face} before @param {Face} after */
function steps(before, after) {
  return Object.entries(after).every(
    ([name, value]) => STEPPING.has(name) || same(value, Reflect.get(before, name)),
  );
}

/** @param {unknown} one @param {unknown} other */
export function same(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Six half seconds, hollow and solid by turns, at what gets more urgent; then steady. */
export class Pulse {
  constructor() {
    this.begun = -Infinity;
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
  }

  /** @param {Face | null} before @param {Face} after @param {number} now */
  look(before, after, now) {
    if (before && alerts(before, after)) this.begun = now;
  }

  /** Whether the frame is hollow now. @param {number} now */
  hollow(now) {
    const beat = Math.floor((now - this.begun) / BEAT);
    return !this.still.matches && beat < BEATS && beat % 2 === 0;
  }

  /** When that changes; Infinity when it does not. @param {number} now */
  next(now) {
    const beat = Math.floor((now - this.begun) / BEAT);
    return this.still.matches || beat >= BEATS ? Infinity : this.begun + (beat + 1) * BEAT;
  }
}

/** @param {Face} before @param {Face} after */
function alerts(before, after) {
  if (after.flash && !(before.flash && before.said === after.said)) return true;
  if (!after.airing || before.airing !== after.airing) return false;
  if (after.tone !== before.tone && worse(before.tone, after.tone)) return true;
  const [was, is] = [before.floor, after.floor];
  return Boolean(was && is && was.name === is.name && worse(was.tone, is.tone));
}

/** @param {string} was @param {string} is */
function worse(was, is) {
  return (URGENCY[is] ?? 0) > (URGENCY[was] ?? 0);
}
