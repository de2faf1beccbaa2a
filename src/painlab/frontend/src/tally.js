// The sum of a quiz: what was answered, and how many were right the first time.

/** @typedef {import("./store.js").Answers} Answers */

/**
 * Guesses have no right and wrong.
 * @param {{kind: string}} item
 */
const isGraded = (item) => item.kind !== "estimate" && item.kind !== "draw";

/**
 * Sum a quiz up.
 * @param {{id: string, kind: string}[]} items
 * @param {Answers} answers
 */
export function tally(items, answers) {
  const graded = items.filter(isGraded);
  const right = graded.filter(({ id }) => answers[id]?.first).length;
  const done = items.filter(({ id }) => answers[id]);
  const completed = done.length === items.length;
  const sentence = graded.length ? `${right} of ${graded.length} right the first time.` : "";
  return {
    responses: Object.fromEntries(done.map(({ id }) => [id, answers[id]?.response])),
    score: graded.length ? right / graded.length : Number(completed),
    completed,
    sentence: `That was the last one. ${sentence}`.trim(),
  };
}
