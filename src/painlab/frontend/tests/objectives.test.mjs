import assert from "node:assert/strict";
import { test } from "node:test";
import { longAway, whereLeftOff } from "../src/learning/next.js";
import { standing } from "../src/learning/objectives.js";

const items = ["a", "b", "c"].map((id) => ({ id }));
const right = { correct: true };
const wrong = { correct: false };
const guess = { correct: true, confidence: "guess" };
const sure = { correct: true, confidence: "sure" };

for (const [answers, how, back] of [
  [{}, "none", "a"],
  [{ a: right }, "shaky", "b"],
  [{ a: right, b: sure }, "firm", undefined],
  [{ a: right, c: right }, "firm", undefined],
  [{ a: right, b: wrong }, "shaky", "b"],
  [{ a: right, b: guess, c: right }, "shaky", "b"],
  [{ a: right, b: right, c: wrong }, "shaky", "c"],
  [{ other: right }, "none", "a"],
]) {
  test(`${JSON.stringify(answers)} is ${how}`, () => {
    const found = standing(items, answers);
    assert.equal(found.standing, how);
    assert.equal(found.back?.id, back);
  });
}

test("an objective with one question is never firm, and has nothing to go back to but that one", () => {
  const found = standing([{ id: "a" }], { a: right });
  assert.deepEqual(found, { standing: "shaky", back: undefined });
});

const lessons = ["one", "two", "three"].map((name) => ({ name, title: name, href: name }));
const left = (pages) => {
  const found = whereLeftOff(lessons, pages);
  return found && [found.lesson.name, found.begun];
};

test("one goes on with the lesson opened last, or with the next one when it was read", () => {
  assert.equal(left({}), null);
  assert.equal(left({ gone: { at: 1 } }), null);
  assert.deepEqual(left({ one: { at: 1 } }), ["one", true]);
  assert.deepEqual(left({ one: { at: 1, read: 2 }, two: { at: 3 } }), ["two", true]);
  assert.deepEqual(left({ one: { at: 9, read: 9 }, two: { at: 3, read: 4 } }), ["three", false]);
  assert.deepEqual(left({ two: { at: 3, read: 4 } }), ["three", false]);
});

test("after the last lesson one is led to one not read, and to none when all are", () => {
  const read = { at: 3, read: 3 };
  assert.deepEqual(left({ three: read }), ["one", false]);
  assert.equal(left({ one: read, two: read, three: read }), null);
});

test("more than three weeks without a page opened or a question answered is long", () => {
  const day = 86_400_000;
  const now = 100 * day;
  const kept = (page, answer) => ({ pages: { one: { at: page } }, answers: { a: { at: answer } } });
  assert.equal(longAway({ pages: {}, answers: {} }, now), false);
  assert.equal(longAway(kept(79 * day, 70 * day), now), false);
  assert.equal(longAway(kept(79 * day - 1, 70 * day), now), true);
  // A review is a visit, too, and what was kept before dates were is none.
  assert.equal(longAway(kept(70 * day, 90 * day), now), false);
  assert.equal(longAway(kept(70 * day, null), now), true);
  assert.equal(longAway({ pages: {}, answers: { a: { at: null } } }, now), false);
});
