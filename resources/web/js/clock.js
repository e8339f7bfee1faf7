/**
 * The show's clock, as NTP finds it (network.md §1).
 *
 * Five quick exchanges, then one every ten seconds; the sample of the shortest round trip among the
 * last eight counts. Once the first five are there, what is shown is slewed by at most 50 ms a
 * second, and steps beyond 500 ms.
 */

export const QUICK = 5;
export const QUICK_EVERY = 120;
export const EVERY = 10_000;
const KEPT = 8;
/** How much of a second the clock is slewed in a second. */
const SLEW = 0.05;
const STEP = 500;
/** From how far the wall's clock runs ahead of the steady one, this machine has slept. */
const SLEPT = 5000;

/** Tells "woken" once this machine has slept. */
export const sleep = new EventTarget();
let slept = 0;
let ahead = Date.now() - performance.timeOrigin - performance.now();

/**
 * This machine's time in milliseconds since 1970: steady, whoever turns its clock by a little.
 *
 * A phone that is locked and a laptop that is closed sleep, and on many of them the steady clock
 * stops meanwhile; the wall's does not. What it gained at once was slept through, or turned by hand:
 * then the next exchange says so.
 */
export function steady() {
  const running = performance.timeOrigin + performance.now();
  const gained = Date.now() - running - ahead;
  ahead += gained;
  if (gained > SLEPT) {
    slept += gained;
    queueMicrotask(() => sleep.dispatchEvent(new Event("woken")));
  }
  return running + slept;
}

export class ShowClock {
  /** @param {() => number} [here] a steady clock in milliseconds */
  constructor(here = steady) {
    this.here = here;
    /** @type {Array<{offset: number, trip: number}>} */
    this.samples = [];
    this.shown = 0;
    this.slewedAt = here();
    /** How many samples were ever taken. */
    this.taken = 0;
  }

  /** The show's time in milliseconds since 1970. */
  now() {
    this.#slew();
    return this.here() + this.shown;
  }

  /** What the show's clock is ahead of ours, by the best sample there is; milliseconds. */
  get offset() {
    const best = this.samples.reduce((a, b) => (b.trip < a.trip ? b : a), this.samples[0]);
    return best ? best.offset : this.shown;
  }

  /** How long the shortest way there and back took, in milliseconds; null before any. */
  get trip() {
    return this.samples.length ? Math.min(...this.samples.map((each) => each.trip)) : null;
  }

  /**
   * Take an offset that was kept, or a greeting's, until a sample is there: it is late by the way.
   * @param {number} offset
   */
  guess(offset) {
    if (!this.taken || Math.abs(offset - this.shown) > STEP) this.shown = offset;
  }

  /** Forget what was sampled: this machine slept, or its connection is another. */
  forget() {
    this.samples = [];
  }

  /**
   * Take an exchange: sent and come back by our clock, answered at `at` by the show's. Those before
   * that cannot be true beside it were of another clock.
   * @param {number} sent
   * @param {number} back
   * @param {number} at
   */
  take(sent, back, at) {
    const sample = { offset: at - (sent + back) / 2, trip: back - sent };
    this.samples = this.samples.filter((each) => agree(each, sample));
    this.samples.push(sample);
    if (this.samples.length > KEPT) this.samples.shift();
    this.taken += 1;
    if (this.taken <= QUICK || Math.abs(this.offset - this.shown) > STEP) this.shown = this.offset;
  }

  #slew() {
    const here = this.here();
    const most = Math.max(0, here - this.slewedAt) * SLEW;
    const missing = this.offset - this.shown;
    this.slewedAt = here;
    this.shown += Math.max(-most, Math.min(most, missing));
  }
}

/**
 * Whether two samples may be of one clock: each is off by half its way there and back, at most.
 * @param {{offset: number, trip: number}} one
 * @param {{offset: number, trip: number}} other
 */
function agree(one, other) {
  return Math.abs(one.offset - other.offset) <= (one.trip + other.trip) / 2 + STEP;
}
