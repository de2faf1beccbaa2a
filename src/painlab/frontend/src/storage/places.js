// Every place where the course keeps something in the browser's own store, with a name for readers.

import { ASIDE, KEY } from "./kept.js";
import { fill, plural } from "../shared/say.js";
import * as t from "../shared/strings.js";

/** @typedef {{key: string, name: string, raw: string}} Place */

/** Whoever switched off the saved copy of the book; without this key it would be saved again. */
export const NO_COPY = "painlab.offline";
/** The theme's key, the one of ours that does not begin like the others. */
const THEME = "theme";
const OURS = "painlab.";
const NAMES = new Map([
  [KEY, t.stored_progress],
  [THEME, t.stored_theme],
  [NO_COPY, t.stored_offline],
]);
/** How many characters fill a page of text, more or less. */
const PAGE = 2000;

/** @param {string} key */
const isOurs = (key) => key === THEME || key.startsWith(OURS);

/** @param {string} key */
function nameOf(key) {
  if (key.startsWith(ASIDE)) return fill(t.stored_aside, { n: key.slice(ASIDE.length) });
  return NAMES.get(key) ?? fill(t.stored_more, { key });
}

/**
 * What is ours, what weighs most for a reader first; another site's keys stay out.
 * @param {Storage} storage
 * @returns {Place[]}
 */
export function places(storage) {
  const order = [...NAMES.keys()];
  const rank = (/** @type {string} */ key) => (order.indexOf(key) + 1 || order.length + 1);
  return Object.keys(storage)
    .filter(isOurs)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((key) => ({ key, name: nameOf(key), raw: storage.getItem(key) ?? "" }));
}

/**
 * @param {string} raw
 * @returns {string} how much that is, in round words
 */
export function sizeOf(raw) {
  if (raw.length < PAGE / 20) return t.stored_few;
  if (raw.length < PAGE) return t.stored_less;
  return plural(Math.round(raw.length / PAGE), t.stored_pages_one, t.stored_pages_other);
}

/**
 * @param {string} raw
 * @returns {string} the same with a line for each entry, or as it is when it is no JSON
 */
export function spread(raw) {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
