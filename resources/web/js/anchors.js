/**
 * Anchors: the board as values that stay true while the clock runs (network.md §1).
 *
 * An instant is text in ISO 8601, or `{in: seconds}` from now; a length is a number of seconds, or
 * `{to: instant}` counting down, or `{from: instant}` counting up. Everything here is reckoned in
 * milliseconds since 1970 and takes `now` as a parameter.
 *
 * @typedef {string | {in: number} | null | undefined} Instant
 * @typedef {number | {to: string} | {from: string} | null | undefined} Length
 */

/**
 * The instant, in milliseconds; null when there is none.
 * @param {Instant} value
 * @param {number} now
 * @returns {number | null}
 */
export function instant(value, now) {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? fine(value) : now + value.in * 1000;
}

/**
 * The length in milliseconds, to the microsecond; null when there is none.
 * @param {Length} value
 * @param {number} now
 * @returns {number | null}
 */
export function length(value, now) {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return value * 1000;
  return "to" in value ? fine(value.to) - now : now - fine(value.from);
}

/**
 * An instant with what it has below the millisecond, which Date.parse cuts off.
 * @param {string} text
 * @returns {number}
 */
function fine(text) {
  const below = /\.\d{3}(\d{1,3})/.exec(text);
  return Date.parse(text) + (below ? Number(`0.${below[1]}`) : 0);
}

/** A hundredth of a millisecond: what a sum of two instants may be off, and nobody sees. */
const GRAIN = 100;

/**
 * The seconds that a countdown shows: the time left rounds up, the overrun down (timing.md, 13).
 * @param {number} ms
 * @returns {number} negative for an overrun of a second or more
 */
export function wholeLeft(ms) {
  const seconds = Math.round(ms * GRAIN) / GRAIN / 1000;
  return seconds >= 0 ? Math.ceil(seconds) : -Math.floor(-seconds) || 0;
}

/**
 * The first instant after `now` at which a digit that counts to or from `ms` away changes.
 * @param {number} left the length shown, in milliseconds
 * @param {number} now
 * @returns {number}
 */
export function nextFlip(left, now) {
  const rest = ((left % 1000) + 1000) % 1000;
  return now + (rest || 1000);
}

/**
 * A board as a page holds it: its rows by their id, in their order.
 * @typedef {Record<string, any> & {slots: Map<string, Record<string, any>>}} Board
 */

/**
 * The board that is told whole.
 * @param {Record<string, any>} told
 * @returns {Board}
 */
export function whole(told) {
  return { ...told, slots: byId(told.slots) };
}

/**
 * What `whole` makes the same board of, for keeping it.
 * @param {Board} board
 * @returns {Record<string, any>}
 */
export function told(board) {
  return { ...board, slots: [...board.slots.values()] };
}

/**
 * The board with a change made (RFC 7386; rows differ by their id, or are told all as a list).
 * @param {Board} board
 * @param {Record<string, any>} change
 * @returns {Board}
 */
export function patched(board, change) {
  const { slots, ...rest } = change;
  const present = merged({ ...board, slots: undefined }, rest);
  return { ...present, slots: slots === undefined ? board.slots : rows(board.slots, slots) };
}

/**
 * @param {Map<string, Record<string, any>>} former
 * @param {Array<{id: string}> | Record<string, any>} change
 */
function rows(former, change) {
  if (Array.isArray(change)) return byId(change);
  const present = new Map(former);
  for (const [id, part] of Object.entries(change)) {
    present.set(id, merged(former.get(id) ?? {}, part));
  }
  return present;
}

/**
 * @param {Record<string, any>} former
 * @param {Record<string, any>} change
 * @returns {Record<string, any>}
 */
function merged(former, change) {
  const present = { ...former };
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete present[name];
    else if (isObject(value) && isObject(present[name]))
      present[name] = merged(present[name], value);
    else present[name] = value;
  }
  return present;
}

/** @param {Array<Record<string, any>>} list */
function byId(list) {
  return new Map(list.map((row) => [row.id, row]));
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
