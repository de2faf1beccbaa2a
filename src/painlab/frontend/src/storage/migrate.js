// What is kept of a learner, as text and as data; older versions are carried over.

/**
 * One try of an item; `at` is in milliseconds since 1970, and null where version 1 kept no date.
 * @typedef {{at: number | null, correct: boolean | null, confidence?: string}} Try
 */

/**
 * What an item hands over.
 * @typedef {object} Given
 * @property {any} response what was answered; null when the reader chose to be shown
 * @property {boolean | null} correct null for guesses, which are not graded
 * @property {string} [confidence] sure, think or guess
 */

/**
 * What is kept of an item: the latest try, and what went before.
 * @typedef {object} Answer
 * @property {any} response
 * @property {boolean | null} correct
 * @property {string} [confidence]
 * @property {boolean | null} first whether the first try was right
 * @property {number} tries
 * @property {number | null} at
 * @property {Try[]} log oldest first, the newest 50
 */

/** @typedef {{response: any, at: number}} Filled a form as it was last filled in */
/** @typedef {{title: string, at: number, read?: number}} Page last opened, and read to the end */

/**
 * @typedef {object} Kept
 * @property {number} version
 * @property {Record<string, Answer>} answers by item
 * @property {Record<string, Record<string, Filled>>} forms by form and occasion
 * @property {Record<string, Page>} pages by name of the document
 */

export const VERSION = 2;

/** @returns {Kept} */
export const nothing = () => ({ version: VERSION, answers: {}, forms: {}, pages: {} });

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A value stored under a name that may be any word, `constructor` too.
 * @template T
 * @param {Record<string, T>} all
 * @param {string} name
 * @returns {T | undefined}
 */
export const own = (all, name) =>
  Object.prototype.hasOwnProperty.call(all, name) ? all[name] : undefined;

/**
 * Read what is stored, of this version or an older one; null when it is broken or from the future.
 * @param {string} raw
 * @returns {Kept | null}
 */
export function parseKept(raw) {
  try {
    const data = JSON.parse(raw);
    if (!isObject(data) || !isObject(data.answers)) return null;
    if (data.version === 1) return { ...nothing(), answers: dated(data.answers) };
    if (data.version !== VERSION) return null;
    const { answers, forms, pages } = data;
    return isObject(forms) && isObject(pages) ? { version: VERSION, answers, forms, pages } : null;
  } catch {
    return null;
  }
}

/**
 * Version 1 kept no dates and no list of tries: only the first and the last are known.
 * @param {Record<string, any>} answers
 * @returns {Record<string, Answer>}
 */
function dated(answers) {
  const kept = Object.entries(answers).filter(([, answer]) => isObject(answer));
  return Object.fromEntries(
    kept.map(([id, answer]) => {
      const { correct, confidence, first, tries } = answer;
      const last = { at: null, correct, ...(confidence ? { confidence } : {}) };
      const log = tries > 1 ? [{ at: null, correct: first }, last] : [last];
      return [id, /** @type {Answer} */ ({ ...answer, at: null, log })];
    }),
  );
}
