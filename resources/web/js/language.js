/**
 * Which language a page speaks, and how it writes hours and lengths.
 *
 * `?lang=` first, then what was chosen on this device; then, on a screen for others, the régie's
 * own, and in a hand the device's.
 */

import { TEXTS } from "/made/texts.js";
import { choice, keepChoice } from "./keep.js";
import { HOURS } from "./manner.js";

/** @typedef {"fr" | "en"} Language */
/** @typedef {Record<string, any>} Texts */

/** @param {unknown} name @returns {name is Language} */
function known(name) {
  return name === "fr" || name === "en";
}

/** The language that was chosen for this page; none when nobody has. @returns {Language | ""} */
export function chosen() {
  const asked = new URLSearchParams(location.search).get("lang");
  const kept = choice("language");
  return known(asked) ? asked : known(kept) ? kept : "";
}

/** The régie's own. @param {{language: string} | undefined} manner @returns {Language | ""} */
export function languageOf(manner) {
  return known(manner?.language) ? manner.language : "";
}

/** The device's own. @returns {Language} */
export function native() {
  return navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** @param {Language} language */
export function choose(language) {
  keepChoice("language", language);
}

/** All that is said in a language. @param {string} language @returns {Texts} */
export function texts(language) {
  return TEXTS[language === "fr" ? "fr" : "en"];
}

/**
 * A sentence with its facts written in.
 * @param {string} sentence
 * @param {Record<string, string | number>} facts
 */
export function said(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) =>
    name in facts ? `${facts[name]}` : whole,
  );
}

/** French with its no-break spaces (core/sentences.py). @param {string} french */
export function typeset(french) {
  const text = french.replace(/ ([;!?»])/g, "\u202f$1");
  return text.replaceAll("« ", "«\u202f").replaceAll(" :", "\u00a0:");
}

// --- hours and lengths (core/times.py) ----------------------------------------------------------

/** @type {Map<string, Intl.DateTimeFormat>} */
const walls = new Map();

/**
 * What a clock on the wall of a zone shows: `weekday` from 0, Monday.
 * @param {number} ms
 * @param {string} zone
 */
export function wall(ms, zone) {
  let format = walls.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      weekday: "short",
      day: "numeric",
      month: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    walls.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, part.value]));
  const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts.weekday);
  const [day, month, hour, minute] = ["day", "month", "hour", "minute"].map((n) =>
    Number(parts[n]),
  );
  return { weekday, day, month, hour, minute };
}

/**
 * The time of day as it is written: 9h15, 9:15 …
 * @param {number | null} ms
 * @param {string} zone
 * @param {Texts} words
 */
export function hourOf(ms, zone, words) {
  if (ms === null) return "";
  const { hour, minute } = wall(ms, zone);
  const { between, halves } = HOURS[words.page.language];
  const shown = halves.length ? hour % 12 || 12 : hour;
  return `${shown}${between}${two(minute)}${halves.length ? halves[hour < 12 ? 0 : 1] : ""}`;
}

/** @param {number} seconds MM:SS without a sign, hours only above 99 minutes */
export function countdown(seconds) {
  const size = Math.abs(seconds);
  const minutes = Math.floor(size / 60);
  if (minutes >= 100) return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(size % 60)}`;
  return `${minutes}:${two(size % 60)}`;
}

/** @param {number} ms a length in words: 45 s, 12 min, 1 min 30, 1 h 45 */
export function lengthOf(ms) {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const sign = ms < 0 ? "−" : "";
  if (seconds < 60) return `${sign}${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${sign}${minutes} min${tail(seconds % 60)}`;
  return `${sign}${Math.floor(minutes / 60)} h${tail(minutes % 60)}`;
}

/** @param {number} rest */
function tail(rest) {
  return rest ? ` ${two(rest)}` : "";
}

/** @param {number} number */
function two(number) {
  return `${number}`.padStart(2, "0");
}

export const MINUTE = 60_000;

/** @param {number} ms drift in whole minutes, half up away from nought */
export function wholeMinutes(ms) {
  const size = Math.floor(Math.abs(ms) / MINUTE + 0.5);
  return ms >= 0 ? size : -size;
}

/** @param {number} drift its size: 12 min, 99 min, and hours above: 1 h 40 */
export function driftOf(drift) {
  const minutes = Math.abs(wholeMinutes(drift));
  return minutes < 100 ? `${minutes} min` : lengthOf(minutes * MINUTE);
}

/** @param {number} ms the minute that a clock without seconds shows */
export function minuteOf(ms) {
  return Math.floor(ms / MINUTE) * MINUTE;
}

/**
 * The minute shown of a moment that is held to a planned one (core/times.py, minute_shown).
 * @param {number | null} ms
 * @param {number | null} planned
 * @returns {number | null}
 */
export function minuteShown(ms, planned) {
  if (ms === null) return null;
  if (planned === null) return minuteOf(ms + MINUTE / 2);
  return minuteOf(planned) + wholeMinutes(ms - planned) * MINUTE;
}
