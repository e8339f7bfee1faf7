/**
 * A rectangle to draw in by fractions of its size, and what every layout has alike: digits, the bar
 * that empties, the plate of what is to come (ui/speaker/sheet.py; look/stage.md).
 *
 * @typedef {import("./letters.js").Line} Line
 * @typedef {import("./face.js").Face} Face
 * @typedef {"left" | "middle" | "right"} Side
 * @typedef {{x: number, y: number, w: number, h: number}} Box
 */

import * as letters from "./letters.js";
import { COLOURS } from "./manner.js";
import { readings } from "./names.js";

export const LEFT = 0.06;
export const RIGHT = 0.94;
/** The lowest baseline, with room below it for tails. */
export const FOOT = 0.915;
/** The line of what is hollow, of the height. */
export const LINE = 0.01;
/** The full frame and the sides of the U, of the width. */
export const FRAME = 0.034;
export const SIDES = 0.022;
/** From how many times as wide as high a screen is a strip. */
export const STRIP = 2.8;
const SQUARE = 0.145 / letters.CAPITAL;
/** How much of their size names may lose before they are written shorter. */
const ENOUGH = 0.55;
/** And a title before it is cut. */
const LEGIBLE = 0.42;
/** @type {Record<Side, number>} */
const SHARE = { left: 0, middle: 0.5, right: 1 };

export { COLOURS };

export class Sheet {
  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {Box} box
   */
  constructor(pen, box) {
    this.pen = pen;
    this.box = box;
  }

  /** @param {number} fraction of the width, in pixels */
  wide(fraction) {
    return fraction * this.box.w;
  }

  /** @param {number} fraction of the height, in pixels */
  high(fraction) {
    return fraction * this.box.h;
  }

  /** @param {number} fraction where it is */
  across(fraction) {
    return this.box.x + this.wide(fraction);
  }

  /** @param {number} fraction where it is */
  down(fraction) {
    return this.box.y + this.high(fraction);
  }

  /**
   * The box between four fractions.
   * @param {number} left @param {number} top @param {number} right @param {number} bottom
   * @returns {Box}
   */
  zone(left, top, right, bottom) {
    return {
      x: this.across(left),
      y: this.down(top),
      w: this.wide(right - left),
      h: this.high(bottom - top),
    };
  }

  /**
   * A sheet on this one, to whole pixels.
   * @param {number} left @param {number} top @param {number} right @param {number} bottom
   */
  part(left, top, right, bottom) {
    const { x, y, w, h } = this.zone(left, top, right, bottom);
    const [x0, y0] = [Math.round(x), Math.round(y)];
    return new Sheet(this.pen, {
      x: x0,
      y: y0,
      w: Math.round(x + w) - x0,
      h: Math.round(y + h) - y0,
    });
  }

  /**
   * Fill the box between four fractions, to whole pixels.
   * @param {number} left @param {number} top @param {number} right @param {number} bottom
   * @param {string} colour
   */
  fill(left, top, right, bottom, colour) {
    this.paint(this.zone(left, top, right, bottom), colour);
  }

  /** @param {Box} box @param {string} colour */
  paint({ x, y, w, h }, colour) {
    if (w <= 0 || h <= 0) return;
    const [left, top] = [Math.max(Math.floor(x), this.box.x), Math.max(Math.floor(y), this.box.y)];
    const right = Math.min(Math.ceil(x + w), this.box.x + this.box.w);
    const bottom = Math.min(Math.ceil(y + h), this.box.y + this.box.h);
    this.pen.fillStyle = colour;
    this.pen.fillRect(left, top, right - left, bottom - top);
  }

  /**
   * Write a line from, to or around `at` (fractions); returns its width in pixels.
   * @param {Line} line @param {number} at @param {number} baseline @param {string} colour
   * @param {Side} [side]
   */
  write(line, at, baseline, colour, side = "left") {
    if (!line.text || line.cap <= 0) return 0;
    const width = letters.lineWidth(line);
    this.put(line, this.across(at) - width * SHARE[side], this.down(baseline), colour);
    return width;
  }

  /**
   * Write a line from `x` on a baseline (pixels).
   * @param {Line} line @param {number} x @param {number} baseline @param {string} colour
   */
  put(line, x, baseline, colour) {
    if (!line.text || line.cap <= 0) return;
    const { pen } = this;
    pen.save();
    pen.translate(x, baseline);
    pen.scale(line.stretch, 1);
    pen.font = letters.font(line.bold, line.cap / letters.CAPITAL);
    pen.fillStyle = colour;
    pen.fillText(line.text, 0, 0);
    pen.restore();
  }

  /**
   * Write lines in the middle of the height of a box, accents and tails within it.
   * @param {Line[]} lines @param {Box} zone @param {string} colour @param {Side} [side]
   */
  lines(lines, zone, colour, side = "middle") {
    if (!lines.length) return;
    const [first, last, cap] = [lines[0], lines[lines.length - 1], lines[0].cap];
    const tall = cap * (1 + (lines.length - 1) * letters.LEADING);
    const tails = letters.below(last.text, last.bold) * cap;
    const top = Math.min(zone.y + zone.h / 2 - tall / 2, zone.y + zone.h - tall - tails);
    let baseline = Math.max(top, zone.y + letters.above(first.text, first.bold) * cap) + cap;
    for (const line of lines) {
      this.put(line, zone.x + (zone.w - letters.lineWidth(line)) * SHARE[side], baseline, colour);
      baseline += cap * letters.LEADING;
    }
  }

  /**
   * Write bold words as large as a box and `cap` (a fraction) allow; nothing is lost.
   * @param {string} text @param {Box} zone @param {number} cap @param {string} colour
   * @param {number} [most] @param {Side} [side]
   */
  block(text, zone, cap, colour, most = 2, side = "middle") {
    const lines = letters.block(text, true, this.high(cap), zone.w, zone.h, most);
    this.lines(lines, zone, colour, side);
  }

  /**
   * Draw digits in the middle of a box, at the size that `like` (or they) would have.
   * @param {string} text @param {Box} zone @param {string} colour @param {string} [like]
   * @param {Side} [side]
   */
  digits(text, zone, colour, like = "", side = "middle") {
    const widest = Math.max(letters.cells(like), letters.cells(text));
    if (!widest) return;
    const cap = Math.min(zone.h, zone.w / (widest * letters.TIGHTEST));
    const stretch = Math.min(1, zone.w / (widest * cap));
    const spare = zone.w - letters.cells(text) * cap * stretch;
    const x = zone.x + spare * SHARE[side];
    cells(this.pen, text, x, zone.y + zone.h / 2 + cap / 2, cap, stretch, colour);
  }

  /**
   * A thickness given in widths, as fractions of width and height.
   * @param {number} side @returns {[number, number]}
   */
  sides(side) {
    const thick = side * Math.min(this.box.w, (this.box.h * 16) / 9);
    return [thick / this.box.w, thick / this.box.h];
  }

  /** A solid frame on all four sides. @param {number} side @param {string} colour */
  edge(side, colour) {
    const [across, up] = this.sides(side);
    this.fill(0, 0, 1, up, colour);
    this.fill(0, 1 - up, 1, 1, colour);
    this.fill(0, 0, across, 1, colour);
    this.fill(1 - across, 0, 1, 1, colour);
  }

  /**
   * Hollow edges of the whole sheet.
   * @param {boolean} top whether the top one too @param {string} colour
   */
  border(top, colour) {
    const side = (LINE * this.box.h) / this.box.w;
    this.fill(0, 0, side, 1, colour);
    this.fill(1 - side, 0, 1, 1, colour);
    this.fill(0, 1 - LINE, 1, 1, colour);
    if (top) this.fill(0, 0, 1, LINE, colour);
  }
}

/**
 * Draw a time or an hour, each letter in the middle of its cell.
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} x
 * @param {number} baseline
 * @param {number} cap
 * @param {number} stretch
 * @param {string} colour
 */
export function cells(pen, text, x, baseline, cap, stretch, colour) {
  pen.save();
  pen.translate(x, baseline);
  pen.scale(cap * stretch, cap);
  pen.fillStyle = colour;
  for (const letter of text) {
    const wide = letters.cell(letter);
    inCell(pen, letter, wide / 2);
    pen.translate(wide, 0);
  }
  pen.restore();
}

/**
 * What stands in a cell, one capital high.
 * @param {CanvasRenderingContext2D} pen @param {string} letter @param {number} middle
 */
function inCell(pen, letter, middle) {
  if (letter === ":") return colon(pen, middle);
  if (letter === "+") return plus(pen, middle);
  const size = letters.SMALL[letter] ?? 1;
  const em = size / letters.CAPITAL;
  pen.save();
  pen.scale(em / 100, em / 100);
  pen.font = letters.font(true, 100);
  pen.textAlign = "center";
  pen.fillText(letter, (middle * 100) / em, 0);
  pen.restore();
}

/** @param {CanvasRenderingContext2D} pen @param {number} middle */
function colon(pen, middle) {
  for (const height of [0.3, 0.7]) {
    pen.beginPath();
    const rounded = pen.roundRect ?? pen.rect; // a browser of before 2023 has square ones
    rounded.call(pen, middle - SQUARE / 2, -height - SQUARE / 2, SQUARE, SQUARE, SQUARE / 5);
    pen.fill();
  }
}

/** The drawn sign of an overrun. @param {CanvasRenderingContext2D} pen @param {number} middle */
function plus(pen, middle) {
  const arm = 0.33;
  pen.fillRect(middle - arm, -0.5 - SQUARE / 2, 2 * arm, SQUARE);
  pen.fillRect(middle - SQUARE / 2, -0.5 - arm, SQUARE, 2 * arm);
}

// --- what faces have alike ----------------------------------------------------------------------

/** The colour of plates and frames. @param {string} tone */
export function toneColour(tone) {
  return tone === "normal" || tone === "calm" ? COLOURS.normal : COLOURS[tone];
}

/** The colour of the digits. @param {Face} face */
export function ink(face) {
  const plain = face.scene === "on_break" || face.tone === "questions";
  return plain ? COLOURS.normal : toneColour(face.tone);
}

/** @param {Face} face whether the sign stands among the digits */
export function signedInCells(face) {
  return face.overrun && (face.digits.length <= 4 || face.tone === "held");
}

/** @param {Face} face the digits, with their sign when it has its place there */
export function inCells(face) {
  return signedInCells(face) ? `+${face.digits}` : face.digits;
}

/** @param {Face} face the digits whose size a count keeps; an hour takes its own */
export function like(face) {
  return face.scene === "on_break" || face.scene === "after" ? "" : "00:00";
}

/**
 * The bar that empties, its phases parted by thin gaps.
 * @param {Sheet} sheet @param {Face} face @param {number} top @param {number} bottom
 */
export function bar(sheet, face, top, bottom) {
  if (!face.bar) return;
  const [span, gap] = [RIGHT - LEFT, LINE * 0.2];
  sheet.fill(LEFT, top, RIGHT, bottom, COLOURS.track);
  const parting = (/** @type {number} */ place) =>
    sheet.fill(place - gap / 2, top, place + gap / 2, bottom, COLOURS.paper);
  let start = 0;
  for (const [tone, end] of face.bar.parts) {
    const [left, right] = [LEFT + (span * start) / 1000, LEFT + (span * end) / 1000];
    sheet.fill(left, top, right, bottom, tone === "normal" ? COLOURS.running : toneColour(tone));
    if (start) parting(left);
    start = end;
  }
  face.bar.marks.forEach((mark) => parting(LEFT + (span * mark) / 1000));
}

/**
 * Names in a box: shorter ones and fewer, before they are made too small.
 * @param {Sheet} sheet @param {string[]} names @param {Box} zone @param {number} cap
 */
export function crowd(sheet, names, zone, cap) {
  /** @type {Line[]} */
  let best = [];
  for (const said of readings(names, (some, more) => `${some}\u00a0+\u00a0${more}`)) {
    const text = letters.together(said.split(", "));
    const lines = letters.block(text, true, sheet.high(cap), zone.w, zone.h, 3);
    if (lines.length && (!best.length || lines[0].cap > best[0].cap * 1.15)) best = lines;
    if (best.length && best[0].cap >= sheet.high(cap) * ENOUGH) break;
  }
  sheet.lines(best, zone, COLOURS.normal, "left");
}

/**
 * A title, bold: whole on three lines, or cut before it is made too small.
 * @param {Sheet} sheet @param {string} title @param {Box} zone @param {number} cap
 */
export function titled(sheet, title, zone, cap) {
  const found = letters.block(title, true, sheet.high(cap), zone.w, zone.h, 3);
  const least = Math.min(sheet.high(cap) * LEGIBLE, zone.h * 0.6);
  const small = found.length && found[0].cap < least;
  const most = Math.max(
    1,
    Math.floor((zone.h / least - 0.6 + letters.LEADING - 1) / letters.LEADING),
  );
  const lines = small ? letters.paragraph(title, true, least, zone.w, most) : found;
  sheet.lines(lines, zone, COLOURS.normal, "left");
}

/**
 * The plate of what is to come, its sentence, and the time of day.
 * @param {Sheet} sheet @param {Face} face @param {number} bottom @param {number} cap
 * @param {number} clockCap
 */
export function head(sheet, face, bottom, cap, clockCap) {
  const base = bottom * 0.71;
  sheet.fill(0, 0, 1, bottom, COLOURS.waiting_plate);
  sheet.fill(0, bottom - sheet.sides(LINE)[1], 1, bottom, COLOURS.waiting);
  const clock = letters.shrunk(face.clock, true, sheet.high(clockCap), sheet.wide(0.3));
  const taken = sheet.write(clock, RIGHT, base, COLOURS.waiting, "right");
  const room = sheet.wide(RIGHT - LEFT) - (taken ? taken + clock.cap : 0);
  sheet.write(letters.shrunk(face.head, true, sheet.high(cap), room), LEFT, base, COLOURS.normal);
}

/** How much of the height a mark takes. @param {Sheet} sheet */
export function markHeight(sheet) {
  return sheet.box.w >= sheet.box.h ? 0.074 : 0.038;
}

/**
 * A plate of its own at the very top: that the page is alone.
 * @param {Sheet} sheet @param {string} text
 */
export function mark(sheet, text) {
  const tall = markHeight(sheet);
  const cap = tall * 0.55;
  const line = letters.shrunk(text, true, sheet.high(cap), sheet.wide(0.86));
  const half = (letters.lineWidth(line) / sheet.box.w + 0.05) / 2;
  const [up, side] = [LINE * 0.4, (LINE * 0.4 * sheet.box.h) / sheet.box.w];
  sheet.fill(0.5 - half - side, 0, 0.5 + half + side, tall, COLOURS.normal);
  sheet.fill(0.5 - half, 0, 0.5 + half, tall - up, COLOURS.paper);
  sheet.write(line, 0.5, (tall + cap) / 2, COLOURS.normal, "middle");
}
