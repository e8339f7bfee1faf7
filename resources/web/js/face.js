/**
 * The face: what the stage shows, as words and numbers; the same as the desktop's painter is given.
 *
 * Rules: those of timing.md 11 to 13, 36 and 37. A break raises no alarm; a film has nobody to
 * conclude; a count that has run out says "in a moment"; what is hidden names nobody.
 *
 * @typedef {import("./anchors.js").Board} Board
 * @typedef {import("./language.js").Texts} Texts
 * @typedef {"normal" | "warning" | "danger" | "over" | "questions" | "held" | "waiting"
 *   | "calm"} Tone
 * @typedef {{parts: Array<[Tone, number]>, marks: number[]}} Bar in thousandths of its length
 * @typedef {import("./speaking.js").Speaking} Speaking
 */

import { LOOK } from "/made/look.js";
import { instant, length, wholeLeft } from "./anchors.js";
import { countdown, hourOf, lengthOf, MINUTE, minuteShown, said, wall } from "./language.js";
import { inTwo } from "./names.js";
import { counting } from "./phases.js";
import { speaking } from "./speaking.js";

const DAY = 24 * 60 * MINUTE;

/** What a face is before anything is said of it. */
export const EMPTY = {
  scene: "",
  tone: /** @type {Tone} */ ("calm"),
  digits: "",
  overrun: false,
  head: "",
  plate: "",
  phrase: "",
  ends: "",
  then: "",
  tag: "",
  title: "",
  detail: "",
  speakers: /** @type {string[]} */ ([]),
  nextTag: "",
  nextTitle: "",
  nextSpeakers: /** @type {string[]} */ ([]),
  length: "",
  clock: "",
  message: "",
  said: "",
  flash: false,
  bar: /** @type {Bar | null} */ (null),
  airing: "",
  floor: /** @type {Speaking | null} */ (null),
  hollow: false,
  mark: "",
  own: /** @type {any} */ (null),
};
/** @typedef {typeof EMPTY} Face */

/**
 * What the stage shows of a board at an instant.
 * @param {Board} board
 * @param {number} now
 * @param {Texts} words
 * @param {string | null} [room] whose messages are read here besides the stage's
 * @returns {Face}
 */
export function face(board, now, words, room = null) {
  if (board.blackout) return { ...EMPTY, scene: "blackout" };
  const shown = { ...scene(board, now, words), clock: hourOf(now, board.timezone, words) };
  return withMessage(board, now, shown, ["stage", room]);
}

/** @param {Board} board @param {number} now @param {Texts} words @returns {Face} */
function scene(board, now, words) {
  const air = board.on_air;
  if (board.incident) {
    return { ...EMPTY, scene: "incident", tone: "waiting", phrase: words.stage.one_moment };
  }
  if (air?.holding) return held(board, air, now, words);
  if (air) return (air.kind === "break" ? resuming : running)(board, air, now, words);
  const row = board.state === "after" ? undefined : coming(board).next().value;
  if (!row || row.expected_start === undefined) return after(board, now, words);
  return (board.state === "before" ? before : between)(board, row, now, words);
}

/**
 * The show's time, never before what is known to have happened: clocks differ by some milliseconds,
 * and nobody is to see 10:01 of ten minutes.
 * @param {Board | null} board
 * @param {number} now
 */
export function since(board, now) {
  const air = board?.on_air;
  return air
    ? Math.max(now, at(air, "started", now) ?? now, at(air, "held_since", now) ?? now)
    : now;
}

// --- which rows ---------------------------------------------------------------------------------

/**
 * The leaves to come, in running order; what is hidden was never told.
 * @param {Board} board
 */
export function* coming(board) {
  let found = false;
  for (const row of board.slots.values()) {
    found ||= row.id === board.next?.slot;
    if (found && row.leaf && (row.status === "next" || row.status === "to_come")) yield row;
  }
}

/** @param {Record<string, any>} of @returns {string[]} the names of those who are not absent */
export function namesOf(of) {
  const speakers = /** @type {Array<Record<string, any>>} */ (of.speakers ?? []);
  return speakers.filter((each) => each.is !== "absent").map((each) => each.name);
}

/** @param {Record<string, any>} of @param {string} name @param {number} now */
export function at(of, name, now) {
  return instant(of[name], now);
}

/** When a row begins, as it is shown. @param {Record<string, any>} row @param {number} now */
export function startShown(row, now) {
  return minuteShown(at(row, "started", now) ?? expected(row, now), at(row, "planned_start", now));
}

/** When it is expected; never in the past. @param {Record<string, any>} row @param {number} now */
export function expected(row, now) {
  const starts = at(row, "expected_start", now);
  return starts === null || row.started ? starts : Math.max(starts, now);
}

/** @param {Record<string, any>} air @param {number} now */
export function endShown(air, now) {
  return minuteShown(
    at(air, "ends", now) ?? at(air, "expected_end", now),
    at(air, "planned_end", now),
  );
}

// --- on air -------------------------------------------------------------------------------------

/**
 * @param {Board} board @param {Record<string, any>} air @param {number} now @param {Texts} words
 */
export function running(board, air, now, words) {
  const count = counting(air, now);
  const seconds = wholeLeft(count.counted);
  const overrun = count.counted < 0;
  const opened = air.questions_open && count.phase === "normal";
  const shown = {
    ...EMPTY,
    scene: "running",
    tone: /** @type {Tone} */ (opened ? "questions" : count.phase),
    digits: countdown(seconds),
    overrun,
    plate: plate(air, count.phase, overrun, words.stage),
    bar: bar(air, count, seconds),
    airing: air.slot ?? "hidden",
  };
  const told = withTitle(withHours(board, shown, air, count, now, words), air);
  return withNext(board, withFloor(told, air, now, words), words);
}

/**
 * @param {Board} board @param {Record<string, any>} air @param {number} now @param {Texts} words
 */
function held(board, air, now, words) {
  const { counted } = counting(air, now);
  const shown = {
    ...EMPTY,
    scene: "held",
    tone: /** @type {Tone} */ ("held"),
    digits: countdown(wholeLeft(counted)),
    overrun: counted < 0,
    plate: words.stage.held,
    airing: air.slot ?? "hidden",
  };
  return withTitle(shown, air);
}

/**
 * @param {Board} board @param {Record<string, any>} air @param {number} now @param {Texts} words
 */
function resuming(board, air, now, words) {
  const hour = hourOf(endShown(air, now), board.timezone, words);
  const seconds = wholeLeft(length(air.remaining, now) ?? 0);
  const opens = ![...board.slots.values()].some((row) => row.leaf && row.status === "done");
  const shown = withTitle({ ...EMPTY, scene: "on_break", tone: "waiting" }, air);
  const stage = words.stage;
  if (seconds <= 0) {
    const head = said(opens ? stage.starts : stage.was_back_at, { hour });
    return withNext(board, { ...shown, head, phrase: stage.soon }, words);
  }
  const then = said(stage.counting, { time: countdown(seconds) });
  return { ...shown, head: opens ? stage.starts_at : stage.back_at, digits: hour, then };
}

/**
 * @param {Record<string, any>} air
 * @param {string} phase
 * @param {boolean} intoTail
 * @param {Record<string, string>} stage
 */
function plate(air, phase, intoTail, stage) {
  const concludes = air.kind === undefined || LOOK.concludes.includes(air.kind);
  if (phase === "over") return stage.time_up;
  if (phase === "normal") return air.questions_open ? stage.questions : "";
  if (!concludes && !intoTail) return "";
  if (phase === "danger") return intoTail ? stage.questions : stage.last_words;
  return stage.wrap_up;
}

/**
 * @param {Board} board
 * @param {Face} shown
 * @param {Record<string, any>} air
 * @param {ReturnType<typeof counting>} count
 * @param {number} now
 * @param {Texts} words
 * @returns {Face}
 */
function withHours(board, shown, air, count, now, words) {
  const ends = endShown(air, now);
  if (at(air, "ends", now) === null || ends === null) return shown;
  const [stage, zone] = [words.stage, board.timezone];
  const hour = hourOf(ends, zone, words);
  if (count.phase === "over") return { ...shown, ends: said(stage.was_due, { hour }) };
  if (!count.tail) return { ...shown, ends: said(stage.ends, { hour }) };
  return {
    ...shown,
    tag: stage.before_questions,
    ends: said(stage.questions_at, { hour: hourOf(ends - count.tail, zone, words) }),
    then: said(stage.then_ends, { hour }),
  };
}

/** @param {Face} shown @param {Record<string, any>} of @returns {Face} */
function withTitle(shown, of) {
  if (of.title === undefined && !of.slot) return shown;
  const [title, detail] = inTwo(of.title ?? "");
  return { ...shown, title, detail, speakers: namesOf(of) };
}

/** @param {Board} board @param {Face} shown @param {Texts} words @returns {Face} */
function withNext(board, shown, words) {
  const row = shown.then ? undefined : coming(board).next().value;
  if (!row) return shown;
  const [nextTitle] = inTwo(row.title ?? "");
  return { ...shown, nextTag: words.stage.next, nextTitle, nextSpeakers: namesOf(row) };
}

/**
 * The bar that empties: all of it while normal, then one phase at a time.
 * @param {Record<string, any>} air
 * @param {ReturnType<typeof counting>} count
 * @param {number} seconds
 * @returns {Bar | null}
 */
function bar(air, count, seconds) {
  const left = seconds * 1000;
  const { warning, danger, tail, phase } = count;
  if (phase === "over" || seconds < 0) return null;
  if (phase === "warning") {
    return { parts: [["warning", share(left, warning)]], marks: [share(danger, warning)] };
  }
  if (phase === "danger") return { parts: [["danger", share(left, danger)]], marks: [] };
  const all = air.questions_open && count.questions ? count.questions : (air.length ?? 0) * 1000;
  /** @type {Array<[Tone, number]>} */
  const zones = [
    ["questions", tail],
    ["danger", tail + danger],
    ["warning", tail + warning],
    ["normal", left + tail],
  ];
  /** @type {Array<[Tone, number]>} */
  const parts = [];
  for (const [tone, until] of zones) {
    const end = share(Math.min(until, left + tail), all);
    if (end > (parts.at(-1)?.[1] ?? 0)) parts.push([tone, end]);
  }
  return { parts, marks: [] };
}

/** @param {number} part @param {number} whole in thousandths */
function share(part, whole) {
  return whole <= 0 ? 0 : Math.max(0, Math.min(1000, Math.round((1000 * part) / whole)));
}

// --- a panel ------------------------------------------------------------------------------------

/** @param {Face} shown @param {Record<string, any>} air @param {number} now @param {Texts} words */
function withFloor(shown, air, now, words) {
  const named = shown.title || shown.speakers.length;
  return named && air.floor ? { ...shown, floor: speaking(air, now, words.stage) } : shown;
}

// --- nothing on air -----------------------------------------------------------------------------

/**
 * @param {Board} board @param {any} row @param {number} now @param {Texts} words @returns {Face}
 */
function before(board, row, now, words) {
  const [stage, zone] = [words.stage, board.timezone];
  const planned = at(row, "planned_start", now);
  const starts = Math.max(expected(row, now) ?? -Infinity, planned ?? -Infinity);
  const shown = withTitle({ ...EMPTY, scene: "before", tone: "waiting" }, { ...row, slot: row.id });
  if (starts <= now) {
    const passed = now - (planned ?? starts) >= MINUTE;
    const hour = hourOf(planned ?? starts, zone, words);
    const head = passed ? stage.begins : said(stage.starts, { hour });
    return { ...shown, scene: "late_start", head, phrase: stage.soon };
  }
  const hour = hourOf(minuteShown(starts, planned), zone, words);
  if (starts - now > DAY) {
    return { ...shown, head: said(stage.starts_on, { hour }), phrase: dateOf(starts, zone, stage) };
  }
  const digits = countdown(wholeLeft(starts - now));
  return { ...shown, head: said(stage.starts_in, { hour }), digits };
}

/**
 * @param {Board} board @param {any} row @param {number} now @param {Texts} words @returns {Face}
 */
function between(board, row, now, words) {
  const stage = words.stage;
  const elastic = typeof row.duration !== "number" || row.kind === "break";
  const shown = {
    ...withTitle({ ...EMPTY, scene: "between", tone: "waiting" }, { ...row, slot: row.id }),
    length: elastic ? "" : lengthOf(row.duration * 1000),
  };
  const starts = at(row, "expected_start", now);
  if (starts === null || starts <= now) return { ...shown, head: stage.next_soon };
  return { ...shown, head: stage.next_in, digits: countdown(wholeLeft(starts - now)) };
}

/** @param {Board} board @param {number} now @param {Texts} words @returns {Face} */
function after(board, now, words) {
  const shown = { ...EMPTY, scene: "after", digits: hourOf(now, board.timezone, words) };
  if (board.state === "before") return shown;
  return { ...shown, title: words.stage.thanks, detail: words.stage.day_over };
}

/** @param {number} ms @param {string} zone @param {Record<string, any>} stage */
function dateOf(ms, zone, stage) {
  const { weekday, day, month } = wall(ms, zone);
  return said(stage.day_ahead, {
    weekday: stage.weekdays[weekday],
    day,
    month: stage.months[month - 1],
  });
}

// --- the régie speaks ---------------------------------------------------------------------------

/**
 * The same face with what the régie says to those who read it.
 * @param {Board} board
 * @param {number} now
 * @param {Face} shown
 * @param {Array<string | null>} readers "stage", "green_room", or a room
 * @returns {Face}
 */
export function withMessage(board, now, shown, readers) {
  const told = board.message;
  const until = instant(told?.until, now);
  if (!told || !readers.includes(told.to) || (until !== null && until <= now)) return shown;
  const message = told.text.replaceAll("{left}", signed(shown)).trim();
  if (!message) return shown;
  const flash = Boolean(told.flash) && shown.scene !== "incident";
  return { ...shown, scene: flash ? "message" : shown.scene, message, said: told.text, flash };
}

/** @param {Face} shown the digits with their sign */
export function signed(shown) {
  return shown.overrun ? `+${shown.digits}` : shown.digits;
}
