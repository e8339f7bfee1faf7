/**
 * The whole programme, for the foyer: the day as it is really going, said kindly
 * (ui/speaker/programme.py). The hour is the real one; the delay is told once, at the foot.
 */

import { at, EMPTY, expected, namesOf, startShown } from "./face.js";
import { hourOf, MINUTE, said, wholeMinutes } from "./language.js";
import { block, cut, ELLIPSIS, lineWidth, paragraph, people, shrunk, widthOf } from "./letters.js";
import { inTwo } from "./names.js";
import { open } from "./screen.js";
import { COLOURS, LEFT, RIGHT } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Box} Box */
/** @typedef {import("./face.js").Face} Face */
/** @typedef {import("./anchors.js").Board} Board */
/** @typedef {import("./letters.js").Line} Line */
/** @typedef {"over" | "live" | "to_come"} State */
/** @typedef {{hour: string, title: string, names: string[], said: string, state: State, good: boolean, within: string}} Item */
/** @typedef {{title: string, detail: string, clock: string, items: Item[], foot: string, turn: number}} Programme */

/** Milliseconds from one page to the next. */
const TURN = 12_000;
const FEW = 4;
/** The least difference from the announced hour that is told, and the least delay, in minutes. */
const TOLD = 2 * MINUTE;
const DELAY = 3;
const BEHIND = 16;
const AHEAD = 60;

// --- what is seen -------------------------------------------------------------------------------

/** @param {Board} board @param {number} now @param {any} words @returns {Face} */
export function see(board, now, words) {
  if (board.blackout) return { ...EMPTY, scene: "blackout" };
  const rows = told(board);
  const all = items(board, rows, now, words);
  const [title, detail] = inTwo(board.title ?? "");
  const own = {
    title, detail, items: all,
    clock: hourOf(now, board.timezone, words),
    foot: foot(board, rows, now, words),
    turn: all.length > FEW ? Math.floor(now / TURN) : 0,
  };
  return { ...EMPTY, scene: "own", own };
}

/** The rows that are lines; of a very long day those around the present. @param {Board} board */
function told(board) {
  const rows = [...board.slots.values()];
  const tops = topsOf(rows);
  const present = board.on_air?.slot ?? board.next?.slot;
  const here = Math.max(0, rows.findIndex((row) => row.id === present));
  const reached = new Set(rows.slice(0, here + 1));
  const passed = tops.filter((row) => reached.has(row)).length;
  const near = tops.slice(Math.max(0, passed - BEHIND), passed + AHEAD);
  return near.filter((row) => row.status !== "skipped" && (row.started || row.expected_start));
}

/** The rows of the level that is told: the top one, or below it where that has few. @param {any[]} rows */
function topsOf(rows) {
  for (let depth = 0; ; depth += 1) {
    const found = rows.filter((row) => row.level === depth || (row.leaf && row.level < depth));
    if (found.length >= FEW || rows.every((row) => row.level <= depth)) return found;
  }
}

/** @param {Board} board @param {any[]} rows @param {number} now @param {any} words @returns {Item[]} */
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

/** @param {Board} board @param {any} row @param {{state: State, other: boolean, good: boolean}} how @param {number} now @param {any} words */
function itemOf(board, row, { state, other, good }, now, words) {
  const zone = board.timezone;
  const printed = said(words.layouts.printed, { hour: hourOf(at(row, "planned_start", now), zone, words) });
  const [title, names] = [inTwo(row.title ?? "")[0], namesOf(row)];
  return {
    hour: hourOf(moment(row, now), zone, words),
    title: title || names.join(", "),
    names: title ? names : [],
    said: sayingOf(state, other ? printed : "", good, words.layouts),
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
  return row.status === "on_air" ? "live" : row.status === "done" ? "over" : "to_come";
}

/** When it began or is expected; the announced hour where that is as good as the same. @param {any} row @param {number} now */
function moment(row, now) {
  if (row.started || otherwise(row, now)) return startShown(row, now);
  return at(row, "planned_start", now) ?? startShown(row, now);
}

/** Whether it is at another hour than was announced. @param {any} row @param {number} now */
function otherwise(row, now) {
  const starts = at(row, "started", now) ?? expected(row, now);
  const planned = at(row, "planned_start", now);
  return starts !== null && planned !== null && Math.abs(starts - planned) >= TOLD;
}

/** @param {State} state @param {string} printed @param {boolean} good @param {any} layouts */
function sayingOf(state, printed, good, layouts) {
  if (state === "over") return layouts.over;
  if (state === "live") return [layouts.on_now, printed].filter(Boolean).join(", ");
  return good ? layouts.on_time : printed;
}

/** The delay, and the next hour that holds; or that the day is over. @param {Board} board @param {any[]} rows @param {number} now @param {any} words */
function foot(board, rows, now, words) {
  const { layouts } = words;
  if (board.state === "after") return layouts.thanks;
  if (board.incident) return layouts.patience;
  const late = wholeMinutes(delay(board, now));
  if (board.state === "before" || Math.abs(late) < DELAY) return "";
  const told = said(late > 0 ? layouts.delay : layouts.early, { count: roughly(Math.abs(late)) });
  const holds = late > 0 ? holding(rows, now) : undefined;
  if (!holds) return told;
  const hour = hourOf(at(holds, "planned_start", now), board.timezone, words);
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
  return minutes <= 10 ? minutes : 5 * Math.round(minutes / 5);
}

/** The first to come, after one that moves, whose announced hour holds. @param {any[]} rows @param {number} now */
function holding(rows, now) {
  let moved = false;
  for (const row of rows) {
    if (row.status === "done" || at(row, "planned_start", now) === null) continue;
    if (otherwise(row, now)) moved = true;
    else if (moved && row.status !== "on_air") return row;
  }
  return undefined;
}

// --- laid out -----------------------------------------------------------------------------------

const LETTERS = 0.44;
const ROOMY = 24;
const APART = 36;
const WITHIN = 0.5;
/** How high lines are: at most and at least so much of the height. */
const WIDE = { highest: 0.15, lowest: 0.078, stacked: false };
const SQUARE = { highest: 0.13, lowest: 0.105, stacked: true };
const TALL = { highest: 0.1, lowest: 0.068, stacked: true };

/** @param {Sheet} sheet @param {Face} face */
export function draw(sheet, face) {
  /** @type {Programme} */
  const own = face.own;
  if (!own) {
    sheet.block(face.phrase, sheet.zone(0.1, 0.3, 0.9, 0.7), 0.1, COLOURS.second, 3);
    return;
  }
  const shape = sheet.box.w / sheet.box.h;
  const scale = shape < 1 ? 0.6 : 1;
  const rule = shape < 0.9 ? TALL : shape < 1.2 ? SQUARE : WIDE;
  const low = own.foot ? footPlate(sheet, own.foot, scale) : 1;
  const top = heading(sheet, own, scale);
  lines(sheet, own, sheet.zone(0, top, 1, low - 0.012), rule);
}

/** The title on one line or two, and the hour; returns where it ends. @param {Sheet} sheet @param {Programme} own @param {number} scale */
function heading(sheet, own, scale) {
  const cap = 0.05 * scale;
  const hour = shrunk(own.clock, true, sheet.high(cap * 1.35), sheet.wide(0.3));
  const taken = sheet.write(hour, RIGHT, 0.118 * scale, COLOURS.normal, "right");
  const room = sheet.wide(RIGHT - LEFT) - taken - sheet.high(cap);
  const found = titled(sheet, own, cap, room);
  if (found.length < 2) {
    if (found.length) sheet.write(found[0], LEFT, 0.112 * scale, COLOURS.normal);
    return 0.155 * scale;
  }
  sheet.write(found[0], LEFT, 0.084 * scale, COLOURS.normal);
  sheet.write(found[1], LEFT, 0.146 * scale, found[1].bold ? COLOURS.normal : COLOURS.second);
  return 0.18 * scale;
}

/** @param {Sheet} sheet @param {Programme} own @param {number} cap @param {number} room @returns {Line[]} */
function titled(sheet, own, cap, room) {
  const found = paragraph(own.title, true, sheet.high(cap), room, 1);
  if (own.detail) return [...found, cut(own.detail, false, sheet.high(cap * 0.72), room)];
  if (!found[0]?.text.endsWith(ELLIPSIS)) return found;
  return block(own.title, true, sheet.high(cap * 0.8), room, sheet.high(cap * 2.4), 2);
}

/** The plate at the foot, of one line or more; returns its top. @param {Sheet} sheet @param {string} text @param {number} scale */
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

/** The lines that fit, as large as they can be, the live one on every page. @param {Sheet} sheet @param {Programme} own @param {Box} zone @param {typeof WIDE} rule */
function lines(sheet, own, zone, rule) {
  if (!own.items.length) return;
  const least = sheet.high(rule.lowest);
  const most = Math.max(1, Math.floor(zone.w / (APART * LETTERS * least)));
  const higher = !rule.stacked && own.items.some((item) => item.within);
  const fits = Math.max(2, Math.floor(zone.h / least) - (higher ? 1 : 0)) * most;
  const shown = pageOf(own.items, own.turn, fits);
  const extra = higher ? WITHIN : 0;
  const pitchOf = (/** @type {number} */ columns) =>
    Math.min(zone.h / (Math.ceil(shown.length / columns) + extra), sheet.high(rule.highest));
  const columns = best(most, (count) =>
    Math.min(pitchOf(count) * LETTERS, zone.w / count / (count === 1 ? ROOMY : APART)));
  const [pitch, tall] = [pitchOf(columns), Math.ceil(shown.length / columns)];
  const hours = Math.max(...shown.map((item) => widthOf(item.hour, true)));
  let top = zone.y;
  shown.forEach((item, at) => {
    const [column, place] = [Math.floor(at / tall), at % tall];
    if (place === 0) top = zone.y;
    const h = pitch * (1 + (item.within ? extra : 0));
    const box = { x: zone.x + (column * zone.w) / columns, y: top, w: zone.w / columns, h };
    (rule.stacked ? stacked : oneLine)(sheet, item, box, pitch, hours);
    top += h;
  });
}

/** The count of columns with the largest letters, the fewest of such. @param {number} most @param {(count: number) => number} cap */
function best(most, cap) {
  const rounded = (/** @type {number} */ count) => Math.round(cap(count) * 100);
  let found = 1;
  for (let count = 2; count <= most; count += 1) if (rounded(count) > rounded(found)) found = count;
  return found;
}

/** What is shown where so many fit: all; else the last of them; else a page. @param {Item[]} all @param {number} turn @param {number} fits */
export function pageOf(all, turn, fits) {
  const found = all.findIndex((item) => item.state !== "over");
  const first = found < 0 ? all.length : found;
  if (all.length - first <= fits) return all.slice(Math.max(0, all.length - fits));
  const pinned = all.filter((item) => item.state === "live");
  const rest = all.slice(first).filter((item) => item.state !== "live");
  const room = Math.max(1, fits - pinned.length);
  const from = Math.min((turn % Math.ceil(rest.length / room)) * room, rest.length - room);
  return [...pinned, ...rest.slice(from, from + room)];
}

/** One line: its hour, its title and who speaks, what is said of it. @param {Sheet} sheet @param {Item} item @param {Box} box @param {number} pitch @param {number} hours */
function oneLine(sheet, item, box, pitch, hours) {
  const cap = Math.min(pitch * LETTERS, box.w / ROOMY);
  const [pad, base] = [box.w * LEFT, box.y + pitch / 2 + cap / 2];
  const { bright, second, aside } = ground(sheet, item, box);
  const right = box.x + box.w - pad;
  const beside = asideOf(item, cap * 0.72, box.w * 0.36);
  sheet.put(beside, right - lineWidth(beside), base, aside);
  sheet.put(shrunk(item.hour, true, cap, cap * hours), box.x + pad, base, bright);
  const left = box.x + pad + cap * (hours + 0.8);
  const room = right - (beside.text ? lineWidth(beside) + cap : 0) - left;
  const title = cut(item.title, item.state !== "over", cap, room);
  sheet.put(title, left, base, bright);
  sheet.put(cut(item.within, false, cap * 0.8, right - left), left, base + pitch * 0.58, second);
  if (!item.names.length || title.text.endsWith(ELLIPSIS)) return;
  const after = left + lineWidth(title) + cap * 0.6;
  const names = people(item.names, false, cap * 0.8, left + room - after, ELLIPSIS);
  if (!names.text.endsWith(ELLIPSIS)) sheet.put(names, after, base, second);
}

/** One line where there is little width: the title on two lines. @param {Sheet} sheet @param {Item} item @param {Box} box @param {number} pitch @param {number} hours */
function stacked(sheet, item, box, pitch, hours) {
  const cap = Math.min(pitch * 0.215, box.w / 20);
  const [pad, step] = [box.w * LEFT, cap * 1.45];
  const { bright, second, aside } = ground(sheet, item, box);
  const [left, right] = [box.x + pad + cap * (hours + 0.8), box.x + box.w - pad];
  const titles = paragraph(item.title, item.state !== "over", cap, right - left, 2);
  const small = asideOf(item, cap * 0.78, right - left);
  const count = titles.length + (small.text ? 1 : 0);
  let base = box.y + box.h / 2 - (step * (count - 1)) / 2 + cap / 2;
  sheet.put(shrunk(item.hour, true, cap, cap * hours), box.x + pad, base, bright);
  for (const line of titles) {
    sheet.put(line, left, base, bright);
    base += step;
  }
  sheet.put(small, left, base, aside);
  const after = left + lineWidth(small) + cap;
  if (small.text) sheet.put(cut(item.within, false, cap * 0.78, right - after), after, base, second);
}

/** @param {Item} item @param {number} cap @param {number} room */
function asideOf(item, cap, room) {
  return shrunk(item.said, item.state === "live" || item.good, cap, room);
}

/** Its ground; and the colours of hour and title, of names, of what is said of it. @param {Sheet} sheet @param {Item} item @param {Box} box */
function ground(sheet, item, box) {
  const all = (/** @type {string} */ colour) => ({ bright: colour, second: colour, aside: colour });
  if (item.state === "over") return all(COLOURS.past);
  if (item.state === "live") {
    sheet.paint(box, COLOURS.normal);
    return all(COLOURS.paper);
  }
  return {
    bright: COLOURS.normal, second: COLOURS.second, aside: item.good ? COLOURS.running : COLOURS.second,
  };
}

if (document.body.dataset.page === "programme") open("programme", { see, draw });
