/**
 * The lines of a programme: as large as they can be, in columns, on pages where they are too many
 * (ui/speaker/day_lines.py).
 */

import { cut, ELLIPSIS, lineWidth, paragraph, people, shrunk, widthOf } from "./letters.js";
import { COLOURS, LEFT, RIGHT } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Box} Box */
/** @typedef {"over" | "live" | "to_come" | "cut"} State */
/**
 * @typedef {{hour: string, title: string, names: string[], said: string, state: State,
 *   good: boolean, within: string}} Item
 */

/**
 * The capitals of a line, of its pitch; how many of them it is wide at least, alone or in columns.
 */
const LETTERS = 0.44;
const ROOMY = 24;
const APART = 36;
/** How much smaller letters may be for lines to be in fewer columns, where titles stand whole. */
const ENOUGH = 0.8;
/** How high the number of the page stands, of the least height of a line. */
const MARK = 0.5;
/** How much higher a line is for what is on within it. */
const WITHIN = 0.5;
/** How high lines are: at most and at least so much of the height. */
export const STRIPED = { highest: 0.24, lowest: 0.11, stacked: false };
export const WIDE = { highest: 0.15, lowest: 0.078, stacked: false };
export const SQUARE = { highest: 0.13, lowest: 0.105, stacked: true };
export const TALL = { highest: 0.1, lowest: 0.068, stacked: true };

/** @param {Item} item */
function gone({ state }) {
  return state === "over" || state === "cut";
}

/**
 * The lines that fit, as large as they can be, the live one on every page.
 * @param {Sheet} sheet @param {Item[]} items @param {number} turn @param {Box} whole
 * @param {typeof WIDE} rule
 */
export function dayLines(sheet, items, turn, whole, rule) {
  if (!items.length) return;
  const zone = { ...whole };
  const least = sheet.high(rule.lowest);
  const most = Math.max(1, Math.floor(zone.w / (APART * LETTERS * least)));
  const higher = !rule.stacked && items.some((item) => item.within);
  const fits = () => Math.max(2, Math.floor(zone.h / least) - (higher ? 1 : 0)) * most;
  if (pages(items, fits()) > 1) {
    zone.h -= least * MARK;
    number(sheet, `${(turn % pages(items, fits())) + 1}/${pages(items, fits())}`, zone, least);
  }
  const shown = pageOf(items, turn, fits());
  const extra = higher ? WITHIN : 0;
  const pitchOf = (/** @type {number} */ columns) =>
    Math.min(zone.h / (Math.ceil(shown.length / columns) + extra), sheet.high(rule.highest));
  const columns = best(most, (count) =>
    Math.min(pitchOf(count) * LETTERS, zone.w / count / (count === 1 ? ROOMY : APART)),
  );
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

/**
 * The fewest columns whose letters are as good as the largest there could be.
 * @param {number} most
 * @param {(count: number) => number} cap
 */
function best(most, cap) {
  const counts = Array.from({ length: most }, (_, at) => at + 1);
  const largest = Math.max(...counts.map(cap));
  return counts.find((count) => cap(count) >= largest * ENOUGH) ?? 1;
}

/**
 * Which page it is, and of how many, below the lines at the right.
 * @param {Sheet} sheet @param {string} text @param {Box} above @param {number} least
 */
function number(sheet, text, above, least) {
  const line = { text, bold: false, cap: least * MARK * 0.6, stretch: 1 };
  const right = above.x + above.w * RIGHT;
  sheet.put(line, right - lineWidth(line), above.y + above.h + least * MARK * 0.8, COLOURS.past);
}

/**
 * How many pages there are of `items` where so many fit.
 * @param {Item[]} items @param {number} fits
 */
function pages(items, fits) {
  const toCome = items.filter((item) => item.state !== "over").length;
  const live = items.filter((item) => item.state === "live").length;
  return toCome <= fits ? 1 : Math.ceil((toCome - live) / Math.max(1, fits - live));
}

/**
 * What is shown where so many fit: all; else the last of them; else a page.
 * @param {Item[]} items @param {number} turn @param {number} fits
 */
function pageOf(items, turn, fits) {
  const count = pages(items, fits);
  if (count === 1) return items.slice(Math.max(0, items.length - fits));
  const pinned = items.filter((item) => item.state === "live");
  const rest = items.filter((item) => item.state !== "live" && item.state !== "over");
  const room = Math.max(1, fits - pinned.length);
  const from = Math.min((turn % count) * room, rest.length - room);
  return [...pinned, ...rest.slice(from, from + room)];
}

/**
 * One line: its hour, its title and who speaks, what is said of it.
 * @param {Sheet} sheet @param {Item} item @param {Box} box @param {number} pitch
 * @param {number} hours
 */
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
  const title = cut(item.title, !gone(item), cap, room);
  sheet.put(title, left, base, bright);
  sheet.put(cut(item.within, false, cap * 0.8, right - left), left, base + pitch * 0.58, second);
  if (!item.names.length || title.text.endsWith(ELLIPSIS)) return;
  const after = left + lineWidth(title) + cap * 0.6;
  const names = people(item.names, false, cap * 0.8, left + room - after, ELLIPSIS);
  if (!names.text.endsWith(ELLIPSIS)) sheet.put(names, after, base, second);
}

/**
 * One line where there is little width: the title on two lines.
 * @param {Sheet} sheet @param {Item} item @param {Box} box @param {number} pitch
 * @param {number} hours
 */
function stacked(sheet, item, box, pitch, hours) {
  const cap = Math.min(pitch * 0.19, box.w / 20);
  const [pad, step] = [box.w * LEFT, cap * 1.45];
  const { bright, second, aside } = ground(sheet, item, box);
  const [left, right] = [box.x + pad + cap * (hours + 0.8), box.x + box.w - pad];
  const titles = paragraph(item.title, !gone(item), cap, right - left, 2);
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
  if (small.text)
    sheet.put(cut(item.within, false, cap * 0.78, right - after), after, base, second);
}

/** @param {Item} item @param {number} cap @param {number} room */
function asideOf(item, cap, room) {
  return shrunk(item.said, item.state === "live" || item.good, cap, room);
}

/**
 * Its ground; and the colours of hour and title, of names, of what is said of it.
 * @param {Sheet} sheet @param {Item} item @param {Box} box
 */
function ground(sheet, item, box) {
  const all = (/** @type {string} */ colour) => ({ bright: colour, second: colour, aside: colour });
  if (gone(item)) return all(COLOURS.past);
  if (item.state === "live") {
    sheet.paint(box, COLOURS.normal);
    return all(COLOURS.paper);
  }
  return {
    bright: COLOURS.normal,
    second: COLOURS.second,
    aside: item.good ? COLOURS.running : COLOURS.second,
  };
}
