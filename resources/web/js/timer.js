/** The big timer, laid out for the shape of the screen (ui/speaker/timer.py). */

import { landscape } from "./landscape.js";
import { portrait } from "./portrait.js";
import { strip } from "./strip.js";
import { STRIP } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Face} Face */

/** @param {Sheet} sheet @param {Face} face */
export function draw(sheet, face) {
  const shape = sheet.box.w / sheet.box.h;
  (shape < 1 ? portrait : shape >= STRIP ? strip : landscape)(sheet, face);
}
