// How firm an objective stands, by a rule that the page states: counting, no statistics.

/** @typedef {import("../storage/migrate.js").Answer} Answer */
/** @typedef {"none" | "shaky" | "firm"} Standing */

/** How many of an objective's questions must be answered before it can be firm. */
const ENOUGH = 2;

/** @param {Answer} answer */
const holds = ({ correct, confidence }) => correct === true && confidence !== "guess";

/**
 * Firm: at least two graded questions answered, and the latest answer to each of those right and
 * not called a guess. Shaky: anything answered that is not firm.
 * @template {{id: string}} T
 * @param {T[]} items the graded questions of the objective, in the order of the course
 * @param {Record<string, Answer>} answers
 * @returns {{standing: Standing, back: T | undefined}} `back` is the question to go back to: the
 *   first that does not hold, else the first not answered
 */
export function standing(items, answers) {
  const answered = items.filter(({ id }) => answers[id]);
  const weak = answered.find(({ id }) => !holds(/** @type {Answer} */ (answers[id])));
  const open = items.find(({ id }) => !answers[id]);
  if (!answered.length) return { standing: "none", back: open };
  if (weak || answered.length < ENOUGH) return { standing: "shaky", back: weak ?? open };
  return { standing: "firm", back: undefined };
}
