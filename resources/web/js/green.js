/**
 * Next up, for the green room: who goes on stage next and in how long, and the three after
 * (ui/speaker/next_up.py). Only items in which somebody speaks count, while there is one.
 */

import { at, coming, EMPTY, expected, namesOf, startShown, withMessage } from "./face.js";
import { wholeLeft } from "./anchors.js";
import { countdown, hourOf, lengthOf, MINUTE, said } from "./language.js";
import { cut, lineWidth, paragraph, people, shrunk, widthOf } from "./letters.js";
import { inTwo } from "./names.js";
import { open } from "./screen.js";
import { COLOURS, crowd, head, LEFT, RIGHT, titled } from "./sheet.js";
import * as timer from "./timer.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Box} Box */
/** @typedef {import("./face.js").Face} Face */
/** @typedef {import("./anchors.js").Board} Board */
/** @typedef {{hour: string, names: string[], title: string, wait: string}} After */
/** @typedef {{onStage: string, after: After[]}} NextUp */

const AFTER = 3;
const WITHOUT_STAGE = new Set(["break", "changeover"]);
/** How many times its height a row is wide at least, for all of it to stand on one line. */
const NARROW = 7.5;
/** From how many times as wide as high those after stand beside. */
const BESIDE = 2.6;
/** How large who comes next is written, with those after and without. */
const LARGE = 0.13;
const LARGER = 0.19;

// --- what is seen -------------------------------------------------------------------------------

/** @param {Board} board @param {number} now @param {any} words @returns {Face} */
export function see(board, now, words) {
  if (board.blackout) return { ...EMPTY, scene: "blackout" };
  const clock = hourOf(now, board.timezone, words);
  const found = board.state === "after" ? [] : entering(board).slice(0, AFTER + 1);
  const shown = found.length ? nextUp(board, found, now, words) : nobody(board, words);
  const head = board.incident ? words.stage.one_moment : shown.head;
  return withMessage(board, now, { ...shown, clock, head }, ["green_room"]);
}

/** @param {Board} board @param {any} words @returns {Face} */
function nobody(board, words) {
  const over = board.state === "after";
  const head = over ? words.stage.thanks : words.stage.next;
  const phrase = over ? words.stage.day_over : words.layouts.nobody;
  return { ...EMPTY, scene: "own", tone: "waiting", head, phrase, own: { onStage: "", after: [] } };
}

/**
 * The rows to come in which somebody speaks; once nobody does, all that has a stage.
 * @param {Board} board
 */
function entering(board) {
  const rows = [...coming(board)];
  const named = rows.filter((row) => namesOf(row).length);
  return named.length ? named : rows.filter((row) => !WITHOUT_STAGE.has(row.kind));
}

/**
 * @param {Board} board @param {any[]} found @param {number} now @param {any} words @returns {Face}
 */
function nextUp(board, [row, ...later], now, words) {
  const [title, detail] = inTwo(row.title ?? "");
  const own = {
    onStage: onStage(board, row, now, words),
    after: later.map((each) => after(board, each, now, words)),
  };
  const shown = { ...EMPTY, scene: "own", title, detail, speakers: namesOf(row), own };
  const starts = at(row, "expected_start", now);
  if (starts === null || starts <= now) {
    return { ...shown, tone: "waiting", head: words.stage.next_soon, phrase: words.layouts.soon };
  }
  const digits = countdown(wholeLeft(starts - now));
  if (board.on_air?.holding) return { ...shown, tone: "held", head: words.layouts.held, digits };
  return { ...shown, tone: "waiting", head: words.stage.next_in, digits };
}

/** @param {Board} board @param {any} row @param {number} now @param {any} words */
function onStage(board, row, now, words) {
  const hour = hourOf(startShown(row, now), board.timezone, words);
  const printed = hourOf(at(row, "planned_start", now), board.timezone, words);
  if (!namesOf(row).length) return said(words.stage.starts, { hour });
  if (!printed || printed === hour) return said(words.layouts.on_stage, { hour });
  return said(words.layouts.on_stage_printed, { hour, printed });
}

/** @param {Board} board @param {any} row @param {number} now @param {any} words @returns {After} */
function after(board, row, now, words) {
  const hour = hourOf(startShown(row, now), board.timezone, words);
  const wait = waiting(expected(row, now), now, words.layouts);
  return { hour, names: namesOf(row), title: inTwo(row.title ?? "")[0], wait };
}

/**
 * In whole minutes rounded down: never later than is true.
 * @param {number | null} starts @param {number} now @param {any} layouts
 */
function waiting(starts, now, layouts) {
  if (starts === null || starts <= now) return "";
  const count = Math.floor((starts - now) / MINUTE);
  if (count >= 60) return said(layouts.in_hours, { time: lengthOf(count * MINUTE) });
  return said(layouts.in_minutes, { count });
}

// --- laid out -----------------------------------------------------------------------------------

/** @param {Sheet} sheet @param {Face} face */
export function draw(sheet, face) {
  if (face.scene !== "own" || face.message) {
    timer.draw(sheet, face);
    return;
  }
  const shape = sheet.box.w / sheet.box.h;
  (shape < 1 ? upright : shape < BESIDE ? wide : strip)(sheet, face, face.own);
}

/** @param {Sheet} sheet @param {Face} face @param {NextUp} own */
function wide(sheet, face, own) {
  const low = own.after.length ? 0.645 : 0.95;
  head(sheet, face, 0.235, 0.105, 0.052);
  const counted = face.digits || (face.phrase && face.speakers.length);
  who(sheet, face, own, sheet.zone(LEFT, 0.265, counted ? 0.54 : RIGHT, low - 0.02));
  if (counted) count(sheet, face, sheet.zone(0.57, 0.305, RIGHT, low - 0.055), "right");
  if (!own.after.length) return;
  sheet.fill(0, low, 1, 1, COLOURS.panel);
  later(sheet, own, sheet.zone(LEFT, low + 0.012, RIGHT, 0.988));
}

/** @param {Sheet} sheet @param {Face} face @param {NextUp} own */
function upright(sheet, face, own) {
  const low = own.after.length ? 0.72 : 0.95;
  head(sheet, face, 0.13, 0.042, 0.027);
  count(sheet, face, sheet.zone(LEFT, 0.165, RIGHT, 0.36), "middle");
  who(sheet, face, own, sheet.zone(LEFT, 0.39, RIGHT, low - 0.02));
  if (!own.after.length) return;
  sheet.fill(0, low, 1, 1, COLOURS.panel);
  later(sheet, own, sheet.zone(LEFT, low + 0.01, RIGHT, 0.99));
}

/** On a strip the three after stand beside. @param {Sheet} sheet @param {Face} face @param {NextUp} own */
function strip(sheet, face, own) {
  const split = own.after.length ? 0.64 : 1;
  const main = sheet.part(0, 0, split, 1);
  head(main, face, 0.235, 0.12, 0.1);
  const counted = face.digits || (face.phrase && face.speakers.length);
  who(main, face, own, main.zone(0.04, 0.28, counted ? 0.56 : RIGHT, 0.97));
  if (counted) count(main, face, main.zone(0.59, 0.33, 0.96, 0.9), "right");
  if (!own.after.length) return;
  const rest = sheet.part(split, 0, 1, 1);
  rest.fill(0, 0, 1, 1, COLOURS.panel);
  later(rest, own, rest.zone(0.05, 0.04, 0.95, 0.96));
}

/**
 * @param {Sheet} sheet @param {Face} face @param {Box} zone @param {import("./sheet.js").Side} side
 */
function count(sheet, face, zone, side) {
  const colour = face.tone === "held" ? COLOURS.past : COLOURS.waiting;
  if (face.digits) sheet.digits(face.digits, zone, colour, "00:00", side);
  else if (face.speakers.length) sheet.block(face.phrase, zone, 0.13, colour, 2, side);
}

/**
 * The name as large as it can be, what it is about, and when.
 * @param {Sheet} sheet @param {Face} face @param {NextUp} own @param {Box} zone
 */
function who(sheet, face, own, zone) {
  const shape = Math.min(1, (0.9 * sheet.box.w) / sheet.box.h);
  const cap = (own.after.length ? LARGE : LARGER) * shape;
  const foot = shrunk(own.onStage, true, zone.h * 0.105, zone.w);
  const small = zone.h * 0.095;
  const about = paragraph(face.speakers.length ? face.title : "", false, small, zone.w, 2);
  let bottom = zone.y + zone.h - small * 0.35;
  sheet.put(foot, zone.x, bottom, COLOURS.normal);
  bottom -= foot.text ? foot.cap * 2.05 : 0;
  for (const line of about.reverse()) {
    sheet.put(line, zone.x, bottom, COLOURS.second);
    bottom -= small * 1.75;
  }
  const room = { ...zone, h: bottom - zone.y + small * 0.1 };
  if (face.speakers.length) crowd(sheet, face.speakers, room, cap);
  else if (face.title) titled(sheet, face.title, room, cap);
  else sheet.block(face.phrase, room, cap, COLOURS.normal, 4, "left");
}

/** Those after, one below the other. @param {Sheet} sheet @param {NextUp} own @param {Box} zone */
function later(sheet, own, zone) {
  const pitch = zone.h / AFTER;
  const row = zone.w < NARROW * pitch ? twoLines : oneLine;
  own.after.forEach((each, at) =>
    row(sheet, own, each, { ...zone, y: zone.y + pitch * at, h: pitch }),
  );
}

/**
 * The hour, the name, in how long; each in its column.
 * @param {Sheet} sheet @param {NextUp} own @param {After} each @param {Box} box
 */
function oneLine(sheet, own, each, box) {
  const cap = Math.min(box.h * 0.5, box.w / 22);
  const widest = (/** @type {(each: After) => string} */ said) =>
    Math.max(...own.after.map((other) => widthOf(said(other), true))) * cap;
  const [hours, waits] = [widest((other) => other.hour), widest((other) => other.wait)];
  const [base, left] = [box.y + box.h / 2 + cap / 2, box.x + hours + cap];
  const bold = (/** @type {string} */ text) => ({ text, bold: true, cap, stretch: 1 });
  sheet.put(bold(each.hour), box.x, base, COLOURS.normal);
  sheet.put(named(each, cap, box.x + box.w - waits - cap - left), left, base, COLOURS.normal);
  const wait = bold(each.wait);
  sheet.put(wait, box.x + box.w - lineWidth(wait), base, COLOURS.waiting);
}

/** Who it is, or what. @param {After} each @param {number} cap @param {number} room */
function named(each, cap, room) {
  const names = people(each.names, true, cap, room);
  return names.text ? names : cut(each.title, true, cap, room);
}

/**
 * The name, and below it the hour and in how long.
 * @param {Sheet} sheet @param {NextUp} _ @param {After} each @param {Box} box
 */
function twoLines(sheet, _, each, box) {
  const cap = Math.min(box.h * 0.28, box.w / 13);
  const base = box.y + box.h / 2 - cap * 0.25;
  sheet.put(named(each, cap, box.w), box.x, base, COLOURS.normal);
  const [small, under] = [cap * 0.86, base + cap * 1.5];
  const hour = { text: each.hour, bold: false, cap: small, stretch: 1 };
  sheet.put(hour, box.x, under, COLOURS.second);
  const left = box.x + lineWidth(hour) + cap * 0.8;
  sheet.put(shrunk(each.wait, true, small, box.x + box.w - left), left, under, COLOURS.waiting);
}

/** What is seen, as text. @param {Face} face */
export function lines({ title, speakers, own }) {
  if (!own) return [];
  const later = own.after.map((/** @type {After} */ each) =>
    [each.hour, each.names.join(", ") || each.title, each.wait].join(" "),
  );
  return [speakers.join(", "), title, own.onStage, ...later];
}

if (document.body.dataset.page === "green") open("green", { see, draw, lines });
