import assert from "node:assert/strict";
import { test } from "node:test";
import { furthest } from "../src/items/draw.js";
import { gap } from "../src/items/estimate.js";
import { tally } from "../src/items/tally.js";

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

/** @param {[string, boolean][]} tries one item's first try each: how sure, and whether right */
function sum(...tries) {
  const items = tries.map((_, i) => ({ id: `s-${i}`, kind: "single" }));
  const answers = tries.map(([confidence, correct], i) => [
    `s-${i}`,
    { response: 0, correct, first: correct, tries: 1, at: 1, log: [{ at: 1, correct, confidence }] },
  ]);
  return tally(items, Object.fromEntries(answers)).sentence;
}

test("having felt sure of what was off is said kindly", () => {
  assert.match(sum(["sure", false]), /You felt sure about 1, and it was off\.$/);
  assert.match(sum(["sure", false], ["sure", true], ["sure", true]), /sure about 3; 1 of them was off\.$/);
  assert.match(sum(["sure", false], ["sure", false]), /sure about 2; 2 of them were off\.$/);
  assert.match(sum(["sure", true], ["think", false]), /first time\.$/);
});

test("guesses that were right are told, unless luck alone may have done it", () => {
  assert.match(sum(["guess", true]), /You guessed 1 and it was right: you know more than you think\.$/);
  assert.match(sum(["guess", true], ["guess", true]), /You guessed 2 and all were right/);
  assert.match(sum(["guess", true], ["guess", true], ["guess", false]), /guessed 3 and 2 of them were right/);
  assert.match(sum(["guess", true], ["guess", false]), /first time\.$/);
});

test("the first try counts, and nothing is said where the log has lost it", () => {
  const items = [{ id: "a-01", kind: "order" }];
  const log = [
    { at: 1, correct: false, confidence: "sure" },
    { at: 2, correct: true, confidence: "guess" },
  ];
  const answer = { response: 0, correct: true, confidence: "guess", first: false, at: 2, log };
  assert.match(tally(items, { "a-01": { ...answer, tries: 2 } }).sentence, /sure about 1, and it was off/);
  assert.match(tally(items, { "a-01": { ...answer, tries: 60 } }).sentence, /first time\.$/);
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
