/**
 * The hand's gestures whose places never move: GO, its taking back, minutes, hold; and the answer.
 */

import { element, enable, show, write } from "./dom.js";
import { namesOf } from "./face.js";
import { inTwo } from "./names.js";

/** @typedef {import("./hand.js").Hand} Hand */
/** @typedef {import("./hand.js").Part} Part */

/** For how long GO takes no second touch, whatever the first is answered. */
const TWICE = 1200;
/** For how long an answer that was good stays. */
const STAYS = 6000;

/**
 * What the last command was answered.
 * @returns {Part & {tell: (text: string, how: string) => void}}
 */
export function answer() {
  const root = element("div.answer", { role: "status" });
  /** @type {number | undefined} */
  let timer;
  const tell = (/** @type {string} */ text, /** @type {string} */ how) => {
    clearTimeout(timer);
    root.dataset.how = how;
    write(root, text);
    if (how === "done") timer = setTimeout(() => write(root, ""), STAYS);
  };
  return { root, tell, present: () => {} };
}

/** GO names what it will start, and says what it saw on air. @param {Hand} hand @returns {Part} */
export function go(hand) {
  const word = element("b");
  const what = element("span");
  const button = element("button.go", { disabled: true }, word, what);
  let resting = false;
  button.onclick = async () => {
    const { board, words } = hand;
    if (resting || !board?.next) return;
    resting = true;
    hand.look();
    const name = `${words.page.go} ▸ ${brief(board.next)}`;
    const rest = new Promise((rested) => setTimeout(rested, TWICE));
    await Promise.all([hand.give({ do: "go", from: board.on_air?.slot ?? null }, name), rest]);
    resting = false;
    hand.look();
  };
  return {
    root: button,
    present: ({ board, words }) => {
      show(button, hand.may.has("go") || !hand.live.hello);
      enable(button, hand.alive && !resting && Boolean(board.next) && board.state !== "after");
      const next = board.state === "after" ? null : board.next;
      write(word, resting ? words.page.go_sent : next ? `${words.page.go} ▸` : words.page.go_none);
      write(
        what,
        next
          ? [named(next), namesOf(next).join(", ")].filter(Boolean).join(" · ")
          : words.page.nothing_next,
      );
    },
  };
}

/** Its cue and the first part of its title: an answer has two lines. @param {Record<string, any>} next */
function brief(next) {
  return [next.cue, inTwo(next.title ?? "")[0]].filter(Boolean).join(" ");
}

/** @param {Record<string, any>} next */
function named(next) {
  return [next.cue, next.title].filter(Boolean).join(" ");
}

/**
 * Take back the last GO: always in reach, and it says what it would do.
 * @param {Hand} hand @returns {Part}
 */
export function back(hand) {
  const name = element("span");
  const what = element("small.line");
  const button = element("button.back", {}, name, what);
  button.onclick = () => hand.give({ do: "recall", if_rev: hand.live.rev }, hand.words.page.recall);
  return {
    root: button,
    present: ({ board, words, language }) => {
      show(button, hand.may.has("recall") || !hand.live.hello);
      enable(button, hand.alive && Boolean(board.recall));
      write(name, `⌫ ${words.page.recall}`);
      write(what, board.recall?.[language] ?? words.page.nothing_to_recall);
    },
  };
}

/** Minutes given and taken, and the clock held. @param {Hand} hand @returns {Part} */
export function steps(hand) {
  const stretch = (/** @type {string} */ by, /** @type {"plus" | "minus"} */ name) =>
    element("button", {
      onclick: () => hand.give({ do: "stretch", by }, hand.words.page[name]),
      data: { by },
    });
  const [minus, plus] = [stretch("-1m", "minus"), stretch("1m", "plus")];
  const hold = element("button", { data: { do: "hold" } });
  hold.onclick = () => {
    const name = hand.board?.on_air?.holding ? "resume" : "hold";
    hand.give({ do: name }, hand.words.page[name]);
  };
  const root = element("div.row", {}, minus, plus, hold);
  return {
    root,
    present: ({ board, words }) => {
      show(root, hand.may.has("stretch") || !hand.live.hello);
      for (const button of [minus, plus, hold]) enable(button, hand.alive && Boolean(board.on_air));
      write(minus, words.page.minus);
      write(plus, words.page.plus);
      write(hold, words.page[board.on_air?.holding ? "resume" : "hold"]);
    },
  };
}
