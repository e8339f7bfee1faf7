/**
 * The stage on a strip almost three times as wide as high: words beside the time, not below it
 * (ui/speaker/strip.py).
 *
 * The frame closes around the digits from the side: a wall for "wrap up", a U that lies, a frame.
 * What is to come stands before its digits, a message after them.
 */

import * as panel from "./panel.js";
import { wordless } from "./frames.js";
import { landscape } from "./landscape.js";
import { cut, paragraph, people, shrunk, together } from "./letters.js";
import {
  bar,
  COLOURS,
  FRAME,
  inCells,
  ink,
  like,
  LINE,
  SIDES,
  signedInCells,
  toneColour,
} from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Face} Face */

/** The part of the width that the time takes at most, and of the height. */
const WIDE = 0.62;
const DIGITS = 2.95;
const FOOT = 0.905;
/** Where a message begins. */
const MESSAGE = 0.4;

/** @param {Sheet} sheet @param {Face} face */
export function strip(sheet, face) {
  if (face.scene === "message" || face.scene === "incident") landscape(sheet, face);
  else if (face.message) withMessage(sheet, face);
  else SCENES[face.scene]?.(sheet, face);
}

/** @type {Record<string, (sheet: Sheet, face: Face) => void>} */
const SCENES = {
  running: onAir,
  held: onAir,
  before: waiting,
  late_start: waiting,
  between: waiting,
  on_break: waiting,
  after,
};

/** How much of the width the time takes. @param {Sheet} sheet */
function share(sheet) {
  return Math.min(WIDE, (DIGITS * sheet.box.h) / sheet.box.w);
}

/** @param {Sheet} sheet @param {Face} face */
function onAir(sheet, face) {
  const split = share(sheet);
  const [time, words] = [sheet.part(0, 0, split, 1), sheet.part(split, 0, 1, 1)];
  if (face.plate) plate(sheet, words, face);
  else if (face.floor) panel.strip(words, face, face.floor);
  else about(words, face);
  wordless(sheet, face);
  time.digits(inCells(face), time.zone(0.06, 0.085, 0.95, 0.735), ink(face), like(face));
  bar(time, face, 0.77, 0.803);
  const pressing = face.plate && face.scene === "running" ? face.floor : null;
  if (pressing) panel.pressing(time, pressing, 0.83, 0.905);
  else foot(time, face);
}

/** When it ends at the left, the time of day at the right. @param {Sheet} sheet @param {Face} face */
function foot(sheet, face) {
  const whole = sheet.wide(0.88);
  const clock = shrunk(face.clock, true, sheet.high(0.075), whole * 0.3);
  const taken = sheet.write(clock, 0.94, FOOT, COLOURS.second, "right");
  const blue = face.tag && face.then;
  const ends = shrunk(face.ends, true, sheet.high(0.075), whole - taken - sheet.high(0.06));
  sheet.write(ends, 0.06, FOOT, blue ? COLOURS.questions : COLOURS.normal);
}

/** What is on and who speaks, then what is next. @param {Sheet} sheet @param {Face} face */
function about(sheet, face) {
  const [left, room] = [sheet.across(0.03), sheet.wide(0.92)];
  let base = sheet.down(0.2);
  for (const line of paragraph(face.title, true, sheet.high(0.1), room, 2)) {
    sheet.put(line, left, base, COLOURS.normal);
    base += sheet.high(0.155);
  }
  const names = people(face.speakers, false, sheet.high(0.075), room);
  sheet.put(names, left, base, COLOURS.second);
  if (face.then) {
    const then = shrunk(face.then, true, sheet.high(0.09), room);
    sheet.put(then, left, sheet.down(FOOT), COLOURS.second);
    return;
  }
  const coming = [face.nextTitle, ...face.nextSpeakers].filter(Boolean).join(" · ");
  const tag = shrunk(face.nextTag, true, sheet.high(0.05), room);
  sheet.put(tag, left, sheet.down(0.78), COLOURS.past);
  sheet.put(cut(coming, false, sheet.high(0.075), room), left, sheet.down(FOOT), COLOURS.second);
}

/**
 * The wall at the right with the word of the phase; what closes from it around the digits.
 * @param {Sheet} sheet @param {Sheet} words @param {Face} face
 */
function plate(sheet, words, face) {
  const colour = toneColour(face.tone);
  const hollow = face.hollow || face.tone === "held";
  const line = [(LINE * sheet.box.h) / sheet.box.w, LINE];
  const [side, up] = hollow ? line : sheet.sides(face.tone === "over" ? FRAME : SIDES);
  if (hollow) words.border(true, colour);
  else words.fill(0, 0, 1, 1, colour);
  if (face.tone === "danger" || face.tone === "over") {
    sheet.fill(0, 0, 1, up, colour);
    sheet.fill(0, 1 - up, 1, 1, colour);
  }
  if (face.tone === "over") sheet.fill(0, 0, side, 1, colour);
  word(words, face, face.tone === "held" ? COLOURS.normal : hollow ? colour : COLOURS.paper);
}

/**
 * The word on one line or more, with the sign of a long overrun or the pause bars.
 * @param {Sheet} sheet @param {Face} face @param {string} colour
 */
function word(sheet, face, colour) {
  const zone = sheet.zone(0.06, 0.1, 0.94, 0.9);
  if (face.tone === "held") {
    const cap = zone.h * 0.3;
    for (const offset of [0, 0.28]) {
      const y = zone.y + zone.h / 2 - cap / 2;
      sheet.paint({ x: zone.x + offset * cap, y, w: 0.17 * cap, h: cap }, COLOURS.held);
    }
    zone.x += 0.66 * cap;
    zone.w -= 0.66 * cap;
  }
  const signed = face.overrun && !signedInCells(face);
  sheet.block(signed ? `+ ${face.plate}` : face.plate, zone, 0.3, colour, 3);
}

// --- waiting ------------------------------------------------------------------------------------

/**
 * The sentence and what it is about on the plate at the left, its digits at the right.
 * @param {Sheet} sheet @param {Face} face
 */
function waiting(sheet, face) {
  const split = 1 - share(sheet);
  const [left, rest] = [sheet.part(0, 0, split, 1), sheet.part(split, 0, 1, 1)];
  left.fill(0, 0, 1, 1, COLOURS.waiting_plate);
  left.fill(1 - (LINE * sheet.box.h) / left.box.w, 0, 1, 1, COLOURS.waiting);
  const clock = shrunk(face.clock, true, left.high(0.09), left.wide(0.5));
  left.write(clock, 0.06, 0.165, COLOURS.waiting);
  left.block(face.head, left.zone(0.06, 0.25, 0.92, 0.56), 0.17, COLOURS.normal, 2, "left");
  if (face.digits || face.phrase) who(left, face);
  if (face.digits) {
    const zone = rest.zone(0.05, 0.09, 0.95, face.then ? 0.735 : 0.91);
    rest.digits(face.digits, zone, ink(face), like(face));
  } else {
    const said = face.phrase || together(face.speakers) || face.title;
    const colour = face.phrase ? COLOURS.waiting : COLOURS.normal;
    rest.block(said, rest.zone(0.05, 0.1, 0.95, 0.9), 0.3, colour, 3);
  }
  const then = shrunk(face.then, true, rest.high(0.11), rest.wide(0.88));
  rest.write(then, 0.95, FOOT, COLOURS.waiting, "right");
}

/**
 * Who comes and what about: the names first between two items, the title first before a day.
 * @param {Sheet} sheet @param {Face} face
 */
function who(sheet, face) {
  const room = sheet.wide(0.86);
  const between = face.scene === "between" && face.speakers.length > 0;
  const about = [face.title, face.detail].filter(Boolean).join(" : ");
  const [first, last] = between
    ? [
        people(face.speakers, true, sheet.high(0.1), room),
        paragraph(about, false, sheet.high(0.07), room, 1).at(-1),
      ]
    : [
        cut(face.title, true, sheet.high(0.1), room),
        people(face.speakers, false, sheet.high(0.07), room),
      ];
  sheet.write(first, 0.06, last?.text ? 0.755 : FOOT, COLOURS.normal);
  if (last) sheet.write(last, 0.06, FOOT, COLOURS.second);
}

/** The hour, and beside it that the day is over. @param {Sheet} sheet @param {Face} face */
function after(sheet, face) {
  const split = share(sheet);
  const [time, words] = [sheet.part(0, 0, split, 1), sheet.part(split, 0, 1, 1)];
  time.digits(face.digits, time.zone(0.06, 0.12, 0.95, 0.88), COLOURS.normal);
  const low = face.detail ? 0.48 : 0.9;
  words.block(face.title, words.zone(0.03, 0.1, 0.95, low), 0.17, COLOURS.normal, 3, "left");
  words.block(face.detail, words.zone(0.03, 0.52, 0.95, 0.9), 0.13, COLOURS.second, 2, "left");
}

// --- the régie speaks ---------------------------------------------------------------------------

/**
 * The time and the word of the phase at the left, the message in the white at the right.
 * @param {Sheet} sheet @param {Face} face
 */
function withMessage(sheet, face) {
  const time = sheet.part(0, 0, MESSAGE, 1);
  if (face.digits) {
    const said = face.plate || face.head || face.ends;
    time.block(said, time.zone(0.07, 0.08, 0.93, 0.3), 0.13, ink(face), 2);
    time.digits(inCells(face), time.zone(0.07, 0.36, 0.93, 0.9), ink(face), like(face));
  } else {
    const said = face.phrase || together(face.speakers) || face.title;
    time.block(said, time.zone(0.07, 0.15, 0.93, 0.85), 0.2, COLOURS.normal);
  }
  sheet.fill(MESSAGE, 0, 1, 1, COLOURS.message);
  sheet.block(face.message, sheet.zone(0.42, 0.07, 0.985, 0.93), 0.36, COLOURS.paper, 3);
}
