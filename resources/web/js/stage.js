/** The stage's page: the time left as large as the screen allows. */

import { face } from "./face.js";
import { open } from "./screen.js";
import { draw } from "./timer.js";

/** What stands around the time, for who cannot see it. @param {import("./face.js").Face} shown */
export function lines({ title, detail, speakers, ends, then, nextTag, nextTitle, nextSpeakers }) {
  const next = [nextTag, nextTitle, nextSpeakers.join(", ")].filter(Boolean).join(" ");
  return [title, detail, speakers.join(", "), ends, then, next];
}

if (document.body.dataset.page === "stage") open("stage", { see: face, draw, lines });
