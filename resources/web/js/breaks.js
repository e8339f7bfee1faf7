/**
 * Where a text may go on on the next line, and where it may be cut (ui/speaker/breaks.py).
 *
 * After a space, never at a no-break one; between two characters of Chinese and Japanese, but not
 * before what closes nor after what opens; after a hyphen only within a very long word.
 */

const HERE = "\u200b";
/** From how many letters a word is broken at its hyphens. */
const LONG = /\S{18,}/g;
const OPEN = "(«“‘「『（【〔〈《［｛";
const CLOSE =
  ",.:;!?%)»”’…、。，．・：；？！」』）】〕〉》］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜";
const SIGN = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}";
const SIGNS = new RegExp(`[${SIGN}]`, "u");
/** Up to four signs are not broken: a name, a word. */
const RUN = new RegExp(`[${SIGN}${OPEN}${CLOSE}]{5,}`, "gu");
/** What belongs to the character before it: an accent, a joiner, a tone of skin. */
const TIED = /^[\p{M}\u200d\ufe0e\ufe0f\udc00-\udfff]|^[\u{1f3fb}-\u{1f3ff}]/u;

/**
 * The parts of a text that stay whole, each with the spaces after it.
 * @param {string} text
 * @returns {string[]}
 */
export function pieces(text) {
  const marked = text
    .replaceAll("\n", " ")
    .replace(LONG, (word) => word.replaceAll("-", `-${HERE}`));
  return marked.replace(RUN, between).match(/[^ \u200b]+ */g) ?? [];
}

/** @param {string} run */
function between(run) {
  const signs = [...run];
  return signs.map((sign, at) => sign + (parted(sign, signs[at + 1]) ? HERE : "")).join("");
}

/** @param {string} sign @param {string | undefined} next */
function parted(sign, next) {
  if (next === undefined) return false;
  const closed = SIGNS.test(sign) || CLOSE.includes(sign);
  return (closed && !CLOSE.includes(next)) || (OPEN.includes(next) && !OPEN.includes(sign));
}

/**
 * The largest number of letters up to `count` after which nothing is torn from its letter.
 * @param {string} text
 * @param {number} count
 */
export function clearOfSigns(text, count) {
  let clear = count;
  while (
    clear > 0 &&
    clear < text.length &&
    (TIED.test(text.slice(clear)) || text[clear - 1] === "\u200d")
  ) {
    clear -= 1;
  }
  return clear;
}
