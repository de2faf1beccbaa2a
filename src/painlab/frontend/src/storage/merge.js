// Two states of what is kept become one: nothing that either holds is lost, the newest counts.

import { isObject, own } from "./migrate.js";

/** @typedef {import("./migrate.js").Answer} Answer */
/** @typedef {import("./migrate.js").Kept} Kept */
/** @typedef {import("./migrate.js").Page} Page */

/** How many tries of an item are remembered. */
export const LOG = 50;

/**
 * Whether a stored value is an answer; people may have edited their file.
 * @param {any} value
 * @returns {value is Answer}
 */
export const isAnswer = (value) => isObject(value) && value.tries > 0 && Array.isArray(value.log);

/** @param {{at: number | null}} entry what has no date is older than all that has one */
const when = (entry) => entry.at ?? 0;

/**
 * @template {{at: number | null}} T
 * @param {T} one
 * @param {T} two
 */
const newer = (one, two) => (when(two) > when(one) ? two : one);

/**
 * @template T
 * @param {Record<string, T>} one
 * @param {Record<string, T>} two
 * @param {(one: T, two: T) => T} join what becomes of two values under one name
 * @returns {Record<string, T>}
 */
function union(one, two, join) {
  const known = Object.entries(two).map(([name, value]) => {
    const mine = own(one, name);
    return [name, mine === undefined ? value : join(mine, value)];
  });
  return { ...one, ...Object.fromEntries(known) };
}

/**
 * @param {Answer} one
 * @param {Answer} two
 * @returns {Answer}
 */
function joinAnswers(one, two) {
  if (!isAnswer(one) || !isAnswer(two)) return isAnswer(one) ? one : two;
  // A try without a date cannot be told from another one; the longer list holds the shorter.
  const [more, less] = [one, two].map(({ log }) => log.filter(({ at }) => at === null));
  const undated = (less?.length ?? 0) > (more?.length ?? 0) ? less : more;
  const dated = new Map([...one.log, ...two.log].filter(({ at }) => at !== null).map((t) => [t.at, t]));
  const log = [...(undated ?? []), ...[...dated.values()].sort((a, b) => when(a) - when(b))];
  const begin = (/** @type {Answer} */ answer) => when(answer.log[0] ?? answer);
  return {
    ...newer(one, two),
    first: begin(two) < begin(one) ? two.first : one.first,
    tries: Math.max(one.tries, two.tries, log.length),
    log: log.slice(-LOG),
  };
}

/**
 * @param {Page} one
 * @param {Page} two
 * @returns {Page}
 */
function joinPages(one, two) {
  const read = Math.max(one.read ?? 0, two.read ?? 0);
  return { ...newer(one, two), ...(read ? { read } : {}) };
}

/**
 * @param {Kept} one
 * @param {Kept} two
 * @returns {Kept}
 */
export function merged(one, two) {
  return {
    version: one.version,
    answers: union(one.answers, two.answers, joinAnswers),
    forms: union(one.forms, two.forms, (mine, theirs) => union(mine, theirs, newer)),
    pages: union(one.pages, two.pages, joinPages),
  };
}

/**
 * An item's answer after one more try.
 * @param {Answer | undefined} before
 * @param {import("./migrate.js").Given} given
 * @param {number} at
 * @returns {Answer}
 */
export function grown(before, { response, correct, confidence }, at) {
  // No two tries at one time, though the clock may stand still or go back: they are told apart by it.
  const tried = { at: Math.max(at, when(before ?? { at: 0 }) + 1), correct, ...(confidence ? { confidence } : {}) };
  return {
    response,
    ...tried,
    first: before ? before.first : correct,
    tries: (before?.tries ?? 0) + 1,
    log: [...(before?.log ?? []), tried].slice(-LOG),
  };
}
