/**
 * The whole programme, for the foyer: the day as it is really going, said kindly
 * (ui/speaker/programme.py). The hour is the real one; the delay is told once, at the foot.
 */

import { dayLines, SQUARE, STRIPED, TALL, WIDE } from "./day_lines.js";
import { at, EMPTY, endShown, expected, namesOf, startShown } from "./face.js";
import { hourOf, lengthOf, MINUTE, said, wholeMinutes } from "./language.js";
import { block, cut, ELLIPSIS, paragraph, shrunk } from "./letters.js";
import { inTwo } from "./names.js";
import { open } from "./screen.js";
import { COLOURS, LEFT, RIGHT, STRIP, titled } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./face.js").Face} Face */
/** @typedef {import("./anchors.js").Board} Board */
/** @typedef {import("./letters.js").Line} Line */
/** @typedef {import("./day_lines.js").State} State */
/** @typedef {import("./day_lines.js").Item} Item */
/**
 * @typedef {{title: string, detail: string, clock: string, items: Item[], foot: string,
 *   turn: number}} Programme
 */

/** Milliseconds from one page to the next. */
const TURN = 12_000;
const FEW = 4;
/** The least difference from the announced hour that is told, and the least delay, in minutes. */
const TOLD = 2 * MINUTE;
const DELAY = 3;
/** How wide head and foot stand beside the lines of a strip, of the height. */
const BESIDE = 1.05;
const BEHIND = 16;
const AHEAD = 60;

// --- what is seen -------------------------------------------------------------------------------

/** @param {Board} board @param {number} now @param {any} words @returns {Face} */
export function see(board, now, words) {
  if (board.blackout) return { ...EMPTY, scene: "blackout" };
  const rows = told(board, now);
  const all = items(board, rows, now, words);
  const [title, detail] = inTwo(board.title ?? "");
  const own = {
    title,
    detail,
    items: all,
    clock: hourOf(now, board.timezone, words),
    foot: foot(board, rows, now, words),
    turn: all.length > FEW ? Math.floor(now / TURN) : 0,
  };
  return { ...EMPTY, scene: "own", own };
}

/**
 * The rows that are lines; of a very long day those around the present.
 * @param {Board} board @param {number} now
 */
function told(board, now) {
  const rows = [...board.slots.values()];
  const tops = topsOf(rows);
  const present = board.on_air?.slot ?? board.next?.slot;
  const here = Math.max(
    0,
    rows.findIndex((row) => row.id === present),
  );
  const reached = new Set(rows.slice(0, here + 1));
  const passed = tops.filter((row) => reached.has(row)).length;
  const near = tops.slice(Math.max(0, passed - BEHIND), passed + AHEAD);
  return near.filter((row) =>
    row.status === "skipped"
      ? row.printed_start && (at(row, "printed_end", now) ?? now) > now
      : row.started || row.expected_start,
  );
}

/**
 * The rows of the level that is told: the top one, or below it where that has few.
 * @param {any[]} rows
 */
function topsOf(rows) {
  for (let depth = 0; ; depth += 1) {
    const found = rows.filter((row) => row.level === depth || (row.leaf && row.level < depth));
    if (found.length >= FEW || rows.every((row) => row.level <= depth)) return found;
  }
}

/**
 * @param {Board} board @param {any[]} rows @param {number} now @param {any} words @returns {Item[]}
 */
function items(board, rows, now, words) {
  let differs = false;
  return rows.map((row) => {
    const state = stateOf(row);
    const other = state !== "over" && otherwise(row, now);
    const good = differs && !other && state === "to_come";
    if (state !== "over") differs = other;
    const item = itemOf(board, row, { state, other, good }, now, words);
    return { ...item, within: state === "live" ? within(board, row) : "" };
  });
}

/**
 * @param {Board} board @param {any} row @param {{state: State, other: boolean, good: boolean}} how
 * @param {number} now @param {any} words
 */
function itemOf(board, row, { state, other, good }, now, words) {
  const zone = board.timezone;
  const hour = (/** @type {number | null} */ ms) => ({ hour: hourOf(ms, zone, words) });
  const printed = other ? said(words.layouts.printed, hour(paper(row, now))) : "";
  const lasts =
    state === "live" && row.kind === "break" && row.expected_end
      ? said(words.layouts.lasts, hour(endShown(row, now)))
      : "";
  const [title, names] = [inTwo(row.title ?? "")[0], namesOf(row)];
  return {
    hour: hourOf(moment(row, now), zone, words),
    title: title || names.join(", "),
    names: title ? names : [],
    said: sayingOf(state, lasts || printed, good, words.layouts),
    state,
    good,
  };
}

/** What is on within a session. @param {Board} board @param {any} row */
function within(board, row) {
  const air = board.slots.get(board.on_air?.slot);
  return air && air.id !== row.id ? inTwo(air.title ?? "")[0] : "";
}

/** @param {any} row @returns {State} */
function stateOf(row) {
  return Reflect.get({ on_air: "live", done: "over", skipped: "cut" }, row.status) ?? "to_come";
}

/**
 * When it was announced: what visitors hold in their hands.
 * @param {any} row @param {number} now
 */
function paper(row, now) {
  return at(row, "printed_start", now) ?? at(row, "planned_start", now);
}

/**
 * When it began or is expected; the announced hour where that is as good as the same.
 * @param {any} row @param {number} now
 */
function moment(row, now) {
  if (row.started || otherwise(row, now)) return startShown(row, now);
  return paper(row, now) ?? startShown(row, now);
}

/** Whether it is at another hour than was announced. @param {any} row @param {number} now */
function otherwise(row, now) {
  const starts = at(row, "started", now) ?? expected(row, now);
  const announced = paper(row, now);
  return starts !== null && announced !== null && Math.abs(starts - announced) >= TOLD;
}

/** @param {State} state @param {string} printed @param {boolean} good @param {any} layouts */
function sayingOf(state, printed, good, layouts) {
  if (state === "over" || state === "cut") return layouts[state];
  if (state === "live") return [layouts.on_now, printed].filter(Boolean).join(", ");
  return good ? layouts.on_time : printed;
}

/**
 * The delay, and the next hour that holds; or that the day is over.
 * @param {Board} board @param {any[]} rows @param {number} now @param {any} words
 */
function foot(board, rows, now, words) {
  const { layouts } = words;
  if (board.state === "after") return layouts.thanks;
  if (board.incident) return layouts.patience;
  const late = wholeMinutes(delay(board, now));
  if (board.state === "before" && rows.length && late > 0) return layouts.begins;
  if (board.state === "before" || Math.abs(late) < DELAY) return "";
  const told = said(late > 0 ? layouts.delay : layouts.early, { time: roughly(Math.abs(late)) });
  const holds = late > 0 ? holding(rows, now) : undefined;
  if (!holds) return told;
  const hour = hourOf(paper(holds, now), board.timezone, words);
  return `${told} ${said(layouts.holds, { title: inTwo(holds.title ?? "")[0], hour })}`;
}

/**
 * How late what is on air ends, or what is next begins: the hall is not told the drift as such.
 * @param {Board} board
 * @param {number} now
 */
function delay(board, now) {
  const air = board.on_air;
  if (air) {
    const [ends, planned] = [at(air, "expected_end", now), at(air, "planned_end", now)];
    if (planned !== null) return (ends ?? planned) - planned;
  }
  const next = board.next;
  const starts = next ? expected(next, now) : null;
  const planned = next ? at(next, "planned_start", now) : null;
  return starts !== null && planned !== null ? starts - planned : 0;
}

/** Above ten minutes, by fives. @param {number} minutes */
function roughly(minutes) {
  return lengthOf((minutes <= 10 ? minutes : 5 * Math.round(minutes / 5)) * MINUTE);
}

/**
 * The first to come, after one that moves, whose announced hour holds.
 * @param {any[]} rows @param {number} now
 */
function holding(rows, now) {
  let moved = false;
  for (const row of rows) {
    if (["done", "skipped"].includes(row.status) || paper(row, now) === null) continue;
    if (otherwise(row, now)) moved = true;
    else if (moved && row.status !== "on_air") return row;
  }
  return undefined;
}

// --- laid out -----------------------------------------------------------------------------------

/** @param {Sheet} sheet @param {Face} face */
export function draw(sheet, face) {
  /** @type {Programme} */
  const own = face.own;
  if (!own) {
    sheet.block(face.phrase, sheet.zone(0.1, 0.3, 0.9, 0.7), 0.1, COLOURS.second, 3);
    return;
  }
  const shape = sheet.box.w / sheet.box.h;
  if (shape >= STRIP) {
    strip(sheet, own);
    return;
  }
  const scale = shape < 1 ? 0.6 : 1;
  const rule = shape < 0.9 ? TALL : shape < 1.2 ? SQUARE : WIDE;
  const low = own.foot ? footPlate(sheet, own.foot, scale) : 1;
  const top = heading(sheet, own, scale);
  dayLines(sheet, own.items, own.turn, sheet.zone(0, top, 1, low - 0.012), rule);
}

/** On a strip the head and the foot stand beside the lines. @param {Sheet} sheet @param {Programme} own */
function strip(sheet, own) {
  const split = (BESIDE * sheet.box.h) / sheet.box.w;
  const [plate, rest] = [sheet.part(0, 0, split, 1), sheet.part(split, 0, 1, 1)];
  plate.fill(0, 0, 1, 1, own.foot ? COLOURS.waiting_plate : COLOURS.panel);
  const clock = shrunk(own.clock, true, plate.high(0.13), plate.wide(0.6));
  plate.write(clock, 0.06, 0.21, COLOURS.normal);
  const zone = plate.zone(0.06, own.clock ? 0.3 : 0.1, 0.94, own.foot ? 0.52 : 0.9);
  if (own.title) titled(plate, own.title, zone, 0.095);
  plate.block(own.foot, plate.zone(0.06, 0.57, 0.94, 0.93), 0.085, COLOURS.normal, 5, "left");
  dayLines(rest, own.items, own.turn, rest.zone(0, 0.02, 1, 0.98), STRIPED);
}

/**
 * The title on one line or two, and the hour; returns where it ends.
 * @param {Sheet} sheet @param {Programme} own @param {number} scale
 */
function heading(sheet, own, scale) {
  const cap = 0.05 * scale;
  const hour = shrunk(own.clock, true, sheet.high(cap * 1.35), sheet.wide(0.3));
  const taken = sheet.write(hour, RIGHT, 0.118 * scale, COLOURS.normal, "right");
  const room = sheet.wide(RIGHT - LEFT) - taken - sheet.high(cap);
  const found = titleLines(sheet, own, cap, room);
  if (found.length < 2) {
    if (found.length) sheet.write(found[0], LEFT, 0.112 * scale, COLOURS.normal);
    return 0.155 * scale;
  }
  sheet.write(found[0], LEFT, 0.084 * scale, COLOURS.normal);
  sheet.write(found[1], LEFT, 0.146 * scale, found[1].bold ? COLOURS.normal : COLOURS.second);
  return 0.18 * scale;
}

/**
 * @param {Sheet} sheet @param {Programme} own @param {number} cap @param {number} room
 * @returns {Line[]}
 */
function titleLines(sheet, own, cap, room) {
  const found = paragraph(own.title, true, sheet.high(cap), room, 1);
  if (own.detail) return [...found, cut(own.detail, false, sheet.high(cap * 0.72), room)];
  if (!found[0]?.text.endsWith(ELLIPSIS)) return found;
  return block(own.title, true, sheet.high(cap * 0.8), room, sheet.high(cap * 2.4), 2);
}

/**
 * The plate at the foot, of one line or more; returns its top.
 * @param {Sheet} sheet @param {string} text @param {number} scale
 */
function footPlate(sheet, text, scale) {
  const [cap, room] = [sheet.high(0.042 * scale), sheet.wide(RIGHT - LEFT)];
  let found = [shrunk(text, true, cap, room)];
  const most = sheet.box.w < 0.5 * sheet.box.h ? 5 : 3;
  if (found[0].cap < cap * 0.8) {
    found = block(text, true, cap, room, sheet.high(0.06 * most * scale), most);
  }
  const top = 1 - (0.095 + 0.061 * (found.length - 1)) * scale;
  sheet.fill(0, top, 1, 1, COLOURS.waiting_plate);
  sheet.lines(found, sheet.zone(LEFT, top + 0.005, RIGHT, 0.995), COLOURS.normal, "left");
  return top;
}

/** What is seen, as text. @param {Face} face */
export function lines({ own }) {
  if (!own) return [];
  const items = own.items.map((/** @type {Item} */ { hour, title, names, said, within }) =>
    [hour, title, names.join(", "), said, within].filter(Boolean).join(" "),
  );
  return [own.title, own.detail, ...items, own.foot];
}

if (document.body.dataset.page === "programme") open("programme", { see, draw, lines });
