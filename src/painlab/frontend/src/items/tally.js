// The sum of a quiz: what was answered, how many were right the first time, and how far being
// sure and being right went together.

import { fill, plural } from "../shared/say.js";
import * as t from "../shared/strings.js";

/** @typedef {import("../storage/store.js").Answers} Answers */

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
  const sum = graded.length ? fill(t.tally_right, { right, total: graded.length }) : "";
  return {
    responses: Object.fromEntries(done.map(({ id }) => [id, answers[id]?.response])),
    score: graded.length ? right / graded.length : Number(completed),
    completed,
    sentence: [t.tally_done, sum, ...sureness(graded, answers)].filter(Boolean).join(" "),
  };
}

/**
 * Say where the reader was surer than right, or righter than sure, at the first try.
 * @param {{id: string}[]} items
 * @param {Answers} answers
 */
function sureness(items, answers) {
  // A log holds the newest tries; when it is full, the first one is no longer in it.
  const firsts = items.flatMap(({ id }) => {
    const { log = [], tries = 0 } = answers[id] ?? {};
    return log.length === tries ? log.slice(0, 1) : [];
  });
  const sure = firsts.filter(({ confidence }) => confidence === "sure");
  const guessed = firsts.filter(({ confidence }) => confidence === "guess");
  const off = sure.filter(({ correct }) => !correct).length;
  const right = guessed.filter(({ correct }) => correct).length;
  const [n, all] = [guessed.length, sure.length];
  return [
    off && (all === 1 ? t.tally_sure_only : plural(off, t.tally_sure_one, t.tally_sure_other, { sure: all })),
    // Fewer than that may be luck.
    right * 2 > n &&
      plural(n, t.tally_guessed_only, right === n ? t.tally_guessed_all : t.tally_guessed_most, { right }),
  ];
}
