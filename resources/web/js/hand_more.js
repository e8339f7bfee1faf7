/**
 * The hand's other gestures: who speaks, questions, the end of an item, black, an incident,
 * language.
 */

import { element, enable, fill, show, write } from "./dom.js";

/** @typedef {import("./hand.js").Hand} Hand */
/** @typedef {import("./hand.js").Part} Part */

/** @param {Hand} hand @returns {Part} */
export function more(hand) {
  const gesture = (/** @type {string} */ name) => element("button", { data: { do: name } });
  const [questions, end, incident, blackout] = ["questions", "end", "incident", "blackout"].map(
    gesture,
  );
  const seen = () => ({ if_rev: hand.live.rev }); // of the item that was seen on air, no other
  questions.onclick = () => hand.give({ do: "questions", ...seen() }, hand.words.page.questions);
  end.onclick = () => hand.give({ do: "end", ...seen() }, hand.words.page.end);
  for (const [name, button] of /** @type {Array<[string, HTMLButtonElement]>} */ ([
    ["incident", incident],
    ["blackout", blackout],
  ])) {
    button.onclick = () =>
      hand.give({ do: name, on: !hand.board?.[name] }, button.textContent ?? name);
  }
  const floor = element("div.grid");
  const languages = element(
    "div.row",
    {},
    element("button", { lang: "fr", onclick: () => hand.speak("fr") }, "Français"),
    element("button", { lang: "en", onclick: () => hand.speak("en") }, "English"),
  );
  const root = element(
    "div.panel",
    { data: { panel: "more" } },
    floor,
    element("div.grid", {}, questions, end, incident, blackout),
    languages,
  );
  return {
    root,
    present: ({ board, words, language }) => {
      const { page } = words;
      const air = board.on_air;
      people(hand, floor, air);
      write(questions, page.questions);
      write(end, page.end);
      write(incident, board.incident ? page.incident_off : page.incident);
      write(blackout, board.blackout ? page.blackout_off : page.blackout);
      incident.classList.toggle("on", Boolean(board.incident));
      blackout.classList.toggle("on", Boolean(board.blackout));
      enable(questions, hand.alive && Boolean(air?.questions && !air.questions_open));
      enable(end, hand.alive && Boolean(air));
      enable(incident, hand.alive);
      enable(blackout, hand.alive);
      for (const button of languages.children)
        button.classList.toggle("on", button.lang === language);
    },
  };
}

/** Who has the floor, in a panel. @param {Hand} hand @param {HTMLElement} floor @param {any} air */
function people(hand, floor, air) {
  const speakers = air?.shares?.length ? (air.speakers ?? []) : [];
  const speaks = air?.floor?.speaker;
  const mark = [
    speakers.map((/** @type {any} */ each) => [each.name, each.is]),
    speaks,
    hand.alive,
  ];
  fill(floor, mark, () =>
    speakers.flatMap((/** @type {any} */ each, /** @type {number} */ at) => {
      if (each.is === "absent") return [];
      const button = element(
        "button",
        { disabled: !hand.alive, data: { floor: `${at + 1}` } },
        each.name,
      );
      const on = each.name === speaks;
      button.classList.toggle("on", on);
      button.onclick = () =>
        hand.give({ do: "floor", speaker: on ? null : at + 1, if_rev: hand.live.rev }, each.name);
      return [button];
    }),
  );
  show(floor, speakers.length > 0);
}
