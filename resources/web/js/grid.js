/**
 * The grid of an open forum: rooms by rounds, as it is typed; projected while the room makes it
 * (ui/speaker/grid.py).
 *
 * - Rounds that are over go, for their room; the one that runs is lit. A free cell is left empty:
 *   the room sees what is still to be taken.
 * - All titles are of one size, the largest in which each of them fits; pages where there are more
 *   rooms than lines.
 */

import { at, EMPTY, startShown } from "./face.js";
import * as clock from "./hour.js";
import { hourOf, minuteShown, typeset } from "./language.js";
import { block, cut, lineWidth, shrunk } from "./letters.js";
import { inTwo } from "./names.js";
import { COLOURS } from "./sheet.js";
import * as timer from "./timer.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Box} Box */
/** @typedef {import("./face.js").Face} Face */
/** @typedef {import("./anchors.js").Board} Board */
/**
 * @typedef {{title: string, hours: string, lit: boolean, cells: Array<[string, string]>}} Column a
 *   round: its title, when it begins and ends, whether it runs; what and who in each room
 * @typedef {{title: string, hour: string, rooms: string[], columns: Column[], turn: number,
 *   note: string}} Grid
 */

/** How many rooms stand on the screen at once. */
const PAGE = 10;
/** Milliseconds from one page of them to the next. */
const TURN = 12_000;
/** How small titles may become, of the height, before they are cut. */
const LEAST = 0.016;

// --- what is seen -------------------------------------------------------------------------------

/** @param {Board} board @param {number} now @param {any} words @returns {Face} */
export function see(board, now, words) {
  if (board.blackout) return { ...EMPTY, scene: "blackout" };
  const whole = board.slots.get(board.grid?.slot);
  if (!whole || board.state === "after") return clock.see(board, now, words);
  const rounds = /** @type {any[]} */ (
    (board.grid.rounds ?? []).map((/** @type {string} */ id) => board.slots.get(id)).filter(Boolean)
  );
  const ahead = rounds.filter((row) => row.status !== "done");
  const all = rounds.flatMap((row) =>
    (row.activities ?? []).map((/** @type {any} */ each) => each.room ?? ""),
  );
  const rooms = [...new Set(all)];
  const own = {
    title: inTwo(whole.title ?? "")[0],
    hour: hourOf(now, board.timezone, words),
    rooms,
    columns: (ahead.length ? ahead : rounds).map((row) => column(board, row, rooms, now, words)),
    turn: rooms.length > PAGE ? Math.floor(now / TURN) : 0,
    note: rooms.length ? "" : words.layouts.no_rooms,
  };
  return { ...EMPTY, scene: "own", own };
}

/**
 * @param {Board} board @param {any} row @param {string[]} rooms @param {number} now
 * @param {any} words @returns {Column}
 */
function column(board, row, rooms, now, words) {
  const ends = minuteShown(
    at(row, "ended", now) ?? at(row, "expected_end", now),
    at(row, "planned_end", now),
  );
  const hours = [startShown(row, now), ends]
    .filter((moment) => moment !== null)
    .map((moment) => hourOf(moment, board.timezone, words));
  const there = (/** @type {string} */ room) =>
    (row.activities ?? []).find((/** @type {any} */ each) => (each.room ?? "") === room);
  return {
    title: inTwo(row.title ?? "")[0],
    hours: hours.join(" – "),
    lit: row.status === "on_air",
    cells: rooms.map((room) => [typeset(there(room)?.title ?? ""), there(room)?.host ?? ""]),
  };
}

// --- laid out -----------------------------------------------------------------------------------

/** The title and the hour, then the table. @param {Sheet} sheet @param {Face} face */
export function draw(sheet, face) {
  if (face.scene !== "own") {
    timer.draw(sheet, face); // nothing is known of the day yet
    return;
  }
  /** @type {Grid} */
  const own = face.own;
  if (!own.rooms) {
    clock.draw(sheet, face);
    return;
  }
  const top = head(sheet, own);
  if (own.note) {
    sheet.block(own.note, sheet.zone(0.045, top, 0.955, 0.96), 0.05, COLOURS.second, 3);
    return;
  }
  const pages = Math.ceil(own.rooms.length / PAGE);
  const each = Math.ceil(own.rooms.length / pages);
  const first = (own.turn % pages) * each;
  const shown = { ...own, rooms: own.rooms.slice(first, first + each) };
  shown.columns = own.columns.map((one) => ({
    ...one,
    cells: one.cells.slice(first, first + each),
  }));
  const boxOf = table(sheet, shown, top);
  shown.columns.forEach((one, number) => round(sheet, boxOf(number, -1), one));
  rooms(sheet, boxOf, shown);
  cells(sheet, boxOf, shown);
}

/**
 * The title at the left, the hour at the right; returns where they end.
 * @param {Sheet} sheet @param {Grid} own
 */
function head(sheet, own) {
  const broad = sheet.box.w > sheet.box.h;
  const [cap, low] = broad ? [0.052, 0.15] : [0.026, 0.075];
  const hour = shrunk(own.hour, true, sheet.high(cap), sheet.wide(0.25));
  sheet.write(hour, 0.955, low - 0.045 * (broad ? 1 : 0.5), COLOURS.second, "right");
  const right = 0.955 - (lineWidth(hour) / sheet.box.w + 0.03);
  const zone = sheet.zone(0.045, 0.03, right, low - 0.01);
  sheet.block(own.title, zone, cap, COLOURS.normal, 2, "left");
  return low;
}

/**
 * Where a cell stands; the column −1 has the rooms, the line −1 the rounds.
 * @param {Sheet} sheet @param {Grid} own @param {number} top
 * @returns {(column: number, line: number) => Box}
 */
function table(sheet, own, top) {
  const zone = sheet.zone(0.045, top, 0.955, 0.965);
  const narrow = sheet.box.w < sheet.box.h;
  const lead = zone.w * (narrow ? 0.2 : 0.17);
  const high = zone.h * (narrow ? 0.07 : 0.12);
  const tall = Math.min((zone.h - high) / Math.max(own.rooms.length, 1), zone.h * 0.26);
  const wide = (zone.w - lead) / Math.max(own.columns.length, 1);
  return (column, line) => ({
    x: zone.x + (column >= 0 ? lead + column * wide : 0),
    y: zone.y + (line >= 0 ? high + line * tall : 0),
    w: column >= 0 ? wide : lead,
    h: line >= 0 ? tall : high,
  });
}

/** @param {Box} box @param {number} left @param {number} top @param {number} right @param {number} low */
function shrink({ x, y, w, h }, left, top, right, low) {
  return { x: x + left, y: y + top, w: w - left - right, h: h - top - low };
}

/** @param {Box} box */
function inner(box) {
  const pad = Math.min(box.w, box.h) * 0.1;
  return shrink(box, Math.max(pad, box.w * 0.05), pad, pad, pad);
}

/**
 * What a round is called and its hours; the one that runs on its plate.
 * @param {Sheet} sheet @param {Box} box @param {Column} column
 */
function round(sheet, box, column) {
  if (column.lit) sheet.paint(shrink(box, 2, 0, 2, 0), COLOURS.running);
  const within = inner(box);
  const upper = { ...within, h: within.h * 0.52 };
  const lines = block(column.title, true, upper.h * 0.8, upper.w, upper.h, 1);
  sheet.lines(lines, upper, column.lit ? COLOURS.paper : COLOURS.normal, "left");
  const low = within.h - upper.h;
  const hours = shrunk(column.hours, false, low * 0.62, within.w);
  const base = within.y + within.h - low * 0.08;
  sheet.put(hours, within.x, base, column.lit ? COLOURS.paper : COLOURS.second);
}

/**
 * The rooms on plates at the left, their names of one size.
 * @param {Sheet} sheet @param {(column: number, line: number) => Box} boxOf @param {Grid} own
 */
function rooms(sheet, boxOf, own) {
  const boxes = own.rooms.map((_, line) => boxOf(-1, line));
  const cap = capOf(
    own.rooms.map((name, line) => [name, inner(boxes[line])]),
    0.3,
  );
  own.rooms.forEach((name, line) => {
    sheet.paint(shrink(boxes[line], 0, 2, 4, 2), COLOURS.waiting_plate);
    const within = inner(boxes[line]);
    sheet.lines(block(name, true, cap, within.w, within.h, 3), within, COLOURS.normal, "left");
  });
}

/**
 * Every title on its plate, who hosts below it.
 * @param {Sheet} sheet @param {(column: number, line: number) => Box} boxOf @param {Grid} own
 */
function cells(sheet, boxOf, own) {
  const found = own.columns.flatMap(({ lit, cells: all }, number) =>
    all.map(([title, host], line) => ({ title, host, box: boxOf(number, line), lit })),
  );
  const named = found.filter(({ title }) => title);
  const most = capOf(
    named.map(({ title, host, box }) => [title, titleZone(box, host)]),
    0.34,
  );
  const cap = Math.max(most, sheet.high(LEAST));
  for (const { title, host, box, lit } of found) {
    const plate = shrink(box, 2, 2, 2, 2);
    if (!title && !host) {
      sheet.paint({ ...plate, y: plate.y + plate.h - 2, h: 2 }, COLOURS.track);
      continue;
    }
    sheet.paint(plate, COLOURS.panel);
    if (lit) sheet.paint({ ...plate, w: 5 }, COLOURS.running);
    const [zone, within] = [titleZone(box, host), inner(box)];
    sheet.lines(block(title, true, cap, zone.w, zone.h, 4), zone, COLOURS.normal, "left");
    if (!host) continue;
    const size = Math.min(cap * 0.8, within.h * 0.21);
    const line = cut(host, false, size, within.w);
    sheet.put(line, within.x, within.y + within.h - size * 0.1, COLOURS.second);
  }
}

/** @param {Box} box @param {string} host */
function titleZone(box, host) {
  const within = inner(box);
  return host ? { ...within, h: within.h * 0.68 } : within;
}

/**
 * The largest size in which each of the texts fits its zone, at most a share of its height.
 * @param {Array<[string, Box]>} texts @param {number} share
 */
function capOf(texts, share) {
  const sizes = texts.flatMap(([text, zone]) =>
    block(text, true, zone.h * share, zone.w, zone.h, 4).slice(0, 1),
  );
  return sizes.length ? Math.min(...sizes.map((line) => line.cap)) : 0;
}

/** What is seen, as text. @param {Face} face */
export function lines({ own }) {
  if (!own?.rooms) return [own?.line ?? ""];
  const cell = (/** @type {Column} */ one, /** @type {number} */ line) =>
    one.cells[line].filter(Boolean).join(" ");
  const rows = own.rooms.map((/** @type {string} */ room, /** @type {number} */ line) =>
    [room, ...own.columns.map((/** @type {Column} */ one) => cell(one, line))].join(" · "),
  );
  const rounds = own.columns.map((/** @type {Column} */ one) => `${one.title} ${one.hours}`);
  return [own.title, own.note, ...rounds, ...rows];
}
