// The interface's sentences: their gaps filled, their number chosen. The words stand in strings.js.

import { language } from "./locale.js";
import { writeNumber } from "./number.js";

/** @typedef {import("./dom.js").Child} Child */

/**
 * Fill the gaps of a template with words and nodes.
 * @param {string} template such as "Based on {sources}."
 * @param {Record<string, Child[]>} values
 * @returns {Child[]}
 */
export function weave(template, values) {
  return template.split(/\{(\w+)\}/).flatMap((part, i) => (i % 2 ? (values[part] ?? []) : part));
}

/**
 * Fill the gaps of a template with words and numbers.
 * @param {string} template such as "{right} of {total}"
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? writeNumber(value) : value;
  });
}

/**
 * Fill the template that goes with the number `n`, by the rules of the page's language.
 * @param {number} n
 * @param {string} one
 * @param {string} other
 * @param {Record<string, string | number>} [values] beside `n`
 */
export function plural(n, one, other, values) {
  const form = new Intl.PluralRules(language()).select(n);
  return fill(form === "one" ? one : other, { n, ...values });
}
