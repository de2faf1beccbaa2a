import assert from "node:assert/strict";
import { test } from "node:test";
import { done } from "../src/learning/done.js";

const HOLDS = { lessons: ["one", "two"], items: ["a", "b", "c"], objectives: [[0, 1], [2]] };
const right = { correct: true };

test("nothing kept is nothing done", () => {
  assert.deepEqual(done(HOLDS, {}, {}), {
    lessons: { n: 0, total: 2 },
    items: { n: 0, total: 3 },
    objectives: { n: 0, total: 2 },
  });
});

test("a lesson that was opened but not read to the end does not count", () => {
  const pages = { one: { title: "One", at: 1, read: 1 }, two: { title: "Two", at: 2 } };
  assert.equal(done(HOLDS, pages, {}).lessons.n, 1);
});

test("a question answered counts, right or wrong; an objective counts when it is firm", () => {
  const counts = done(HOLDS, {}, { a: right, b: right, c: { correct: false } });
  assert.equal(counts.items.n, 3);
  assert.equal(counts.objectives.n, 1);
  assert.equal(done(HOLDS, {}, { a: right, b: { correct: false } }).objectives.n, 0);
});

test("what the course no longer holds does not count, nor does a name all objects have", () => {
  const holds = { lessons: ["constructor"], items: ["toString"], objectives: [] };
  const counts = done(holds, { gone: { title: "", at: 1, read: 1 } }, { gone: right });
  assert.deepEqual([counts.lessons.n, counts.items.n], [0, 0]);
});
