// Words from an earlier form, for a field of a plan: nobody should have to type them again.

import { isObject, own } from "../storage/migrate.js";

/**
 * Where words come from: `words` holds what each option of a part says; a part without any holds
 * the learner's own words.
 * @typedef {{id: string, occasion: string, title: string, parts: {id: string, text: string, words: string[]}[]}} Earlier
 */

/**
 * @param {Earlier} form
 * @param {any} response as it is kept; may be anything
 * @returns {string} one line a part that says something
 */
export function carried({ parts }, response) {
  if (!isObject(response)) return "";
  const lines = parts.map(({ id, text, words }) => {
    const kept = words.length ? response.answers : response.fields;
    const given = isObject(kept) ? own(kept, id) : undefined;
    const said = words.length ? words[given] : given;
    if (typeof said !== "string" || !said.trim()) return "";
    return text ? `${text} ${said}` : said.trim();
  });
  return lines.filter(Boolean).join("\n");
}
