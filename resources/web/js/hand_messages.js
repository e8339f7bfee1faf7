/**
 * Messages: the ready phrases, a free line, to whom; what is on the screens now, and its clearing.
 */

import { element, enable, fill, write } from "./dom.js";
import { said as quoted } from "./language.js";

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
  const readers = READERS.map((name) =>
    element("button", {
      data: { to: name },
      onclick: () => {
        to = name;
        hand.look();
      },
    }),
  );
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
  const ready = element("div.grid");
  const toggle = element("label.toggle", {}, flash, flashes);
  const root = element(
    "div.panel",
    { data: { panel: "say" } },
    present,
    ready,
    form,
    element("div.row", {}, ...readers),
    toggle,
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
      readers.forEach((button, at) => {
        write(button, readersOf(READERS[at], words));
        button.classList.toggle("on", READERS[at] === to);
        button.setAttribute("aria-pressed", `${READERS[at] === to}`);
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
      text.placeholder = words.page.say_hint;
      write(flashes, words.page.say_flash);
      const told = board.message;
      write(where, told ? readersOf(told.to, words) : words.page.nothing_said);
      write(said, told?.text ?? "");
      write(clear, words.page.clear);
      enable(clear, hand.alive && Boolean(told));
    },
  };
}
