/**
 * The stage higher than wide: minutes over seconds, words on two lines (ui/speaker/portrait.py).
 */

import * as panel from "./panel.js";
import { signed } from "./face.js";
import { cut, paragraph, people, shrunk, together } from "./letters.js";
import { frame, wordless } from "./frames.js";
import { bar, COLOURS, FRAME, inCells, ink, LEFT, like, RIGHT, toneColour } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Face} Face */

const SMALL = 0.027;
const TEXT = 0.021;

/** @param {Sheet} sheet @param {Face} face */
export function portrait(sheet, face) {
  if (face.scene === "message") fullMessage(sheet, face);
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
  incident,
  after,
};

/**
 * A few words at the left, the time of day at the right.
 * @param {Sheet} sheet @param {string} text @param {Face} face @param {string} colour
 * @param {string} clockColour
 */
function row(sheet, text, face, colour, clockColour) {
  const clock = shrunk(face.clock, true, sheet.high(SMALL), sheet.wide(0.3));
  const width = sheet.write(clock, RIGHT, 0.07, clockColour, "right");
  const room = sheet.wide(RIGHT - LEFT - 0.04) - width;
  sheet.write(shrunk(text, true, sheet.high(SMALL), room), LEFT, 0.07, colour);
}

/**
 * Minutes over seconds between two heights; an hour stands on one line.
 * @param {Sheet} sheet @param {Face} face @param {number} top @param {number} bottom
 */
function stack(sheet, face, top, bottom) {
  const [shown, colour] = [inCells(face), ink(face)];
  const colon = shown.lastIndexOf(":");
  if (colon < 0 || !like(face)) {
    sheet.digits(shown, sheet.zone(LEFT, top, RIGHT, bottom), colour);
    return;
  }
  const tall = bottom - top;
  const [split, under] = [top + tall * 0.577, top + tall * 0.643];
  sheet.digits(shown.slice(0, colon), sheet.zone(LEFT, top, RIGHT, split), colour, "00");
  sheet.digits(shown.slice(colon), sheet.zone(LEFT, under, RIGHT, bottom), colour, ":00");
}

/** @param {Sheet} sheet @param {Face} face */
function onAir(sheet, face) {
  const { floor } = face;
  if (floor && !face.plate) {
    panel.portrait(sheet, face, floor);
    wordless(sheet, face);
    return;
  }
  if (face.plate) frame(sheet, face, face.bar ? 0.768 : 0.736, true);
  wordless(sheet, face);
  const blue = face.tag && face.then && !face.plate;
  row(
    sheet,
    face.ends || face.title,
    face,
    blue ? COLOURS.questions : COLOURS.normal,
    COLOURS.second,
  );
  const pressed = floor && face.scene === "running";
  stack(sheet, face, 0.133, pressed ? 0.62 : 0.678);
  if (pressed) panel.pressing(sheet, floor, 0.65, 0.69);
  bar(sheet, face, 0.718, 0.74);
  if (!face.plate) under(sheet, face);
}

/** Title and speakers under the bar, then what is next. @param {Sheet} sheet @param {Face} face */
function under(sheet, face) {
  const all = sheet.wide(RIGHT - LEFT);
  const down = text(sheet, about(face), true, COLOURS.normal, 0.795, 2);
  sheet.write(people(face.speakers, false, sheet.high(TEXT), all), LEFT, down, COLOURS.second);
  if (face.then) {
    sheet.write(shrunk(face.then, true, sheet.high(TEXT * 1.2), all), LEFT, 0.952, COLOURS.second);
    return;
  }
  const coming = [face.nextTitle, ...face.nextSpeakers].filter(Boolean).join(" · ");
  sheet.write(shrunk(face.nextTag, true, sheet.high(0.016), all), LEFT, 0.915, COLOURS.past);
  sheet.write(cut(coming, false, sheet.high(TEXT), all), LEFT, 0.952, COLOURS.second);
}

/**
 * Write a paragraph from a baseline down; returns the next baseline.
 * @param {Sheet} sheet @param {string} said @param {boolean} bold @param {string} colour
 * @param {number} baseline @param {number} most @param {number} [cap]
 */
function text(sheet, said, bold, colour, baseline, most, cap = TEXT) {
  const lines = paragraph(said, bold, sheet.high(cap), sheet.wide(RIGHT - LEFT), most);
  lines.forEach((line, at) => sheet.write(line, LEFT, baseline + at * cap * 1.75, colour));
  return baseline + lines.length * cap * 1.75;
}

/** @param {Face} face */
function about(face) {
  return [face.title, face.detail].filter(Boolean).join(" : ");
}

// --- waiting ------------------------------------------------------------------------------------

/** @param {Sheet} sheet @param {Face} face */
function waiting(sheet, face) {
  sheet.fill(0, 0, 1, 0.2, COLOURS.waiting_plate);
  sheet.fill(0, 0.193, 1, 0.2, COLOURS.waiting);
  row(sheet, "", face, COLOURS.normal, COLOURS.waiting);
  sheet.block(face.head, sheet.zone(LEFT, 0.088, RIGHT, 0.172), 0.05, COLOURS.normal, 2, "left");
  if (face.scene === "between") {
    between(sheet, face);
  } else {
    const down = text(sheet, about(face), true, COLOURS.normal, 0.845, 2, 0.026);
    const who = people(face.speakers, false, sheet.high(0.026), sheet.wide(RIGHT - LEFT));
    sheet.write(who, LEFT, down, COLOURS.second);
  }
  const bottom = { on_break: 0.54, between: 0.66 }[face.scene] ?? 0.72;
  if (face.digits) stack(sheet, face, 0.26, bottom);
  else sheet.block(face.phrase, sheet.zone(LEFT, 0.26, RIGHT, 0.72), 0.13, COLOURS.waiting, 3);
  const then = shrunk(face.then, true, sheet.high(0.06), sheet.wide(RIGHT - LEFT));
  sheet.write(then, 0.5, 0.66, COLOURS.waiting, "middle");
}

/**
 * Who is next, below the count when there is one, and what about.
 * @param {Sheet} sheet @param {Face} face
 */
function between(sheet, face) {
  const counted = Boolean(face.digits);
  const top = counted ? 0.7 : 0.28;
  const zone = sheet.zone(LEFT, top, RIGHT, top + (counted ? 0.13 : 0.3));
  const who = together(face.speakers) || face.title;
  sheet.block(who, zone, counted ? 0.055 : 0.08, COLOURS.normal, 3, "left");
  const what = face.speakers.length ? about(face) : face.detail;
  const down = text(sheet, what, false, COLOURS.second, 0.885, 2, 0.023);
  text(sheet, face.length, true, COLOURS.second, down, 1, 0.023);
}

/** @param {Sheet} sheet @param {Face} face */
function incident(sheet, face) {
  for (const top of [0, 0.94]) sheet.fill(0, top, 1, top + 0.06, toneColour(face.tone));
  sheet.block(face.phrase, sheet.zone(LEFT, 0.1, RIGHT, 0.9), 0.16, COLOURS.normal, 3);
}

/** @param {Sheet} sheet @param {Face} face */
function after(sheet, face) {
  sheet.digits(face.digits, sheet.zone(LEFT, 0.28, RIGHT, 0.52), ink(face));
  const width = sheet.wide(RIGHT - LEFT);
  sheet.write(
    shrunk(face.title, true, sheet.high(0.045), width),
    0.5,
    0.64,
    COLOURS.normal,
    "middle",
  );
  sheet.write(
    shrunk(face.detail, false, sheet.high(0.03), width),
    0.5,
    0.71,
    COLOURS.second,
    "middle",
  );
}

// --- the régie speaks ---------------------------------------------------------------------------

/** @param {Sheet} sheet @param {Face} face */
function withMessage(sheet, face) {
  row(sheet, face.plate || face.head || face.ends, face, ink(face), COLOURS.second);
  if (face.digits) stack(sheet, face, 0.12, 0.55);
  else
    sheet.block(
      face.phrase || face.title,
      sheet.zone(LEFT, 0.12, RIGHT, 0.55),
      0.09,
      COLOURS.normal,
      3,
    );
  sheet.fill(0, 0.6, 1, 1, COLOURS.message);
  sheet.block(face.message, sheet.zone(0.06, 0.63, 0.94, 0.965), 0.12, COLOURS.paper, 6);
}

/** @param {Sheet} sheet @param {Face} face */
function fullMessage(sheet, face) {
  if (face.hollow) sheet.border(true, COLOURS.message);
  else sheet.edge(FRAME, COLOURS.message);
  sheet.block(face.message, sheet.zone(0.09, 0.07, 0.91, 0.84), 0.13, COLOURS.message, 10);
  const [cap, colour] = [sheet.high(0.033), ink(face)];
  const width = sheet.write(shrunk(signed(face), true, cap, sheet.wide(0.3)), 0.09, 0.93, colour);
  const said = shrunk(face.plate || face.head, true, cap, sheet.wide(0.78) - width);
  sheet.write(said, 0.91, 0.93, colour, "right");
}
