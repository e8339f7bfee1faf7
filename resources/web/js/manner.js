/**
 * How the régie's program speaks and looks now, and its pages with it (net/doors.py): what it was
 * when the page was opened, until another is told.
 *
 * @typedef {{language: string, palette: string, hours: Record<string, Hours>}} Manner
 * @typedef {{between: string, halves: string[]}} Hours what stands between hours and minutes; what
 *   stands after an hour before noon and after it, nothing where a day has 24 hours
 */

import { LOOK } from "/made/look.js";

/** @type {Record<string, Record<string, string>>} */
const PALETTES = LOOK.palettes;

/** The stage's colours, by what they mean. @type {Record<string, string>} */
export const COLOURS = { ...PALETTES[LOOK.palette] };

/** How hours are written, by the language. @type {Record<string, Hours>} */
export const HOURS = { ...LOOK.hours };

/** Look so from now on. @param {Manner | undefined} manner */
export function take(manner) {
  Object.assign(COLOURS, PALETTES[manner?.palette ?? ""]);
  Object.assign(HOURS, manner?.hours);
}
