/** The stage wider than high: the places of stage.md for every scene (ui/speaker/landscape.py). */

import * as panel from "./panel.js";
import { signed } from "./face.js";
import {
  above,
  below,
  cut,
  ELLIPSIS,
  lineWidth,
  paragraph,
  people,
  shrunk,
  SNUG,
  together,
  widthOf,
} from "./letters.js";
import { frame, wordless } from "./frames.js";
import {
  bar,
  COLOURS,
  FOOT,
  FRAME,
  inCells,
  ink,
  LEFT,
  like,
  RIGHT,
  signedInCells,
  STRIP,
  toneColour,
} from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Face} Face */

/** @param {Sheet} sheet @param {Face} face */
export function landscape(sheet, face) {
  if (face.scene === "message") fullMessage(sheet, face);
  else if (face.message) withMessage(sheet, face);
  else SCENES[face.scene]?.(sheet, face);
}

/** @type {Record<string, (sheet: Sheet, face: Face) => void>} */
const SCENES = {
  running: onAir,
  held: onAir,
  before,
  late_start: before,
  between,
  on_break: onBreak,
  incident,
  after,
};

/** @param {Sheet} sheet @param {Face} face */
function onAir(sheet, face) {
  const { floor } = face;
  const urgent = Boolean(face.plate) && face.tone !== "held";
  if (floor && !face.plate) {
    panel.landscape(sheet, face, floor);
    wordless(sheet, face);
    return;
  }
  if (face.plate) frame(sheet, face, face.tone === "over" ? 0.735 : urgent ? 0.765 : 0.745);
  wordless(sheet, face);
  (urgent ? hoursAbove : titleAbove)(sheet, face);
  const pressing = floor && urgent;
  if (pressing) panel.pressing(sheet, floor, 0.575, 0.665);
  const zone = sheet.zone(LEFT, 0.185, RIGHT, pressing ? 0.525 : 0.68);
  sheet.digits(inCells(face), zone, ink(face), like(face));
  if (urgent) bar(sheet, face, 0.712, 0.738);
  else bar(sheet, face, 0.725, 0.761);
  if (!face.plate) foot(sheet, face);
}

/**
 * The time of day at the right; returns how far left other words may come.
 * @param {Sheet} sheet @param {Face} face @param {number} [baseline] @param {string} [colour]
 */
function clock(sheet, face, baseline = 0.135, colour = COLOURS.second) {
  const line = shrunk(face.clock, true, sheet.high(0.052), sheet.wide(0.3));
  const width = sheet.write(line, RIGHT, baseline, colour, "right");
  return RIGHT - LEFT - (width ? width / sheet.box.w + 0.03 : 0);
}

/** @param {Sheet} sheet @param {Face} face */
function hoursAbove(sheet, face) {
  const room = sheet.wide(clock(sheet, face));
  sheet.write(shrunk(face.ends, true, sheet.high(0.052), room), LEFT, 0.135, COLOURS.normal);
}

/**
 * What is on air and who speaks; a panel's names give way to what it is about.
 * @param {Sheet} sheet @param {Face} face
 */
function titleAbove(sheet, face) {
  const room = sheet.wide(clock(sheet, face));
  const [cap, gap] = [sheet.high(0.036), sheet.high(0.03)];
  const few = face.speakers.length < 3 ? face.speakers : [];
  const detail = few.length ? COLOURS.past : COLOURS.second;
  const pieces = [
    (/** @type {number} */ left) => [cut(face.tag, true, cap, left, SNUG), COLOURS.questions],
    (/** @type {number} */ left) => [cut(face.title, true, cap, left, SNUG), COLOURS.normal],
    (/** @type {number} */ left) => [people(few, false, cap, left), COLOURS.second],
    (/** @type {number} */ left) => [cut(face.detail, false, cap, left, SNUG), detail],
  ];
  let x = 0;
  for (const piece of pieces) {
    const left = room - x;
    if (left < 4 * cap) continue;
    const [line, colour] = /** @type {[import("./letters.js").Line, string]} */ (piece(left));
    const width = sheet.write(line, LEFT + x / sheet.box.w, 0.135, colour);
    x += width ? width + gap : 0;
    if (line.text.endsWith(ELLIPSIS)) return;
  }
}

/** @param {Sheet} sheet @param {Face} face */
function foot(sheet, face) {
  const ends = shrunk(face.ends, true, sheet.high(0.085), sheet.wide(0.56));
  const blue = face.tag && face.then;
  const width = sheet.write(ends, LEFT, FOOT, blue ? COLOURS.questions : COLOURS.normal);
  const room = sheet.wide(RIGHT - LEFT - 0.06) - width;
  if (face.then) {
    sheet.write(
      shrunk(face.then, true, sheet.high(0.05), room),
      RIGHT,
      FOOT,
      COLOURS.second,
      "right",
    );
    return;
  }
  const cap = sheet.high(0.04);
  const title = face.nextTitle
    ? cut(face.nextTitle, false, cap, room)
    : people(face.nextSpeakers, false, cap, room);
  sheet.write(title, RIGHT, FOOT, COLOURS.second, "right");
  nextAbove(sheet, face, room);
}

/**
 * NEXT and who it is, above the title at the right.
 * @param {Sheet} sheet @param {Face} face @param {number} room
 */
function nextAbove(sheet, face, room) {
  const cap = sheet.high(0.027);
  const who = face.nextTitle ? face.nextSpeakers : [];
  const tag = widthOf(face.nextTag, true) * cap + cap;
  const width = sheet.write(
    people(who, false, cap, room - tag),
    RIGHT,
    0.842,
    COLOURS.second,
    "right",
  );
  const at = RIGHT - (width ? (width + cap) / sheet.box.w : 0);
  sheet.write(shrunk(face.nextTag, true, cap, room), at, 0.842, COLOURS.past, "right");
}

// --- waiting ------------------------------------------------------------------------------------

/**
 * The plate of what is to come, read on into the digits.
 * @param {Sheet} sheet @param {Face} face
 */
function waitingHead(sheet, face) {
  sheet.fill(0, 0, 1, 0.235, COLOURS.waiting_plate);
  sheet.fill(0, 0.223, 1, 0.235, COLOURS.waiting);
  const room = sheet.wide(clock(sheet, face, 0.167, COLOURS.waiting));
  sheet.write(shrunk(face.head, true, sheet.high(0.105), room), LEFT, 0.167, COLOURS.normal);
}

/** @param {Sheet} sheet @param {Face} face */
function before(sheet, face) {
  waitingHead(sheet, face);
  if (face.digits) {
    sheet.digits(inCells(face), sheet.zone(LEFT, 0.3, RIGHT, 0.775), ink(face), like(face));
  } else {
    sheet.block(face.phrase, sheet.zone(0.1, 0.33, 0.9, 0.76), 0.19, COLOURS.waiting);
  }
  const [cap, all] = [sheet.high(0.05), sheet.wide(RIGHT - LEFT)];
  const title = cut(face.title, true, cap, all * (face.speakers.length ? 0.55 : 1));
  const width = sheet.write(title, LEFT, FOOT, COLOURS.normal);
  const who = people(face.speakers, false, cap, all - width - cap);
  sheet.write(who, RIGHT, FOOT, COLOURS.second, "right");
}

/** @param {Sheet} sheet @param {Face} face */
function between(sheet, face) {
  waitingHead(sheet, face);
  const counted = Boolean(face.digits);
  const who = together(face.speakers) || face.title;
  const zone = sheet.zone(LEFT, 0.31, counted ? 0.5 : RIGHT, 0.7);
  sheet.block(who, zone, counted ? 0.125 : 0.15, COLOURS.normal, 3, "left");
  sheet.digits(
    face.digits,
    sheet.zone(0.54, 0.33, RIGHT, 0.68),
    ink(face),
    counted ? "00:00" : "",
    "right",
  );
  whatNext(sheet, face);
}

/**
 * What the next one is about, on two lines, and how long it is.
 * @param {Sheet} sheet @param {Face} face
 */
function whatNext(sheet, face) {
  const cap = sheet.high(0.044);
  const length = shrunk(face.length, true, cap, sheet.wide(0.2));
  const width = sheet.write(length, RIGHT, FOOT, COLOURS.second, "right");
  const about = face.speakers.length
    ? [face.title, face.detail].filter(Boolean).join(" : ")
    : face.detail;
  const room = sheet.wide(RIGHT - LEFT) - (width ? width + cap : 0);
  const lines = paragraph(about, false, cap, Math.min(room, sheet.wide(0.7)), 2).reverse();
  lines.forEach((line, row) => sheet.write(line, LEFT, FOOT - row * 0.044 * 1.75, COLOURS.second));
}

/** @param {Sheet} sheet @param {Face} face */
function onBreak(sheet, face) {
  waitingHead(sheet, face);
  if (face.digits) {
    sheet.digits(face.digits, sheet.zone(LEFT, 0.3, RIGHT, 0.745), ink(face));
  } else {
    sheet.block(face.phrase, sheet.zone(0.1, 0.33, 0.9, 0.76), 0.19, COLOURS.waiting);
  }
  const then = shrunk(face.then, true, sheet.high(0.08), sheet.wide(0.45));
  const width = sheet.write(then, RIGHT, FOOT, COLOURS.waiting, "right");
  const cap = sheet.high(0.05);
  const room = sheet.wide(RIGHT - LEFT) - (width ? width + cap : 0);
  sheet.write(cut(face.title, false, cap, room), LEFT, FOOT, COLOURS.second);
}

/** @param {Sheet} sheet @param {Face} face */
function incident(sheet, face) {
  for (const top of [0, 0.9]) sheet.fill(0, top, 1, top + 0.1, toneColour(face.tone));
  sheet.block(face.phrase, sheet.zone(0.08, 0.17, 0.92, 0.83), 0.29, COLOURS.normal);
}

/** @param {Sheet} sheet @param {Face} face */
function after(sheet, face) {
  sheet.digits(face.digits, sheet.zone(0.12, 0.2, 0.88, 0.66), COLOURS.normal);
  const cap = sheet.high(0.06);
  const thanks = { text: face.title, bold: true, cap, stretch: 1 };
  const wide = lineWidth(thanks);
  const over = shrunk(face.detail, false, cap, sheet.wide(0.84) - wide - cap);
  const all = wide + lineWidth(over) + (face.detail ? cap * 0.8 : 0);
  const at = 0.5 - all / 2 / sheet.box.w;
  const width = sheet.write(thanks, at, 0.84, COLOURS.normal);
  sheet.write(over, at + (width + cap * 0.8) / sheet.box.w, 0.84, COLOURS.second);
}

// --- the régie speaks ---------------------------------------------------------------------------

/**
 * The message below; above it the running digits, their word on a chip.
 * @param {Sheet} sheet @param {Face} face
 */
function withMessage(sheet, face) {
  const room = clock(sheet, face);
  const said = face.plate || face.head;
  if (said) {
    chip(sheet, face, said, sheet.wide(room));
  } else {
    const ends = shrunk(face.ends, true, sheet.high(0.052), sheet.wide(room));
    sheet.write(ends, LEFT, 0.135, COLOURS.normal);
  }
  const zone = sheet.zone(LEFT, 0.195, RIGHT, 0.555);
  if (face.digits) sheet.digits(inCells(face), zone, ink(face), like(face));
  else sheet.block(face.phrase || face.title, zone, 0.16, COLOURS.normal);
  sheet.fill(0, 0.6, 1, 1, COLOURS.message);
  sheet.block(face.message, sheet.zone(0.05, 0.615, 0.95, 0.985), 0.24, COLOURS.paper, 5);
}

/**
 * The word of the phase, or the sentence of a wait, small in its colour.
 * @param {Sheet} sheet @param {Face} face @param {string} said @param {number} room
 */
function chip(sheet, face, said, room) {
  const waiting = ["waiting", "held", "calm"].includes(face.tone);
  const sign = face.overrun && !signedInCells(face) ? "+ " : "";
  const [pad, all] = [sheet.wide(0.012), sheet.box.w];
  const line = shrunk(sign + said, true, sheet.high(0.062), room - 2 * pad);
  const plate = waiting ? COLOURS.waiting_plate : toneColour(face.tone);
  sheet.fill(LEFT, 0.067, LEFT + (lineWidth(line) + 2 * pad) / all, 0.163, plate);
  const rise = (1 + above(line.text, true) - below(line.text, true)) / 2;
  const baseline = 0.115 + (rise * line.cap) / sheet.box.h;
  sheet.write(line, LEFT + pad / all, baseline, waiting ? COLOURS.normal : COLOURS.paper);
}

/**
 * The message on the whole screen in a white frame; time and phase at the foot.
 * @param {Sheet} sheet @param {Face} face
 */
function fullMessage(sheet, face) {
  if (face.hollow) sheet.border(true, COLOURS.message);
  else sheet.edge(FRAME, COLOURS.message);
  const low = face.digits || face.plate || face.head ? 0 : 1;
  const beside = sheet.box.w / sheet.box.h >= STRIP;
  const zone = beside
    ? sheet.zone(0.05, 0.13, 0.95, [0.76, 0.88][low])
    : sheet.zone(0.07, 0.12, 0.93, [0.77, 0.88][low]);
  sheet.block(face.message, zone, beside ? 0.5 : 0.27, COLOURS.message, beside ? 3 : 5);
  const [cap, colour] = [sheet.high(0.06), ink(face)];
  const width = sheet.write(shrunk(signed(face), true, cap, sheet.wide(0.3)), 0.07, 0.9, colour);
  const room = sheet.wide(0.83) - width;
  sheet.write(shrunk(face.plate || face.head, true, cap, room), 0.93, 0.9, colour, "right");
}
