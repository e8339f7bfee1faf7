/** What is on air, as the hand sees it: the hour and the drift, the item, its time left. */

import { instant, length, wholeLeft } from "./anchors.js";
import { element, write } from "./dom.js";
import { at, expected, namesOf, running } from "./face.js";
import { countdown, driftOf, hourOf, said } from "./language.js";

/** @typedef {import("./hand.js").Sight} Sight */
/** @typedef {import("./hand.js").Part} Part */

const ON_TIME = 30_000;

/** The hour, what covers the stage meanwhile, and how late the day is. @returns {Part} */
export function head() {
  const clock = element("span.clock.digits");
  const covered = element("span.covered");
  const drift = element("span.drift");
  const root = element("div.head", {}, clock, covered, drift);
  return {
    root,
    present: ({ board, now, words }) => {
      write(clock, hourOf(now, board.timezone, words));
      write(covered, board.blackout ? words.page.blackout : words.page.incident);
      covered.hidden = !board.blackout && !board.incident;
      const size = length(board.drift, now);
      const word =
        size === null ? "" : Math.abs(size) < ON_TIME ? "on_time" : size > 0 ? "late" : "early";
      drift.dataset.drift = board.state === "after" ? "" : word; // nobody can do anything any more
      const much = word && word !== "on_time" ? ` ${driftOf(/** @type {number} */ (size))}` : "";
      write(drift, word ? words.drift[word] + much : "");
    },
  };
}

/** What is on air and what is left of it, or how long until something is. @returns {Part} */
export function air() {
  const sign = element("span.sign");
  const who = element("span.quiet.line");
  const title = element("div.title.line");
  const left = element("div.left.digits", { role: "timer" });
  const plate = element("span.plate");
  const ends = element("span.ends.digits");
  const rest = element("i");
  const root = element(
    "section.air",
    {},
    element("div.top", {}, sign, who),
    title,
    left,
    element("div.under", {}, plate, ends),
    element("div.bar", {}, rest),
  );
  return {
    root,
    present: (sight) => {
      const shown = sight.board.on_air ? onAir(sight) : waiting(sight);
      Object.assign(root.dataset, { live: sight.board.on_air ? "yes" : "no", tone: shown.tone });
      write(sign, shown.sign);
      write(who, shown.who);
      write(title, shown.title);
      write(left, shown.left);
      write(plate, shown.plate);
      plate.hidden = !shown.plate;
      write(ends, shown.ends);
      rest.style.width = `${shown.rest / 10}%`;
    },
  };
}

/** @param {Sight} sight */
function onAir({ board, now, words }) {
  const item = board.on_air;
  const face = running(board, item, now, words);
  return {
    tone: item.holding ? "held" : face.tone,
    sign: `▶ ${words.page.live}`,
    who: namesOf(item).join(", "),
    title: [item.cue, item.title].filter(Boolean).join(" "),
    left: face.overrun ? `+${face.digits}` : face.digits,
    plate: item.holding ? words.stage.held : face.plate,
    rest: face.bar?.parts.at(-1)?.[1] ?? 0,
    ends: item.holding ? "" : face.ends,
  };
}

/** @param {Sight} sight */
function waiting({ board, now, words }) {
  const { next } = board;
  const starts = next ? instant(next.expected_start, now) : null;
  const hour = next ? hourOf(expected(next, now), board.timezone, words) : "";
  const states = { before: words.page.day_before, after: words.page.day_after };
  const counts = starts !== null && starts > now && board.state !== "after";
  const planned = next ? at(next, "planned_start", now) : null;
  return {
    tone: "waiting",
    sign: Reflect.get(states, board.state) ?? words.page.nothing_on_air,
    who: "",
    title: next ? [next.cue, next.title].filter(Boolean).join(" ") : "",
    left: counts ? countdown(wholeLeft(starts - now)) : "",
    plate: "",
    rest: 0,
    ends: next && planned !== null ? said(words.stage.starts, { hour }) : "",
  };
}
