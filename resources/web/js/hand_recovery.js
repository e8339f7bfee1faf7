/**
 * Recovery: the hard times at risk, the plans that keep them, one touch to apply one and one to
 * undo it. Plans are reckoned by the show; what is applied is what was seen.
 */

import { at } from "./face.js";
import { length } from "./anchors.js";
import { element, enable, fill, write } from "./dom.js";
import { inTwo } from "./names.js";
import { driftOf, hourOf, lengthOf, said } from "./language.js";

/** @typedef {import("./hand.js").Hand} Hand */
/** @typedef {import("./hand.js").Part} Part */
/**
 * @typedef {{plan: string, cuts: Array<{slot: string, by: number}>, skips: string[],
 *   stretch: number, tell: number, short: number}} Plan
 */

/** @param {Hand} hand @returns {Part} */
export function recovery(hand) {
  const list = element("div");
  const undo = element("button", {
    data: { do: "undo" },
    onclick: () => hand.give({ do: "undo", if_rev: hand.live.rev }, undo.textContent ?? ""),
  });
  const root = element("div.panel", { data: { panel: "catch_up" } }, list, undo);
  const known = new Known(hand);
  return {
    root,
    present: (sight) => {
      const { board, words, language } = sight;
      const broken = brokenOf(sight);
      broken.forEach((/** @type {any} */ each) => known.look(each));
      const shown = broken.map((/** @type {any} */ each) => [titleOf(each, sight), known.of(each)]);
      fill(list, [shown, language, hand.alive], () =>
        broken.length
          ? broken.map((/** @type {any} */ each) => promiseOf(each, known.of(each), sight))
          : [element("p.quiet", {}, words.page.plan_none)],
      );
      const what = board.undo && said(words.page.quoted, { text: board.undo[language] });
      write(undo, what ? said(words.page.undo, { what }) : words.page.nothing_to_undo);
      enable(undo, hand.alive && Boolean(board.undo));
    },
  };
}

/**
 * The hard times that are at risk and not yet decided, the earliest first.
 * @param {import("./hand.js").Sight} sight @returns {any[]}
 */
export function brokenOf({ board, now }) {
  const open = (board.promises ?? []).filter(
    (/** @type {any} */ each) =>
      !each.kept && (length(each.late, now) ?? 0) > 0 && (at(each, "expected", now) ?? 0) > now,
  );
  return open.sort(
    (/** @type {any} */ a, /** @type {any} */ b) =>
      (at(a, "due", now) ?? 0) - (at(b, "due", now) ?? 0),
  );
}

/** The plans that were asked for, by promise; asked anew when the show has moved on. */
class Known {
  /** @param {Hand} hand */
  constructor(hand) {
    this.hand = hand;
    /** @type {Map<string, {rev: number, plans: Plan[] | null}>} */
    this.plans = new Map();
  }

  /** @param {any} promise @returns {Plan[] | null} null while they are reckoned */
  of(promise) {
    return this.plans.get(keyOf(promise))?.plans ?? null;
  }

  /** @param {any} promise */
  async look(promise) {
    const { rev } = this.hand.live;
    const former = this.plans.get(keyOf(promise));
    if (former?.rev === rev || !this.hand.alive) return;
    this.plans.set(keyOf(promise), { rev, plans: former?.plans ?? null });
    const asked = new URLSearchParams({ slot: promise.slot, of: promise.of });
    const found = await this.hand.fetched(`/v1/plans?${asked}`);
    if (found) this.plans.set(keyOf(promise), { rev, plans: found.plans });
    this.hand.look();
  }
}

/** @param {any} promise */
function keyOf({ slot, of }) {
  return `${slot} ${of}`;
}

/** @param {any} promise @param {import("./hand.js").Sight} sight */
function titleOf(promise, { board, now, words }) {
  const due = at(promise, "due", now);
  const hour = hourOf(due, board.timezone, words);
  const named = inTwo(board.slots.get(promise.slot)?.title ?? promise.slot)[0];
  const ends = promise.of === "end" ? said(words.recovery.end_of, { title: named }) : named;
  const title = promise.slot === "day" ? words.recovery.day : ends;
  const who = promise.promised_to?.name;
  const late = driftOf(length(promise.late, now) ?? 0);
  const call = hourOf(at(promise, "last_call", now), board.timezone, words);
  const decide = promise.lost ? words.recovery.lost : call && words.recovery.decide + call;
  return { head: `${hour} ${who ?? title}${words.recovery.colon}+${late}`, decide };
}

/** @param {any} promise @param {Plan[] | null} plans @param {import("./hand.js").Sight} sight */
function promiseOf(promise, plans, sight) {
  const { words } = sight;
  const { head, decide } = titleOf(promise, sight);
  const useful = plans?.filter((plan) => plan.cuts.length || plan.skips.length || plan.stretch);
  const rest = !useful
    ? [element("p.quiet", {}, words.page.reckoning)]
    : useful.length
      ? useful.map((plan) => planOf(promise, plan, sight))
      : [element("p.quiet", {}, words.recovery.nobody)];
  return element(
    "section",
    {},
    element(
      "div.promise",
      {},
      element("p", {}, element("b", {}, head)),
      element("p.quiet", {}, decide),
    ),
    ...rest,
  );
}

/** @param {any} promise @param {Plan} plan @param {import("./hand.js").Sight} sight */
function planOf(promise, plan, { board, words, hand }) {
  const { page, recovery: told } = words;
  const many = plan.cuts.length + plan.skips.length > 2;
  const title = (/** @type {string} */ slot) => {
    const row = board.slots.get(slot);
    return (many ? row?.cue : inTwo(row?.title ?? "")[0]) || slot;
  };
  const time = (/** @type {number} */ seconds) => lengthOf(Math.abs(seconds) * 1000);
  const gives = [
    ...(plan.stretch ? [said(page.plan_stretch, { time: time(plan.stretch) })] : []),
    ...plan.cuts.map(({ slot, by }) => said(page.plan_cut, { title: title(slot), time: time(by) })),
    ...plan.skips.map((slot) => said(page.plan_skip, { title: title(slot) })),
  ].join(" · ");
  const tell = plan.tell === 1 ? told.tell_one : said(told.tell_many, { count: plan.tell });
  const result = plan.short ? said(told.short, { length: time(plan.short) }) : page.plan_ok;
  const name = told.plans[plan.plan];
  const apply = element(
    "button",
    { data: { plan: plan.plan }, disabled: !hand.alive },
    page.plan_apply,
  );
  apply.onclick = () =>
    hand.give(
      {
        do: "catch_up",
        promise: { slot: promise.slot, of: promise.of },
        plan: plan.plan,
        seen: seenOf(plan),
      },
      `${page.catch_up} ${said(page.quoted, { text: name })}`,
    );
  return element(
    "div.plan",
    {},
    element(
      "div",
      {},
      element(
        "p",
        {},
        element("span.name", {}, name),
        " · ",
        element(plan.short ? "span.short" : "span", {}, result),
      ),
      element("p.quiet", {}, gives),
      element("p.quiet", {}, tell),
    ),
    apply,
  );
}

/** What the plan takes, as the command bears it. @param {Plan} plan */
function seenOf({ cuts, skips, stretch }) {
  const length = (/** @type {number} */ seconds) => `${seconds}s`;
  return {
    cuts: cuts.map(({ slot, by }) => ({ slot, by: length(by) })),
    skips,
    stretch: length(stretch),
  };
}
