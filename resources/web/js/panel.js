/**
 * The stage during a panel: the session's time above, who speaks and what that one has left below
 * (ui/speaker/panel.py). When the session itself presses, the share is one row.
 */

import { cut, people, shrunk } from "./letters.js";
import { COLOURS, inCells, ink, LEFT, like, RIGHT } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Face} Face */
/** @typedef {import("./speaking.js").Speaking} Speaking */

const TOP = 0.565;
const THIN = 0.007;
const THICK = 0.026;
/** The sides of the U and of the frame around a share, of the width. */
const EDGE = 0.016;

/** @param {Sheet} sheet @param {Face} face @param {Speaking} floor */
export function landscape(sheet, face, floor) {
  above(sheet, face, 0.135, 0.052, 0.045);
  sheet.digits(inCells(face), sheet.zone(LEFT, 0.185, RIGHT, 0.525), ink(face), like(face));
  ground(sheet, floor, TOP, face.hollow);
  who(sheet, floor, sheet.zone(LEFT, 0.61, RIGHT, 0.825));
  parts(sheet, floor, 0.855, 0.885, 0.948, 0.033);
}

/**
 * One row between the session's digits and its plate.
 * @param {Sheet} sheet @param {Speaking} floor @param {number} top @param {number} bottom
 */
export function pressing(sheet, floor, top, bottom) {
  const cap = sheet.high(bottom - top);
  const share = shrunk(signed(floor), true, cap, sheet.wide(0.4));
  const width = sheet.write(share, RIGHT, bottom, tone(floor), "right");
  const room = sheet.wide(RIGHT - LEFT) - width - cap;
  sheet.write(people([floor.name], true, cap * 0.8, room), LEFT, bottom, COLOURS.normal);
}

/** @param {Sheet} sheet @param {Face} face @param {Speaking} floor */
export function portrait(sheet, face, floor) {
  above(sheet, face, 0.07, 0.027, 0.027);
  sheet.digits(inCells(face), sheet.zone(LEFT, 0.12, RIGHT, 0.42), ink(face), like(face));
  ground(sheet, floor, 0.47, face.hollow);
  sheet.block(floor.name, sheet.zone(LEFT, 0.505, RIGHT, 0.6), 0.045, COLOURS.normal, 2, "left");
  const word = shrunk(floor.word, true, sheet.high(0.026), sheet.wide(RIGHT - LEFT));
  sheet.write(word, LEFT, 0.645, tone(floor));
  if (floor.digits)
    sheet.digits(signed(floor), sheet.zone(LEFT, 0.675, RIGHT, 0.86), inkOf(floor), "00:00");
  parts(sheet, floor, 0.9, 0.918, 0.955, 0.018);
}

/**
 * The share on the part of a strip beside the session's time.
 * @param {Sheet} sheet @param {Face} face @param {Speaking} floor
 */
export function strip(sheet, face, floor) {
  ground(sheet, floor, 0, face.hollow);
  sheet.block(floor.name, sheet.zone(LEFT, 0.1, RIGHT, 0.31), 0.12, COLOURS.normal, 2, "left");
  const word = shrunk(floor.word, true, sheet.high(0.075), sheet.wide(RIGHT - LEFT));
  sheet.write(word, LEFT, 0.42, tone(floor));
  if (floor.digits) {
    const zone = sheet.zone(LEFT, 0.47, RIGHT, 0.8);
    sheet.digits(signed(floor), zone, inkOf(floor), "+0:00", "left");
  }
  parts(sheet, floor, 0.835, 0.865, 0.935, 0.04);
}

/**
 * When the session ends and its title, the time of day.
 * @param {Sheet} sheet @param {Face} face @param {number} baseline @param {number} clockCap
 * @param {number} cap
 */
function above(sheet, face, baseline, clockCap, cap) {
  const clock = shrunk(face.clock, true, sheet.high(clockCap), sheet.wide(0.3));
  const width = sheet.write(clock, RIGHT, baseline, COLOURS.second, "right");
  const room = sheet.wide(RIGHT - LEFT - 0.03) - width;
  const ends = shrunk(face.ends, true, sheet.high(cap), room);
  const blue = face.tag && face.then;
  const taken = sheet.write(ends, LEFT, baseline, blue ? COLOURS.questions : COLOURS.normal);
  const gap = sheet.high(0.035);
  if (room - taken - gap <= 8 * sheet.high(cap)) return;
  const title = cut(face.title, false, sheet.high(cap) * 0.8, room - taken - gap);
  sheet.write(title, LEFT + (taken + gap) / sheet.box.w, baseline, COLOURS.second);
}

// --- the share ----------------------------------------------------------------------------------

/** @param {Speaking} floor */
function signed(floor) {
  return floor.overrun ? `+${floor.digits}` : floor.digits;
}

/** @param {Speaking} floor */
function tone(floor) {
  return floor.tone === "normal" ? COLOURS.running : COLOURS[floor.tone];
}

/** @param {Speaking} floor */
function inkOf(floor) {
  return floor.tone === "normal" ? COLOURS.normal : tone(floor);
}

/**
 * The lower part's ground, closed by the phase of the share.
 * @param {Sheet} sheet @param {Speaking} floor @param {number} top @param {boolean} hollow
 */
function ground(sheet, floor, top, hollow) {
  const colour = tone(floor);
  sheet.fill(0, top, 1, 1, COLOURS.panel);
  sheet.fill(0, top, 1, top + (floor.tone === "normal" || hollow ? THIN : THICK), colour);
  if (hollow || (floor.tone !== "danger" && floor.tone !== "over")) return;
  const [side, up] = sheet.sides(EDGE);
  sheet.fill(0, top, side, 1, colour);
  sheet.fill(1 - side, top, 1, 1, colour);
  if (floor.tone === "over") sheet.fill(0, 1 - up, 1, 1, colour);
}

/**
 * The name and the word at the left, the share's digits at the right.
 * @param {Sheet} sheet @param {Speaking} floor @param {import("./sheet.js").Box} zone
 */
function who(sheet, floor, zone) {
  const right = floor.digits ? 0.6 : RIGHT;
  if (floor.digits) {
    const box = { x: sheet.across(0.63), y: zone.y, w: sheet.wide(0.31), h: zone.h };
    sheet.digits(signed(floor), box, inkOf(floor), "+0:00", "right");
  }
  const room = { ...zone, w: sheet.wide(right - LEFT), h: zone.h - sheet.high(0.075) };
  sheet.block(floor.name, room, 0.085, COLOURS.normal, 2, "left");
  const word = shrunk(floor.word, true, sheet.high(0.048), sheet.wide(right - LEFT));
  sheet.write(word, LEFT, 0.825, tone(floor));
}

/**
 * One bar a speaker; the names below it when all of them fit.
 * @param {Sheet} sheet @param {Speaking} floor @param {number} top @param {number} bottom
 * @param {number} baseline @param {number} cap
 */
function parts(sheet, floor, top, bottom, baseline, cap) {
  const count = floor.parts.length;
  if (count < 2) return;
  const gap = count < 8 ? 0.008 : 0.004;
  const each = (RIGHT - LEFT - gap * (count - 1)) / count;
  const lines = floor.parts.map((part) =>
    cut(part.name, part.speaks, sheet.high(cap), sheet.wide(each * 0.94)),
  );
  const named = lines.every((line, at) => line.text === floor.parts[at].name);
  floor.parts.forEach((part, at) => {
    const left = LEFT + at * (each + gap);
    oneBar(sheet, floor, part, left, left + each, top, bottom);
    const colour = part.speaks ? COLOURS.normal : COLOURS.past;
    if (named) sheet.write(lines[at], left, baseline, colour);
  });
}

/**
 * @param {Sheet} sheet @param {Speaking} floor @param {import("./speaking.js").Part} part
 * @param {number} left @param {number} right @param {number} top @param {number} bottom
 */
function oneBar(sheet, floor, part, left, right, top, bottom) {
  sheet.fill(left, top, right, bottom, COLOURS.track);
  if (part.over) {
    sheet.fill(left, top, right, bottom, COLOURS.over);
    return;
  }
  const colour = part.speaks ? tone(floor) : COLOURS.past;
  sheet.fill(left, top, left + ((right - left) * part.left) / 1000, bottom, colour);
}
