/**
 * A card a room: its number or name on a plate, what takes place in it and who hosts it
 * (ui/speaker/cards.py).
 */

import { block, cut, lineWidth, shrunk } from "./letters.js";
import { COLOURS } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Box} Box */
/**
 * @typedef {{tag: string, name: string, title: string, host: string}} Room a card: `tag` over the
 *   `name` where the room is a number ("SALLE" over "1")
 */

/** How many rooms stand on the screen at once. */
export const PAGE = 12;
/** From how many times as wide as high a card is too flat for its number to be read first. */
const FLAT = 6.5;
/** What is between two cards, of the height or of the width. */
const GAP = 0.022;
/** From how many times as high as wide a card that stands alone has its plate at its top. */
const TALL = 0.72;
/** How much smaller than it could be a title is set, for all cards to be alike. */
const ALIKE = 0.7;

/**
 * As many columns as leave titles the largest; pages where there are too many rooms.
 * @param {Sheet} sheet @param {Room[]} all @param {number} turn @param {Box} zone
 */
export function cards(sheet, all, turn, zone) {
  const pages = Math.ceil(all.length / PAGE);
  const each = Math.ceil(all.length / pages);
  const rooms = all.slice((turn % pages) * each, ((turn % pages) + 1) * each);
  const gap = Math.min(sheet.high(GAP), sheet.wide(GAP));
  if (rooms.length === 1 && zone.h > TALL * zone.w) {
    upright(sheet, rooms[0], zone);
    return;
  }
  const letters = (/** @type {number} */ columns) => {
    const box = boxOf(zone, gap, columns, Math.ceil(rooms.length / columns), 0);
    const odd = rooms.length % columns ? 0.92 : 1;
    const flat = Math.min(1, (FLAT * box.h) / box.w);
    return largest(rooms[0], box) * odd * flat;
  };
  const columns = best(rooms.length, letters);
  const rows = Math.ceil(rooms.length / columns);
  const boxes = rooms.map((_, number) => boxOf(zone, gap, columns, rows, number));
  const caps = rooms.map((room, number) => titleCap(room, boxes[number]));
  const least = Math.min(...caps);
  rooms.forEach((room, number) =>
    card(sheet, room, boxes[number], Math.max(least, caps[number] * ALIKE)),
  );
}

/** Of so many, the first for which that is largest. @param {number} most @param {(n: number) => number} of */
function best(most, of) {
  let found = 1;
  for (let count = 2; count <= most; count += 1) if (of(count) > of(found)) found = count;
  return found;
}

/**
 * Where the card of that number stands, from 0, row by row.
 * @param {Box} zone @param {number} gap @param {number} columns @param {number} rows
 * @param {number} number @returns {Box}
 */
function boxOf(zone, gap, columns, rows, number) {
  const w = (zone.w - gap * (columns - 1)) / columns;
  const h = (zone.h - gap * (rows - 1)) / rows;
  const [row, column] = [Math.floor(number / columns), number % columns];
  return { x: zone.x + column * (w + gap), y: zone.y + row * (h + gap), w, h };
}

/**
 * The plate at the left of a card, and the room beside it.
 * @param {Box} box @returns {[Box, Box]}
 */
function inside(box) {
  const plate = Math.min(box.w * 0.34, Math.max(box.h * 0.72, box.w * 0.2));
  const pad = Math.min(box.h, box.w) * 0.1;
  const right = {
    x: box.x + plate + pad,
    y: box.y + pad,
    w: box.w - plate - 2 * pad,
    h: box.h - 2 * pad,
  };
  return [{ ...box, w: plate }, right];
}

/** @param {Room} room @param {Box} box @returns {Box} */
function titleZone(room, box) {
  const [, right] = inside(box);
  return room.host ? { ...right, h: right.h - hostCap(right, box) * 1.9 } : right;
}

/** @param {Box} right @param {Box} box */
function hostCap(right, box) {
  return Math.min(box.h * 0.15, right.w / 16);
}

/** @param {Room} room @param {Box} box @param {number} cap */
function titleLines(room, box, cap) {
  const zone = titleZone(room, box);
  return block(room.title, true, cap, zone.w, zone.h, 4);
}

/** How large a title can be on its card. @param {Room} room @param {Box} box */
function titleCap(room, box) {
  const size = largest(room, box);
  return titleLines(room, box, size)[0]?.cap ?? size;
}

/** How large a title of few words is. @param {Room} room @param {Box} box */
function largest(room, box) {
  return Math.min(box.h * 0.3, titleZone(room, box).w / 11);
}

/**
 * The room on a plate at the left, what takes place in it and who hosts it.
 * @param {Sheet} sheet @param {Room} room @param {Box} box @param {number} cap
 */
function card(sheet, room, box, cap) {
  const [left, right] = inside(box);
  sheet.paint(box, COLOURS.panel);
  sheet.paint(left, COLOURS.waiting_plate);
  plate(sheet, room, left);
  if (room.host) {
    const small = hostCap(right, box);
    const host = cut(room.host, false, small, right.w);
    sheet.put(host, right.x, right.y + right.h - small * 0.1, COLOURS.second);
  }
  sheet.lines(titleLines(room, box, cap), titleZone(room, box), COLOURS.normal, "left");
}

/**
 * A card alone that is tall: the room at its top, what takes place in it below.
 * @param {Sheet} sheet @param {Room} room @param {Box} box
 */
function upright(sheet, room, box) {
  const [low, pad] = [box.h * 0.4, box.w * 0.06];
  const top = { ...box, h: low };
  sheet.paint(box, COLOURS.panel);
  sheet.paint(top, COLOURS.waiting_plate);
  plate(sheet, room, top);
  const below = {
    x: box.x + pad,
    y: box.y + low + pad,
    w: box.w - 2 * pad,
    h: box.h - low - 2 * pad,
  };
  const small = below.w / 16;
  const host = cut(room.host, false, small, below.w);
  sheet.put(host, below.x, below.y + below.h - small * 0.3, COLOURS.second);
  const zone = { ...below, h: below.h - (room.host ? small * 2.2 : 0) };
  sheet.block(room.title, zone, 0.1, COLOURS.normal, 5, "left");
}

/**
 * The room's number under its tag, or its name on few lines.
 * @param {Sheet} sheet @param {Room} room @param {Box} box
 */
function plate(sheet, room, box) {
  const pad = Math.min(box.w, box.h) * 0.1;
  const within = { x: box.x + pad, y: box.y + pad, w: box.w - 2 * pad, h: box.h - 2 * pad };
  if (!room.tag) {
    const lines = block(room.name, true, within.h * 0.3, within.w, within.h, 3);
    sheet.lines(lines, within, COLOURS.normal);
    return;
  }
  const number = Math.min(within.h * 0.56, within.w * 0.8);
  const tag = shrunk(room.tag, true, number * 0.24, within.w);
  const top = within.y + within.h / 2 - (number + tag.cap * 1.75) / 2;
  const middle = within.x + within.w / 2;
  sheet.put(tag, middle - lineWidth(tag) / 2, top + tag.cap, COLOURS.waiting);
  const name = shrunk(room.name, true, number, within.w);
  const base = top + tag.cap * 1.75 + (number + name.cap) / 2;
  sheet.put(name, middle - lineWidth(name) / 2, base, COLOURS.normal);
}
