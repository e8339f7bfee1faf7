/** What opens above the hand's buttons: messages, recovery, other gestures; one at a time. */

import { element, show, write } from "./dom.js";
import { messages } from "./hand_messages.js";
import { more } from "./hand_more.js";
import { brokenOf, recovery } from "./hand_recovery.js";

/** @typedef {import("./hand.js").Hand} Hand */
/** @typedef {import("./hand.js").Part} Part */

/** @param {Hand} hand @returns {Part} */
export function panels(hand) {
  const all = [
    { name: "say", needs: "say", part: messages(hand) },
    { name: "catch_up", needs: "catch_up", part: recovery(hand) },
    { name: "more", needs: "end", part: more(hand) },
  ];
  let open = "say";
  const tabs = all.map(({ name }) =>
    element("button", {
      role: "tab",
      data: { tab: name },
      onclick: () => {
        open = name;
        hand.look();
      },
    }),
  );
  const bar = element("div.tabs", { role: "tablist" }, ...tabs);
  const area = element("div.area", {}, ...all.map(({ part }) => part.root));
  const root = element("div.panels", {}, bar, area);
  return {
    root,
    present: (sight) => {
      const broken = brokenOf(sight).length;
      all.forEach(({ name, needs, part }, at) => {
        const tab = tabs[at];
        show(tab, hand.may.has(needs) || !hand.live.hello);
        tab.setAttribute("aria-selected", `${name === open}`);
        const count = name === "catch_up" && broken ? ` (${broken})` : "";
        tab.classList.toggle("calls", Boolean(count));
        write(tab, sight.words.page[name] + count);
        show(part.root, name === open);
        if (name === open) part.present(sight);
      });
      show(bar, tabs.filter((tab) => !tab.hidden).length > 1);
    },
  };
}
