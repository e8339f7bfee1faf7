/**
 * The hour as large as fits, and a line of what is on and when it ends (ui/speaker/clock.py).
 *
 * Anybody may read it: no phase, no message, nothing that is hidden.
 */

import { at, coming, EMPTY, endShown, startShown } from "./face.js";
import { hourOf, said } from "./language.js";
import { cut, paragraph, shrunk, SNUG } from "./letters.js";
import { inTwo } from "./names.js";
import { COLOURS, LEFT, RIGHT, STRIP, titled } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./face.js").Face} Face */
/** @typedef {import("./anchors.js").Board} Board */
/** @typedef {{hour: string, title: string, when: string, line: string}} Clock */

/** An hour as it is written, its hours and its minutes. */
const HOUR = /^(\d+\D+)(\d.*)$/;
/** Up to how many times as wide as high the width, and not the height, bounds the hour. */
const BROAD = 1.5;

// --- what is seen -------------------------------------------------------------------------------

/** @param {Board} board @param {number} now @param {any} words @returns {Face} */
export function see(board, now, words) {
  if (board.blackout) return { ...EMPTY, scene: "blackout" };
  const own = { ...whatIsOn(board, now, words), hour: hourOf(now, board.timezone, words) };
  return { ...EMPTY, scene: "own", own };
}

/**
 * What is on and when it ends, or what comes and when.
 * @param {Board} board @param {number} now @param {any} words
 */
function whatIsOn(board, now, words) {
  const { layouts, stage } = words;
  const air = board.on_air;
  if (!air) {
    const row = coming(board).next().value;
    if (!row || board.state === "after") {
      return alone(board.state === "before" ? "" : stage.day_over);
    }
    const ahead = (at(row, "expected_start", now) ?? now) > now;
    const starts = ahead ? startShown(row, now) : null;
    return told(board, row, starts, layouts.at, stage.starts, words);
  }
  const row = board.slots.get(air.slot);
  if (!row) return alone("");
  const ends = (at(air, "ends", now) ?? now) > now ? endShown(air, now) : null;
  return air.kind === "break"
    ? told(board, row, ends, layouts.back, `${stage.back_at} {hour}`, words)
    : told(board, row, ends, layouts.until, stage.ends, words);
}

/** @param {string} title */
function alone(title) {
  return { title, when: "", line: title };
}

/**
 * A title, and the hour where there is one still to come.
 * @param {Board} board @param {any} row @param {number | null} moment @param {string} both
 * @param {string} only @param {any} words
 */
function told(board, row, moment, both, only, words) {
  const [title] = inTwo(row.title ?? "");
  if (moment === null) return alone(title);
  const hour = hourOf(moment, board.timezone, words);
  const when = said(only, { hour });
  return { title, when, line: title ? said(both, { title, hour }) : when };
}

// --- laid out -----------------------------------------------------------------------------------

/** The hour and its line below it, or beside it on a strip. @param {Sheet} sheet @param {Face} face */
export function draw(sheet, face) {
  /** @type {Clock} */
  const own = face.own;
  const shape = sheet.box.w / sheet.box.h;
  if (shape >= STRIP && own.line) {
    beside(sheet, own);
  } else if (shape < 1) {
    const cap = Math.min(0.037, 0.075 * shape);
    stacked(sheet, own.hour, 0.68);
    below(sheet, lines(sheet, own, cap, 2), 0.74 + 3.24 * cap, 1.62 * cap);
  } else {
    const under = lines(sheet, own, 0.075, shape < BROAD ? 2 : 1);
    const low = [0.86, 0.74, 0.62, 0.55][under.length];
    sheet.digits(own.hour, sheet.zone(LEFT, 0.12, RIGHT, low), COLOURS.normal);
    below(sheet, under, 0.91, 0.13);
  }
}

/**
 * What is on in one line, else its title on so many and the hour.
 * @param {Sheet} sheet @param {Clock} own @param {number} cap @param {number} most
 */
function lines(sheet, own, cap, most) {
  const room = sheet.wide(RIGHT - LEFT);
  const one = cut(own.line, false, sheet.high(cap), room, SNUG);
  if (one.text === own.line) return one.text ? [one] : [];
  const title = paragraph(own.title, false, sheet.high(cap), room, most);
  const when = shrunk(own.when, false, sheet.high(cap), room);
  return [...title, when].filter((line) => line.text);
}

/**
 * The lines one below the other in the middle, the last one on that baseline.
 * @param {Sheet} sheet @param {import("./letters.js").Line[]} under @param {number} last
 * @param {number} step
 */
function below(sheet, under, last, step) {
  [...under].reverse().forEach((line, number) => {
    sheet.write(line, 0.5, last - number * step, COLOURS.second, "middle");
  });
}

/**
 * On a strip: the hour at the left, at the right what is on and until when.
 * @param {Sheet} sheet @param {Clock} own
 */
function beside(sheet, own) {
  const split = Math.min(0.62, (3.1 * sheet.box.h) / sheet.box.w);
  const zone = sheet.zone(0.03, 0.12, split, 0.88);
  sheet.digits(own.hour, zone, COLOURS.normal, "00h00", "left");
  const when = shrunk(own.when, false, sheet.high(0.13), sheet.wide(0.95 - split));
  const low = own.title && when.text ? 0.62 : 0.88;
  titled(sheet, own.title, sheet.zone(split + 0.03, 0.12, 0.98, low), 0.17);
  sheet.write(when, split + 0.03, own.title ? 0.85 : 0.565, COLOURS.second);
}

/**
 * Hours over minutes, each as large as the width allows.
 * @param {Sheet} sheet @param {string} hour @param {number} low
 */
function stacked(sheet, hour, low) {
  const [top, middle] = [0.1, (0.1 + low) / 2];
  const parts = HOUR.exec(hour);
  if (!parts) {
    sheet.digits(hour, sheet.zone(LEFT, top, RIGHT, low), COLOURS.normal);
    return;
  }
  sheet.digits(parts[1], sheet.zone(LEFT, top, RIGHT, middle - 0.02), COLOURS.normal, "00h");
  sheet.digits(parts[2], sheet.zone(LEFT, middle + 0.02, RIGHT, low), COLOURS.normal, "00h");
}
