/**
 * Names of people where room is short: "Florence RAINEIX" is "F. RAINEIX", then "RAINEIX". One bound
 * by no-break spaces is a room's: "Salle 3" stays whole, "Salle 3 · Tour 1" is "S3 · T1".
 */

const BOUND = "\u00a0";

/** @param {string} name the words in capitals at its end, else its last word */
export function familyName(name) {
  if (name.includes(BOUND)) return placeName(name);
  const words = name.split(/\s+/).filter(Boolean);
  let start = words.length;
  while (start > 1 && isCapital(words[start - 1])) start -= 1;
  return (words.slice(start).length ? words.slice(start) : words.slice(-1)).join(" ");
}

/** @param {string} name a room and a round, by their initials and numbers; a room alone whole */
function placeName(name) {
  const parts = name.split("·").map((part) => part.split(/\s+/).filter(Boolean));
  if (parts.length < 2) return name;
  const initial = (/** @type {string} */ word) => (/^\d+$/.test(word) ? word : word[0].toUpperCase());
  return parts.map((words) => words.map(initial).join("")).join(`${BOUND}·${BOUND}`);
}

/** @param {string} word */
function isCapital(word) {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** @param {string} name the first name as a letter; a single word stays as it is */
export function shortName(name) {
  if (name.includes(BOUND)) return placeName(name);
  const family = familyName(name);
  const first = name.slice(0, name.length - family.length).trim();
  return first ? `${first[0]}. ${family}` : name;
}

/**
 * Ever shorter ways to write names, none of which cuts one.
 * @param {string[]} names
 * @param {(some: string, more: number) => string} others says some names, and how many are left out
 * @returns {string[]}
 */
export function readings(names, others) {
  const families = names.map(familyName);
  const fewer = families.slice(1).map((_, left) => {
    const kept = families.length - 1 - left;
    return others(families.slice(0, kept).join(", "), families.length - kept);
  });
  return [names.join(", "), names.map(shortName).join(", "), families.join(", "), ...fewer];
}

/**
 * A title and what follows its colon.
 * @param {string} title
 * @returns {[string, string]}
 */
export function inTwo(title) {
  const at = title.indexOf(":");
  const head = title.slice(0, at).trim();
  if (at < 0 || !head || !/^\s/.test(title.slice(at + 1))) return [title.trim(), ""];
  return [head, title.slice(at + 1).trim()];
}
