/** Rooms of workshops: where they stand in a day, and what takes place in them. */

import { coming } from "./face.js";

/** @typedef {import("./anchors.js").Board} Board */

/**
 * The row whose rooms are told: what is on air, if it has any; else the next that has.
 * @param {Board} board @returns {Record<string, any> | undefined}
 */
export function rowOf(board) {
  const air = board.slots.get(board.on_air?.slot);
  if (air?.activities) return air;
  if (board.state === "after") return undefined;
  for (const row of coming(board)) if (row.activities) return row;
  return undefined;
}

/** The names of the rooms that are told. @param {Board} board @returns {string[]} */
export function roomsOf(board) {
  const all = /** @type {any[]} */ (rowOf(board)?.activities ?? []);
  return [...new Set(all.map((each) => each.room).filter(Boolean))];
}

/** A room as the day calls it, however it is typed. @param {Board} board @param {string} room */
export function calledIn(board, room) {
  for (const row of board.slots.values()) {
    const found = thereIn(row, room);
    if (found) return found.room;
  }
  return room;
}

/** What takes place in a room. @param {Record<string, any>} row @param {string} room */
export function thereIn(row, room) {
  const plain = (/** @type {string | undefined} */ name) => (name ?? "").trim().toLowerCase();
  const all = /** @type {any[]} */ (row.activities ?? []);
  return all.find((each) => plain(each.room) === plain(room));
}
