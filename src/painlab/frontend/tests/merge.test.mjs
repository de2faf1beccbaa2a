import assert from "node:assert/strict";
import { test } from "node:test";
import { grown, LOG, merged } from "../src/storage/merge.js";
import { nothing } from "../src/storage/migrate.js";

/** @param {[number | null, boolean | null][]} tries */
const answer = (...tries) => {
  const [at, correct] = tries[tries.length - 1];
  const log = tries.map(([at, correct]) => ({ at, correct }));
  return { response: at, correct, at, first: tries[0][1], tries: tries.length, log };
};
const state = (parts) => ({ ...nothing(), ...parts });
const joined = (one, two) =>
  merged(state({ answers: { a: one } }), state({ answers: { a: two } })).answers.a;

test("the newest answer wins, whichever side it stands on", () => {
  const [older, newer] = [answer([1, false]), answer([5, true])];
  for (const result of [joined(older, newer), joined(newer, older)]) {
    assert.equal(result.response, 5);
    assert.equal(result.correct, true);
  }
});

test("tries of both sides are kept once each, oldest first, and the first try stays the first", () => {
  const one = answer([1, false], [5, true]);
  const two = answer([1, false], [3, false], [9, true]);
  for (const result of [joined(one, two), joined(two, one)]) {
    assert.deepEqual(result.log.map(({ at }) => at), [1, 3, 5, 9]);
    assert.equal(result.first, false);
    assert.equal(result.tries, 4);
  }
});

test("of more tries than are kept, the newest stay", () => {
  const tries = (from) => Array.from({ length: LOG }, (_, i) => /** @type {const} */ ([from + i, true]));
  const result = joined(answer(...tries(1)), answer(...tries(30)));
  assert.equal(result.log.length, LOG);
  assert.deepEqual([result.log[0].at, result.log[LOG - 1].at], [30, LOG + 29]);
  assert.equal(result.tries, LOG + 29);
});

test("merging a state with itself changes nothing", () => {
  const kept = state({
    answers: { a: answer([null, false], [null, true]), b: answer([1, true], [2, true]) },
    forms: { f: { "": { response: 1, at: 3 } } },
    pages: { p: { title: "P", at: 4, read: 5 } },
  });
  assert.deepEqual(merged(kept, kept), kept);
});

test("a dated answer wins over an undated one, whose tries come first", () => {
  const result = joined(answer([7, true]), answer([null, false], [null, true]));
  assert.equal(result.at, 7);
  assert.deepEqual(result.log.map(({ at }) => at), [null, null, 7]);
  assert.equal(result.first, false);
});

test("what is no answer gives way to one that is", () => {
  assert.equal(joined({ tries: "no" }, answer([1, true])).response, 1);
  assert.equal(joined(answer([1, true]), 7).response, 1);
});

test("of a form each occasion keeps its newest", () => {
  const mine = { "": { response: "old", at: 1 }, later: { response: "mine", at: 9 } };
  const theirs = { "": { response: "new", at: 2 }, later: { response: "theirs", at: 3 } };
  const { forms } = merged(state({ forms: { f: mine } }), state({ forms: { f: theirs, g: {} } }));
  assert.deepEqual(forms, { f: { "": theirs[""], later: mine.later }, g: {} });
});

test("a page once read stays read when it is opened again elsewhere", () => {
  const mine = { p: { title: "Old", at: 1, read: 2 } };
  const theirs = { p: { title: "New", at: 5 } };
  for (const [one, two] of [[mine, theirs], [theirs, mine]]) {
    const { pages } = merged(state({ pages: one }), state({ pages: two }));
    assert.deepEqual(pages.p, { title: "New", at: 5, read: 2 });
  }
});

test("a try adds to what was there, and the list stops at its newest", () => {
  let kept = grown(undefined, { response: 0, correct: false, confidence: "sure" }, 1);
  for (let at = 2; at <= LOG + 3; at += 1) kept = grown(kept, { response: 1, correct: true }, at);
  assert.equal(kept.tries, LOG + 3);
  assert.equal(kept.first, false);
  assert.equal(kept.confidence, undefined);
  assert.equal(kept.log.length, LOG);
  assert.deepEqual([kept.log[0].at, kept.log[LOG - 1].at], [4, LOG + 3]);
});
