// What is stored, counted in plain words.

import { fill, plural } from "../shared/say.js";
import * as t from "../shared/strings.js";

/**
 * @param {import("./migrate.js").Kept} kept
 * @returns {string} such as "answers to 12 questions, 1 form and 5 pages you opened"
 */
export function counted({ answers, forms, pages }) {
  const count = (/** @type {object} */ all) => Object.keys(all).length;
  return fill(t.progress_stored_all, {
    answers: plural(count(answers), t.progress_stored_answers_one, t.progress_stored_answers_other),
    forms: plural(count(forms), t.progress_stored_forms_one, t.progress_stored_forms_other),
    pages: plural(count(pages), t.progress_stored_pages_one, t.progress_stored_pages_other),
  });
}
