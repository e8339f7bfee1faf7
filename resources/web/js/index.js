/** The first page: which pages a link opens, and what this device lets them do. */

import { ShowClock } from "./clock.js";
import { canKeepAwake, canKeepShell } from "./device.js";
import { element } from "./dom.js";
import { token } from "./keep.js";
import { chosen, native, texts } from "./language.js";
import { Live } from "./live.js";

/** The pages, each with the command that its link must allow. */
const PAGES = [
  ["stage"],
  ["green"],
  ["programme"],
  ["workshops"],
  ["messages", "say"],
  ["remote", "go"],
];

const language = chosen() || native();
const { page, pages } = texts(language);
const given = token("index");
const about = element("p", {}, given ? page.connecting : page.no_link);
const links = element("nav");

/** @param {string[]} may */
function offer(may) {
  const open = PAGES.filter(([, needs]) => !needs || may.includes(needs));
  about.textContent = page.index_about;
  links.replaceChildren(
    ...open.map(([name]) => element("a", { href: `/${name}#${given}` }, pages[name])),
  );
}

document.title = page.index;
document.documentElement.lang = language;
document
  .getElementById("index")
  ?.append(
    element("h1", {}, page.index),
    about,
    links,
    element("h2", {}, page.device),
    element("p", {}, canKeepAwake() ? page.awake_can : page.awake_cannot),
    element("p", {}, canKeepShell() ? page.kept_can : page.kept_cannot),
  );

if (given) {
  const live = new Live({ page: "index", token: given, language, clock: new ShowClock() });
  live.addEventListener("hello", () => offer(live.hello?.may ?? []));
  live.addEventListener("ended", () => {
    about.textContent = page.ended;
  });
  live.open();
}
