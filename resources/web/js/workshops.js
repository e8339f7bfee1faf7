/**
 * Workshops by room: what runs in parallel under one clock, the room first
 * (ui/speaker/workshops.py).
 *
 * - What is on air, if it has activities; between two rounds, the one that comes; else the next that
 *   has any, and when it begins. A day without any shows the clock.
 * - Rounds are the leaves with activities of one session: a block each, the one that runs lit.
 * - `?room=Salle 2`, or a link for a room, is the page of that room's door: its card alone, and what
 *   takes place in it next. What the régie says to it is read there as on a stage.
 * - `?grid` is the whole grid, rooms by rounds, while it is being made (grid.js).
 * - With five minutes left, and when it is over, the rooms are told so for a minute, large
 *   (notices.js); with a gong, once somebody has asked for it there (gong.js).
 */

import { at, coming, EMPTY, face, namesOf, signed, startShown, withMessage } from "./face.js";
import { instant, wholeLeft } from "./anchors.js";
import { cards, PAGE } from "./cards.js";
import * as grid from "./grid.js";
import * as clock from "./hour.js";
import * as gong from "./gong.js";
import { countdown, hourOf, said } from "./language.js";
import { block, cut, lineWidth, shrunk } from "./letters.js";
import { inTwo } from "./names.js";
import { notice } from "./notices.js";
import { calledIn, rowOf, thereIn } from "./rooms.js";
import { open } from "./screen.js";
import { COLOURS, inCells, ink, RIGHT, toneColour } from "./sheet.js";
import * as timer from "./timer.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Box} Box */
/** @typedef {import("./face.js").Face} Face */
/** @typedef {import("./anchors.js").Board} Board */
/** @typedef {import("./cards.js").Room} Room */
/**
 * @typedef {{title: string, roundsSaid: string, round: number, rounds: number, ends: string,
 *   rooms: Room[], turn: number, foot: string, loud: boolean}} Workshops the rooms of a round;
 *   `round` counts from 1, of `rounds` (0: there are none); `loud`: the phase's word is what the
 *   rooms are told just now
 */

/** Milliseconds from one page of them to the next. */
const TURN = 12_000;

// --- what is seen -------------------------------------------------------------------------------

/**
 * @param {Board} board @param {number} now @param {any} words @param {string | null} [asked]
 *   for a door @returns {Face}
 */
export function see(board, now, words, asked = null) {
  if (board.blackout) return { ...EMPTY, scene: "blackout" };
  const door = asked ? calledIn(board, asked) : null;
  const told = notice(board, now);
  const row = rowOf(board) ?? (told ? board.slots.get(told.slot) : undefined);
  const shown = row ? workshops(board, row, now, words, door, told) : clock.see(board, now, words);
  return door ? withMessage(board, now, shown, [door]) : shown;
}

/**
 * @param {Board} board @param {any} row @param {number} now @param {any} words
 * @param {string | null} door @param {import("./notices.js").Notice | null} told @returns {Face}
 */
function workshops(board, row, now, words, door, told) {
  const { layouts } = words;
  const rounds = roundsOf(board, row);
  const round = rounds.indexOf(row.id) + 1;
  const loud = told !== null;
  const shown = counted(board, row, now, words);
  if (loud) shown.plate = told.what === "five" ? layouts.five : layouts.finished;
  const toRoom = door ? "" : saidTo(board, row, shown, now, layouts);
  const changing = door && loud && row.status !== "on_air" && row.status !== "done";
  const after = changing ? layouts.change : follows(board, row, rounds, now, words, door);
  const own = {
    title: togetherOf(board, row, round),
    roundsSaid: round ? said(layouts.rounds, { number: round, count: rounds.length }) : "",
    round,
    rounds: round ? rounds.length : 0,
    ends: shown.ends,
    rooms: shownOf(row, layouts, door),
    turn: !door && row.activities.length > PAGE ? Math.floor(now / TURN) : 0,
    foot: toRoom || (board.incident ? layouts.patience : after),
    loud,
  };
  return { ...shown, own };
}

/**
 * The rounds of the session that a row is in, in their order; one alone is none.
 * @param {Board} board @param {any} row @returns {string[]}
 */
function roundsOf(board, row) {
  const rows = [...board.slots.values()].filter(
    (each) => row.parent && each.parent === row.parent && each.activities,
  );
  const found = rows.filter((each) => each.status !== "skipped").map((each) => each.id);
  return found.length > 1 ? found : [];
}

/**
 * What they are together: of rounds, their session's title.
 * @param {Board} board @param {any} row @param {number} round
 */
function togetherOf(board, row, round) {
  const above = round ? board.slots.get(row.parent) : undefined;
  return inTwo((above?.title || row.title) ?? "")[0];
}

/**
 * What runs is counted as on the stage, without the stage's words; what comes, to its start.
 * @param {Board} board @param {any} row @param {number} now @param {any} words @returns {Face}
 */
function counted(board, row, now, words) {
  const own = { ...EMPTY, scene: "own" };
  if (row.status === "on_air") {
    const quiet = { ...board, message: undefined, incident: false };
    const { tone, digits, overrun, plate, ends, airing } = face(quiet, now, words);
    return { ...own, tone, digits, overrun, plate, ends, airing };
  }
  if (row.status === "done") return { ...own, tone: "waiting" };
  const starts = at(row, "expected_start", now);
  if (starts === null || starts <= now) {
    return { ...own, tone: "waiting", ends: words.layouts.starts_soon };
  }
  const hour = hourOf(startShown(row, now), board.timezone, words);
  const ends = said(words.layouts.starts_in, { hour });
  return { ...own, tone: "waiting", digits: countdown(wholeLeft(starts - now)), ends };
}

/**
 * The rooms, or the one of a door, which may be free.
 * @param {any} row @param {any} layouts @param {string | null} door @returns {Room[]}
 */
function shownOf(row, layouts, door) {
  if (!door) return row.activities.map((/** @type {any} */ each) => roomOf(each, layouts));
  const there = thereIn(row, door);
  const free = { room: door, title: layouts.free };
  return [roomOf(there?.title ? there : free, layouts)];
}

/** @param {any} activity @param {any} layouts @returns {Room} */
function roomOf({ room = "", title = "", host = "" }, layouts) {
  const [first, ...words] = room.split(" ");
  const rest = words.join(" ");
  const numbered = layouts.rooms.includes(first.toLowerCase()) && rest && rest.length <= 3;
  return numbered
    ? { tag: first.toUpperCase(), name: rest, title, host }
    : { tag: "", name: room, title, host };
}

/**
 * What the régie says to one of the rooms.
 * @param {Board} board @param {any} row @param {Face} shown @param {number} now @param {any} layouts
 */
function saidTo(board, row, shown, now, layouts) {
  const told = board.message;
  const until = instant(told?.until, now);
  const rooms = row.activities.map((/** @type {any} */ each) => each.room).filter(Boolean);
  if (!told || !rooms.includes(told.to) || (until !== null && until <= now)) return "";
  const text = told.text.replaceAll("{left}", signed(shown));
  return said(layouts.to_room, { room: told.to, text });
}

/**
 * To change rooms, or what comes after; at a door, what comes after in this room.
 * @param {Board} board @param {any} row @param {string[]} rounds @param {number} now
 * @param {any} words @param {string | null} door
 */
function follows(board, row, rounds, now, words, door) {
  const { layouts } = words;
  const over = row.status === "done";
  if (!over && row.status !== "on_air" && !door) {
    return rounds.indexOf(row.id) > 0 ? layouts.change : "";
  }
  const running = over ? board.slots.get(board.on_air?.slot) : undefined;
  if (running) {
    const hour = hourOf(at(running, "started", now), board.timezone, words);
    return said(layouts.at, { title: inTwo(running.title ?? "")[0], hour });
  }
  const after = [...coming(board)].find(
    (each) => each.kind !== "changeover" && each.id !== row.id && comesAfter(board, each, row),
  );
  if (!after) return "";
  const hour = hourOf(startShown(after, now), board.timezone, words);
  const there = door ? thereIn(after, door) : undefined;
  const title = there?.title || inTwo(after.title || namesOf(after).join(", "))[0];
  const changes = !door && rounds.includes(after.id);
  return said(changes ? layouts.change_at : layouts.follows, { hour, title });
}

/** @param {Board} board @param {any} row @param {any} before */
function comesAfter(board, row, before) {
  for (const id of board.slots.keys()) {
    if (id === before.id) return true;
    if (id === row.id) return false;
  }
  return false;
}

// --- laid out -----------------------------------------------------------------------------------

/** The plate at the foot, one line more of it, and a word above it, of the height. */
const PLATE = 0.105;
const STEP = 0.082;
const ABOVE = 0.105;
/** What the rooms are told just now, likewise. */
const LOUD = 0.27;
/** From how many times as wide as high the head stands beside the cards. */
const BESIDE = 2.6;
const ACCENTED = /[ÀÂÇÉÈÊËÎÏÔÙÛÜ]/;

/** The head with the count, a card a room, the foot. @param {Sheet} sheet @param {Face} face */
export function draw(sheet, face) {
  if (face.message || face.scene !== "own") timer.draw(sheet, face);
  else if (face.own.rooms) lay(sheet, face, face.own);
  else clock.draw(sheet, face);
}

/** @param {Sheet} sheet @param {Face} face @param {Workshops} own */
function lay(sheet, face, own) {
  const shape = sheet.box.w / sheet.box.h;
  const low = footPlate(sheet, face, own, shape < 1);
  if (shape >= BESIDE) {
    beside(sheet, face, own, low);
    cards(sheet, own.rooms, own.turn, sheet.zone(0.36, 0.05, 0.97, low - 0.04));
    return;
  }
  const top = (shape < 1 ? headTall : head)(sheet, face, own);
  cards(sheet, own.rooms, own.turn, sheet.zone(0.045, top, 0.955, low - 0.022));
}

/**
 * Title and rounds at the left, the count at the right with its hour above it.
 * @param {Sheet} sheet @param {Face} face @param {Workshops} own
 */
function head(sheet, face, own) {
  const split = face.digits || own.ends ? 0.6 : RIGHT;
  const ends = shrunk(own.ends, true, sheet.high(0.043), sheet.wide(0.34));
  sheet.write(ends, 0.955, 0.085, COLOURS.second, "right");
  const zone = sheet.zone(0.62, 0.115, 0.955, 0.245);
  sheet.digits(inCells(face), zone, inkOf(face), "00:00", "right");
  const title = sheet.zone(0.045, 0.045, split, own.rounds ? 0.165 : 0.245);
  sheet.block(own.title, title, 0.062, COLOURS.normal, 2, "left");
  if (own.rounds) blocks(sheet, own, sheet.zone(0.045, 0.19, split, 0.235));
  return 0.275;
}

/** @param {Sheet} sheet @param {Face} face @param {Workshops} own */
function headTall(sheet, face, own) {
  const title = sheet.zone(0.045, 0.02, 0.955, 0.095);
  sheet.block(own.title, title, 0.034, COLOURS.normal, 2, "left");
  if (own.rounds) blocks(sheet, own, sheet.zone(0.045, 0.108, 0.955, 0.13));
  const ends = shrunk(own.ends, true, sheet.high(0.024), sheet.wide(0.91));
  sheet.write(ends, 0.045, 0.172, COLOURS.second);
  const zone = sheet.zone(0.045, 0.19, 0.955, 0.3);
  sheet.digits(inCells(face), zone, inkOf(face), "00:00", "left");
  return face.digits ? 0.325 : 0.195;
}

/**
 * On a strip the head stands beside the cards.
 * @param {Sheet} sheet @param {Face} face @param {Workshops} own @param {number} low
 */
function beside(sheet, face, own, low) {
  const title = sheet.zone(0.03, 0.06, 0.335, own.rounds ? 0.24 : 0.34);
  sheet.block(own.title, title, 0.12, COLOURS.normal, 2, "left");
  if (own.rounds) blocks(sheet, own, sheet.zone(0.03, 0.27, 0.335, 0.36));
  const ends = shrunk(own.ends, true, sheet.high(0.07), sheet.wide(0.3));
  sheet.write(ends, 0.03, 0.495, COLOURS.second);
  const zone = sheet.zone(0.03, 0.555, 0.335, low - 0.06);
  sheet.digits(inCells(face), zone, inkOf(face), "00:00", "left");
}

/** @param {Face} face */
function inkOf(face) {
  return face.tone === "waiting" ? COLOURS.waiting : ink(face);
}

/**
 * Which round it is, in words and as blocks: over, running, to come.
 * @param {Sheet} sheet @param {Workshops} own @param {Box} zone
 */
function blocks(sheet, own, zone) {
  const cap = zone.h * 0.8;
  const middle = zone.y + zone.h / 2;
  const line = shrunk(own.roundsSaid, false, cap, zone.w * 0.6);
  sheet.put(line, zone.x, middle + line.cap / 2, COLOURS.second);
  let x = zone.x + lineWidth(line) + cap;
  const w = Math.min(cap * 3.2, (zone.x + zone.w - x) / own.rounds - cap * 0.3);
  if (w < cap * 0.5) return;
  for (let number = 1; number <= own.rounds; number += 1) {
    const past = number < own.round ? COLOURS.past : COLOURS.track;
    const h = cap * 0.8;
    const colour = number === own.round ? COLOURS.running : past;
    sheet.paint({ x, y: middle - h / 2, w, h }, colour);
    x += w + cap * 0.3;
  }
}

/**
 * The frame of the phase: sides for the last words, all around once the time is up.
 * @param {Sheet} sheet @param {Face} face @param {string} colour
 */
function closing(sheet, face, colour) {
  const [side, up] = sheet.sides(0.012);
  if (face.tone === "danger" || face.tone === "over") {
    sheet.fill(0, 0, side, 1, colour);
    sheet.fill(1 - side, 0, 1, 1, colour);
  }
  if (face.tone === "over") sheet.fill(0, 0, 1, up, colour);
}

/**
 * What follows; the phase's word before it, on its colour, as its frame closes. Returns its top. On
 * a sheet higher than wide the word stands above it.
 * @param {Sheet} sheet @param {Face} face @param {Workshops} own @param {boolean} tall
 */
function footPlate(sheet, face, own, tall) {
  const word = face.plate;
  if (own.loud && word) return loudPlate(sheet, face, own.foot, tall);
  if (!word && !own.foot) return 1;
  const scale = tall ? 0.6 : 1;
  const [cap, room] = [sheet.high(0.047 * scale), sheet.wide(0.91)];
  const below = tall ? block(own.foot, true, cap, room, 4 * cap, 2) : [];
  const stacked = tall && word && own.foot ? ABOVE : 0;
  const top = 1 - (PLATE + STEP * Math.max(0, below.length - 1) + stacked) * scale;
  const letters = plated(sheet, face, top);
  const drop = ACCENTED.test(word) ? 0.06 : 0;
  const base = top + (PLATE / 2 + (0.5 + drop) * 0.047) * scale;
  const line = shrunk(word, true, cap * 1.25, tall ? room : room * 0.6);
  sheet.put(line, sheet.across(0.045), sheet.down(base + 0.006 * scale), letters);
  if (tall) {
    sheet.lines(below, sheet.zone(0.045, top + stacked * scale, 0.955, 1), letters, "left");
  } else {
    follow(sheet, own.foot, base, room - (word ? lineWidth(line) + cap : 0), letters, word !== "");
  }
  return top;
}

/**
 * The plate from there down, in the phase's colour where it has a word; that of its letters.
 * @param {Sheet} sheet @param {Face} face @param {number} top
 */
function plated(sheet, face, top) {
  const urgent = face.plate !== "" && face.tone !== "held";
  const solid = urgent ? toneColour(face.tone) : COLOURS.waiting_plate;
  const onSolid = urgent ? COLOURS.paper : COLOURS.normal;
  const hollow = urgent && face.hollow;
  const [colour, letters] = hollow ? [COLOURS.paper, solid] : [solid, onSolid];
  sheet.fill(0, top, 1, 1, colour);
  if (urgent) closing(sheet, face, solid);
  return letters;
}

/**
 * What the rooms are told, large, and what follows below it; returns its top.
 * @param {Sheet} sheet @param {Face} face @param {string} foot @param {boolean} tall
 */
function loudPlate(sheet, face, foot, tall) {
  const scale = tall ? 0.6 : 1;
  const top = 1 - LOUD * scale;
  const letters = plated(sheet, face, top);
  const inner = sheet.zone(0.045, top + 0.025 * scale, 0.955, 1 - (foot ? 0.105 : 0.025) * scale);
  sheet.block(face.plate, inner, 0.125 * scale, letters, 2, "left");
  const below = sheet.zone(0.045, 1 - 0.1 * scale, 0.955, 1 - 0.02 * scale);
  sheet.block(foot, below, 0.047 * scale, letters, 2, "left");
  return top;
}

/**
 * What follows on one line, at the right of the word or alone at the left.
 * @param {Sheet} sheet @param {string} foot @param {number} base @param {number} room
 * @param {string} colour @param {boolean} besides
 */
function follow(sheet, foot, base, room, colour, besides) {
  const cap = sheet.high(0.047);
  const whole = shrunk(foot, true, cap, room);
  const line = whole.cap < cap * 0.7 ? cut(foot, true, cap * 0.7, room) : whole;
  sheet.write(line, besides ? 0.955 : 0.045, base, colour, besides ? "right" : "left");
}

/** What is seen, as text. @param {Face} face */
export function lines({ own }) {
  if (!own?.rooms) return [own?.line ?? ""];
  const rooms = own.rooms.map((/** @type {Room} */ { tag, name, title, host }) =>
    [tag, name, title, host].filter(Boolean).join(" "),
  );
  return [own.title, own.roundsSaid, own.ends, ...rooms, own.foot];
}

/** What the rooms are newly told is heard, too. @param {Face | null} before @param {Face} after */
function heard(before, after) {
  const told = (/** @type {Face | null} */ face) => (face?.own?.loud ? face.plate : "");
  if (before && told(after) && told(after) !== told(before)) gong.strike();
}

if (document.body.dataset.page === "workshops") {
  const whole = new URLSearchParams(location.search).has("grid");
  const opened = open("workshops", whole ? grid : { see, draw, lines, heard });
  if (!whole) opened.then(gong.offer);
}
