/**
 * Phases by the time that is left (timing.md, rules 11, 36 and 37), so that a page goes from one to
 * the next on the second, whether or not anybody tells it.
 *
 * @typedef {"normal" | "warning" | "danger" | "over"} Phase
 */

import { length } from "./anchors.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * @param {number} remaining milliseconds
 * @param {number} reckoned what is left before the questions, if they are to come
 * @param {number} warning
 * @param {number} danger
 * @returns {Phase}
 */
export function phaseOf(remaining, reckoned, warning, danger) {
  if (remaining < 0) return "over";
  if (reckoned <= danger) return "danger";
  return reckoned <= warning ? "warning" : "normal";
}

/** @param {number} whole the bounds of a length that nobody set @returns {[number, number]} */
export function bounds(whole) {
  const warning = Math.min(Math.max(whole / 5, MINUTE), 5 * MINUTE, whole / 2);
  const danger = Math.min(Math.max(whole / 20, 30 * SECOND), 2 * MINUTE, whole / 4);
  return [halfUp(warning), halfUp(danger)];
}

/** @param {number} ms */
function halfUp(ms) {
  return Math.floor(ms / SECOND + 0.5) * SECOND;
}

/**
 * What the clock of the item on air says now, all in milliseconds.
 * @param {Record<string, any>} air the board's `on_air`
 * @param {number} now
 */
export function counting(air, now) {
  const remaining = length(air.remaining, now) ?? 0;
  const questions = (air.questions ?? 0) * SECOND;
  const tail = air.questions_open ? 0 : questions;
  const [warning, danger] = [(air.warning ?? 0) * SECOND, (air.danger ?? 0) * SECOND];
  const phase = phaseOf(remaining, remaining - tail, warning, danger);
  const counted = phase === "over" ? remaining : remaining - tail;
  return { remaining, questions, tail, warning, danger, phase, counted };
}
