import assert from "node:assert/strict";
import { test } from "node:test";
import { parseKept } from "../src/storage/migrate.js";
import { isAnswer } from "../src/storage/merge.js";

const old = (answers) => parseKept(JSON.stringify({ version: 1, answers }))?.answers ?? {};

test("an answer of version 1 keeps what was known and claims no date", () => {
  const kept = { response: 2, correct: true, confidence: "guess", first: true, tries: 1 };
  assert.deepEqual(old({ "a-01": kept })["a-01"], {
    ...kept,
    at: null,
    log: [{ at: null, correct: true, confidence: "guess" }],
  });
});

test("of several tries of version 1 the first and the last are known, no more", () => {
  const kept = { response: 2, correct: true, confidence: "sure", first: false, tries: 4 };
  const { tries, log } = old({ "a-01": kept })["a-01"];
  assert.equal(tries, 4);
  assert.deepEqual(log, [
    { at: null, correct: false },
    { at: null, correct: true, confidence: "sure" },
  ]);
});

test("a guess of version 1 stays ungraded", () => {
  const kept = { response: 40, correct: null, first: null, tries: 2 };
  assert.deepEqual(
    old({ "a-01": kept })["a-01"].log.map(({ correct }) => correct),
    [null, null],
  );
});

test("what was no answer in version 1 becomes none", () => {
  const found = old({ "a-01": 7, "a-02": null, "a-03": { tries: "no" }, "a-04": [] });
  assert.equal(Object.values(found).some(isAnswer), false);
});

test("version 2 is read as it stands", () => {
  const kept = { version: 2, answers: {}, forms: { f: {} }, pages: { p: { title: "P", at: 1 } } };
  assert.deepEqual(parseKept(JSON.stringify({ ...kept, setAside: ["x"] })), kept);
});
