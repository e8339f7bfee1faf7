/**
 * The plate of a phase, its word, and what closes around the digits: nothing while normal, a floor,
 * a U, a full frame; hollow while the clock is held and by turns in a pulse (ui/speaker/frames.py).
 */

import * as letters from "./letters.js";
import {
  cells,
  COLOURS,
  FRAME,
  LEFT,
  LINE,
  RIGHT,
  SIDES,
  signedInCells,
  toneColour,
} from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Box} Box */
/** @typedef {import("./face.js").Face} Face */

const WORD_STRETCH = 0.86;
const ACCENTED = /[ÀÂÇÉÈÊËÎÏÔÙÛÜ]/;

/**
 * The plate of the phase from `top` down, its word, and what closes around the digits.
 * @param {Sheet} sheet @param {Face} face @param {number} top @param {boolean} [stacked]
 */
export function frame(sheet, face, top, stacked = false) {
  const colour = toneColour(face.tone);
  const hollow = face.hollow || face.tone === "held";
  if (hollow) hollowPlate(sheet, face, top, colour);
  else solidPlate(sheet, face, top, colour);
  const word = face.tone === "held" ? COLOURS.normal : hollow ? colour : COLOURS.paper;
  (stacked ? stackedWord : wordOn)(sheet, face, sheet.zone(LEFT, top, RIGHT, 1), word);
}

/** @param {Sheet} sheet @param {Face} face @param {number} top @param {string} colour */
function solidPlate(sheet, face, top, colour) {
  const [side, up] = sheet.sides(face.tone === "over" ? FRAME : SIDES);
  sheet.fill(0, top, 1, 1, colour);
  if (face.tone === "danger" || face.tone === "over") {
    sheet.fill(0, 0, side, 1, colour);
    sheet.fill(1 - side, 0, 1, 1, colour);
  }
  if (face.tone === "over") sheet.fill(0, 0, 1, up, colour);
}

/**
 * The shape of a phase in which nobody is asked to conclude.
 * @param {Sheet} sheet @param {Face} face
 */
export function wordless(sheet, face) {
  if (face.plate || (face.tone !== "warning" && face.tone !== "danger")) return;
  const colour = toneColour(face.tone);
  const [side, floor] = sheet.sides(face.hollow ? (LINE * 9) / 16 : SIDES);
  sheet.fill(0, 1 - floor, 1, 1, colour);
  if (face.tone === "danger") {
    sheet.fill(0, 0, side, 1, colour);
    sheet.fill(1 - side, 0, 1, 1, colour);
  }
}

/** @param {Sheet} sheet @param {Face} face @param {number} top @param {string} colour */
function hollowPlate(sheet, face, top, colour) {
  sheet.fill(0, top, 1, top + LINE, colour);
  if (face.tone === "danger" || face.tone === "over") {
    sheet.border(face.tone === "over", colour);
    return;
  }
  const side = (LINE * sheet.box.h) / sheet.box.w;
  sheet.fill(0, 1 - LINE, 1, 1, colour);
  sheet.fill(0, top, side, 1, colour);
  sheet.fill(1 - side, top, 1, 1, colour);
}

/** @param {Sheet} sheet @param {Face} face @param {Box} zone @param {string} colour */
function wordOn(sheet, face, zone, colour) {
  const cap = sheet.high(face.tone === "held" ? 0.155 : 0.17);
  const signed = face.overrun && !signedInCells(face);
  const paused = face.tone === "held";
  const lead = signed ? 0.9 : paused ? 0.66 : 0;
  const line = letters.shrunk(face.plate, true, cap, zone.w - lead * cap, WORD_STRETCH);
  const drop = ACCENTED.test(face.plate) ? 0.09 : 0;
  const baseline = zone.y + zone.h / 2 + line.cap * (0.5 + drop);
  const x = zone.x + (zone.w - letters.lineWidth(line) - lead * line.cap) / 2;
  if (signed) cells(sheet.pen, "+", x - 0.07 * line.cap, baseline, line.cap, 1, colour);
  if (paused) pause(sheet, x, baseline, line.cap, 1);
  sheet.put(line, x + lead * line.cap, baseline, colour);
}

/** @param {Sheet} sheet @param {Face} face @param {Box} zone @param {string} colour */
function stackedWord(sheet, face, { x, y, w, h }, colour) {
  const tall = h * 0.66;
  const signed = face.overrun && !signedInCells(face);
  const beside = face.tone === "held" ? tall * 0.36 : 0;
  if (beside) pause(sheet, x, y + h / 2 + tall / 2, tall, 0.5);
  const drop = ACCENTED.test(face.plate) ? h * 0.02 : 0;
  const room = { x: x + beside, y: y + h / 2 - tall / 2 + drop, w: w - beside, h: tall };
  sheet.block(signed ? `+ ${face.plate}` : face.plate, room, 0.08, colour);
}

/**
 * Two bars one capital high.
 * @param {Sheet} sheet @param {number} x @param {number} baseline @param {number} cap
 * @param {number} stretch
 */
function pause(sheet, x, baseline, cap, stretch) {
  sheet.pen.fillStyle = COLOURS.held;
  for (const offset of [0, 0.28]) {
    sheet.pen.fillRect(x + offset * cap * stretch, baseline - cap, 0.17 * cap * stretch, cap);
  }
}
