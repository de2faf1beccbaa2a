// What a reader has done in the whole course, counted from what is kept: no statistics.

import { own } from "../storage/migrate.js";
import { standing } from "./objectives.js";

/**
 * What the course holds: `lessons` and `items` by name; each objective as the places of its graded
 * questions among the items.
 * @typedef {{lessons: string[], items: string[], objectives: number[][]}} Holds
 */

/** @typedef {{n: number, total: number}} Count */

/**
 * @param {Holds} holds
 * @param {Record<string, import("../storage/migrate.js").Page>} pages
 * @param {Record<string, import("../storage/migrate.js").Answer>} answers
 * @returns {{lessons: Count, items: Count, objectives: Count}} lessons read to the end, questions
 *   answered, objectives that stand firm; what is kept of older questions does not count
 */
export function done({ lessons, items, objectives }, pages, answers) {
  const firm = objectives.filter((places) => {
    const asked = places.map((place) => ({ id: items[place] ?? "" }));
    return standing(asked, answers).standing === "firm";
  });
  return {
    lessons: { n: lessons.filter((name) => own(pages, name)?.read).length, total: lessons.length },
    items: { n: items.filter((id) => own(answers, id)).length, total: items.length },
    objectives: { n: firm.length, total: objectives.length },
  };
}
