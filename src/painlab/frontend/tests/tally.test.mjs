import assert from "node:assert/strict";
import { test } from "node:test";
import { furthest } from "../src/draw.js";
import { gap } from "../src/estimate.js";
import { tally } from "../src/tally.js";

const ITEMS = [
  { id: "a-01", kind: "single" },
  { id: "a-02", kind: "numeric" },
  { id: "a-03", kind: "estimate" },
];
const right = { response: 0, correct: true, first: true, tries: 1 };
const late = { response: 2, correct: true, first: false, tries: 2 };
const guess = { response: 40, correct: null, first: null, tries: 1 };

test("the score counts graded items right the first time, guesses never", () => {
  const all = tally(ITEMS, { "a-01": right, "a-02": late, "a-03": guess });
  assert.equal(all.score, 0.5);
  assert.equal(all.completed, true);
  assert.deepEqual(all.responses, { "a-01": 0, "a-02": 2, "a-03": 40 });
  assert.match(all.sentence, /1 of 2 right the first time/);
});

test("a quiz is not complete while an item is open", () => {
  const some = tally(ITEMS, { "a-01": right, "z-09": right });
  assert.equal(some.completed, false);
  assert.deepEqual(some.responses, { "a-01": 0 });
});

test("a quiz of guesses alone is worth one when it is done", () => {
  assert.equal(tally([{ id: "a-03", kind: "draw" }], {}).score, 0);
  const done = tally([{ id: "a-03", kind: "draw" }], { "a-03": guess });
  assert.equal(done.score, 1);
  assert.doesNotMatch(done.sentence, /right/);
});

test("a gap is told in words, without rounding noise", () => {
  assert.equal(gap(15, 60), "You were 45 too low.");
  assert.equal(gap(0.3, 0.1), "You were 0.2 too high.");
  assert.equal(gap(60, 60), "That is what you said.");
});

test("the furthest point of a line is named, given points never", () => {
  const item = {
    labels: ["20", "50", "80"],
    labelName: "age",
    given: [30, null, null],
    truth: [30, 60, 84],
    name: "The evidence",
    unit: " of 100",
  };
  assert.equal(
    furthest(item, [30, 15, 80]),
    "Your line is furthest off at age 50. You said 15 of 100. " +
      "The evidence says 60 of 100. You were 45 too low.",
  );
  assert.match(furthest(item, [30, 60, 84]), /same at every point/);
});
