// Answers by name: which option of a question or statement was picked.

import { isObject, own } from "../storage/migrate.js";

/**
 * Read what is stored, which may be anything: options that are no longer there are left out.
 * @param {any} value a stored response
 * @param {{id: string}[]} asked
 * @param {(asked: any) => number} count how many options one of them has
 * @returns {Record<string, number>}
 */
export function readPicks(value, asked, count) {
  const stored = isObject(value) && isObject(value.answers) ? value.answers : {};
  return Object.fromEntries(
    asked.flatMap((one) => {
      const picked = own(stored, one.id);
      return Number.isInteger(picked) && picked >= 0 && picked < count(one) ? [[one.id, picked]] : [];
    }),
  );
}

/**
 * Read what a learner has picked from groups of radio buttons.
 * @param {{id: string}[]} asked
 * @param {HTMLInputElement[][]} inputs in the same order
 * @returns {Record<string, number>}
 */
export function picked(asked, inputs) {
  return Object.fromEntries(
    asked.flatMap(({ id }, at) => {
      const index = inputs[at]?.findIndex((input) => input.checked) ?? -1;
      return index < 0 ? [] : [[id, index]];
    }),
  );
}

/**
 * Check the buttons that were picked, and no other.
 * @param {{id: string}[]} asked
 * @param {HTMLInputElement[][]} inputs
 * @param {Record<string, number>} picks
 */
export function pick(asked, inputs, picks) {
  asked.forEach(({ id }, at) =>
    inputs[at]?.forEach((input, i) => (input.checked = picks[id] === i)),
  );
}
