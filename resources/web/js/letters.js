/**
 * Letters sized by their capital height, narrowed, wrapped and cut to fit
 * (ui/speaker/lettering.py).
 *
 * All is measured in capital heights, so that one measure serves every size of screen. Digits stand
 * in cells of fixed width and colons are drawn, so that nothing moves as they change.
 *
 * @typedef {{text: string, bold: boolean, cap: number, stretch: number}} Line
 */

import { clearOfSigns, pieces } from "./breaks.js";
import { readings } from "./names.js";

export const TIGHTEST = 0.76;
export const SNUG = 0.86;
export const LEADING = 1.45;
export const ELLIPSIS = "…";
/** B612's capitals, and its digits, in ems. */
export const CAPITAL = 0.75;
const EM = 1000;
const CELL = 0.65 / CAPITAL;
/**
 * What stands among the digits of an hour: 9:15, 9h15, 9 h 15, 9:15 pm.
 * @type {Record<string, number>}
 */
const CELLS = {
  ":": 0.3 / CAPITAL,
  h: 0.4 / CAPITAL,
  a: 0.29 / CAPITAL,
  p: 0.29 / CAPITAL,
  m: 0.42 / CAPITAL,
  "\u202f": 0.14 / CAPITAL,
};
/** How large the letters of an hour are beside its digits. @type {Record<string, number>} */
export const SMALL = { h: 0.62, a: 0.42, p: 0.42, m: 0.42 };
const CHOICES = 24;
/** A text is cut within a word where none of the words kept has so many letters: an article. */
const SAYS = 4;
/** Fewer letters than that of a text say nothing: it is left out. */
const LEAST = 3;
const HAIR = 1e-6;

const measure = /** @type {CanvasRenderingContext2D} */ (
  document.createElement("canvas").getContext("2d")
);
/** @type {Map<string, TextMetrics>} */
const known = new Map();

/**
 * Bring the letters; what is measured before is measured wrong. Letters that do not come are drawn
 * with the device's own, until they do: `changed` is told.
 * @param {() => void} [changed]
 */
export async function ready(changed = () => {}) {
  const asked = [`${EM}px B612`, `bold ${EM}px B612`].map((font) => document.fonts.load(font));
  await Promise.allSettled(asked);
  forget();
  document.fonts.addEventListener("loadingdone", () => {
    forget();
    changed();
  });
}

function forget() {
  known.clear();
  blocks.clear();
}

/** @param {string} text @param {boolean} bold */
function metrics(text, bold) {
  const name = `${bold ? "b" : "r"}${text}`;
  let found = known.get(name);
  if (!found) {
    measure.font = font(bold, EM);
    found = measure.measureText(text);
    if (known.size > 4000) known.clear();
    known.set(name, found);
  }
  return found;
}

/** @param {boolean} bold @param {number} size */
export function font(bold, size) {
  return `${bold ? "bold" : "normal"} ${size}px B612`;
}

/** @param {string} text @param {boolean} bold in capital heights */
export function widthOf(text, bold) {
  return metrics(text, bold).width / (EM * CAPITAL);
}

/** @param {string} text @param {boolean} bold how far accents rise above the capitals */
export function above(text, bold) {
  return Math.max(0, metrics(text, bold).actualBoundingBoxAscent / (EM * CAPITAL) - 1);
}

/** @param {string} text @param {boolean} bold how far tails hang below the baseline */
export function below(text, bold) {
  return Math.max(0, metrics(text, bold).actualBoundingBoxDescent / (EM * CAPITAL));
}

/** @param {string} letter */
export function cell(letter) {
  return CELLS[letter] ?? CELL;
}

/** @param {string} text how wide it is in cells of digits */
export function cells(text) {
  return [...text].reduce((sum, letter) => sum + cell(letter), 0);
}

/** @param {Line} line its width, in the unit of `cap` */
export function lineWidth(line) {
  return widthOf(line.text, line.bold) * line.cap * line.stretch;
}

/**
 * In `room`, narrowed and then made smaller; nothing is lost.
 * @param {string} text
 * @param {boolean} bold
 * @param {number} cap
 * @param {number} room
 * @param {number} [widest]
 * @returns {Line}
 */
export function shrunk(text, bold, cap, room, widest = 1) {
  const natural = widthOf(text, bold) * cap;
  if (natural * widest <= room) return { text, bold, cap, stretch: widest };
  if (natural * TIGHTEST <= room) return { text, bold, cap, stretch: room / natural };
  const smaller = Math.max(0, room) / (widthOf(text, bold) * TIGHTEST);
  return { text, bold, cap: smaller, stretch: TIGHTEST };
}

/**
 * In `room`, narrowed and then cut at a word with "…"; empty when nothing fits.
 * @param {string} text
 * @param {boolean} bold
 * @param {number} cap
 * @param {number} room
 * @param {number} [tightest]
 * @returns {Line}
 */
export function cut(text, bold, cap, room, tightest = TIGHTEST) {
  const space = Math.max(0, room);
  const fits = (/** @type {string} */ part) => widthOf(part, bold) * cap * tightest <= space;
  const part = fits(text) ? text : cutAtWord(text, fits);
  const natural = widthOf(part, bold) * cap;
  return {
    text: part,
    bold,
    cap,
    stretch: natural <= space ? 1 : Math.max(tightest, space / natural),
  };
}

/**
 * Cut after a word; within one where none that is kept says anything.
 * @param {string} text
 * @param {(part: string) => boolean} fits
 */
function cutAtWord(text, fits) {
  const parts = pieces(text);
  let count = parts.length - 1;
  while (count > 0 && !fits(ended(parts.slice(0, count).join("")))) count -= 1;
  const kept = parts.slice(0, count).join("");
  if (kept.split(/\s+/).some((word) => word.length >= SAYS)) return ended(kept);
  let most = text.length - 1;
  while (most > 0 && !fits(ended(text.slice(0, most)))) most -= 1;
  const within = text.slice(0, clearOfSigns(text, most));
  return within.trim().length >= LEAST ? ended(within) : "";
}

/** @param {string} part */
function ended(part) {
  return part.replace(/[ ,;:.–—\-·\u00a0\u202f«(]+$/, "") + ELLIPSIS;
}

/**
 * Names in `room`: whole, or with initials, or families alone; then some of them and "+ 3". Once
 * none stands whole, `instead` does, if it is given; a single name is cut.
 * @param {string[]} names
 * @param {boolean} bold
 * @param {number} cap
 * @param {number} room
 * @param {string} [instead]
 */
export function people(names, bold, cap, room, instead = "") {
  const ways = names.length
    ? readings(names, (some, more) => instead || `${some} + ${more}`)
    : [""];
  const found = ways.find((way) => widthOf(way, bold) * cap * SNUG <= room);
  const said = found ?? ways[ways.length - 1];
  const narrow = cut(said, bold, cap, room);
  if (found !== undefined || names.length === 1 || instead || narrow.text === said) return narrow;
  const [first, more] = said.split(/(?= \+ \d+$)/);
  const whole = cut(first, bold, cap, room - widthOf(more, bold) * cap * SNUG);
  return cut(whole.text ? whole.text + more : said, bold, cap, room);
}

/** @param {string[]} names in one text that breaks between two of them; one alone may break */
export function together(names) {
  return names.length < 2
    ? names.join("")
    : names.map((n) => n.replaceAll(" ", "\u00a0")).join(", ");
}

// --- several lines ------------------------------------------------------------------------------

/**
 * A piece of a text, and how wide it is within a line and at its end, in capital heights.
 * @typedef {{text: string, within: number, last: number}} Part
 */

/** @param {string} text @param {boolean} bold @returns {Part[]} */
function partsOf(text, bold) {
  return pieces(text).map((part) => {
    return {
      text: part,
      within: widthOf(part, bold),
      last: widthOf(part.replace(/ +$/, ""), bold),
    };
  });
}

/** @param {string[]} parts */
function joined(parts) {
  return parts.join("").replace(/ +$/, "");
}

/**
 * On at most so many lines, as even as they can be; its own line breaks are kept.
 * @param {string} text @param {boolean} bold @param {number} lines
 */
function wrapped(text, bold, lines) {
  const parts = text
    .split("\n")
    .filter((part) => part.trim())
    .map((part) => partsOf(part, bold));
  const widths = [...new Set(parts.flatMap(widthsOf))].sort((a, b) => a - b);
  let [low, high] = [0, widths.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (filled(parts, widths[middle]).length <= lines) high = middle;
    else low = middle + 1;
  }
  return widths.length ? filled(parts, widths[low]) : [];
}

/** How wide any run of them is; of a long text those from its beginning only. @param {Part[]} parts */
function widthsOf(parts) {
  const begins = parts.length > CHOICES ? [0] : [...parts.keys()];
  return begins.flatMap((begin) => {
    let width = 0;
    return parts.slice(begin).map((part) => {
      width += part.within;
      return width - part.within + part.last;
    });
  });
}

/** @param {Part[][]} texts @param {number} room a part alone may be wider */
function filled(texts, room) {
  /** @type {string[]} */
  const lines = [];
  for (const parts of texts) {
    /** @type {string[]} */
    let line = [];
    let width = 0;
    for (const part of parts) {
      if (line.length && width + part.last > room + HAIR) {
        lines.push(joined(line));
        [line, width] = [[], 0];
      }
      line.push(part.text);
      width += part.within;
    }
    lines.push(joined(line));
  }
  return lines;
}

/** @type {Map<string, Line[]>} */
const blocks = new Map();

/**
 * On up to `most` lines of one size, as large as the room and `cap` allow; nothing is lost.
 * @param {string} text
 * @param {boolean} bold
 * @param {number} cap
 * @param {number} width
 * @param {number} height
 * @param {number} most
 * @returns {Line[]}
 */
export function block(text, bold, cap, width, height, most) {
  const name = JSON.stringify([text, bold, cap, width, height, most]);
  const kept = blocks.get(name);
  if (kept) return kept;
  /** @type {Line[]} */
  let best = [];
  for (let count = 1; count <= most; count += 1) {
    const lines = even(wrapped(text, bold, count), bold, cap, width, height);
    if (lines.length && (!best.length || weight(lines[0]) > weight(best[0]) * 1.04)) best = lines;
  }
  if (blocks.size > 200) blocks.clear();
  blocks.set(name, best);
  return best;
}

/**
 * @param {string[]} texts @param {boolean} bold @param {number} cap @param {number} width
 * @param {number} height @returns {Line[]}
 */
function even(texts, bold, cap, width, height) {
  if (!texts.length) return [];
  const largest = Math.min(cap, height / inkHeight(texts, bold));
  const size = Math.min(...texts.map((text) => shrunk(text, bold, largest, width).cap));
  const stretch = Math.min(...texts.map((text) => shrunk(text, bold, size, width).stretch));
  return texts.map((text) => ({ text, bold, cap: size, stretch }));
}

/** @param {string[]} texts @param {boolean} bold the height of lines, accents and tails too */
function inkHeight(texts, bold) {
  const last = texts[texts.length - 1];
  return above(texts[0], bold) + 1 + (texts.length - 1) * LEADING + below(last, bold);
}

/** How well a line reads: large first, narrow less so. @param {Line} line */
function weight(line) {
  return line.cap * Math.sqrt(line.stretch);
}

/**
 * At one size on up to `most` lines; the last is cut with "…".
 * @param {string} text
 * @param {boolean} bold
 * @param {number} cap
 * @param {number} room
 * @param {number} most
 * @returns {Line[]}
 */
export function paragraph(text, bold, cap, room, most) {
  let parts = partsOf(text, bold);
  /** @type {Line[]} */
  const lines = [];
  const write = (/** @type {Part[]} */ some) =>
    lines.push(cut(joined(some.map((part) => part.text)), bold, cap, room));
  while (parts.length && lines.length < most - 1) {
    let [count, width] = [1, parts[0].within];
    while (count < parts.length && (width + parts[count].last) * cap <= room) {
      width += parts[count].within;
      count += 1;
    }
    write(parts.slice(0, count));
    parts = parts.slice(count);
  }
  if (parts.length) write(parts);
  return lines;
}
