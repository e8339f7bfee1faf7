/**
 * Messages: the ready phrases, a free line, to whom (a room too, while there are workshops); what is
 * on the screens now, and its clearing.
 */

import { element, enable, fill, show, write } from "./dom.js";
import { said as quoted } from "./language.js";
import { roomsOf } from "./rooms.js";

/** @typedef {import("./hand.js").Hand} Hand */
/** @typedef {import("./hand.js").Part} Part */
/** @typedef {{text: string, for: string | null, flash: boolean}} Phrase */

const LONGEST = 200;
const READERS = ["stage", "green_room", "crew"];

/**
 * How those who read a message are called.
 * @param {string} to @param {any} words @returns {string}
 */
function readersOf(to, { pages, page }) {
  return Reflect.get({ stage: pages.stage, green_room: pages.green, crew: page.to_crew }, to) ?? to;
}

/** @param {Hand} hand @returns {Part} */
export function messages(hand) {
  let to = "stage";
  /** @type {Phrase[]} */ let phrases = [];
  let asked = "";
  const readers = element("div.row.readers");
  const reader = (/** @type {string} */ name) =>
    element("button", {
      data: { to: name },
      onclick: () => {
        to = name;
        hand.look();
      },
    });
  const text = element("input", { type: "text", maxLength: LONGEST, enterKeyHint: "send" });
  const send = element("button", { type: "submit", data: { do: "say" } });
  const flash = element("input", { type: "checkbox" });
  const flashes = element("span");
  const form = element("form", {}, element("div.row", {}, text, send));
  const said = element("q");
  const where = element("span.quiet");
  const clear = element("button", {
    data: { do: "clear" },
    onclick: () => hand.give({ do: "clear" }, hand.words.page.clear),
  });
  const present = element("div.said", {}, element("p", {}, where, said), clear);
  const ready = element("div.grid.ready");
  const toggle = element("label.toggle", {}, flash, flashes);
  const root = element(
    "div.panel",
    { data: { panel: "say" } },
    ready,
    form,
    readers,
    toggle,
    present,
  );

  /** @param {Phrase} phrase */
  const say = async (phrase) => {
    const { text: words, flash: whole } = phrase;
    const lasting = phrase.for ? { for: phrase.for } : {};
    const { page, recovery } = hand.words;
    const name = readersOf(to, hand.words) + recovery.colon + quoted(page.quoted, { text: words });
    const answered = await hand.give(
      { do: "say", text: words, to, flash: whole, ...lasting },
      name,
    );
    if (answered.ok) to = "stage"; // nobody means the green room twice by accident
    hand.look();
    return answered;
  };
  form.onsubmit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.value.trim() || !hand.alive) return;
    const answered = await say({ text: text.value.trim(), for: null, flash: flash.checked });
    if (answered.ok) text.value = "";
  };
  const ask = async () => {
    asked = hand.language;
    phrases = (await hand.fetched("/v1/phrases"))?.phrases ?? phrases;
    hand.look();
  };
  hand.live.addEventListener("board", () => asked !== hand.language && ask());

  return {
    root,
    present: ({ board, words }) => {
      const names = [...READERS, ...roomsOf(board)];
      if (!names.includes(to)) to = "stage"; // its workshops are over
      fill(readers, names, () => names.map(reader));
      names.forEach((name, at) => {
        const button = /** @type {HTMLElement} */ (readers.children[at]);
        write(button, readersOf(name, words));
        button.classList.toggle("on", name === to);
        button.setAttribute("aria-pressed", `${name === to}`);
      });
      fill(ready, phrases, () =>
        phrases.map((phrase) =>
          element(
            "button",
            { data: { phrase: phrase.text }, onclick: () => say(phrase) },
            phrase.text,
          ),
        ),
      );
      for (const button of ready.querySelectorAll("button")) enable(button, hand.alive);
      enable(send, hand.alive);
      write(send, words.page.send);
      text.placeholder = to === "stage" ? words.page.say_hint : `${readersOf(to, words)}…`;
      text.setAttribute("aria-label", text.placeholder);
      write(flashes, words.page.say_flash);
      const told = board.message;
      show(present, Boolean(told));
      write(where, told ? readersOf(told.to, words) : "");
      write(said, told?.text ?? "");
      write(clear, words.page.clear);
      enable(clear, hand.alive && Boolean(told));
    },
  };
}
