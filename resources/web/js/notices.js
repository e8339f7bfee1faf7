/**
 * What the rooms of workshops are told by the clock alone (core/notices.py): five minutes are left,
 * it is over. Each stands for a minute; what the régie says keeps its place.
 */

import { length } from "./anchors.js";
import { at } from "./face.js";

/** @typedef {import("./anchors.js").Board} Board */
/** @typedef {{what: "five" | "over", slot: string}} Notice */

const MINUTE = 60_000;
const FIVE = 5 * MINUTE;
/** For how long a notice stands. */
const TOLD = MINUTE;
/** How long a round lasts at least of which it is told that five minutes are left. */
const LEAST = 2 * FIVE;

/** What the rooms are to be told now. @param {Board} board @param {number} now */
export function notice(board, now) {
  return ofRunning(board, now) ?? ofLeft(board, now);
}

/** @param {Board} board @param {number} now @returns {Notice | null} */
function ofRunning(board, now) {
  const air = board.on_air;
  if (!air || air.holding || !board.slots.get(air.slot)?.activities) return null;
  const left = length(air.remaining, now) ?? 0;
  if (-TOLD < left && left <= 0) return { what: "over", slot: air.slot };
  const tells = FIVE - TOLD < left && left <= FIVE && (air.length ?? 0) * 1000 >= LEAST;
  return tells ? { what: "five", slot: air.slot } : null;
}

/** Of the leaf that left the air last. @param {Board} board @param {number} now @returns {Notice | null} */
function ofLeft(board, now) {
  const until = board.on_air?.slot ?? board.next?.slot;
  /** @type {Record<string, any> | undefined} */ let last;
  for (const row of board.slots.values()) {
    if (row.id === until) break;
    if (row.leaf && row.status !== "skipped") last = row;
  }
  const ended = last?.status === "done" && last.activities ? at(last, "ended", now) : null;
  const tells = last && ended !== null && ended <= now && now < ended + TOLD;
  return tells ? { what: "over", slot: last.id } : null;
}
