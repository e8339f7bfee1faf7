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

/** This machine's time in milliseconds since 1970: steady, whoever turns its clock. */
export function steady() {
  return performance.timeOrigin + performance.now();
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
   * Take an exchange: sent and come back by our clock, answered at `at` by the show's.
   * @param {number} sent
   * @param {number} back
   * @param {number} at
   */
  take(sent, back, at) {
    this.samples.push({ offset: at - (sent + back) / 2, trip: back - sent });
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
