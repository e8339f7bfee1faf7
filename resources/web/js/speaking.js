/**
 * Who has the floor of a panel and what each has left (timing.md, rule 37; ui/speaker/speaking.py).
 *
 * @typedef {{name: string, left: number, over: boolean, speaks: boolean}} Part left in thousandths
 * @typedef {{name: string, word: string, digits: string, overrun: boolean,
 *   tone: import("./phases.js").Phase, parts: Part[]}} Speaking
 */

import { length, wholeLeft } from "./anchors.js";
import { countdown } from "./language.js";
import { familyName } from "./names.js";
import { bounds, phaseOf } from "./phases.js";

/**
 * Who has the floor and what each has left.
 * @param {Record<string, any>} air
 * @param {number} now
 * @param {Record<string, string>} stage
 * @returns {Speaking}
 */
export function speaking(air, now, stage) {
  const { floor } = air;
  const left = length(floor.left, now);
  const tone = left === null ? "normal" : phaseOf(left, left, ...bounds((floor.share ?? 0) * 1000));
  return {
    name: floor.speaker,
    word: {
      over: stage.time_up,
      danger: stage.last_words,
      warning: stage.wrap_up,
      normal: stage.speaking,
    }[tone],
    digits: left === null ? "" : countdown(wholeLeft(left)),
    overrun: left !== null && left < 0,
    tone,
    parts: (air.shares ?? []).map((/** @type {any} */ own) => part(own, floor, left, now)),
  };
}

/**
 * @param {any} own @param {any} floor @param {number | null} left @param {number} now
 * @returns {Part}
 */
function part(own, floor, left, now) {
  const speaks = own.speaker === floor.speaker;
  const whole = (own.share ?? 0) * 1000;
  const rest = speaks && left !== null ? left : whole - (length(own.spoken, now) ?? 0);
  const kept = Math.max(0, wholeLeft(rest) * 1000);
  const thousandths = Math.min(1000, Math.round((1000 * kept) / Math.max(whole, 1000)));
  return { name: familyName(own.speaker), left: thousandths, over: rest < 0, speaks };
}
