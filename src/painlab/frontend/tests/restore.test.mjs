import assert from "node:assert/strict";
import { test } from "node:test";
import { keep, KEY } from "../src/storage/kept.js";
import { restore } from "../src/storage/restore.js";
import { storeOn } from "../src/storage/store.js";
import { FakeStorage } from "./fake_storage.mjs";

const fresh = () => keep(() => new FakeStorage(), new EventTarget());
const TRY = { at: 5, correct: true };
const ANSWER = { response: 1, ...TRY, first: true, tries: 1, log: [TRY] };
const file = (parts) =>
  JSON.stringify({ version: 2, answers: {}, forms: {}, pages: {}, setAside: [], ...parts });

test("what one browser downloads another one restores whole", () => {
  const [from, to] = [fresh(), fresh()];
  const store = storeOn(from);
  store.save("a-01", { response: [1, 2], correct: null, confidence: "guess" });
  store.saveForm("f-01", "later", { text: "<b>mine</b>" });
  from.change((all) => ({ ...all, pages: { p: { title: "P", at: 5, read: 6 } } }));
  const { ok, message } = restore(to, store.download());
  assert.equal(ok, true);
  assert.match(message, /your answer to 1 question, 1 form and 1 page you opened/);
  assert.deepEqual(to.read(), from.read());
});

test("restoring loses nothing that is here, and twice is as good as once", () => {
  const here = fresh();
  const store = storeOn(here);
  store.save("a-01", { response: 0, correct: false });
  store.saveForm("f-01", "", "here");
  const text = file({ answers: { "a-01": ANSWER, "a-02": ANSWER } });
  restore(here, text);
  const once = here.read();
  restore(here, text);
  assert.deepEqual(here.read(), once);
  assert.equal(store.answers()["a-01"].response, 0);
  assert.equal(store.answers()["a-01"].tries, 2);
  assert.equal(store.form("f-01", "").response, "here");
});

for (const [text, said] of [
  ["", /could not be read/],
  ["<html>", /could not be read/],
  ["null", /could not be read/],
  ["[]", /could not be read/],
  ['{"version":2}', /could not be read/],
  ['{"version":0,"answers":{}}', /could not be read/],
  ['{"version":9,"answers":{}}', /newer version/],
  [" ".repeat(5_000_001), /too large/],
]) {
  test(`a file that begins with '${text.slice(0, 20)}' is refused and changes nothing`, () => {
    const here = fresh();
    storeOn(here).save("a-01", { response: 0, correct: false });
    const before = here.read();
    const { ok, message } = restore(here, text);
    assert.equal(ok, false);
    assert.match(message, said);
    assert.match(message, /Nothing was changed/);
    assert.deepEqual(here.read(), before);
  });
}

test("a file of version 1 is carried over", () => {
  const here = fresh();
  const answers = { "a-01": { response: 1, correct: true, first: true, tries: 1 } };
  assert.equal(restore(here, JSON.stringify({ version: 1, answers })).ok, true);
  assert.equal(here.read().answers["a-01"].at, null);
});

test("of a partly broken file the sound entries are taken and the others counted", () => {
  const here = fresh();
  const answers = {
    "a-01": ANSWER,
    "a-02": { ...ANSWER, tries: "two" },
    "a-03": { ...ANSWER, correct: "yes" },
    "a-04": { ...ANSWER, log: [TRY, { at: 1, correct: "no" }, 7], at: "today", confidence: 5 },
    "a-05": null,
  };
  const forms = { f: { "": { response: 1, at: 2 }, later: { response: 1 } }, g: [] };
  const pages = { p: { title: 7, at: 1 }, q: { title: "Q", at: 1, read: "yes" } };
  const { message } = restore(here, file({ answers, forms, pages }));
  assert.match(message, /6 entries could not be read/);
  const read = here.read();
  assert.deepEqual(Object.keys(read.answers), ["a-01", "a-04"]);
  assert.deepEqual(read.answers["a-04"], { ...ANSWER, at: null });
  assert.deepEqual(read.forms, { f: { "": { response: 1, at: 2 } } });
  assert.deepEqual(read.pages, { q: { title: "Q", at: 1 } });
});

test("a date from the future cannot win for ever", () => {
  const here = fresh();
  restore(here, file({ answers: { "a-01": { ...ANSWER, at: 9e15, log: [{ at: 9e15, correct: true }] } } }));
  assert.ok(here.read().answers["a-01"].at <= Date.now());
});

test("hostile names in a file reach no prototype", () => {
  const here = fresh();
  const bad = `{"__proto__":${JSON.stringify({ ...ANSWER, polluted: true })}}`;
  restore(here, `{"version":2,"answers":${bad},"forms":{"__proto__":${bad}},"pages":{}}`);
  assert.equal({}.polluted, undefined);
});

test("a file can be restored where nothing can be stored; it says nothing is saved", () => {
  const blocked = keep(() => {
    throw new Error("forbidden");
  }, new EventTarget());
  assert.equal(restore(blocked, file({ answers: { "a-01": ANSWER } })).ok, true);
  assert.deepEqual(Object.keys(blocked.read().answers), ["a-01"]);
  assert.equal(blocked.trouble(), "blocked");
  assert.equal(KEY, "painlab.progress");
});
